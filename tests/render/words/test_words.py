"""words: each text and date in the show's language, English where nobody has translated."""

from __future__ import annotations

import subprocess
import sys
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from publisher.render.words import words

from ..sample import SUMMER

ZONE = "Europe/Copenhagen"
START = datetime(2023, 3, 31, 9, 0, tzinfo=SUMMER)
HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("da", "fredag den 31. marts 2023 kl. 09.00–10.00 (CEST)"),
        ("da-DK", "fredag den 31. marts 2023 kl. 09.00–10.00 (CEST)"),
        ("DA", "fredag den 31. marts 2023 kl. 09.00–10.00 (CEST)"),
        ("da_DK", "fredag den 31. marts 2023 kl. 09.00–10.00 (CEST)"),
        ("nb", "fredag 31. mars 2023, 09:00–10:00 (CEST)"),
        ("no", "fredag 31. mars 2023, 09:00–10:00 (CEST)"),
        ("en-GB", "Friday, 31 March 2023, 09:00–10:00 (CEST)"),
        ("en-US-x-home", "Friday, March 31, 2023, 9:00\u2009–\u200910:00\u202fAM (GMT+02:00)"),
        ("", "Friday, March 31, 2023, 9:00\u2009–\u200910:00\u202fAM (GMT+02:00)"),
        ("klingon", "Friday, March 31, 2023, 9:00\u2009–\u200910:00\u202fAM (GMT+02:00)"),
        ("x-y-z", "Friday, March 31, 2023, 9:00\u2009–\u200910:00\u202fAM (GMT+02:00)"),
    ],
)
def test_a_language_is_found_however_it_is_written(language: str, told: str) -> None:
    """Words where there is a catalogue, dates wherever CLDR knows them, English for the rest."""
    assert words(language).span(START, START + HOUR, ZONE) == told


@pytest.mark.parametrize(
    ("end", "zone", "told"),
    [
        (None, ZONE, "fredag den 31. marts 2023 kl. 09.00 (CEST)"),
        (START, ZONE, "fredag den 31. marts 2023 kl. 09.00 (CEST)"),
        (
            START + 17 * HOUR,
            ZONE,
            "fredag den 31. marts 2023 kl. 09.00 – lørdag den 1. april 2023 kl. 02.00 (CEST)",
        ),
        (
            START + 49 * HOUR,
            ZONE,
            "fredag den 31. marts 2023 kl. 09.00 – søndag den 2. april 2023 kl. 10.00 (CEST)",
        ),
        (START + HOUR, "Asia/Kolkata", "fredag den 31. marts 2023 kl. 12.30–13.30 (GMT+05:30)"),
        (START + HOUR, "UTC", "fredag den 31. marts 2023 kl. 07.00–08.00 (UTC)"),
    ],
)
def test_a_span_is_told_on_the_clocks_of_the_place(end: datetime | None, zone: str, told: str) -> None:
    """And names those clocks, so that people elsewhere can tell."""
    assert words("da").span(START, end, zone) == told


def test_the_night_the_clocks_change_names_both_clocks() -> None:
    """Half past two comes twice, an hour apart."""
    first = datetime(2023, 10, 29, 2, 30, tzinfo=SUMMER)
    assert words("da").span(first, first + HOUR, ZONE) == (
        "søndag den 29. oktober 2023 kl. 02.30 (CEST) – søndag den 29. oktober 2023 kl. 02.30 (CET)"
    )


@pytest.mark.parametrize(
    ("days", "told"),
    [
        (None, "fredag den 31. marts 2023"),
        (1, "fredag den 31. marts 2023"),
        (3, "fre. 31. mar.–søn. 2. apr. 2023"),
        (300, "fre. 31. mar. 2023–ons. 24. jan. 2024"),
    ],
)
def test_whole_days_name_no_clock_and_end_on_their_last_day(days: int | None, told: str) -> None:
    """The end of whole days is the midnight after."""
    start = datetime(2023, 3, 31, tzinfo=ZoneInfo(ZONE))
    end = start + timedelta(days=days) if days else None
    assert words("da").span(start, end, ZONE, True) == told


def test_a_moment_and_a_day_are_those_of_the_zone() -> None:
    """Eleven in the evening in Copenhagen is another day in Tokyo."""
    late = START.replace(hour=23)
    assert words("da").moment(late, ZONE) == "fredag den 31. marts 2023 kl. 23.00 (CEST)"
    assert words("da").day(late, ZONE) == "31. marts 2023"
    assert words("da").day(late, "Asia/Tokyo") == "1. april 2023"


def test_values_are_never_read_as_placeholders() -> None:
    """A title may hold braces."""
    assert words("en").text("{day}, {clock}", day="{clock}", clock="{x}") == "{clock}, {x}"


@pytest.mark.parametrize(("n", "told"), [(0, "0 minutes"), (1, "1 minute"), (2, "2 minutes")])
def test_english_counts_one_and_many(n: int, told: str) -> None:
    """Without a catalogue the code's own words are counted."""
    assert words("en").count("{n} minute", "{n} minutes", n) == told


def test_babel_is_loaded_only_to_say_something() -> None:
    """It is slow to load."""
    script = "import sys, publisher.render.words; print('babel' in sys.modules)"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout == "False\n"
