"""The terms that a text is found by, whatever language it is in and however somebody types them.

static/search.js does the same with what is typed; a test holds the two together. Character classes
and normal forms are Unicode's (unicode.org/reports/tr15, tr18); letters that Unicode does not take
apart are spelt as people do who lack the key.
"""

from __future__ import annotations

import re
import sys
from functools import cache
from itertools import groupby
from unicodedata import category, normalize

LONGEST = 32
"""Characters of a term; what is longer is several."""

_LETTERS = {
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "ħ": "h",
    "ł": "l",
    "ŧ": "t",
    "þ": "th",
    "ς": "σ",
}
_SPELT = _LETTERS | {"å": "aa", "ä": "ae", "ö": "oe", "ø": "oe", "ü": "ue"}
"""å is aa in Danish and Norwegian, ü is ue in German; so an ö is found as an ø, too."""
_ACCENTS = re.compile(
    "[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u20d0-\u20f0\ufe00-\ufe0f]"
)
"""Marks that people leave out when they type: accents, and vowels in Hebrew and Arabic. No others."""
_UNSPACED = (
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ece\u0edc-\u0edf\u1000-\u103f\u1050-\u108f\u1780-\u17d3"
    "\u3005-\u3007\u3041-\u309a\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003fffd"
)
"""Letters of scripts that put no blanks between words: Thai, Lao, Burmese, Khmer, Chinese, Japanese."""
_ANY_UNSPACED = re.compile(f"[{_UNSPACED}]")
_PLAIN = re.compile(f"[a-z0-9]{{1,{LONGEST}}}")
"""Most texts are of these letters alone once they are folded, and there are many."""


def terms(text: str) -> list[str]:
    """Give the terms of `text`, in order: words, and of what has no blanks each two letters together."""
    return _divide(_fold(text, _SPELT))


def bare(text: str) -> list[str]:
    """Give the terms of `text` for those who type letters without what is on them: Soren for Søren."""
    return _divide(_fold(text, _LETTERS))


def _fold(text: str, letters: dict[str, str]) -> str:
    """Write `text` as all do who mean the same."""
    # Not casefold: browsers have no such thing.
    small = normalize("NFKC", text).upper().lower()
    spelt = small if small.isascii() else _spell(small, letters)
    return spelt if spelt.isascii() else normalize("NFC", _ACCENTS.sub("", normalize("NFKD", spelt)))


def _spell(text: str, letters: dict[str, str]) -> str:
    """Write `letters` as they are spelt: none of them is in how another is."""
    for letter, spelling in letters.items():
        text = text.replace(letter, spelling)
    return text


def _divide(folded: str) -> list[str]:
    if folded.isascii():
        return _PLAIN.findall(folded)
    spaced, mixed = _patterns()
    folded = folded.replace("_", " ")
    if not _ANY_UNSPACED.search(folded):
        return spaced.findall(folded)
    return [term for run in mixed.findall(folded) for term in _pairs(run)]


def _pairs(run: str) -> list[str]:
    """Give each two letters of `run` together, and the last alone, so that any one of them is found too."""
    if not _ANY_UNSPACED.match(run):
        return [run]
    return [run[at : at + 2] for at in range(len(run))]


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Make what finds terms where all words have blanks around them, and where not all have."""
    word = f"[\\w{_marks()}]"
    spaced = f"{word}{{1,{LONGEST}}}"
    mixed = f"[{_UNSPACED}]+|(?:(?![{_UNSPACED}]){word}){{1,{LONGEST}}}"
    return re.compile(spaced), re.compile(mixed)


def _marks() -> str:
    """Name every combining mark: Python's \\w has none, and many scripts write their vowels with them."""
    every = (point for point in range(sys.maxunicode + 1) if category(chr(point)).startswith("M"))
    ranges = []
    for _, group in groupby(enumerate(every), key=lambda pair: pair[1] - pair[0]):
        points = [point for _, point in group]
        ranges.append(f"{chr(points[0])}-{chr(points[-1])}")
    return "".join(ranges)
