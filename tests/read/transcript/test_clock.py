"""publisher.read.transcript.clock: times to the millisecond."""

from __future__ import annotations

import pytest

from publisher.read.transcript.clock import clock


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("0:11", 11),
        ("00:00:11.0", 11),
        (" 1:02:03,5 ", 3723.5),
        ("90:00", 5400),
        ("100:00:00.001", 360000.001),
        ("00:00.0004", 0),
        ("00:00.9999", 1),
        ("00:00:01:500", 1.5),
    ],
)
def test_times(text: str, seconds: float) -> None:
    time = clock(text)
    assert time is not None
    assert time.total_seconds() == seconds


@pytest.mark.parametrize(
    "text", ["", "11", "0:60", "0:60:00", "1:2:3:4:5", "a:11", "٠:١١", "-1:00", "12345:00"]
)
def test_what_is_no_time(text: str) -> None:
    assert clock(text) is None
