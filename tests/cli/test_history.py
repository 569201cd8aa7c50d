"""`publisher history`: what was published, newest first."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

from tests.cli.conftest import Run, edit

PUBLIC = Path(".publisher/public")
ARTICLE = "episodes/case-genbrug-af-loesninger/article.md"


def publish_twice(run: Run, project: Path) -> None:
    run("publish", "--at", "2026-01-01 06:00")
    edit(project / ARTICLE, "Klokken er", "Kl. er")
    run("publish", "--at", "2026-07-02 06:00")


def test_before_anything_is_published_there_is_none(run: Run) -> None:
    ran = run("history")
    assert (ran.code, "nothing was published" in ran.out) == (0, True)


def test_each_revision_is_told_with_its_moment_in_the_shows_zone_and_its_entries(
    run: Run, project: Path
) -> None:
    publish_twice(run, project)
    lines = run("history").out.splitlines()
    assert re.fullmatch(r"   2  2026-07-02 06:00  \d uploaded \(\d+\.\d kB\), 0 deleted  public", lines[0])
    assert lines[1] == "      changed article: Fiktivt eksempel: Da byrådet lånte en løsning"
    assert re.match(r"   1  2026-01-01 06:00  \d\d uploaded \(\d\.\d MB\), 0 deleted", lines[2])
    assert lines[-1] == "      and 1 more"


def test_as_json_it_says_which_can_come_back(run: Run, project: Path) -> None:
    publish_twice(run, project)
    said = json.loads(run("history", "--json").out)
    assert list(said) == ["revisions", "older", "unfinished", "dead"]
    assert {tuple(row) for row in said["revisions"]} == {
        (
            "revision",
            "name",
            "moment",
            "public",
            "uploaded",
            "deleted",
            "bytes",
            "entries",
            "rollback",
            "barred",
        )
    }
    assert [(row["revision"], row["public"], row["rollback"]) for row in said["revisions"]] == [
        (2, True, False),
        (1, False, True),
    ]
    assert said["revisions"][0]["moment"] == "2026-07-02T06:00:00+02:00"
    assert set(said["revisions"][0]["entries"][0]) == {"change", "kind", "guid", "title", "url"}


def test_only_the_last_ones_are_shown_and_the_others_counted(run: Run, project: Path) -> None:
    publish_twice(run, project)
    edit(project / ARTICLE, "Kl. er", "Klokken er")
    run("publish")
    out = run("history", "--last", "1").out.splitlines()
    assert (out[0][:4], out[-1]) == ("   3", "and 2 older")


def test_what_dead_runs_left_is_told_apart(run: Run, project: Path) -> None:
    publish_twice(run, project)
    revisions = project / PUBLIC / ".publisher/revisions"
    (first,) = revisions.glob("1-*.json")
    shutil.copy(first, revisions / "2-dead.json")
    head = project / PUBLIC / ".publisher/head.json"
    document = json.loads(head.read_text())
    shutil.copy(first, revisions / "3-begun.json")
    head.write_text(json.dumps(document | {"state": "busy", "next": "3-begun"}))
    (revisions / "3-begun.json").write_text(first.read_text().replace('"number":1', '"number":3'))
    out = run("history").out
    assert "not finished: 3-begun" in out
    assert "never public as a whole: 2-dead" in out
    said = json.loads(run("history", "--json").out)
    assert (said["unfinished"], said["dead"]) == ("3-begun", ["2-dead"])


def test_a_revision_that_cannot_come_back_says_why(run: Run, project: Path) -> None:
    publish_twice(run, project)
    for media in (project / PUBLIC / "media").iterdir():
        media.unlink()
    assert "      no way back: files of it are gone: 3, such as media/001" in run("history").out


def test_a_broken_entry_is_no_obstacle_and_a_broken_show_is(run: Run, project: Path) -> None:
    publish_twice(run, project)
    edit(project / ARTICLE, "title:", "titel:")
    assert run("history").code == 0
    edit(project / "episodes/show.toml", 'title = "', "title = ")
    assert run("history").code == 1
