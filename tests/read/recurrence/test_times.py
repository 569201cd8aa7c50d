"""Times that are made as somebody asks for them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count, islice

from publisher.read.recurrence.times import Times

START = datetime(2026, 1, 1, tzinfo=UTC)


def test_each_is_made_once_and_only_if_somebody_asks() -> None:
    made: list[datetime] = []

    def make() -> Iterator[datetime]:
        for day in count():
            made.append(START + timedelta(days=day))
            yield made[-1]

    times = Times(make())
    assert made == []
    three = list(islice(times, 3))
    assert (three, len(made)) == (made[:3], 3)
    assert (list(islice(times, 2)), len(made)) == (made[:2], 3)
    assert (list(islice(times, 5)), len(made)) == (made, 5)


def test_two_may_go_through_them_at_once() -> None:
    times = Times(iter([START, START + timedelta(days=1)]))
    assert list(zip(times, times, strict=True)) == [(one, one) for one in times]
    assert len(list(times)) == 2
