"""The stamp is another one as soon as anything of the program is."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from publisher.kept.stamp import stamp

HOUR = 3600 * 10**9


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program of two files, and a folder of libraries."""
    package = tmp_path / "package"
    (package / "render/__pycache__").mkdir(parents=True)
    (package / "read.py").write_text("1")
    (package / "render/page.html").write_text("2")
    (tmp_path / "site-packages").mkdir()
    monkeypatch.setattr(sys.modules[stamp.__module__], "PACKAGE", package)
    monkeypatch.setattr(sys, "path", [str(tmp_path / "site-packages"), str(tmp_path / "none-packages")])
    return package


def test_the_same_program_has_the_same_stamp(program: Path) -> None:
    """What Python has compiled is no part of it."""
    before = stamp()
    (program / "render/__pycache__/page.pyc").write_text("compiled")
    assert stamp() == before


@pytest.mark.parametrize(
    "name", ["read.py", "render/page.html", "render/new.html", "../site-packages/new.py"]
)
def test_another_file_of_ours_or_another_library_makes_another(program: Path, name: str) -> None:
    before = stamp()
    (program / name).write_text("3")
    assert stamp() != before


def test_a_file_that_was_written_again_makes_another(program: Path) -> None:
    """Its size tells nothing, and to read all of it would take longer than what is kept saves."""
    before = stamp()
    moment = (program / "read.py").stat().st_mtime_ns - HOUR
    os.utime(program / "read.py", ns=(moment, moment))
    assert stamp() != before


def test_another_python_makes_another(program: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = stamp()
    monkeypatch.setattr(sys, "version", "3.99")
    assert stamp() != before
