"""Other people's namespaces: which tags of them can be carried in a feed of ours, and why others cannot.

Namespaces in XML 1.0, https://www.w3.org/TR/xml-names/
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from publisher.model.element import Element
from publisher.model.problem import Rule, Severity

NAMESPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "fh": "http://purl.org/syndication/history/1.0",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "psc": "http://podlove.org/simple-chapters",
    "spotify": "http://www.spotify.com/ns/rss",
}
"""What podcast.xml may declare by itself."""
_TAKEN = (
    *NAMESPACES.values(),
    "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md",
    "http://www.w3.org/XML/1998/namespace",
    "http://www.w3.org/2000/xmlns/",
)

_SOURCE = "https://www.w3.org/TR/xml-names/"
NAME = Rule("EXTRA-001", Severity.ERROR, "A foreign tag is written prefix:name", _SOURCE)
PREFIX = Rule("EXTRA-002", Severity.ERROR, "The prefix of a foreign tag stands in namespaces", _SOURCE)
OURS = Rule("EXTRA-003", Severity.ERROR, "A foreign namespace is none that Publisher writes itself", _SOURCE)
ADDRESS = Rule("EXTRA-004", Severity.ERROR, "A namespace has an address, which no other has", _SOURCE)

_WORD = "[A-Za-z_][A-Za-z0-9_.-]*"
_NAME = re.compile(rf"(?:({_WORD}):)?{_WORD}")
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[!#-;=?-Z_a-z~\[\]]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Why what was written at `key` cannot be carried."""

    rule: Rule
    key: str
    message: str
    fix: str


def namespace_faults(namespaces: Iterable[tuple[str, str]]) -> Iterator[Fault]:
    """Why a prefix cannot stand for its namespace."""
    seen: dict[str, str] = {}
    for prefix, uri in namespaces:
        key, name = f"namespaces.{prefix}", repr(prefix)[1:-1]
        if not re.fullmatch(_WORD, prefix) or prefix.lower().startswith("xml"):
            yield Fault(rule=NAME, key=key, message=f"{name} is no prefix", fix="write a short word for it")
        elif prefix in NAMESPACES or uri in _TAKEN:
            message = f"{name} stands for {uri}, which Publisher writes itself"
            fix = "remove it; other tags of Podcasting 2.0 are written below `podcast`"
            yield Fault(rule=OURS, key=key, message=message, fix=fix)
        elif not _URI.fullmatch(uri):
            fix = "write it as its documentation does, https:// and all"
            yield Fault(rule=ADDRESS, key=key, message=f"{name} stands for {uri!r}, no address", fix=fix)
        elif uri in seen:
            message = f"{name} stands for the same as {seen[uri]}"
            yield Fault(rule=ADDRESS, key=key, message=message, fix="keep one of them")
        else:
            seen[uri] = prefix


def declared(namespaces: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The prefixes that can be used, with what they stand for."""
    namespaces = tuple(namespaces)
    wrong = {fault.key for fault in namespace_faults(namespaces)}
    return {prefix: uri for prefix, uri in namespaces if f"namespaces.{prefix}" not in wrong}


def element_faults(elements: Iterable[Element], prefixes: Mapping[str, str]) -> Iterator[Fault]:
    """Why `elements` cannot be carried with these prefixes, each told once."""
    for element in elements:
        fault = next(_faults(element, prefixes), None)
        if fault:
            yield fault
        else:
            yield from element_faults(element.children, prefixes)


def is_writable(element: Element, prefixes: Mapping[str, str]) -> bool:
    """Whether the names of `element` are names, and their prefixes known; RSS's own have none."""
    names = (element.name, *(name for name, _ in element.attributes))
    found = [_NAME.fullmatch(name) for name in names]
    return all(match and match[1] in (None, "xml", *prefixes) for match in found) and "xmlns" not in names


def _faults(element: Element, prefixes: Mapping[str, str]) -> Iterator[Fault]:
    match = _NAME.fullmatch(element.name)
    if match is None or match[1] is None:
        fix = "write prefix:name for a tag; what starts with @ is an attribute"
        yield Fault(rule=NAME, key=element.key, message=f"{element.name!r} is no tag of theirs", fix=fix)
    elif match[1] in NAMESPACES and match[1] not in prefixes:
        message = f"{element.name} is a tag that Publisher writes itself"
        fix = "write what it says in its own key; tags of Podcasting 2.0 are written below `podcast`"
        yield Fault(rule=OURS, key=element.key, message=message, fix=fix)
    elif match[1] not in prefixes:
        yield _undeclared(match[1], element)
    for name, _ in element.attributes:
        match = _NAME.fullmatch(name)
        if match is None or name == "xmlns":
            message = f"{element.name}: {name!r} is no name of an attribute"
            yield Fault(rule=NAME, key=element.key, message=message, fix="write it as one word")
        elif match[1] not in (None, "xml", *prefixes):
            yield _undeclared(match[1], element)


def _undeclared(prefix: str, element: Element) -> Fault:
    message = f"nobody knows what {prefix} in {element.name} stands for"
    fix = f'write `{prefix} = "https://…"` below `[namespaces]` in show.toml'
    return Fault(rule=PREFIX, key=element.key, message=message, fix=fix)
