"""What subscribers know things by: the ledger of what was published, and the edition now visible."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Generic, TypeVar

from publisher.model.asset import Asset
from publisher.model.entry import Article, Entry, Episode
from publisher.model.event import Event, Recurrence, Session
from publisher.model.look import Look, Rendition, Theme
from publisher.model.show import Person, Show
from publisher.model.sound import Chapter


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosure:
    """The file listeners get, frozen at first publication. The key's bytes never change."""

    source: str
    """sha256 of the recording it was made from."""
    sound: str
    """sha256 of that recording's sound alone, by which it is known again."""
    recipe: str
    """How it was made; `copy` is byte for byte."""
    key: str
    sha256: str
    length: int
    type: str
    duration: timedelta
    url: str | None = None
    """Where it is hosted, if not by us; then `key` is empty and `sha256` unknown."""
    chapters: tuple[Chapter, ...] = ()
    """The chapters in the recording's own tags."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequel:
    """What came of an event, as its calendar names it."""

    guid: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFields:
    """What an event's VEVENT shows; a change here raises SEQUENCE. Moments are in UTC."""

    title: str
    excerpt: str = ""
    start: datetime
    end: datetime | None = None
    all_day: bool = False
    timezone: str
    location: str | None = None
    address: str | None = None
    geo: str | None = None
    platform: str | None = None
    url: str | None = None
    join: str | None = None
    """Only where the producer made it public."""
    registration: str | None = None
    deadline: datetime | None = None
    organizer: Person | None = None
    audience: str | None = None
    price: str | None = None
    capacity: str | None = None
    speakers: tuple[Person, ...] = ()
    programme: tuple[Session, ...] = ()
    tags: tuple[str, ...] = ()
    image: str | None = None
    """The key of its picture."""
    status: str = "confirmed"
    recurrence: Recurrence | None = None
    thread: tuple[Sequel, ...] = ()
    """The episodes and articles that came of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventState:
    """When, where and whether an event is, as it was told at some moment. Moments are in UTC."""

    title: str
    start: datetime
    end: datetime | None = None
    all_day: bool = False
    timezone: str
    place: str | None = None
    status: str = "confirmed"
    recurrence: Recurrence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventChange:
    """A change of time, place or status that subscribers are told of, each as news of its own."""

    moment: datetime
    what: tuple[str, ...]
    """Of `time`, `place`, `status`: those that changed."""
    before: EventState
    after: EventState


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """What subscribers have seen of one entry. `kind` is episode, event or article.

    `published` and `updated` are in UTC, whole seconds. `hash` is of the public fields.
    """

    kind: str
    guid: str
    slug: str
    path: str
    published: datetime
    updated: datetime
    hash: str
    sequence: int = 0
    revised: datetime | None = None
    """When its VEVENT last changed, if `updated` is not that."""
    enclosure: Enclosure | None = None
    event: EventFields | None = None
    changes: tuple[EventChange, ...] = ()
    """An event's, oldest first."""
    quiet: bool = False
    """It was past when it was first published, undated: no feed tells of it as news."""
    burnt: bool = False
    expired: datetime | None = None
    """When its time ran out, by the producer's own words; then it is burnt too."""
    retracted: datetime | None = None
    """When it was taken back for good; then it is burnt too, and nothing else is known of it any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowRecord:
    """What subscribers have seen of the show itself."""

    guid: str
    hash: str
    updated: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """The record of identity. It only grows. `moment` is when it was last settled, in UTC."""

    version: int = 1
    show: ShowRecord | None = None
    moment: datetime | None = None
    entries: tuple[LedgerEntry, ...] = ()


E_co = TypeVar("E_co", bound=Entry, covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Published(Generic[E_co]):
    """A visible entry with the identity its subscribers know it by. Moments are in UTC."""

    entry: E_co
    guid: str
    slug: str
    published: datetime
    updated: datetime
    sequence: int = 0
    revised: datetime | None = None
    """When its VEVENT last changed, if `updated` is not that."""
    enclosure: Enclosure | None = None
    changes: tuple[EventChange, ...] = ()
    """An event's, oldest first."""
    quiet: bool = False
    """No feed tells of it as news."""
    unseen: str | None = None
    """Why listeners do not see it yet, where it is shown all the same: `draft` or `scheduled`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Upcoming:
    """An event that is not over, and when its next time starts, or the one that is on."""

    item: Published[Event]
    start: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Tombstone:
    """Where the page of something stood that was taken back for good, and when that was, in UTC."""

    kind: str
    slug: str
    retracted: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """A settled site: what is visible now, newest first. `updated` is when the show itself last changed."""

    show: Show
    guid: str
    updated: datetime
    episodes: tuple[Published[Episode], ...] = ()
    events: tuple[Published[Event], ...] = ()
    articles: tuple[Published[Article], ...] = ()
    calendar: tuple[Published[Event], ...] = ()
    """The events that are still in the calendar."""
    upcoming: tuple[Upcoming, ...] = ()
    """The events that are not over nor called off, soonest first."""
    expired: tuple[Published[Episode], ...] = ()
    """Episodes whose time ran out: their pages say so, nothing else tells of them."""
    theme: Theme = field(default=Theme())
    renditions: tuple[tuple[str, tuple[Rendition, ...]], ...] = ()
    """The smaller sizes of each picture, smallest first, by the key of the original."""
    look: Look = field(default=Look())
    icons: tuple[Asset, ...] = ()
    """The cover as square PNGs, smallest first; `picture` has their sides."""
    favicon: Asset | None = None
    """The cover as `favicon.ico`."""
    social: tuple[tuple[str, Asset], ...] = ()
    """The JPEG for Open Graph of each cover and entry image, by the key of the original."""
    gone: tuple[Tombstone, ...] = ()
    """What was taken back for good: pages say that it is gone, and not what it was."""

    def media_url(self, enclosure: Enclosure) -> str:
        """The public URL of an enclosure, wherever it is hosted."""
        return enclosure.url or self.url(enclosure.key)

    def img_url(self, chapter: Chapter) -> str | None:
        """The public URL of a chapter's picture, wherever it is hosted."""
        return self.url(chapter.art.key) if chapter.art else chapter.img

    def url(self, key: str) -> str:
        """The public URL of `key`."""
        return f"{self.show.base_url}/{key}"


def over(event: Event | EventFields) -> datetime | None:
    """When the last of `event` is over; None for a series without end."""
    return event.recurrence.last if event.recurrence else event.end or event.start
