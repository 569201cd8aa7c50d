"""Links that let people in to a meeting: known in any text, however they are written, and taken out of it.

People leave out the scheme, programs have schemes of their own, and mail filters and search engines wrap
one link into another. What is masked for nothing can be written again; what is published cannot be taken
back.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from html import unescape
from urllib.parse import unquote

from publisher.adopt.page.words import is_address

MEETINGS = {
    "Zoom": (r"zoom(?:gov)?\.(?:us|com)", r"(?:j|my|s|w|wc)/"),
    "Microsoft Teams": (
        r"teams\.(?:microsoft|live)\.(?:com|us)",
        r"(?:(?:\S{0,40}/)?l/meetup-join|meet|dl)/",
    ),
    "Google Meet": (r"meet\.google\.com", "[a-z]"),
    "Webex": (r"webex\.com", r"\S"),
    "Whereby": (r"whereby\.com", r"\S"),
    "Jitsi Meet": (r"meet\.jit\.si", r"\S"),
    "GoTo Meeting": (r"(?:gotomeeting\.com/join|gotomeet\.me|meet\.goto\.com)", r"\S"),
    "Skype": (r"join\.skype\.com", r"\S"),
}
"""Hosts of meetings, and what starts the path of a link that lets in whoever has it; to sign up is none."""
PROGRAMS = {"Zoom": r"zoom(?:mtg|us):\S", "Microsoft Teams": r"ms-?teams:\S"}
"""Links that open the program itself."""
DEPTH = 5
"""So many links are unwrapped that are inside one another."""

_STARTS = {
    name: re.compile(
        # Before the host there may be anything but a letter: a scheme, a user, another host's `?url=`.
        "(?<![^\\W_])(?:" + rf"{host}\.?(?::\d*)?/+{path}" + f"|{PROGRAMS.get(name, '(?!)')})",
        re.IGNORECASE,
    )
    for name, (host, path) in MEETINGS.items()
}
_WORD = re.compile(r"(?:[^\s<>\"'\\|`]|\\(?=[^\w\s]|_))+")
"""What may be a link, or has one inside; Markdown has backslashes in it."""
_MARK = re.compile("[/:%&]")
"""No link is without one of them."""
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]{0,30}://", re.IGNORECASE)
_LABEL = re.compile(r"(?:(?!zoom|ms-?teams)\w+[:=])?[^\w/]*", re.IGNORECASE)
"""What stands before a link without a blank between."""
_ANCHOR = re.compile(r"<a\b[^<>]*?href\s*=\s*[\"']?([^\"'\s<>]+)[^<>]*>(.*?)</a>", re.IGNORECASE | re.DOTALL)
_ENDS = ".,;:!?*)]"


def platform_of(text: str) -> str | None:
    """Who hosts the meeting that a link in `text` lets in to; None where we know of no such."""
    found = (name for one in _readings(text) for name, start in _STARTS.items() if start.search(one))
    return next(found, None)


def joins_in(text: str) -> Iterator[str]:
    """The links in `text` that let people in, as addresses where they are for the web."""
    for word in _WORD.findall(text):
        if _MARK.search(word) and platform_of(word):
            yield _address(_link(word))


def masked(text: str, joins: Collection[str] = (), by: str = "…") -> str:
    """`text` with `by` for every link that lets people in: those in `joins`, and all that we know."""

    def lets_in(word: str) -> bool:
        if not _MARK.search(word):
            return False
        if platform_of(word):
            return True
        return bool(joins) and _address(_link(word)) in joins

    def mask(found: re.Match[str]) -> str:
        word = found[0]
        if not lets_in(word):
            return word
        link = _link(word)
        before, _, after = word.partition(link)
        return before + by + after.lstrip(".")

    return _WORD.sub(mask, _ANCHOR.sub(lambda found: found[2] if lets_in(found[1]) else found[0], text))


def _readings(text: str) -> Iterator[str]:
    """`text`, and what it says when pages' and addresses' codes are decoded, as often as there are any."""
    for _ in range(DEPTH):
        yield text
        inside = unquote(unescape(text))
        if inside == text:
            return
        text = inside


def _link(word: str) -> str:
    """The link in `word`: from its scheme on, or from what may be its host."""
    known = (found.start() for start in _STARTS.values() if (found := start.search(word)))
    scheme = _SCHEME.search(word)
    if scheme and scheme.start() <= min(known, default=len(word)):
        start = scheme.start()
    else:
        label = _LABEL.match(word)
        start = label.end() if label else 0
    return word[start:].rstrip(_ENDS) or word


def _address(link: str) -> str:
    """`link` as it is written into event.md."""
    link = unescape(link)
    if _SCHEME.match(link) or re.match("|".join(PROGRAMS.values()), link, re.IGNORECASE):
        return link
    full = f"https://{link.lstrip('/')}"
    return full if is_address(full) else link
