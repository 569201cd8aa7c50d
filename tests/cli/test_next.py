"""`publisher next`: when to run again."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Run, edit


def test_the_next_moment_is_the_only_word_on_stdout(run: Run, project: Path) -> None:
    edit(
        project / "episodes/politisk-ledelse-af-innovation/article.md",
        "date: 2023-03-22 06:00",
        "date: 2030-07-01 06:00",
    )
    ran = run("next", "--at", "2026-01-01")
    assert (ran.code, ran.out) == (0, "2030-07-01T06:00:00+02:00\n")
    listed = json.loads(run("next", "--json", "--at", "2026-01-01").out)
    assert listed == {
        "next": "2030-07-01T06:00:00+02:00",
        "changes": [
            {
                "moment": "2030-07-01T06:00:00+02:00",
                "file": "episodes/politisk-ledelse-af-innovation/article.md",
                "what": "Når svaret ikke findes endnu appears",
            }
        ],
    }


def test_nothing_to_come_is_no_output(run: Run) -> None:
    ran = run("next")
    assert (ran.code, ran.out) == (0, "")


def test_publishing_at_that_moment_changes_something_and_just_before_does_not(
    run: Run, project: Path
) -> None:
    article = project / "episodes/politisk-ledelse-af-innovation/article.md"
    edit(article, "date: 2023-03-22 06:00", "date: 2030-07-01 06:00")
    run("publish", "--at", "2026-01-01")
    moment = run("next", "--at", "2026-01-01").out.strip()
    assert json.loads(run("plan", "--json", "--at", "2030-07-01 05:59:59").out)["upload"] == []
    assert json.loads(run("plan", "--json", "--at", moment).out)["upload"] != []
