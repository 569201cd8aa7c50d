"""The maximal show, with the recordings and pictures that are not committed, and what is built of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.pictures import png
from tests.read.audio.build import mp3

ROOT = Path(__file__).parents[2]
EPISODES = Path(__file__).parent / "episodes"
MOMENT = "2026-03-01T12:00:00Z"
RECORDINGS = {"everything/smørrebrød.mp3": 2400, "bonus/ekstra.mp3": 300, "trailer/forår.mp3": 400}
"""Frames of 26 ms: the first lasts about a minute."""
PICTURES = {
    "cover.png": (1400, 1400),
    "wide.png": (1600, 900),
    "everything/billede.png": (1500, 1500),
    "everything/bred.png": (1600, 900),
    "everything/tegning.png": (40, 30),
    "open-day/hus.png": (1200, 675),
}
"""Width and height."""


def project(folder: Path) -> Path:
    """A copy of the show in `folder`, with its recordings and pictures."""
    shutil.copytree(EPISODES, folder / "episodes")
    for name, frames in RECORDINGS.items():
        (folder / "episodes" / name).write_bytes(mp3(frames))
    for name, sides in PICTURES.items():
        (folder / "episodes" / name).write_bytes(png(*sides))
    return folder


def publisher(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """What the command line makes of the project in `folder`."""
    return subprocess.run(
        [sys.executable, "-m", "publisher", "-C", str(folder), *words],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
