"""A show with thousands of episodes, each of a tiny recording, on disk."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from tests.pictures import png
from tests.read.audio.build import mp3

BASE = "https://example.org/langt"
SHOW = f"""\
title = "Et langt program"
description = "Fem tusind afsnit."
base_url = "{BASE}"
language = "da"
author = "Os"
owner = {{ name = "Os", email = "os@example.org" }}
cover = "cover.png"
categories = ["Government"]
guid = "a2a60e66-99d7-56f1-b9f4-13e5e2cec1cf"
"""
FIRST = date(2010, 1, 1)


def write_show(folder: Path, episodes: int) -> Path:
    """A project in `folder` with as many episodes, a day apart."""
    home = folder / "episodes"
    home.mkdir(parents=True)
    (home / "show.toml").write_text(SHOW, encoding="utf-8")
    (home / "cover.png").write_bytes(png())
    for number in range(1, episodes + 1):
        add_episode(folder, number)
    return folder


def add_episode(folder: Path, number: int) -> None:
    """Write the episode with this number; no two sound the same."""
    frames = mp3(12)
    home = folder / "episodes"
    (home / f"{number:04}.mp3").write_bytes(frames[:100] + b"%04d" % number + frames[104:])
    (home / f"{number:04}.md").write_text(
        f"---\ntitle: Om emne {number}\ndate: {FIRST + timedelta(days=number)}\n"
        f"transcript: {{none: Kun toner}}\n---\nAfsnittet handler om emne {number}.\n",
        encoding="utf-8",
    )
