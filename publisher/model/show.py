"""What producers write of the show as a whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

from publisher.model.asset import Asset
from publisher.model.element import Element
from publisher.model.look import Website
from publisher.model.notify import Notify
from publisher.model.problem import Ignore, Origin
from publisher.model.public import PRIVATE


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
class Publishing:
    """`[publish]` of show.toml: where `plan` and `publish` go when no option says otherwise."""

    target: str | None = None
    endpoint: str | None = None
    region: str | None = None
    state: str | None = None
    """Where `.publisher/` of that target is kept; inside it if None."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spotify:
    """What Spotify alone is told: how many episodes to show, and the home markets, most important first."""

    limit: int | None = None
    countries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """`[calendar]` of show.toml: what the calendar says of itself, and for how long."""

    title: str | None = None
    """The show's if None, as `description`."""
    description: str | None = None
    color: str | None = None
    """The name of a colour in CSS3 (RFC 7986 §5.9)."""
    refresh: timedelta = timedelta(hours=12)
    """How often clients are asked to look."""
    keep: timedelta | None = field(default=None, metadata=PRIVATE)
    """How long a past event stays in it; None is for ever."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A tag that has a feed of its own, `tags/<slug>.xml`."""

    tag: str
    slug: str
    title: str | None = None
    description: str | None = None


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
    calendar: Calendar = Calendar()
    topics: tuple[Topic, ...] = ()
    site: Website = field(default=Website(), metadata=PRIVATE)
    hub: str | None = field(default=None, metadata=PRIVATE)
    """The WebSub hub that tells subscribers of changes."""
    notify: Notify = field(default=Notify(), metadata=PRIVATE)
    accessibility: str = field(default="encouraged", metadata=PRIVATE)
    """`required` where every episode must have a transcript or a reason."""
    page_size: int | None = field(default=None, metadata=PRIVATE)
    """Items in an archive of a feed; None keeps all of each feed in one document."""
    retired: tuple[str, ...] = field(default=(), metadata=PRIVATE)
    """Guids that the producer has consented to take from listeners."""
    ignore: tuple[Ignore, ...] = field(default=(), metadata=PRIVATE)
    publishing: Publishing = field(default=Publishing(), metadata=PRIVATE)
    origin: Origin = field(default=Origin(file="show.toml"), metadata=PRIVATE)
