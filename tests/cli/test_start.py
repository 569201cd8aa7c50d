"""`publisher init` and `publisher new`: what they write passes their own checks."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_a_new_show_with_a_recording_is_published_by_one_command(
    run: Run, tmp_path: Path, project: Path
) -> None:
    folder = tmp_path / "my-show"
    assert run("init", "my-show", "--title", "My show", folder=tmp_path).code == 0
    assert run("check", folder=folder).code == 0
    shutil.copy(next((project / "episodes").glob("*.mp3")), folder / "episodes/first.mp3")
    assert run("publish", folder=folder).code == 0
    assert "<enclosure" in (folder / ".publisher/public/podcast.xml").read_text()


@pytest.mark.parametrize(
    "title", ["My show", 'The "quoted" \\ show', "Æblegrød & <b>", "{title}", "'''", "a\x7fb"]
)
def test_any_title_makes_a_show_that_reads_back(run: Run, tmp_path: Path, title: str) -> None:
    assert run("init", "--title", title, "--base-url", "https://example.org/x/", folder=tmp_path).code == 0
    ran = run("check", folder=tmp_path)
    assert ran.code == 0
    run("build", folder=tmp_path)
    assert (tmp_path / "feeds/podcast.xml").is_file()


def test_shows_without_an_address_are_not_each_other(run: Run, tmp_path: Path) -> None:
    for name in ("one", "two"):
        run("init", name, folder=tmp_path)
    lines = [
        (tmp_path / name / "episodes/show.toml").read_text().partition("guid = ")[2]
        for name in ("one", "two")
    ]
    assert lines[0].splitlines()[0] != lines[1].splitlines()[0]


def test_an_address_that_is_none_makes_no_show(run: Run, tmp_path: Path) -> None:
    assert run("init", "--base-url", "not a url", folder=tmp_path).code == 1
    assert list(tmp_path.glob("episodes/*")) == []


@pytest.mark.parametrize("title", ["日本語のポッドキャスト", "\udcff\udcfe", "🎙"])
def test_titles_that_the_cover_cannot_show_leave_it_plain(run: Run, tmp_path: Path, title: str) -> None:
    assert run("init", "--title", title, folder=tmp_path).code == 0
    assert (tmp_path / "episodes/cover.jpg").stat().st_size > 0


def test_a_gitignore_of_any_bytes_is_kept(run: Run, tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_bytes(b"\xff\n")
    assert run("init", folder=tmp_path).code == 0
    assert (tmp_path / ".gitignore").read_bytes().startswith(b"\xff\n")


def test_what_is_made_is_not_kept_by_git(run: Run, tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("*.bak")
    run("init", folder=tmp_path)
    assert (tmp_path / ".gitignore").read_text().splitlines() == ["*.bak", "feeds/", ".publisher/"]


def test_a_show_is_never_overwritten(run: Run, project: Path) -> None:
    before = (project / "episodes/show.toml").read_bytes()
    assert run("init").code == 1
    assert (project / "episodes/show.toml").read_bytes() == before


def test_entries_start_as_drafts_that_pass(run: Run, project: Path) -> None:
    assert run("new", "episode", "Hvad nu?").out.strip().endswith("episodes/004-hvad-nu/episode.md")
    assert run("new", "event", "Café: 'igen' # 2").code == 0
    assert run("new", "article", "Æblegrød").out.strip().endswith("episodes/aeblegroed/article.md")
    assert run("check", "--strict").code == 0
    assert run("build", "--drafts", "--out", "preview").code == 0
    assert "Café: &#39;igen&#39; # 2" in (project / "preview/events/cafe-igen-2.html").read_text()


def test_what_a_new_event_suggests_is_right(run: Run, project: Path) -> None:
    run("new", "event", "A café")
    file = project / "episodes/a-cafe/event.md"
    text = file.read_text(encoding="utf-8")
    suggested = re.sub(r"^# (\w+: )", r"\1", text, flags=re.MULTILINE).replace("draft: true", "draft: false")
    assert suggested.count("#") == 1
    file.write_text(suggested, encoding="utf-8")
    assert run("check", "--strict").code == 0


def test_an_entry_is_never_overwritten(run: Run) -> None:
    run("new", "article", "Twice")
    ran = run("new", "article", "Twice")
    assert (ran.code, "there already" in ran.err) == (1, True)


def test_without_a_show_there_is_nothing_to_add_to(run: Run, tmp_path: Path) -> None:
    assert run("new", "article", "Twice", folder=tmp_path).code == 1
