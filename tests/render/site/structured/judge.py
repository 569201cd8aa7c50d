"""What search engines ask of JSON-LD about events and podcasts, as assertions (LD-001 … LD-008).

developers.google.com/search/docs, "Event"; the codes are those of our catalogue. Which properties a type has
at all is for `tests.schema_org` to say.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

Thing = dict[str, Any]

SCRIPT = re.compile(rb'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
DAY = r"\d{4}-\d\d-\d\d"
MOMENT = rf"{DAY}T\d\d:\d\d:\d\d[+-]\d\d:\d\d"
STATES = {
    f"https://schema.org/Event{name}" for name in ("Scheduled", "Cancelled", "Postponed", "Rescheduled")
}
MODE = re.compile(r"https://schema\.org/(Offline|Online|Mixed)EventAttendanceMode")
ADDRESSES = ("@id", "url", "image", "sameAs", "contentUrl", "webFeed", "item", "urlTemplate")


def documents(page: bytes) -> list[Thing]:
    """The JSON-LD in `page`, which nothing in it can end early (LD-008)."""
    found = SCRIPT.findall(page)
    assert not [script for script in found if re.search(rb"[<>&]|\xe2\x80[\xa8\xa9]", script)]
    return [json.loads(script) for script in found]


def judge(document: Thing) -> list[Thing]:
    """Hold every thing in `document` to the rules of its type; what it holds comes back."""
    assert document["@context"] == "https://schema.org"
    things = list(walk(document["@graph"]))
    for thing in things:
        _judge_values(thing)
        if rule := RULES.get(thing["@type"]):
            rule(thing)
    events = [thing for thing in document["@graph"] if thing["@type"] == "Event"]
    assert len(events) <= 1, "LD-005"
    return things


def walk(value: Any) -> Iterator[Thing]:
    """Every thing in `value`, however deep."""
    if isinstance(value, list):
        for one in value:
            yield from walk(one)
    if isinstance(value, dict):
        yield value
        for one in value.values():
            yield from walk(one)


def _judge_values(thing: Thing) -> None:
    assert not [name for name, value in thing.items() if value in (None, "", [], {})]
    for name in ADDRESSES:
        for address in _list(thing.get(name)):
            assert address.startswith(("https://", "http://")), (name, address)
            assert address.isascii(), (name, address)


def _event(event: Thing) -> None:
    assert {"name", "startDate"} <= set(event), "LD-001"
    dates = [event[name] for name in ("startDate", "endDate", "previousStartDate") if name in event]
    form = DAY if re.fullmatch(DAY, dates[0]) else MOMENT
    assert all(re.fullmatch(form, one) for one in dates), "LD-001, LD-005: a day, or a moment with its offset"
    start, end = event["startDate"], event.get("endDate") or event["startDate"]
    assert _when(start) <= _when(end)
    assert event["eventStatus"] in STATES, "LD-003"
    is_moved = event["eventStatus"].endswith("Rescheduled")
    assert is_moved == ("previousStartDate" in event), "LD-003"
    assert not is_moved or event["previousStartDate"] != event["startDate"]
    kinds = {place["@type"] for place in _list(event.get("location"))}
    assert bool(kinds) == bool(MODE.fullmatch(event.get("eventAttendanceMode", ""))), "LD-004"
    mode = {("Place",): "Offline", ("VirtualLocation",): "Online", ("Place", "VirtualLocation"): "Mixed"}
    assert not kinds or f"/{mode[tuple(sorted(kinds))]}E" in event["eventAttendanceMode"], "LD-004"


def _place(place: Thing) -> None:
    assert {"name", "address"} <= set(place), "LD-001"


def _virtual(place: Thing) -> None:
    assert "url" in place, "LD-001"


def _offer(offer: Thing) -> None:
    assert re.fullmatch(r"\d+(\.\d+)?", offer["price"]), "LD-002"
    assert re.fullmatch("[A-Z]{3}", offer["priceCurrency"]) if offer["price"] != "0" else True


def _series(series: Thing) -> None:
    assert {"name", "url", "webFeed"} <= set(series), "LD-006"


def _audio(audio: Thing) -> None:
    assert {"contentUrl", "encodingFormat"} <= set(audio), "LD-007"


def _episode(episode: Thing) -> None:
    """A whole one; one that is only named has no date."""
    assert {"name", "url"} <= set(episode), "LD-007"
    if "datePublished" in episode:
        assert episode["partOfSeries"]["@type"] == "PodcastSeries", "LD-007"
        assert re.fullmatch(MOMENT, episode["datePublished"]), "LD-007"
        assert re.fullmatch(r"PT\d+S", episode.get("duration", "PT0S")), "LD-007"


def _way(way: Thing) -> None:
    steps = way["itemListElement"]
    assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
    assert len(steps) > 1


RULES = {
    "Event": _event,
    "Place": _place,
    "VirtualLocation": _virtual,
    "Offer": _offer,
    "PodcastSeries": _series,
    "PodcastEpisode": _episode,
    "AudioObject": _audio,
    "BreadcrumbList": _way,
}


def _when(text: str) -> date | datetime:
    return datetime.fromisoformat(text) if "T" in text else date.fromisoformat(text)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
