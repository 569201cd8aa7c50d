"""A show that is really served and really changes."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import mutagen
import pytest

from tests.clients.served import Server, serve

ROOT = Path(__file__).parents[2]


@dataclass
class Show:
    """The example show in `folder`, published into `public` and served."""

    folder: Path
    public: Path
    server: Server

    def publish(self, base_url: str) -> None:
        """Publish with this address."""
        toml = self.folder / "episodes/show.toml"
        text = toml.read_text(encoding="utf-8")
        toml.write_text(re.sub(r"(?m)^base_url = .*$", f'base_url = "{base_url}"', text), encoding="utf-8")
        subprocess.run(
            [sys.executable, "-m", "publisher", "-C", self.folder, "publish", "--target", self.public],
            check=True,
            capture_output=True,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        )

    def change_everything_but_identity(self) -> None:
        """Rename a folder, edit its title and notes, and re-tag a recording."""
        episodes = self.folder / "episodes"
        moved = (episodes / "001-hvorfor-politikere").rename(episodes / "1-renamed")
        text = (moved / "episode.md").read_text(encoding="utf-8")
        (moved / "episode.md").write_text(text.replace("Hvorfor skal", "Hvordan kan"), encoding="utf-8")
        for path in (moved / "hvorfor-politikere.mp3", next(episodes.glob("003-*.mp3"))):
            tagged = mutagen.File(path, easy=True)
            tagged["title"] = "Another title"
            tagged.save()

    def recordings(self) -> set[bytes]:
        """The bytes of every recording."""
        return {path.read_bytes() for path in self.public.glob("media/*")}


@pytest.fixture
def show(tmp_path: Path) -> Iterator[Show]:
    shutil.copytree(ROOT / "episodes", tmp_path / "show/episodes")
    public = tmp_path / "public"
    public.mkdir()
    with serve(public) as server:
        yield Show(folder=tmp_path / "show", public=public, server=server)


def needs(program: str, package: str) -> str:
    """The path of a system program, or a skip that says how to install it."""
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"needs {program}: apt-get install {package}")
    return found
