"""What shall stay private (design §4: `online.join` never reaches a public artifact)."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from urllib.parse import urlsplit

from publisher.model import Entry, Event, Problem, Rule, Severity, Site

JOIN = Rule("EVENT-007", Severity.ERROR, "A private link to join an event stands nowhere else")


def is_told_by_nobody(site: Site) -> Iterator[Problem]:
    """EVENT-007, in what is visible or waits to be."""
    links = [(event, link) for event in site.events if not event.draft and (link := _link(event))]
    hosts = {_host(link) for _, link in links}
    for entry in site.entries if links else ():
        if entry.draft:
            continue
        texts = [(key, _plain(text)) for key, text in _texts(entry)]
        # Many links are of one host, and few texts name it.
        here = {host for host in hosts if any(host in text for _, text in texts)}
        for event, link in links if here else ():
            if _host(link) not in here:
                continue
            key = next((key for key, text in texts if link in text), None)
            if key is not None:
                message = (
                    f"{key} has the link to join {event.title}, which is private: everybody could come in"
                )
                fix = (
                    "take it out there, or write `public: true` below `online:` of the event if everybody may"
                )
                yield JOIN.at(entry.origin.at(key, "title"), message, fix)


def _link(event: Event) -> str | None:
    """The private link of `event` as it may stand anywhere; None for a bare host, which tells nothing."""
    online = event.online
    if not online or not online.join or online.public:
        return None
    parts = urlsplit(online.join)
    is_host = parts.path in ("", "/") and not parts.query and not parts.fragment
    return None if is_host else _plain(online.join).partition("://")[2].rstrip("/")


def _host(link: str) -> str:
    return link.partition("/")[0]


def _plain(text: str) -> str:
    return html.unescape(text).casefold()


def _texts(entry: Entry) -> Iterator[tuple[str, str]]:
    """Every public text of `entry`, with the key it was written at, as far as that is its field's name."""
    for field in fields(entry):
        if field.metadata.get("public", True):
            is_speakers = field.name == "persons" and isinstance(entry, Event)
            name = "speakers" if is_speakers else field.name
            yield from ((name, text) for text in _strings(getattr(entry, field.name)))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _strings(item)
    elif is_dataclass(value):
        for field in fields(value):
            if field.metadata.get("public", True):
                yield from _strings(getattr(value, field.name))
