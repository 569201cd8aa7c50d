"""What producers write: a show and its entries, as read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import ClassVar

from publisher.model.problem import Origin, Problem

PRIVATE = {"public": False}
"""Field metadata: how we got to know a thing, or what listeners must not see.

Fields without it are what the content hash is made of (see `publisher.settle`).
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A file published byte for byte under a key that names its bytes, so it is never overwritten."""

    key: str = field(metadata=PRIVATE)
    path: Path = field(metadata=PRIVATE)
    size: int
    sha256: str
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who hosts, speaks, writes or owns. `role` is as written; `href` an https URL."""

    name: str
    role: str | None = None
    group: str | None = None
    email: str | None = None
    href: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Funding:
    """A page where listeners can support the show."""

    url: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A named stretch of a recording; `toc` False keeps it out of lists."""

    start: timedelta
    title: str | None = None
    end: timedelta | None = None
    url: str | None = None
    img: str | None = None
    toc: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcript:
    """What is said, as the producer's file has it. `type` is text/vtt or application/x-subrip."""

    text: str
    type: str
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tags:
    """What a recording's own tags say about it."""

    title: str | None = None
    artist: str | None = None
    album: str | None = None
    date: str | None = None
    description: str | None = None
    picture: str | None = None
    """Media type of the embedded picture, e.g. image/jpeg."""
    chapters: tuple[Chapter, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """An audio file as it lies there, judged by its content.

    `type` is the media type of the content (audio/mpeg, audio/x-m4a, audio/ogg, audio/aac) and
    `extension` the one that belongs to it, with its dot. `bitrate` is in bits per second.
    """

    path: Path = field(metadata=PRIVATE)
    size: int
    sha256: str
    type: str
    extension: str
    duration: timedelta
    bitrate: int
    channels: int
    tags: Tags = field(default=Tags(), metadata=PRIVATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Publishing:
    """`[publish]` of show.toml: where `plan` and `publish` go when no option says otherwise."""

    target: str | None = None
    endpoint: str | None = None
    region: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Show:
    """The show as a whole, from show.toml."""

    title: str = ""
    description: str = ""
    base_url: str = field(default="", metadata=PRIVATE)
    """The public URL under which the published tree is served, without a trailing slash."""
    language: str = ""
    timezone: str = "UTC"
    author: str | None = None
    owner: Person | None = None
    cover: Asset | None = None
    categories: tuple[str, ...] = ()
    explicit: bool = False
    type: str = "episodic"
    copyright: str | None = None
    license: str | None = None
    guid: str | None = None
    locked: bool | None = None
    link: str | None = None
    funding: tuple[Funding, ...] = ()
    persons: tuple[Person, ...] = ()
    retired: tuple[str, ...] = field(default=(), metadata=PRIVATE)
    """Guids that the producer has consented to take from listeners."""
    publishing: Publishing = field(default=Publishing(), metadata=PRIVATE)
    origin: Origin = field(default=Origin(file="show.toml"), metadata=PRIVATE)


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
    origin: Origin = field(metadata=PRIVATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode(Entry):
    """A recording with what is to be said about it."""

    kind: ClassVar[str] = "episode"
    audio: str | None = field(default=None, metadata=PRIVATE)
    """The audio file named or found, relative to the project, whether or not it could be read."""
    recording: Recording | None = field(default=None, metadata=PRIVATE)
    remaster: int = field(default=0, metadata=PRIVATE)
    season: int | None = None
    episode: int | None = None
    type: str = "full"
    explicit: bool | None = None
    license: str | None = None
    chapters: tuple[Chapter, ...] = ()
    transcript: Transcript | None = None
    event: str | None = field(default=None, metadata=PRIVATE)
    """Path of the event that this episode follows up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Online:
    """Where an event is held on the net. `join` never leaves the house unless `public`."""

    platform: str | None = None
    url: str | None = None
    join: str | None = field(default=None, metadata=PRIVATE)
    public: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Entry):
    """Something that happens at a time. `persons` are its speakers."""

    kind: ClassVar[str] = "event"
    start: datetime
    end: datetime | None = None
    timezone: str = "UTC"
    location: str | None = None
    online: Online | None = None
    registration: str | None = None
    organizer: Person | None = None
    audience: str | None = None
    price: str | None = None
    status: str = "confirmed"
    recording: str | None = field(default=None, metadata=PRIVATE)
    """Path of the episode that came of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Entry):
    """Something to read: an article, a case, an analysis. `persons` are its authors."""

    kind: ClassVar[str] = "article"
    updated: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Everything that was read, with what reading it found wrong. Entries are sorted by path."""

    show: Show
    episodes: tuple[Episode, ...] = ()
    events: tuple[Event, ...] = ()
    articles: tuple[Article, ...] = ()
    problems: tuple[Problem, ...] = ()
    ignored: tuple[str, ...] = ()
    """Files that nothing was made of, relative to the project."""

    @property
    def entries(self) -> Iterator[Entry]:
        """Every entry, episodes first."""
        yield from self.episodes
        yield from self.events
        yield from self.articles
