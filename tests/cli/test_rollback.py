"""`publisher rollback`: a plan like any other, shown first."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from publisher.store.folder import FolderStore
from tests.channel import calendar
from tests.cli.conftest import Run, edit
from tests.cli.test_history import ARTICLE, PUBLIC, publish_twice


def page(project: Path) -> str:
    return (project / PUBLIC / "articles/case-genbrug-af-loesninger.html").read_text()


def test_the_revision_before_is_put_back_and_the_next_publish_undoes_it(run: Run, project: Path) -> None:
    publish_twice(run, project)
    ran = run("rollback")
    assert ran.code == 0
    assert "back to revision 1. The next publish brings the newer content back" in ran.err
    assert "git revert" in ran.err
    assert "revision 3, 8 uploaded" in ran.out
    assert "Klokken er" in page(project)
    assert run("publish").code == 0
    assert "Kl. er" in page(project)
    assert json.loads(run("publish", "--json").out)["uploaded"] == 0


def test_a_dry_run_shows_the_plan_that_it_would_carry_out(run: Run, project: Path) -> None:
    publish_twice(run, project)
    before = sorted((project / PUBLIC).rglob("*"))
    plan = json.loads(run("rollback", "1", "--dry-run", "--json").out)
    assert list(plan) == ["revision", "upload", "delete", "keep"]
    assert [item["key"] for item in plan["upload"]] == [
        "articles/case-genbrug-af-loesninger.html",
        "feed.atom",
        "feed.json",
        "feed.xml",
        "search/2023-0.json",
        "search/index.json",
        "sitemap.xml",
        "tags/politisk-ledelse-af-innovation.xml",
    ]
    assert "8 to upload" in run("rollback", "--dry-run").out
    assert sorted((project / PUBLIC).rglob("*")) == before


def test_what_is_public_what_never_was_and_what_is_first_are_no_way_back(run: Run, project: Path) -> None:
    ran = run("rollback")
    assert (ran.code, "no revision to go back to" in ran.err) == (1, True)
    publish_twice(run, project)
    ran = run("rollback", "2")
    assert (ran.code, "revision 2 is what the public has" in ran.err) == (1, True)
    ran = run("rollback", "7")
    assert (ran.code, "has no revision 7; kept are 1 to 2" in ran.err) == (1, True)
    assert run("rollback", "0").code == run("rollback", "x").code == 2


def test_it_needs_no_recording_and_no_entry_that_is_right(run: Run, project: Path) -> None:
    """Something is broken: that is when one goes back."""
    publish_twice(run, project)
    for path in (project / "episodes").rglob("*.mp3"):
        path.unlink()
    edit(project / ARTICLE, "title:", "titel:")
    assert run("rollback").code == 0
    assert "Klokken er" in page(project)


def test_taking_much_away_needs_force(run: Run, project: Path) -> None:
    run("publish")
    for n in range(30):
        folder = project / f"episodes/note-{n}"
        folder.mkdir()
        (folder / "article.md").write_text(f"---\ntitle: Note {n}\nguid: note-{n}\n---\n")
    run("publish")
    ran = run("rollback")
    assert (ran.code, "--force" in ran.err) == (1, True)
    assert run("rollback", "--force").code == 0
    assert not (project / PUBLIC / "articles/note-1.html").exists()


def test_after_a_run_that_died_the_last_whole_revision_comes_back(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish_twice(run, project)
    edit(project / ARTICLE, "Kl. er", "Nu er")
    swap = FolderStore.swap

    def dying(self: FolderStore, key: str, body: bytes, **how: object) -> str:
        if key == "feed.xml":
            raise KeyboardInterrupt
        return swap(self, key, body, **how)  # type: ignore[arg-type]

    with monkeypatch.context() as killed:
        killed.setattr(FolderStore, "swap", dying)
        assert run("publish").code == 1
    assert "Nu er" in page(project)
    ran = run("rollback")
    assert (ran.code, "back to revision 2" in ran.err) == (0, True)
    assert "Kl. er" in page(project)


def test_a_calendar_goes_on(run: Run, project: Path) -> None:
    run("publish", "--at", "2023-03-20 06:00")
    folder = project / "episodes/innovationscafe-politisk-ledelse"
    edit(folder / "event.md", 'title: "Innovationscafé', 'title: "Ny innovationscafé')
    run("publish", "--at", "2023-03-21 06:00")
    store = FolderStore(project / PUBLIC)
    ((uid, before),) = calendar(store).items()
    assert run("rollback", "--at", "2023-03-22 06:00").code == 0
    told = calendar(store)[uid]
    assert before.summary.startswith("Ny ")
    assert not told.summary.startswith("Ny ")
    assert (before.sequence, told.sequence) == (1, 2)
    run("publish", "--at", "2023-03-23 06:00")
    assert calendar(store)[uid].sequence == 3


def test_what_was_taken_back_for_good_does_not_come_back(run: Run, project: Path) -> None:
    """A retraction that died before it had deleted the old revisions."""
    publish_twice(run, project)
    old = project / "old"
    shutil.copytree(project / PUBLIC / ".publisher", old)
    with (project / "episodes/show.toml").open("a") as file:
        file.write('\n[identity]\nretired = ["5a9f47d3-5f9d-5ba8-9d8c-21890900359c"]\n')
    assert run("retract", "case-genbrug-af-loesninger").code == 0
    for path in old.rglob("*-*.json"):
        shutil.copy(path, project / PUBLIC / ".publisher/revisions" / path.name)
    ran = run("rollback", "2")
    assert (ran.code, "taken back for good: articles/case-genbrug" in ran.err) == (1, True)
    assert "no way back: it holds what was taken back" in run("history").out
