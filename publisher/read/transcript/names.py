"""Who speaks, where a transcript writes `Name: …` before the words.

Any sentence may have a colon. A label counts as a name where each of its words is written like one, or
where it comes again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_LABEL = re.compile(r"@?([^\W_][^\s:]{0,39}(?: [^\s:]{1,39}){0,3})[ ]?:(?:\s+|\Z)")
_SMALL = frozenset("af al and bin da de del den der di e el i la le og the van von y zu".split())
LONGEST = 40
"""Characters of a name."""


def label(text: str) -> tuple[str, str] | None:
    """The label that `text` starts with, which may be a name, and the words behind it."""
    match = _LABEL.match(text)
    if match is None or len(match[1]) > LONGEST:
        return None
    return match[1], text[match.end() :]


def looks_like_name(text: str) -> bool:
    """Whether every word but the small ones is written with a capital, or is a number."""
    words = text.split()
    return (
        0 < len(words) <= 4
        and len(text) <= LONGEST
        and _is_capital(words[0][0])
        and all(
            word in _SMALL or word.isdigit() or _is_capital(word.lstrip("(\"'")[:1]) for word in words[1:]
        )
    )


def _is_capital(letter: str) -> bool:
    """Whether a name may start so; letters of scripts without capitals may."""
    return letter.isalpha() and not letter.islower()


def names(texts: Iterable[str]) -> frozenset[str]:
    """The labels among the starts of `texts` that are names."""
    counts: Counter[str] = Counter()
    for text in texts:
        if found := label(text):
            counts[found[0]] += 2 if text.startswith("@") or looks_like_name(found[0]) else 1
    return frozenset(name for name, count in counts.items() if count > 1)


def split(text: str, known: frozenset[str]) -> tuple[str | None, str]:
    """The known name that `text` starts with, and the words behind it."""
    found = label(text)
    return found if found and found[0] in known else (None, text)
