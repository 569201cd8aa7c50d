"""The shows that are looked at in a browser, as artifacts at the address where the tests serve them."""

from __future__ import annotations

import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

from publisher.model import Artifact, Edition, Ledger
from publisher.prepare import illustrate
from publisher.read import read
from publisher.render import render
from publisher.settle import settle
from tests.maximal.built import project
from tests.pictures import png
from tests.read.audio.build import mp3
from tests.scale.shows import add_episode

ROOT = Path(__file__).parents[2]
EARLIER = datetime(2026, 1, 12, 12, tzinfo=UTC)
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
MANY = 50
"""Episodes, so that their list is in two pages."""

Artifacts = dict[str, Artifact]


def example(folder: Path, base_url: str) -> Artifacts:
    """The example show of this repository."""
    shutil.copytree(ROOT / "episodes", folder / "episodes")
    _move(folder, base_url)
    return published(folder, _settled(folder, datetime(2026, 11, 1, 12, tzinfo=UTC))[0])


def full(folder: Path, base_url: str) -> Artifacts:
    """The maximal show, with many episodes, one whose time ran out, and events in every state."""
    home = project(folder) / "episodes"
    _move(folder, base_url)
    for number in range(MANY):
        add_episode(folder, number + 1)
    _event(home / "moved", "Flyttet", "2026-05-04 10:00", "location: Salen\nprogramme: [10:00 Velkommen]")
    _event(home / "off", "Aflyst", "2026-05-05 10:00", "status: cancelled")
    _event(home / "later", "Udsat", "2026-05-06", "status: postponed")
    _event(home / "past", "Forbi", "2026-02-01 10:00", "recording: trailer")
    gone = home / "gone"
    gone.mkdir()
    (gone / "gone.mp3").write_bytes(mp3(40))
    (gone / "episode.md").write_text(
        "---\ntitle: Ikke længere\ndate: 2026-01-02\nexpires: 2026-02-02\n"
        "transcript: {none: Kort}\n---\nDen var her en måned.\n",
        encoding="utf-8",
    )
    _, ledger = _settled(folder, EARLIER)
    _event(home / "moved", "Flyttet", "2026-05-07 13:00", "location: Haven\nprogramme: [13:00 Velkommen]")
    return published(folder, _settled(folder, NOW, ledger)[0])


def hostile(folder: Path, base_url: str) -> Artifacts:
    """A show in which every text tries to run a script; some of it is refused when it is read."""
    shutil.copytree(Path(__file__).with_name("hostile"), folder / "episodes")
    (folder / "episodes/lyd/lyd.mp3").write_bytes(mp3(400))
    (folder / "episodes/cover.png").write_bytes(png(1400))
    _move(folder, base_url)
    return published(folder, _settled(folder, NOW)[0])


def published(folder: Path, edition: Edition) -> Artifacts:
    """Everything that is published of `edition`, by key."""
    return {one.key: one for one in render(illustrate(edition, folder / ".publisher/cache"))}


def _settled(folder: Path, now: datetime, ledger: Ledger = Ledger()) -> tuple[Edition, Ledger]:  # noqa: B008
    settlement = settle(read(folder), ledger, now)
    return settlement.edition, settlement.ledger


def _move(folder: Path, base_url: str) -> None:
    show = folder / "episodes/show.toml"
    text = re.sub('(?m)^base_url = ".*"$', f'base_url = "{base_url}"', show.read_text(encoding="utf-8"))
    show.write_text(text, encoding="utf-8")


def _event(folder: Path, title: str, start: str, more: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "event.md").write_text(
        f"---\ntitle: {title}\nuid: {folder.name}@example.org\ndate: 2026-01-05 06:00\nstart: {start}\n"
        f"{more}\n---\nEt arrangement.\n",
        encoding="utf-8",
    )
