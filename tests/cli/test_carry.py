"""What is asked at a terminal before anything is changed, and that no is no."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_history import PUBLIC, publish_twice
from tests.cli.test_prune import wait
from tests.cli.test_retract import SLUG, consent

QUESTIONS = {
    ("publish",): "Publish?",
    ("rollback",): "Go back to revision 1?",
    ("prune", "--keep", "1"): "Delete that?",
    ("retract", SLUG): "Take that back for good?",
}


Sit = Callable[[str], None]
ASKING = ("carry", "retracting", "commands.prune")


@pytest.fixture
def sit(monkeypatch: pytest.MonkeyPatch) -> Sit:
    """From now on somebody sits there, and types that."""

    def sit(words: str) -> None:
        for name in ASKING:
            monkeypatch.setattr(f"publisher.cli.{name}.is_interactive", lambda: True)
        monkeypatch.setattr("sys.stdin", io.StringIO(words))

    return sit


def files(project: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in (project / PUBLIC).rglob("*") if path.is_file()}


def ready(run: Run, project: Path) -> None:
    publish_twice(run, project)
    run("prune", "--keep", "1")
    wait(project, 30)
    consent(project)


@pytest.mark.parametrize("words", QUESTIONS, ids=lambda words: words[0])
def test_no_is_no_and_what_it_is_about_has_been_shown(
    run: Run, project: Path, sit: Sit, words: tuple[str, ...]
) -> None:
    ready(run, project)
    before = files(project)
    sit("n\n")
    ran = run(*words)
    assert (ran.code, QUESTIONS[words] in ran.err) == (1, True)
    assert any(line.startswith(("+ ", "- ")) for line in ran.err.splitlines())
    assert files(project) == before


@pytest.mark.parametrize("words", QUESTIONS, ids=lambda words: words[0])
def test_whoever_says_yes_beforehand_is_not_asked(
    run: Run, project: Path, sit: Sit, words: tuple[str, ...]
) -> None:
    ready(run, project)
    sit("")
    ran = run(*words, "--yes")
    assert (ran.code, QUESTIONS[words] in ran.err) == (0, False)


def test_enter_alone_publishes_and_takes_nothing_back(run: Run, project: Path, sit: Sit) -> None:
    sit("\n")
    assert run("publish").code == 0
    consent(project)
    sit("\n")
    assert run("retract", SLUG).code == 1


def test_where_there_is_nothing_to_do_nobody_is_asked(run: Run, sit: Sit) -> None:
    run("publish")
    sit("")
    assert json.loads(run("publish", "--json").out)["uploaded"] == 0
    assert run("prune").code == 0
