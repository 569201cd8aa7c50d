"""A story told in publications: what a producer does to a show, and what its subscribers then have."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from publisher.model import Article, Edition, Episode, Event, Ledger, Origin, Problem, Recording, Show, Site
from publisher.settle import settle

GUID = "917393e3-1b1e-5cef-ace4-edaa54e1f810"
START = datetime(2026, 1, 1, 6, tzinfo=UTC)
SHOW = Show(title="Retning", base_url="https://example.org/show", guid=GUID, timezone="Europe/Copenhagen")


def recording(sound: str, *, tags: str = "") -> Recording:
    """A recording of which only the bytes matter."""
    return Recording(
        path=Path(f"/recordings/{sound}.mp3"),
        size=1000 + len(sound),
        sha256=hashlib.sha256(f"{tags}{sound}".encode()).hexdigest(),
        sound=hashlib.sha256(sound.encode()).hexdigest(),
        type="audio/mpeg",
        extension=".mp3",
        duration=timedelta(seconds=60),
        bitrate=64000,
        channels=1,
    )


def origin(path: str, kind: str, **marks: int) -> Origin:
    """Where an entry was written; `marks` are lines by key."""
    return Origin(
        file=f"episodes/{path}/{kind}.md", marks=tuple((key, line, 1) for key, line in marks.items())
    )


def episode(path: str, sound: str | None = "hello", **fields: object) -> Episode:
    """An episode in the folder `path`; without `sound` its recording is not on this machine."""
    made = Episode(
        path=path,
        slug=path.rpartition("/")[2],
        title=f"Title of {path}",
        origin=origin(path, "episode"),
        audio=f"episodes/{path}/a.mp3" if sound else None,
        recording=recording(sound) if sound else None,
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def event(path: str, **fields: object) -> Event:
    """An event in the folder `path`, a hundred days after the story starts."""
    made = Event(
        path=path,
        slug=path,
        title=f"Title of {path}",
        origin=origin(path, "event"),
        start=START + timedelta(days=100),
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def article(path: str, **fields: object) -> Article:
    """An article in the folder `path`."""
    made = Article(path=path, slug=path, title=f"Title of {path}", origin=origin(path, "article"))
    return replace(made, **fields)  # type: ignore[arg-type]


class Story:
    """One show's publications in turn, each settled against the ledger that the last one left."""

    def __init__(self, show: Show = SHOW) -> None:
        self.show = show
        self.ledger = Ledger()
        self.now = START

    def publish(
        self,
        *entries: Episode | Event | Article,
        after: timedelta = timedelta(days=1),
        drafts: bool = False,
        future: bool = False,
    ) -> Edition:
        """Publish `entries` some time after the last time; nothing may be wrong with them."""
        edition, problems = self.attempt(*entries, after=after, drafts=drafts, future=future)
        assert problems == ()
        return edition

    def attempt(
        self,
        *entries: Episode | Event | Article,
        after: timedelta = timedelta(days=1),
        drafts: bool = False,
        future: bool = False,
    ) -> tuple[Edition, tuple[Problem, ...]]:
        """Settle `entries`; the ledger moves on only if no error was found."""
        self.now += after
        site = Site(
            show=self.show,
            episodes=tuple(entry for entry in entries if isinstance(entry, Episode)),
            events=tuple(entry for entry in entries if isinstance(entry, Event)),
            articles=tuple(entry for entry in entries if isinstance(entry, Article)),
        )
        made = settle(site, self.ledger, self.now, drafts=drafts, future=future)
        if not any(problem.severity == "error" for problem in made.problems):
            self.ledger = made.ledger
        return made.edition, made.problems

    def refused(self, *entries: Episode | Event | Article) -> list[str]:
        """The codes of what is wrong with publishing `entries`."""
        return [problem.code for problem in self.attempt(*entries)[1]]
