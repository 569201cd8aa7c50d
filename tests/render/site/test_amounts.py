"""amounts: durations and sizes as people read them, and as machines do."""

from __future__ import annotations

from datetime import timedelta

import pytest
from babel import Locale

from publisher.render.site.amounts import clock, duration, period, seconds, size

DANISH, ENGLISH = Locale("da"), Locale("en")


@pytest.mark.parametrize(
    ("length", "said"),
    [
        (0, "0 sek."),
        (42.4, "42 sek."),
        (102.4, "1 min. 42 sek."),
        (299, "4 min. 59 sek."),
        (300, "5 min."),
        (629, "10 min."),
        (3590, "1 t."),
        (3723, "1 t. 2 min."),
        (90000, "25 t."),
    ],
)
def test_a_duration_is_said_as_exactly_as_anybody_cares(length: float, said: str) -> None:
    """Seconds below five minutes only."""
    assert duration(timedelta(seconds=length), DANISH).replace("\xa0", " ") == said


def test_a_duration_is_said_in_the_language() -> None:
    assert duration(timedelta(hours=1, minutes=2), ENGLISH).replace("\xa0", " ") == "1 hr 2 min"


@pytest.mark.parametrize(
    ("octets", "said"),
    [
        (1, "1 B"),
        (999, "999 B"),
        (1000, "1 kB"),
        (771_300, "771 kB"),
        (999_600, "1 MB"),
        (1_638_400, "1,6 MB"),
    ],
)
def test_a_size_has_as_many_digits_as_help(octets: int, said: str) -> None:
    assert size(octets, DANISH).replace("\xa0", " ") == said


def test_a_large_size_needs_no_fraction() -> None:
    assert size(123_456_789, DANISH) == "123 MB"


@pytest.mark.parametrize(
    ("time", "said"), [(0, "0:00"), (102.9, "1:42"), (3599, "59:59"), (3600, "1:00:00"), (36610, "10:10:10")]
)
def test_a_clock_reads_as_players_show_it(time: float, said: str) -> None:
    assert clock(timedelta(seconds=time)) == said


@pytest.mark.parametrize(("time", "said"), [(0, "0"), (90, "90"), (12.5, "12.5"), (3600.0625, "3600.062")])
def test_seconds_are_those_of_media_fragments(time: float, said: str) -> None:
    assert seconds(timedelta(seconds=time)) == said


def test_a_period_is_one_of_html() -> None:
    assert period(timedelta(minutes=1, seconds=42)) == "PT102S"
