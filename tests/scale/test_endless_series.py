"""Series without end cost no more than somebody asks of them, and go on for as long as anybody asks."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from publisher.model import Ledger
from publisher.settle import settle
from tests.read.project import Project, new_project

SERIES = 300
NOW = datetime(2026, 1, 31, 12, tzinfo=UTC)
"""A Saturday."""


def add_series(show: Project, name: str, day: str, rule: str) -> None:
    show.entry(
        f"{name}/event.md",
        f"title: {name}\nsummary: x\nstart: {day} 09:00\nend: {day} 10:00\nlocation: Torvet 1\n"
        f"recurrence: {rule}",
    )


@pytest.fixture(scope="module")
def weekly(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A show with 300 series of three years."""
    show = new_project(tmp_path_factory.mktemp("weekly"))
    for number in range(SERIES):
        add_series(show, f"serie-{number:03}", "2023-01-05", "FREQ=WEEKLY")
    return show


def test_three_hundred_endless_series_are_read_and_settled_quickly(weekly: Project) -> None:
    """In seconds of work that even a small machine has."""
    before = time.process_time()
    site = weekly.read()
    edition = settle(site, Ledger(), NOW).edition
    assert time.process_time() - before < 3
    assert site.problems == ()
    assert [one.start for one in edition.upcoming] == [datetime(2026, 2, 5, 8, tzinfo=UTC)] * SERIES


@pytest.mark.parametrize(
    ("day", "rule"),
    [
        ("1999-01-01", "FREQ=DAILY"),
        ("2020-01-01", "FREQ=DAILY;COUNT=9000"),
        ("1999-01-01", "FREQ=DAILY;UNTIL=99991231"),
        ("1940-01-04", "FREQ=WEEKLY;BYDAY=SU,TH"),
    ],
)
def test_a_series_is_to_come_for_as_long_as_it_goes_on(tmp_path: Path, day: str, rule: str) -> None:
    """Whether it has an end that nobody will see, or one that is far away."""
    show = new_project(tmp_path)
    add_series(show, "serie", day, rule)
    (coming,) = settle(show.read(), Ledger(), NOW).edition.upcoming
    assert coming.start == datetime(2026, 2, 1, 8, tzinfo=UTC)
