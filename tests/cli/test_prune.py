"""`publisher prune`: shown, capped, and never more than it says."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from publisher.errors import StoreError
from publisher.model import Retired
from publisher.prune.stock import clock
from publisher.state import decode, encode
from publisher.store.memory import MemoryStore
from tests.cli.conftest import Run, edit
from tests.cli.test_history import ARTICLE, PUBLIC


def publish(run: Run, project: Path, times: int) -> None:
    """As many revisions, each with another text."""
    words = ["Klokken er", *(f"Klokken {number} er" for number in range(1, times))]
    run("publish")
    for old, new in pairwise(words):
        edit(project / ARTICLE, old, new)
        run("publish")


def wait(project: Path, days: int) -> None:
    """Let so much time pass for what is marked."""
    file = project / PUBLIC / ".publisher/retired.json"
    record = decode(file.read_bytes(), Retired, file.name)
    marks = tuple(replace(mark, since=mark.since - timedelta(days=days)) for mark in record.marks)
    file.write_bytes(encode(replace(record, marks=marks)))


def revisions(project: Path) -> list[str]:
    folder = project / PUBLIC / ".publisher/revisions"
    return sorted(path.name.partition("-")[0] for path in folder.iterdir())


def test_old_revisions_go_in_two_runs(run: Run, project: Path) -> None:
    publish(run, project, 4)
    ran = run("prune", "--keep", "2")
    assert ran.code == 0
    assert "revisions 3 to 4 are kept; nothing deleted, 3 revisions" in ran.out
    wait(project, 29)
    assert "nothing deleted" in run("prune", "--keep", "2").out
    assert revisions(project) == ["0", "1", "2", "3", "4"]
    wait(project, 1)
    ran = run("prune", "--keep", "2")
    assert "- .publisher/revisions/1-" in ran.out
    assert revisions(project) == ["3", "4"]
    assert run("rollback").code == 0
    assert [row["revision"] for row in json.loads(run("history", "--json").out)["revisions"]] == [5, 4, 3]


def test_by_default_ten_are_kept(run: Run, project: Path) -> None:
    publish(run, project, 11)
    run("prune")
    wait(project, 30)
    run("prune", "--force")
    assert len(revisions(project)) == 10


def test_a_dry_run_changes_nothing(run: Run, project: Path) -> None:
    publish(run, project, 3)
    run("prune", "--keep", "1")
    wait(project, 30)
    before = tree(project)
    ran = run("prune", "--keep", "1", "--dry-run")
    assert " to delete, nothing to mark, 0 in their grace" in ran.out
    said = json.loads(run("prune", "--keep", "1", "--dry-run", "--json").out)
    assert list(said) == ["kept", "delete", "mark", "marked", "waiting"]
    assert {tuple(row) for row in said["delete"]} == {("key", "size", "since", "orphan")}
    assert tree(project) == before


def tree(project: Path) -> dict[Path, bytes]:
    """Every file but those that only save time."""
    files = (path for path in project.rglob("*") if path.is_file() and "cache" not in path.parts)
    return {path: path.read_bytes() for path in files}


def test_much_at_once_waits_or_needs_force(run: Run, project: Path) -> None:
    publish(run, project, 8)
    run("prune", "--keep", "1")
    wait(project, 30)
    ran = run("prune", "--keep", "1")
    assert ran.out.count("\n- ") + ran.out.startswith("- ") == 20
    assert "more are due: run again, or say --force" in ran.out
    run("prune", "--keep", "1", "--force")
    assert revisions(project) == ["8"]
    assert json.loads((project / PUBLIC / ".publisher/retired.json").read_text())["marks"] == []


def test_pictures_and_recordings_stay_for_as_long_as_is_said(run: Run, project: Path) -> None:
    publish(run, project, 1)
    (project / "episodes/cover.jpg").write_bytes((project / "episodes/cover.jpg").read_bytes() + b"\0")
    run("publish")
    before = set((project / PUBLIC / "art").iterdir())
    run("prune", "--keep", "1")
    wait(project, 330)
    run("prune", "--keep", "1", "--force")
    assert set((project / PUBLIC / "art").iterdir()) == before
    run("prune", "--keep", "1", "--grace", "300")
    assert len(before) - len(set((project / PUBLIC / "art").iterdir())) == 1


def test_the_clock_is_the_store_s(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine whose clock is ahead ends no grace."""
    publish(run, project, 2)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "4070908800")
    run("prune", "--keep", "1")
    run("prune", "--keep", "1")
    assert revisions(project) == ["0", "1", "2"]
    marks = json.loads((project / PUBLIC / ".publisher/retired.json").read_text())["marks"]
    assert not any(mark["since"].startswith("2099") for mark in marks)


def test_where_nothing_was_published_there_is_nothing_to_prune(run: Run) -> None:
    ran = run("prune")
    assert (ran.code, "nothing was published" in ran.err) == (1, True)


@pytest.mark.parametrize("words", [("--keep", "0"), ("--grace", "-1"), ("--keep", "many")])
def test_wrong_usage_is_exit_code_2(run: Run, words: tuple[str, ...]) -> None:
    assert run("prune", *words).code == 2


def test_a_store_that_holds_nothing_has_no_moment() -> None:
    with pytest.raises(StoreError, match="holds nothing"):
        clock(MemoryStore())
