"""Errors are product: whatever happens, a sentence and a fix, never a traceback or a secret."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Run

AUDIO = ROOT.parent / "shared/data/audio"


def test_a_bug_is_told_without_a_traceback_or_what_it_held(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def burst(*_: object, **__: object) -> None:
        raise ZeroDivisionError("AKIASECRET")

    monkeypatch.setattr("publisher.read.read", burst)
    ran = run("check")
    assert (ran.code, "ZeroDivisionError in burst" in ran.err) == (1, True)
    assert "AKIASECRET" not in ran.err


def test_ctrl_c_is_said_in_a_word(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("publisher.read.read", stop)
    ran = run("check")
    assert (ran.code, ran.err.strip()) == (1, "publisher: stopped")


def test_a_full_disk_is_said_and_loses_nothing(
    run: Run, monkeypatch: pytest.MonkeyPatch, project: Path
) -> None:
    run("build")
    before = (project / "feeds/podcast.xml").read_bytes()

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    ran = run("build")
    assert (ran.code, "No space left on device" in ran.err) == (1, True)
    assert (project / "feeds/podcast.xml").read_bytes() == before


@pytest.mark.parametrize("path", sorted(AUDIO.glob("*")), ids=lambda path: path.name)
def test_every_recording_is_published_or_answered(run: Run, project: Path, path: Path) -> None:
    """Bare, so that its tags are all there is: published with true facts, or a problem that names it."""
    shutil.copy(path, project / "episodes" / path.name)
    ran = run("publish")
    named = [line for line in ran.err.splitlines() if line.startswith(f"episodes/{path.name}:")]
    assert (ran.code == 0) != any("warning: " not in line for line in named)
    if ran.code:
        assert not (project / ".publisher/public").exists()


def test_all_recordings_at_once_are_told_at_once(run: Run, project: Path) -> None:
    for path in AUDIO.glob("*"):
        shutil.copy(path, project / "episodes" / path.name)
    ran = run("publish")
    assert ran.code == 1
    assert len(ran.err.splitlines()) > 8


def test_it_runs_as_a_module() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "publisher", "--version"], capture_output=True, text=True, check=True
    )
    assert ran.stdout.startswith("publisher, version ")
