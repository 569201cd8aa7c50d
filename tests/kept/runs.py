"""A small show that is read and rendered by one run after the other, and what each run had to do."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from publisher.kept.entries import Entries
from publisher.kept.files import SECOND, TICK
from publisher.kept.packs import Packs
from publisher.kept.rendered import Rendered
from publisher.kept.table import Table
from publisher.model import Artifact, Edition, Entry, Ledger, Published, Show, Site
from publisher.read import read
from publisher.read.earlier import Found, Read
from publisher.render import render
from publisher.render.wire.part import Part
from publisher.settle import settle
from tests.read.audio.build import id3, mutagen
from tests.read.project import JPEG, MP3, Project, new_project

NOW = datetime(2026, 6, 1, 6, 0, tzinfo=UTC)
HOUR = 3600_000_000_000
STAMP = b"this program"


@dataclass
class Watched:
    """Entries, and which of them had to be read."""

    entries: Entries
    before_keeping: Callable[[], object]
    read: list[str] = field(default_factory=list)

    def find(self, found: Found, show: Show) -> Read | None:
        return self.entries.find(found, show)

    def lay(self, found: Found, made: Read) -> Any:
        self.read.append(found.path)
        self.before_keeping()
        return self.entries.lay(found, made)

    def keep(self, found: Found, laid: Any) -> Read:
        return self.entries.keep(found, laid)


@dataclass
class WatchedShelf:
    """A shelf, and which parts were not on it: what they made, by key, and by name where that is pieces."""

    rendered: Rendered
    made: list[str] = field(default_factory=list)

    def is_fit(self, item: Published[Entry]) -> bool:
        return self.rendered.is_fit(item)

    def note_fit(self, item: Published[Entry]) -> None:
        self.rendered.note_fit(item)

    def find(self, part: Part) -> tuple[Artifact, ...] | None:
        return self.rendered.find(part)

    def lay(self, part: Part, made: tuple[Artifact, ...]) -> Any:
        self.made += [one.key or part.name for one in made]
        return self.rendered.lay(part, made)

    def keep(self, part: Part, laid: Any) -> tuple[Artifact, ...]:
        return self.rendered.keep(part, laid)

    def bound(self, key: str, type: str, pieces: Iterable[bytes]) -> Artifact:
        return self.rendered.bound(key, type, pieces)


@dataclass
class Runs:
    """The project, and what is kept of it. Nothing in it is of just now."""

    project: Project
    stamp: bytes = STAMP
    read: list[str] = field(default_factory=list)
    """The paths of the entries that the last run had to read."""
    made: list[str] = field(default_factory=list)
    """What the last run had to render."""
    before_keeping: Callable[[], object] = lambda: None
    """Happens between reading an entry and keeping it."""
    is_settled: bool = True
    """Whether every file was last written long ago."""

    @property
    def cache(self) -> Path:
        """Where it is kept."""
        return self.project.root / ".publisher/cache"

    def site(self) -> Site:
        """What a run reads."""
        return self._read()[0]

    def artifacts(self, now: datetime = NOW, ledger: Ledger | None = None) -> dict[str, bytes]:
        """What a run makes, by key, all of it there."""
        site, entries = self._read()
        edition = settle(site, ledger or Ledger(), now).edition
        return self.rendered(edition, entries.versions)

    def rendered(self, edition: Edition, versions: dict[str, bytes]) -> dict[str, bytes]:
        """What a run makes of an edition."""
        kept = Rendered(
            self.table("parts"), self.packs(), self.cache / "aside", edition, versions, self.stamp
        )
        shelf = WatchedShelf(kept)
        # What is bound of pieces is gone when it is closed.
        made = contents(render(edition, shelf))
        kept.close()
        assert not (self.cache / "aside").exists()
        self.made = sorted(shelf.made)
        return made

    def table(self, name: str) -> Table:
        """A table of what is kept."""
        return Table(self.cache / f"{name}.sqlite")

    def packs(self) -> Packs:
        """The bytes that are kept."""
        return Packs(self.cache / "packs")

    def _read(self) -> tuple[Site, Entries]:
        if self.is_settled:
            age(self.project.root / "episodes")
        entries = Entries(self.table("entries"), self.project.root, self.stamp, time.time_ns())
        watched = Watched(entries, self.before_keeping)
        site = read(self.project.root, earlier=watched)
        entries.close()
        self.read = sorted(watched.read)
        return site, entries


def contents(artifacts: Iterable[Artifact]) -> dict[str, bytes]:
    """The bytes of each by its key."""
    found = ((one.key, one.content) for one in artifacts)
    return {key: body.read_bytes() if isinstance(body, Path) else body or b"" for key, body in found}


def age(folder: Path) -> None:
    """Let what was written just now have been written an hour ago, each time at another moment."""
    now = time.time_ns()
    for path in (folder, *folder.rglob("*")):
        if now - path.stat().st_mtime_ns < HOUR // 2:
            os.utime(path, ns=(now - HOUR, now - HOUR))
    settle_down(folder)


def settle_down(folder: Path) -> None:
    """Wait until the clock has gone on since anything was changed in `folder`: that cannot be set back."""
    changed = max(path.lstat().st_ctime_ns for path in (folder, *folder.rglob("*")))
    while (left := changed + TICK - time.time_ns()) >= 0:
        time.sleep(left / SECOND + 0.001)


def loose(times: int) -> bytes:
    """A recording with a title, which needs no file beside it; so many times as long as the other."""
    return id3(mutagen("id3").TIT2(encoding=3, text=["Loose"])) + MP3 * times


def new_runs(root: Path) -> Runs:
    """A show of two episodes, an event and two articles, one of them in the thread of the event."""
    project = new_project(root)
    project.entry(
        "001-talk/episode.md",
        "title: A talk\ndate: 2026-01-02\nguid: talk\nepisode: 1\nimage: face.jpg\nevent: 003-meeting\n"
        "transcript: {none: Only tones}",
        "What was said. ![A slide](slide.jpg)\n",
    )
    project.write("001-talk/talk.mp3", MP3)
    project.write("001-talk/face.jpg", JPEG)
    project.write("001-talk/slide.jpg", JPEG)
    project.write("002-loose.mp3", loose(2))
    project.entry(
        "003-meeting/event.md",
        "title: A meeting\ndate: 2026-01-01\nuid: meeting\nstart: 2026-07-01 09:00\nend: 2026-07-01 10:00\n"
        "location: Here",
        "Come.\n",
    )
    project.entry(
        "004-learnt/article.md",
        "title: Learnt\ndate: 2026-01-04\nguid: learnt\nevent: 003-meeting",
        "Much.\n",
    )
    project.entry("005-alone/article.md", "title: Alone\ndate: 2026-01-05\nguid: alone", "By itself.\n")
    return Runs(project)
