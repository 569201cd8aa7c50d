"""What producers write: a show and its entries, as read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import ClassVar

from publisher.model.element import Element
from publisher.model.picture import Picture
from publisher.model.problem import Ignore, Origin, Place, Problem
from publisher.model.public import PRIVATE


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A file published byte for byte under a key that names its bytes, so it is never overwritten."""

    key: str = field(metadata=PRIVATE)
    path: Path = field(metadata=PRIVATE)
    size: int
    sha256: str
    type: str
    picture: Picture | None = field(default=None, metadata=PRIVATE)
    """What it is, if it is art in JPEG or PNG."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who hosts, speaks, writes or owns. `role` is as written; `href` an https URL."""

    name: str
    role: str | None = None
    group: str | None = None
    email: str | None = None
    href: str | None = None
    img: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Funding:
    """A page where listeners can support the show."""

    url: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterPlace:
    """Where on earth a chapter is about: `geo` is a geo: URI (RFC 5870), `osm` an OpenStreetMap id."""

    name: str
    geo: str
    osm: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A named stretch of a recording. `toc` False keeps it out of lists; `art` is its picture, else `img`."""

    start: timedelta
    title: str | None = None
    end: timedelta | None = None
    url: str | None = None
    img: str | None = None
    art: Asset | None = None
    toc: bool = True
    location: ChapterPlace | None = None
    place: Place | None = field(default=None, compare=False, repr=False, metadata=PRIVATE)
    """Where it was written; None for the recording's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Something that is said. Without `start` nobody knows when, without `end` until when.

    `text` has single blanks only, and a line feed between paragraphs.
    """

    text: str
    start: timedelta | None = None
    end: timedelta | None = None
    speaker: str | None = None
    place: Place | None = field(default=None, compare=False, repr=False, metadata=PRIVATE)
    """Where it was written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcript:
    """What is said, in one language, the show's if None. Cues are in the order of their starts."""

    language: str | None = None
    cues: tuple[Cue, ...] = ()
    """Empty only where the file could not be read, and reading has said why."""

    @property
    def is_timed(self) -> bool:
        """Whether every cue has a start, as captions need."""
        return bool(self.cues) and all(cue.start is not None for cue in self.cues)


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
    sound: str
    """sha256 of the coded sound alone: other tags, another cover or title do not change it."""
    type: str
    extension: str
    duration: timedelta
    bitrate: int
    channels: int
    rate: int = 0
    """Samples a second; 0 where only a decoder would know."""
    tags: Tags = field(default=Tags(), metadata=PRIVATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """Media that somebody else hosts, as the producer describes it. `length` is in bytes."""

    url: str
    length: int
    type: str
    duration: timedelta = timedelta()


@dataclass(frozen=True, slots=True, kw_only=True)
class Publishing:
    """`[publish]` of show.toml: where `plan` and `publish` go when no option says otherwise."""

    target: str | None = None
    endpoint: str | None = None
    region: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Spotify:
    """What Spotify alone is told: how many episodes to show, and the home markets, most important first."""

    limit: int | None = None
    countries: tuple[str, ...] = ()


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
    license_url: str | None = None
    guid: str | None = None
    locked: bool | None = None
    link: str | None = None
    medium: str = "podcast"
    funding: tuple[Funding, ...] = ()
    persons: tuple[Person, ...] = ()
    block: bool = False
    """Whether no directory may list it."""
    complete: bool = False
    new_feed_url: str | None = None
    podping: bool = False
    spotify: Spotify = Spotify()
    podcast: tuple[Element, ...] = ()
    """What else it says in Podcasting 2.0's words; an image may have a `file`, the key of its asset."""
    namespaces: tuple[tuple[str, str], ...] = ()
    """The prefixes and URIs of other people's namespaces."""
    extra: tuple[Element, ...] = ()
    """Tags of those namespaces."""
    assets: tuple[Asset, ...] = ()
    accessibility: str = field(default="encouraged", metadata=PRIVATE)
    """`required` where every episode must have a transcript or a reason."""
    page_size: int | None = field(default=None, metadata=PRIVATE)
    """Episodes in an archive page of podcast.xml; None keeps all in one document."""
    retired: tuple[str, ...] = field(default=(), metadata=PRIVATE)
    """Guids that the producer has consented to take from listeners."""
    ignore: tuple[Ignore, ...] = field(default=(), metadata=PRIVATE)
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
