"""Small shows in a folder, for tests that spoil them."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from publisher.model import Problem, Site
from publisher.read import read
from tests.pictures import jpeg, png
from tests.read.audio.build import mp3

MATERIAL = Path(__file__).parents[3] / "shared/data"
"""Recordings, chapters and transcripts of other people's, which are not part of this project."""
PNG, JPEG = png(), jpeg()
"""A cover, and a picture for an episode, that nobody could fault."""
MP3 = mp3(100)
SHOW = """\
title = "A show"
description = "What it is about."
base_url = "https://example.org/show"
language = "da"
timezone = "Europe/Copenhagen"
author = "We"
owner = { name = "We", email = "we@example.org" }
cover = "cover.png"
categories = ["Government"]
guid = "a2a60e66-99d7-56f1-b9f4-13e5e2cec1cf"
"""


def told(problems: Iterable[Problem]) -> list[str]:
    """Each problem as `file:line:column CODE`, in order of place."""
    ordered = sorted(problems, key=lambda problem: (problem.place, problem.code))
    return [f"{one.place.file}:{one.place.line}:{one.place.column} {one.code}" for one in ordered]


def spots(problems: Iterable[Problem]) -> list[str]:
    """Each problem as `line:column CODE`, where there is one file only."""
    return [line.partition(":")[2] for line in told(problems)]


@dataclass(frozen=True)
class Project:
    """A folder with a show in it that has no problems."""

    root: Path

    def write(self, name: str, content: str | bytes = "") -> Path:
        """Put a file into episodes/."""
        path = self.root / "episodes" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def entry(self, name: str, front: str = "title: A title", body: str = "") -> Path:
        """Put Markdown with this front matter into episodes/."""
        return self.write(name, f"---\n{front.strip(chr(10))}\n---\n{body}")

    def show(self, old: str, new: str) -> None:
        """Change show.toml."""
        self.change("show.toml", old, new)

    def change(self, name: str, old: str, new: str) -> None:
        """Replace `old`, which must be there, in a file of episodes/."""
        path = self.root / "episodes" / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def material(self, name: str, to: str) -> Path:
        """Put one of other people's files into episodes/."""
        if not (MATERIAL / name).is_file():
            pytest.skip(f"{name} of ../shared/data is not on this machine")
        path = self.write(to)
        shutil.copyfile(MATERIAL / name, path)
        return path

    def read(self) -> Site:
        """What reading makes of it."""
        return read(self.root)

    def told(self) -> list[str]:
        """What reading finds wrong with it."""
        return told(self.read().problems)

    def only(self) -> Any:
        """The one entry there is, which has no problems."""
        site = self.read()
        (entry,) = site.entries
        assert told(site.problems) == []
        return entry


def new_project(root: Path) -> Project:
    """A show without entries in `root`."""
    project = Project(root)
    project.write("show.toml", SHOW)
    project.write("cover.png", PNG)
    return project


HOSTILE = settings(max_examples=150, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
"""How hard property tests try; the same way every time."""
