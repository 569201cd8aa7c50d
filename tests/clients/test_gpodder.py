"""gPodder, a real podcast app: subscribes, downloads, and downloads nothing twice."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.clients.conftest import Show, needs
from tests.clients.served import serve


class Gpodder:
    """gPodder's command line with a home of its own."""

    def __init__(self, program: str, home: Path) -> None:
        self.program, self.home = program, home

    def __call__(self, *words: str) -> str:
        environment = {
            "GPODDER_HOME": str(self.home),
            "GPODDER_DOWNLOAD_DIR": str(self.home / "downloads"),
            "HOME": str(self.home),
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
        }
        ran = subprocess.run(
            [self.program, *words], env=environment, capture_output=True, text=True, timeout=60, check=True
        )
        return ran.stdout

    def downloads(self) -> list[Path]:
        return sorted(path for path in (self.home / "downloads").rglob("*.m*") if path.is_file())


@pytest.fixture
def gpo(tmp_path: Path) -> Gpodder:
    (tmp_path / "gpodder").mkdir()
    return Gpodder(needs("gpo", "gpodder"), tmp_path / "gpodder")


def test_gpodder_gets_every_episode_and_then_nothing_twice(show: Show, gpo: Gpodder) -> None:
    """Between its visits a folder is renamed, a title edited, recordings re-tagged and the show moved."""
    show.publish(show.server.url)
    gpo("subscribe", f"{show.server.url}/podcast.xml")
    assert "3 new episodes" in gpo("update")
    gpo("download")
    first = gpo.downloads()
    assert {path.read_bytes() for path in first} == show.recordings()

    show.change_everything_but_identity()
    show.publish(show.server.url)
    show.server.asked.clear()
    assert "0 new episodes" in gpo("update")
    gpo("download")
    assert [path for path in show.server.asked if path.startswith("/media/")] == []
    assert "Hvordan kan politikere lede innovation?" in gpo("episodes")

    with serve(show.public) as elsewhere:
        show.publish(elsewhere.url)
        assert "0 new episodes" in gpo("update")
        gpo("download")
        assert elsewhere.asked == []
    assert gpo.downloads() == first
