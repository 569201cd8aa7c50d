"""publisher.render.namespaces.ev: when and where."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from publisher.render.namespaces.ev import Ev

from ..sample import CAFE
from ..xml import texts
from .conftest import Built


@pytest.mark.parametrize(
    ("zone", "expected"),
    [("Europe/Copenhagen", "2024-07-01T14:00:00+02:00"), ("America/New_York", "2024-07-01T08:00:00-04:00")],
)
def test_the_offset_is_that_of_the_place(item: Built, zone: str, expected: str) -> None:
    """EV-001: however the moment was written."""
    ev = Ev()
    ev.item(
        replace(CAFE, entry=replace(CAFE.entry, start=datetime(2024, 7, 1, 12, tzinfo=UTC), timezone=zone))
    )
    assert texts(item(ev), "ev:startdate") == [expected]


def test_what_is_not_known_is_not_said(item: Built) -> None:
    """EV-002: all but the start is optional."""
    ev = Ev()
    ev.item(replace(CAFE, entry=replace(CAFE.entry, end=None, online=None, organizer=None, tags=())))
    assert len(item(ev)) == 1
