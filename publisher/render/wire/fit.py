"""Fit an edition to every format: legal characters, ASCII addresses, names, nothing private.

XML 1.0 §2.2 (RSS-018), RFC 5545 §3.1 (ICS-003), RFC 3987 §3.1 (APPLE-005). It is done once, before
any format sees the edition, so that no format can forget it.
"""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, cast
from urllib.parse import quote, urlsplit

from publisher.model import Edition, Element, Entry, Online, Show, Transcript

ADDRESSES = frozenset(
    "accessibility_url accountUrl base_url feedUrl href hub img join"
    " license_url link new_feed_url registration uri url".split()
)
"""The fields, and attributes of our elements, that hold a URL, whatever they are of."""

# C1 controls and DEL are legal in XML, yet iCalendar forbids one and line splitters break on the other.
_ILLEGAL = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_RESERVED = "%:/?#[]@!$&'()*+,;=~"


def fit(edition: Edition) -> Edition:
    """Make of `edition` what every format can carry. Transcripts are fitted by their own formats."""
    return cast(Edition, _fit(edition))


def legible(text: str) -> str:
    """Leave out what XML, JSON or iCalendar cannot carry; line ends become LF."""
    return _ILLEGAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def ascii_url(url: str) -> str:
    """Write `url` in ASCII: the host by IDNA, all else percent-encoded, which is never done twice."""
    url = legible(url).strip()
    try:
        host = urlsplit(url).netloc
        if not host.isascii():
            url = url.replace(host, host.encode("idna").decode(), 1)
    except ValueError:
        pass  # No host that anybody could look up; percent-encoded it is at least ASCII.
    return quote(url, safe=_RESERVED)


def _fit(value: Any, name: str = "") -> Any:
    if isinstance(value, str):
        return ascii_url(value) if name in ADDRESSES else legible(value)
    if isinstance(value, tuple):
        return tuple(_fit(each, name) for each in value)
    if isinstance(value, Element):
        return _fit_element(value)
    if isinstance(value, Transcript) or not is_dataclass(value) or isinstance(value, type):
        return value
    if isinstance(value, Online) and not value.public:
        value = replace(value, join=None)
    return _named(replace(value, **{f.name: _fit(getattr(value, f.name), f.name) for f in fields(value)}))


def _fit_element(element: Element) -> Element:
    """Fit an element, whose attributes are addresses only if it is none of other people's."""
    ours = ":" not in element.name or element.name.startswith("podcast:")
    addresses = ADDRESSES if ours else ()
    return replace(
        element,
        text=_fit(element.text, element.name),
        attributes=tuple(
            (name, _fit(value, name if name in addresses else "")) for name, value in element.attributes
        ),
        children=_fit(element.children),
    )


def _named(value: Any) -> Any:
    """Give a name to what has none left, since every feed requires one."""
    if isinstance(value, Show):
        title = value.title.strip() or value.base_url
        return replace(value, title=title, description=value.description.strip() or title)
    if isinstance(value, Entry):
        return replace(value, title=value.title.strip() or value.slug)
    return value
