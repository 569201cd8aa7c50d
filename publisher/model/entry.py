"""What producers write of one thing: what all entries have in common, episodes and articles."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from publisher.model.asset import Asset
from publisher.model.element import Element
from publisher.model.problem import Ignore, Origin, Problem
from publisher.model.public import PRIVATE
from publisher.model.show import Funding, Person
from publisher.model.sound import Chapter, Elsewhere, Recording, Transcript


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What an episode, an event and an article have in common."""

    kind: ClassVar[str]
    path: str = field(metadata=PRIVATE)
    """The entry's folder or audio file, relative to episodes/, with forward slashes."""
    slug: str = field(metadata=PRIVATE)
    """The slug it asks for; the ledger may know a published one."""
    guid: str | None = field(default=None, metadata=PRIVATE)
    title: str
    summary: str | None = None
    body: str = ""
    """CommonMark, as written."""
    html: str = field(default="", metadata=PRIVATE)
    """`body` as sanitised HTML in which every URL is absolute."""
    excerpt: str = field(default="", metadata=PRIVATE)
    """`summary`, else the first words of `body`, as plain text."""
    date: datetime | None = None
    image: Asset | None = None
    persons: tuple[Person, ...] = ()
    tags: tuple[str, ...] = ()
    link: str | None = None
    """A page elsewhere that tells of the same."""
    draft: bool = field(default=False, metadata=PRIVATE)
    assets: tuple[Asset, ...] = ()
    ignore: tuple[Ignore, ...] = field(default=(), metadata=PRIVATE)
    origin: Origin = field(metadata=PRIVATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode(Entry):
    """A recording with what is to be said about it."""

    kind: ClassVar[str] = "episode"
    audio: str | None = field(default=None, metadata=PRIVATE)
    """The audio file named or found, relative to the project, whether or not it could be read."""
    recording: Recording | None = field(default=None, metadata=PRIVATE)
    absent: Problem | None = field(default=None, metadata=PRIVATE)
    """Why its recording is not on this machine: only wrong where it was never published."""
    pointer: str | None = field(default=None, metadata=PRIVATE)
    """sha256 of that recording, where a pointer to it (Git LFS) says so."""
    elsewhere: Elsewhere | None = field(default=None, metadata=PRIVATE)
    """Its media, if hosted elsewhere."""
    remaster: int = field(default=0, metadata=PRIVATE)
    expires: datetime | None = field(default=None, metadata=PRIVATE)
    season: int | None = None
    season_name: str | None = None
    episode: int | None = None
    episode_display: str | None = None
    """What apps show for the number."""
    type: str = "full"
    explicit: bool | None = None
    license: str | None = None
    license_url: str | None = None
    block: bool = False
    """Whether directories must not list it."""
    funding: tuple[Funding, ...] = ()
    podcast: tuple[Element, ...] = ()
    """As the show's."""
    extra: tuple[Element, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    transcripts: tuple[Transcript, ...] = ()
    """At most one for each language."""
    untranscribed: str | None = field(default=None, metadata=PRIVATE)
    """Why there is no transcript, in the producer's words."""
    event: str | None = field(default=None, metadata=PRIVATE)
    """Path of the event that this episode follows up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Entry):
    """Something to read: an article, a case, an analysis. `persons` are its authors."""

    kind: ClassVar[str] = "article"
    updated: datetime | None = None
    event: str | None = field(default=None, metadata=PRIVATE)
    """Path of the event that it tells of."""
    recording: str | None = field(default=None, metadata=PRIVATE)
    """Path of the episode that it tells of."""
