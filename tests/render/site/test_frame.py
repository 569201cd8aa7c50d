"""frame: what all pages of an edition share."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from publisher.model import Recurrence, Topic, Upcoming
from publisher.render.site.frame import Frame
from tests.render.sample import CAFE, EDITION, EMPTY, SHOW

LATER = CAFE.entry.start + timedelta(weeks=1)
SERIES = replace(CAFE, entry=replace(CAFE.entry, recurrence=Recurrence(starts=(CAFE.entry.start, LATER))))


def test_sections_are_those_that_have_something() -> None:
    assert [one.label for one in Frame(EDITION).sections] == [
        "Afsnit",
        "Arrangementer",
        "Artikler",
        "Personer",
        "Om",
    ]
    nobody = replace(EMPTY, show=replace(SHOW, persons=()))
    assert [one.label for one in Frame(nobody).sections] == ["Om"]


def test_a_series_begins_with_its_next_time() -> None:
    frame = Frame(replace(EDITION, upcoming=(Upcoming(item=SERIES, start=LATER),)))
    assert frame.begins(SERIES.guid, SERIES.entry) == LATER
    assert frame.is_coming(SERIES.guid)


def test_a_series_that_is_over_began_with_its_first_time() -> None:
    assert Frame(EDITION).begins(SERIES.guid, SERIES.entry) == CAFE.entry.start
    assert not Frame(EDITION).is_coming(SERIES.guid)


def test_a_topic_is_found_by_its_tag_however_it_is_typed() -> None:
    frame = Frame(replace(EDITION, show=replace(SHOW, topics=(Topic(tag="Mod", slug="mod"),))))
    assert frame.topics == {"mod": "https://example.dk/podcast/tags/mod.html"}
