"""What a show came to holds as long as nothing is changed, for the ledger that came of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from publisher.kept.outcomes import Outcome, Outcomes, digest
from publisher.kept.table import Table
from publisher.model import Ledger, LedgerEntry, Show
from tests.kept.runs import age

NOW = datetime(2026, 6, 1, 6, tzinfo=UTC)
ROW = LedgerEntry(kind="article", guid="a", slug="a", path="a", published=NOW, updated=NOW, hash="")
LEDGER = Ledger(moment=NOW, entries=(ROW,))
OUTCOME = Outcome(
    show=Show(title="The show"),
    since=NOW,
    until=NOW + timedelta(days=1),
    ledger=digest(LEDGER),
    warnings=(),
    rows=(("index.html", "text/html", 3, "0" * 64),),
)


class Runs:
    """One run after the other, each of which looks at the folder anew, long after it was written."""

    def __init__(self, root: Path) -> None:
        self.table, self.home = root / "cache/outcomes.sqlite", root / "episodes"
        self.home.mkdir()
        (self.home / "show.toml").write_text("title = 'The show'")

    def run(self, stamp: bytes = b"this program") -> Outcomes:
        age(self.home)
        return Outcomes(Table(self.table), self.home, stamp)


@pytest.fixture
def runs(tmp_path: Path) -> Runs:
    made = Runs(tmp_path)
    first = made.run()
    assert first.find("build") is None
    first.keep("build", OUTCOME)
    return made


def test_what_it_came_to_is_found_again(runs: Runs) -> None:
    found = runs.run().find("build")
    assert found == OUTCOME
    (made,) = found.artifacts
    assert (made.key, made.type, made.size, made.sha256) == OUTCOME.rows[0]


def test_it_is_for_one_purpose_and_of_one_program(runs: Runs) -> None:
    assert runs.run().find("publish") is None
    assert runs.run(b"another one").find("build") is None


def test_it_is_gone_when_anything_is_changed(runs: Runs) -> None:
    (runs.home / "new.md").write_text("More")
    assert runs.run().find("build") is None


def test_what_was_changed_meanwhile_is_not_kept(runs: Runs) -> None:
    """It may have been read before or after."""
    outcomes = runs.run()
    assert outcomes.find("build")
    (runs.home / "show.toml").write_text("title = 'Another'")
    age(runs.home)
    outcomes.keep("build", OUTCOME)
    assert runs.run().find("build") is None


def test_what_was_changed_just_now_is_not_believed(runs: Runs) -> None:
    """It may be changed again in the same tick of the clock."""
    (runs.home / "show.toml").write_text("title = 'Another'")
    outcomes = Outcomes(Table(runs.table), runs.home, b"this program")
    assert outcomes.find("build") is None
    outcomes.keep("build", OUTCOME)
    assert outcomes.find("build") is None


def test_what_nobody_looked_at_before_it_was_read_is_not_kept(runs: Runs) -> None:
    """How it was when it was read, nobody knows."""
    (runs.home / "show.toml").write_text("title = 'Another'")
    runs.run().keep("build", OUTCOME)
    assert runs.run().find("build") is None


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (timedelta(seconds=-1), False),
        (timedelta(), True),
        (timedelta(hours=23), True),
        (timedelta(days=1), False),
    ],
)
def test_it_holds_from_its_moment_until_something_changes_by_itself(after: timedelta, expected: bool) -> None:
    assert OUTCOME.holds(LEDGER, NOW + after) is expected


def test_it_holds_for_one_ledger_whenever_that_was_made() -> None:
    assert OUTCOME.holds(Ledger(moment=NOW + timedelta(hours=1), entries=(ROW,)), NOW)
    assert not OUTCOME.holds(Ledger(moment=NOW), NOW)
