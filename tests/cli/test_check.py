"""`publisher check`: all problems at once, each with a place and a fix."""

from __future__ import annotations

import json
import re
from pathlib import Path

from tests.cli.conftest import Run, edit

LINE = re.compile(r"[^:]+:\d+:\d+: [A-Z]+-\d+ .+; .+")


def test_the_example_is_well_even_strictly(run: Run) -> None:
    assert run("check", "--strict").code == 0


def test_problems_are_lines_with_a_place_a_code_and_a_fix(run: Run, project: Path) -> None:
    episode = project / "episodes/001-hvorfor-politikere/episode.md"
    edit(episode, "season: 1", "seasn: 1")
    edit(project / "episodes/show.toml", 'language = "da"', 'language = "dansk!"')
    ran = run("check")
    assert ran.code == 1
    lines = ran.out.splitlines()
    assert all(LINE.fullmatch(line) for line in lines)
    assert any(
        line.startswith("episodes/001-hvorfor-politikere/episode.md:5:1: READ-005 ")
        and line.endswith("write season")
        for line in lines
    )
    assert any(": APPLE-027 " in line for line in lines)
    assert "2 errors" in ran.err


def test_warnings_pass_unless_strict(run: Run, project: Path) -> None:
    edit(project / "episodes/show.toml", 'author = "CO-PI"\n', "")
    assert run("check").code == 0
    assert run("check", "--strict").code == 1


def test_json_has_the_promised_keys(run: Run, project: Path) -> None:
    edit(project / "episodes/show.toml", 'title = "', 'titel = "')
    problems = json.loads(run("check", "--json").out)["problems"]
    assert {tuple(problem) for problem in problems} == {
        ("code", "severity", "file", "line", "column", "message", "fix", "source")
    }
    assert {problem["code"] for problem in problems} == {"READ-005"}
    assert json.loads(run("check", "--json", "-C", project).out) == {"problems": problems}


def test_github_annotations_are_escaped(run: Run, project: Path) -> None:
    edit(project / "episodes/show.toml", 'language = "da"', 'language = "100%"')
    out = run("check", "--format", "github").out
    assert out.startswith("::error file=episodes/show.toml,line=")
    assert "100%25" in out


def test_the_folder_may_be_named_before_or_after_the_command(run: Run, project: Path, tmp_path: Path) -> None:
    assert run("-C", project, "check", folder=tmp_path).code == 0
    assert run("check", "-C", project, folder=tmp_path).code == 0


def test_a_folder_without_a_show_is_told_where_to_start(run: Run, tmp_path: Path) -> None:
    ran = run("check", folder=tmp_path)
    assert ran.code == 1
    assert "publisher init" in ran.err


def test_ignored_files_are_named_on_request(run: Run, project: Path) -> None:
    (project / "episodes/notes.odt").write_bytes(b"?")
    assert "notes.odt" not in run("check").err
    assert "ignored: episodes/notes.odt" in run("check", "-v").err


def test_a_report_for_gitlab_has_what_it_wants(run: Run, project: Path) -> None:
    edit(project / "episodes/show.toml", 'language = "da"', 'language = "100%"\ncolour = "x"')
    edit(project / "episodes/show.toml", 'author = "CO-PI"\n', "")
    ran = run("check", "--format", "gitlab")
    rows = json.loads(ran.out)
    assert (ran.code, {row["severity"] for row in rows}) == (1, {"major", "minor"})
    assert {tuple(row) for row in rows} == {
        ("description", "check_name", "fingerprint", "severity", "location")
    }
    assert {row["location"]["path"] for row in rows} == {"episodes/show.toml"}
    assert len({row["fingerprint"] for row in rows}) == len(rows)
    edit(project / "episodes/show.toml", 'language = "100%"\ncolour = "x"', 'language = "da"')
    assert json.loads(run("check", "--format", "gitlab").out) == rows[:1]


def test_what_was_published_where_show_toml_says_is_checked_when_asked(run: Run, project: Path) -> None:
    """What is wrong without it is told first, in the form that was asked for."""
    run("publish")
    (project / "episodes/politisk-ledelse-af-innovation/article.md").unlink()
    assert run("check").code == 0
    ran = run("check", "--published", "--format", "github")
    assert (ran.code, ",title=ID-002::" in ran.out) == (1, True)
    edit(project / "episodes/show.toml", 'language = "da"', 'language = "100%"')
    ran = run("check", "--published", "--format", "github")
    assert (ran.code, ",title=APPLE-027::" in ran.out, "ID-002" in ran.out) == (1, True, False)


def test_what_was_published_at_a_target_is_checked_when_asked(run: Run, project: Path) -> None:
    run("publish")
    (project / "episodes/politisk-ledelse-af-innovation/article.md").unlink()
    assert run("check").code == 0
    ran = run("check", "--target", ".publisher/public")
    assert (ran.code, ": ID-002 " in ran.out) == (1, True)


def test_drafts_get_syntax_checks_only(run: Run, project: Path) -> None:
    folder = project / "episodes/004-soon"
    folder.mkdir()
    (folder / "episode.md").write_text("---\ndraft: true\n---\n")
    assert run("check").code == 0
    (folder / "episode.md").write_text("---\ndraft: true\nseason: first\n---\n")
    assert run("check").code == 1
