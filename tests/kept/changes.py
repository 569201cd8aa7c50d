"""What people do to the files of a show between two runs."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from tests.read.project import Project

CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:01.000\nHi\n"
CHAPTERS = "00:00 Start\n00:01 End\n"
Change = Callable[[Project], object]


def home(project: Project, name: str) -> Path:
    return project.root / "episodes" / name


def edit(name: str, old: str, new: str) -> Change:
    """Replaces `old` in a file."""

    def change(project: Project) -> None:
        path = home(project, name)
        text = path.read_text()
        assert old in text
        path.write_text(text.replace(old, new))

    return change


def touch(*names: str) -> Change:
    def change(project: Project) -> None:
        for name in names:
            os.utime(home(project, name))

    return change


def write(name: str, content: str | bytes) -> Change:
    return lambda project: project.write(name, content)


def remove(name: str) -> Change:
    return lambda project: home(project, name).unlink()


def rename(name: str, other: str) -> Change:
    return lambda project: home(project, name).rename(home(project, other))


def copy_in_place(name: str) -> Change:
    """The same bytes in another file, as a checkout leaves them."""

    def change(project: Project) -> None:
        aside = home(project, "aside")
        aside.write_bytes(home(project, name).read_bytes())
        aside.replace(home(project, name))

    return change
