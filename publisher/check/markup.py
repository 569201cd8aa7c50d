"""HTML where apps show plain text (standards: RSS-015, APPLE-022, SPOT-007). Only bodies may have it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.entities import html5

from publisher.check import line, shown, waiting
from publisher.model import Origin, Problem, Rule, Severity, Site
from publisher.model.source import RSS_PROFILE, SPOTIFY_DELIVERY

TITLE = Rule("RSS-015", Severity.WARNING, "A title is plain text, without HTML", RSS_PROFILE)
TEXT = Rule("SPOT-007", Severity.WARNING, "A description is plain text, without HTML", SPOTIFY_DELIVERY)

_TAG = re.compile(
    r"</?(?:a|abbr|b|big|br|code|div|em|font|h[1-6]|hr|i|img|li|ol|p|small|span|strong|sub|sup|u|ul)"
    r"(?:\s+[\w-]+\s*=[^<>]*)?\s*/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(#\d{1,7}|#[Xx][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def has_plain_titles(site: Site) -> Iterator[Problem]:
    """RSS-015: apps show what is written, tags and all."""
    show = site.show
    yield from _found(TITLE, show.origin, "title", show.title)
    for entry in waiting(site):
        yield from _found(TITLE, entry.origin, "title", entry.title)


def has_plain_descriptions(site: Site) -> Iterator[Problem]:
    """SPOT-007, APPLE-022."""
    show = site.show
    yield from _found(TEXT, show.origin, "description", show.description)
    for entry in waiting(site):
        yield from _found(TEXT, entry.origin, "summary", entry.summary or "")


def _found(rule: Rule, origin: Origin, key: str, text: str) -> Iterator[Problem]:
    """A problem with `text` at `key`, if there is HTML in it."""
    html = _html(text)
    if html:
        message = f"the {key} has {shown(html)} in it, which apps show as it stands"
        plain = _plain(text)
        short = len(plain) <= 120 and "\n" not in plain
        yield rule.at(origin.at(key), message, line(origin, key, plain) if short else "write it without")


def _html(text: str) -> str:
    """The first piece of HTML in `text`, or nothing. `1 < 2` and `R&D;` are none."""
    if "<" in text and (tag := _TAG.search(text)):
        return tag[0]
    if "&" not in text:
        return ""
    return next((one[0] for one in _ENTITY.finditer(text) if one[1][0] == "#" or f"{one[1]};" in html5), "")


def _plain(text: str) -> str:
    """`text` as its HTML would be read."""
    return " ".join(unescape(_TAG.sub(" ", text)).split()).replace(" .", ".").replace(" ,", ",")
