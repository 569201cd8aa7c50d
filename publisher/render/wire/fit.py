"""Fit an edition to every format: legal characters, ASCII addresses, names, nothing private.

XML 1.0 §2.2 (RSS-018), RFC 5545 §3.1 (ICS-003), RFC 3987 §3.1 (APPLE-005). It is done once, before
any format sees the edition, so that no format can forget it.
"""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from functools import cache
from operator import is_
from typing import Any, Protocol, TypeVar, cast
from urllib.parse import quote, urlsplit

from publisher.model import Edition, Element, Entry, Online, Origin, Published, Show, Transcript

E = TypeVar("E", bound=Entry)
ADDRESSES = frozenset(
    "accessibility_url accountUrl base_url feedUrl href hub img join"
    " license_url link new_feed_url registration uri url".split()
)
"""The fields, and attributes of our elements, that hold a URL, whatever they are of."""

# C1 controls and DEL are legal in XML, yet iCalendar forbids one and line splitters break on the other.
_ILLEGAL = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_RESERVED = "%:/?#[]@!$&'()*+,;=~"


class Known(Protocol):
    """Which items are fit as they are, from run to run."""

    def is_fit(self, item: Published[Entry]) -> bool:
        """Whether it was found to be."""

    def note_fit(self, item: Published[Entry]) -> None:
        """It was found to be."""


def fit(edition: Edition, known: Known) -> Edition:
    """Make of `edition` what every format can carry; what is `known` to be fit is not looked at again.

    Transcripts are fitted by their own formats, and where things are written is told by none.
    """
    rest = cast(Edition, _fit(replace(edition, episodes=(), articles=())))
    episodes, articles = _each(edition.episodes, known), _each(edition.articles, known)
    return replace(rest, episodes=episodes, articles=articles)


def _each(items: tuple[Published[E], ...], known: Known) -> tuple[Published[E], ...]:
    return tuple(item if known.is_fit(item) else _item(item, known) for item in items)


def _item(item: Published[E], known: Known) -> Published[E]:
    fitted = cast(Published[E], _fit(item))
    if fitted is item:
        known.note_fit(item)
    return fitted


def legible(text: str) -> str:
    """Leave out what XML, JSON or iCalendar cannot carry; line ends become LF."""
    # Nothing printable is illegal, and most texts are of that and LF alone.
    if text.isprintable() or text.replace("\n", "").isprintable():
        return text
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
    """Fit `value`, of a field of this name; what is fit stays the same object: of most there is much."""
    if isinstance(value, str):
        text = ascii_url(value) if name in ADDRESSES else legible(value)
        return value if text == value else text
    if isinstance(value, tuple):
        fitted = tuple([_fit(each, name) for each in value])
        return value if all(map(is_, fitted, value)) else fitted
    names = _fields(value.__class__)
    if not names:
        return value
    if isinstance(value, Element):
        return _fit_element(value)
    if isinstance(value, Online) and not value.public:
        value = replace(value, join=None)
    changed = {}
    for field in names:
        before = getattr(value, field)
        # Most fields of most entries say nothing, and that is fit.
        if before and (after := _fit(before, field)) is not before:
            changed[field] = after
    return _named(replace(value, **changed) if changed else value)


@cache
def _fields(kind: type) -> tuple[str, ...]:
    """Name the fields of a value of this `kind` that may need to be fitted."""
    as_it_is = not is_dataclass(kind) or issubclass(kind, (Transcript, Origin))
    return () if as_it_is else tuple(field.name for field in fields(kind))


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
    if isinstance(value, Entry) and (title := value.title.strip() or value.slug) != value.title:
        return replace(value, title=title)
    return value
