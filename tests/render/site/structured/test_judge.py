"""The judge judges: each rule that is broken is told."""

from __future__ import annotations

from typing import Any

import pytest

from .judge import documents, judge

EVENT = {
    "@type": "Event",
    "name": "Café",
    "startDate": "2023-03-31T09:00:00+02:00",
    "endDate": "2023-03-31T10:00:00+02:00",
    "eventStatus": "https://schema.org/EventScheduled",
    "eventAttendanceMode": "https://schema.org/OnlineEventAttendanceMode",
    "location": {"@type": "VirtualLocation", "url": "https://example.dk/zoom"},
}
EPISODE = {
    "@type": "PodcastEpisode",
    "name": "Et",
    "url": "https://example.dk/et.html",
    "datePublished": "2023-03-31T09:00:00+02:00",
    "partOfSeries": {
        "@type": "PodcastSeries",
        "name": "M",
        "url": "https://a.dk/",
        "webFeed": "https://a.dk/f",
    },
}
PLACE = {"@type": "Place", "name": "Rådhuset", "address": "Åvej 1"}


def graph(*things: dict[str, Any]) -> dict[str, Any]:
    return {"@context": "https://schema.org", "@graph": list(things)}


def test_what_is_right_passes() -> None:
    assert EVENT in judge(graph(EVENT, EPISODE))
    judge(graph(EVENT | {"startDate": "2023-03-31", "endDate": "2023-03-31"}))


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"startDate": "2023-03-31T09:00:00"},
        {"startDate": "2023-03-31"},
        {"endDate": "2023-03-30T10:00:00+02:00"},
        {"eventStatus": "https://schema.org/EventGone"},
        {"eventStatus": "https://schema.org/EventRescheduled"},
        {"previousStartDate": "2023-03-30T09:00:00+02:00"},
        {"eventStatus": "https://schema.org/EventRescheduled", "previousStartDate": EVENT["startDate"]},
        {"eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode"},
        {"location": [PLACE, EVENT["location"]]},
        {"location": {"@type": "VirtualLocation"}},
        {"location": {"@type": "Place", "name": "Rådhuset"}},
        {"offers": {"@type": "Offer", "price": "100"}},
        {"offers": {"@type": "Offer", "price": "gratis"}},
        {"url": "https://example.dk/å"},
        {"url": "events/cafe.html"},
    ],
)
def test_an_event_that_breaks_a_rule_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises((AssertionError, KeyError)):
        judge(graph(EVENT | wrong))


@pytest.mark.parametrize("wrong", [{"url": None}, {"duration": "1:42"}, {"partOfSeries": {"@type": "Thing"}}])
def test_an_episode_that_breaks_a_rule_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(AssertionError):
        judge(graph(EPISODE | wrong))


def test_a_page_of_two_events_is_refused() -> None:
    with pytest.raises(AssertionError):
        judge(graph(EVENT, EVENT))


def test_data_that_could_end_its_element_is_refused() -> None:
    assert documents(b'<script type="application/ld+json">{"a": "b"}</script>') == [{"a": "b"}]
    with pytest.raises(AssertionError):
        documents(b'<script type="application/ld+json">{"a": "<!--"}</script>')
