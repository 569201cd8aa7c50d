"""A small site that nothing is wrong with, for tests that spoil one thing in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from publisher.model import (
    Article,
    Asset,
    Entry,
    Episode,
    Event,
    Online,
    Origin,
    Person,
    Picture,
    Problem,
    Recording,
    Show,
    Site,
    Transcript,
)

Check = Callable[[Site], Iterator[Problem]]
START = datetime(2026, 1, 31, 6, tzinfo=UTC)


def art(
    width: int = 3000,
    height: int | None = None,
    *,
    colours: str = "RGB",
    alpha: bool = False,
    size: int = 300_000,
    type: str = "image/jpeg",
    sha256: str = "a" * 64,
) -> Asset:
    """A picture in episodes/."""
    picture = Picture(width=width, height=height or width, colours=colours, alpha=alpha)
    opened = picture if type in ("image/jpeg", "image/png") else None
    key = f"art/cover-{sha256[:12]}.jpg"
    return Asset(key=key, path=Path("cover.jpg"), size=size, sha256=sha256, type=type, picture=opened)


SHOW = Show(
    title="Retning – politisk ledelse",
    description="Hvad kan politikere gøre?",
    base_url="https://example.org/show",
    language="da",
    author="CO-PI",
    owner=Person(name="CO-PI", email="podcast@example.org"),
    cover=art(),
    categories=("Government",),
    guid="a2a60e66-99d7-56f1-b9f4-13e5e2cec1cf",
    origin=Origin(file="episodes/show.toml"),
)


def recording(sound: str = "a", **fields: Any) -> Recording:
    """A recording of half an hour, as directories like it."""
    made = Recording(
        path=Path("a.mp3"),
        size=14_400_000,
        sha256=sound * 64,
        sound=sound * 64,
        type="audio/mpeg",
        extension=".mp3",
        duration=timedelta(minutes=30),
        bitrate=64_000,
        channels=1,
        rate=44_100,
    )
    return replace(made, **fields)


def episode(path: str = "001", **fields: Any) -> Episode:
    """An episode in a folder; its recording is its own by its path."""
    made = Episode(
        path=path,
        slug=path,
        title="Hvad er et mandat?",
        summary="Et kort afsnit.",
        excerpt="Et kort afsnit.",
        origin=Origin(file=f"episodes/{path}/episode.md"),
        audio=f"episodes/{path}/a.mp3",
        recording=recording(path[-1]),
        transcripts=(Transcript(),),
    )
    return replace(made, **fields)


def event(path: str = "café", **fields: Any) -> Event:
    """An event online, of an hour."""
    made = Event(
        path=path,
        slug=path,
        title="Innovationscafé",
        excerpt="Kom og vær med.",
        origin=Origin(file=f"episodes/{path}/event.md"),
        start=START,
        end=START + timedelta(hours=1),
        online=Online(platform="Zoom"),
    )
    return replace(made, **fields)


def article(path: str = "case", **fields: Any) -> Article:
    """An article."""
    made = Article(path=path, slug=path, title="En case", origin=Origin(file=f"episodes/{path}/article.md"))
    return replace(made, **fields)


def site(*entries: Entry, show: Show = SHOW, problems: tuple[Problem, ...] = ()) -> Site:
    """A site of these entries."""
    return Site(
        show=show,
        episodes=tuple(entry for entry in entries if isinstance(entry, Episode)),
        events=tuple(entry for entry in entries if isinstance(entry, Event)),
        articles=tuple(entry for entry in entries if isinstance(entry, Article)),
        problems=problems,
    )


def shown(**fields: Any) -> Site:
    """A site with one episode, whose show has these fields."""
    return site(episode(), show=replace(SHOW, **fields))


def heard(**fields: Any) -> Site:
    """A site with one episode, which has these fields."""
    return site(episode(**fields))


def found(check: Check, site: Site) -> list[str]:
    """What `check` finds: `CODE severity`."""
    return [f"{problem.code} {problem.severity}" for problem in check(site)]


def said(check: Check, site: Site) -> tuple[str, str]:
    """What `check` says of the one problem it finds, and what to do about it."""
    (problem,) = check(site)
    return problem.message, problem.fix
