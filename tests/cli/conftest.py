"""Commands run as a producer runs them, in projects of their own."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from publisher.cli import main

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Ran:
    """What a command left: its exit code, its result and its talk."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, project: Path) -> Run:
    """Run `publisher` with these words, in `project` unless told otherwise."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)

    def run(*words: str | Path, folder: Path | None = None) -> Ran:
        monkeypatch.chdir(folder or project)
        with pytest.raises(SystemExit) as ended:
            main([str(word) for word in words])
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return Ran(int(ended.value.code or 0), said.out, said.err)

    return run


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The example show, to be spoiled."""
    folder = tmp_path / "project"
    shutil.copytree(ROOT / "episodes", folder / "episodes")
    return folder


def edit(path: Path, old: str, new: str) -> None:
    """Replace `old`, which must be there, by `new`."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
