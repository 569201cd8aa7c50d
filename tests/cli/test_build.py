"""`publisher build`: feeds/ whole or untouched, and the same bytes for the same input."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run, edit


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_feeds_hold_what_the_contract_names_and_no_recordings(run: Run, project: Path) -> None:
    assert run("build").code == 0
    names = set(tree(project / "feeds"))
    assert {
        "podcast.xml",
        "feed.xml",
        "feed.atom",
        "feed.json",
        "events.ics",
        "events.xml",
        "index.html",
    } < names
    assert {"ledger.json", "events/innovationscafe-politisk-ledelse.ics"} < names
    assert not [name for name in names if name.startswith("media")]


def test_building_again_at_the_recorded_moment_changes_no_byte(run: Run, project: Path) -> None:
    run("build")
    before = tree(project / "feeds")
    moment = json.loads(before["ledger.json"])["moment"]
    assert "0 written" in run("build", "--at", moment).out
    assert tree(project / "feeds") == before


def test_the_moment_comes_from_at_then_the_environment(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def moment() -> str:
        return str(json.loads((project / "feeds/ledger.json").read_text())["moment"])

    run("build", "--at", "2026-07-01 06:00")
    assert moment() == "2026-07-01T04:00:00Z"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    run("build")
    assert moment() == "2026-09-21T14:13:20Z"
    assert run("build", "--at", "tomorrow").code == 1


def test_an_error_leaves_feeds_as_they_were(run: Run, project: Path) -> None:
    run("build")
    before = tree(project / "feeds")
    edit(project / "episodes/politisk-ledelse-af-innovation/article.md", "title:", "titel:")
    ran = run("build")
    assert (ran.code, ran.out) == (1, "")
    assert "write title" in ran.err
    assert tree(project / "feeds") == before


def test_drafts_are_built_only_into_a_folder_of_their_own(run: Run, project: Path) -> None:
    edit(project / "episodes/politisk-ledelse-af-innovation/article.md", "---\n", "---\ndraft: true\n")
    text = (project / "episodes/politisk-ledelse-af-innovation/article.md").read_text()
    head, _, rest = text.partition("---\ndraft: true\n")[2].partition("---\ndraft: true\n")
    (project / "episodes/politisk-ledelse-af-innovation/article.md").write_text(
        f"---\ndraft: true\n{head}---\n{rest}"
    )
    page = "articles/politisk-ledelse-af-innovation.html"
    assert run("build", "--drafts").code == 2
    run("build", "--out", "plain")
    run("build", "--out", "preview", "--drafts")
    assert not (project / "plain" / page).exists()
    assert (project / "preview" / page).exists()


def test_a_folder_in_use_is_not_built_into(run: Run, project: Path) -> None:
    before = tree(project / "episodes")
    assert run("build", "--out", "episodes").code == 1
    assert tree(project / "episodes") == before


def test_a_damaged_ledger_is_an_error_and_stays(run: Run, project: Path) -> None:
    run("build")
    (project / "feeds/ledger.json").write_text("{")
    ran = run("build")
    assert (ran.code, "damaged" in ran.err) == (1, True)
    assert (project / "feeds/ledger.json").read_text() == "{"
