"""events.xml: when and where, in the event's own time."""

from __future__ import annotations

from collections.abc import Callable

from .sample import CAFE
from .xml import parse, texts


def test_events_xml_is_as_its_golden(golden: Callable[[str], None]) -> None:
    """The whole document, for people to read."""
    golden("events.xml")


def test_an_event_is_known_by_its_uid_and_told_in_its_own_time(body: Callable[[str], bytes]) -> None:
    """EV-001: the offset is the event's, not that of whoever rendered it."""
    feed = parse(body("events.xml"))
    assert texts(feed, ".//item/guid") == [CAFE.guid]
    assert texts(feed, ".//ev:startdate") == ["2023-03-31T09:00:00+02:00"]
    assert texts(feed, ".//ev:enddate") == ["2023-03-31T10:00:00+02:00"]
