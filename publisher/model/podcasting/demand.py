"""What the podcast namespace demands of whole elements, where no single value is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable

from publisher.model.element import Element
from publisher.model.podcasting.tag import Demand
from publisher.model.podcasting.taxonomy import LICENSES


def _holds(child: str, most: int = 10_000) -> Callable[[Element], bool]:
    return lambda element: 1 <= len(element.inside(child)) <= most


def _is_whole_thread(thread: Element) -> bool:
    if thread.get("protocol") == "disabled":
        return len(thread.attributes) == 1
    return thread.get("uri") is not None


def _is_split(split: Element) -> bool:
    remote, recipients = split.inside("podcast:remoteItem"), split.inside("podcast:valueRecipient")
    return bool(recipients) if not remote else len(remote) == 1 and not recipients


def _is_licensed(license: Element) -> bool:
    return (license.text or "").lower() in LICENSES or license.get("url") is not None


def _is_schedule(schedule: Element) -> bool:
    start, rule = schedule.get("dtstart"), schedule.get("rrule") or ""
    until = re.search("UNTIL=([^;]*)", rule)
    if start is None:
        return "COUNT=" not in rule
    return until is None or ("T" in until[1]) == ("T" in start)


def _is_sri(integrity: Element) -> bool:
    one = r"sha(?:256|384|512)-[A-Za-z0-9+/]+=*"
    return integrity.get("type") != "sri" or bool(
        re.fullmatch(rf"{one}(?:\s+{one})*", integrity.get("value") or "")
    )


def _is_disclosed(txt: Element) -> bool:
    return txt.get("purpose") != "ai-content" or txt.text in ("true", "false")


def _is_publisher(publisher: Element) -> bool:
    return [child.get("medium") for child in publisher.inside("podcast:remoteItem")] == ["publisher"]


LICENSED = Demand(
    _is_licensed,
    f"is none of {', '.join(LICENSES)}, so it needs the address of its words",
    "write `license: {name: …, url: https://…}`",
    kept=True,
)
DISCLOSED = Demand(_is_disclosed, "for ai-content must be true or false", "write `text: true`")
SCHEDULED = Demand(
    _is_schedule,
    "needs a dtstart for COUNT, and one in the form of UNTIL",
    "write `dtstart: 2026-01-31`, or with a time where UNTIL has one",
)
DEPRECATED = Demand(lambda _: False, "is history", "write `images` with one image each", kept=True)
SOURCED = Demand(_holds("podcast:source"), "has no source", "write where it is: `url: https://…`")
MEASURED = Demand(
    lambda enclosure: enclosure.get("length") is not None,
    "has no length, without which Podcast Index leaves it out",
    "write `length: 1234567`, its size in bytes",
    kept=True,
)
SUBRESOURCE = Demand(_is_sri, "is no sha256-, sha384- or sha512-", "write `value: sha384-…`, in base64")
THREADED = Demand(
    _is_whole_thread,
    "needs the uri of a post, or protocol disabled alone",
    "write `uri: https://…`, or `protocol: disabled` and nothing else",
)
PAID = Demand(
    _holds("podcast:valueRecipient"),
    "pays nobody",
    "write `valueRecipient: [{type: node, address: …, split: 100}]`",
)
SPLIT = Demand(
    _is_split,
    "needs either one remoteItem or recipients",
    "write `remoteItem: {feedGuid: …}`, or a list of `valueRecipient`",
)
RECOMMENDED = Demand(_holds("podcast:remoteItem"), "names no show", "write `remoteItem: [{feedGuid: …}]`")
PUBLISHED = Demand(
    _is_publisher,
    "needs one remoteItem of medium publisher",
    "write `remoteItem: {medium: publisher, feedGuid: …, feedUrl: https://…}`",
)
LIVE = (
    Demand(_holds("title", 1), "needs a title", "write `title: …`"),
    Demand(_holds("guid", 1), "needs a guid", "write `guid: …`, another for each stream"),
    Demand(
        _holds("enclosure", 1),
        "needs an enclosure",
        "write `enclosure: {url: https://…, type: audio/mpeg, length: 0}`",
    ),
    Demand(
        _holds("podcast:contentLink"),
        "needs a link for apps that cannot play it",
        "write `contentLink: {href: https://…, text: …}`",
    ),
)
