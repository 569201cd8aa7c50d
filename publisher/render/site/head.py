"""What the head of a page says: who else tells of it, how links to it look elsewhere, where its feeds are.

Open Graph (ogp.me) is what chats and networks show of a link; nothing of it is fetched by the page itself.
What is not for search engines says so, and tells machines nothing more.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from publisher.model import Article, Asset, Edition, Entry, Episode, Event, Published, Topic
from publisher.render.site import feeds
from publisher.render.site.feeds import Feed
from publisher.render.site.keys import HOME, oembed_key, topic_page
from publisher.render.site.structured import Crumbs, structured
from publisher.render.site.structured.thing import Thing, moment
from publisher.render.site.thumbnail import thumbnail
from publisher.render.wire import cut

if TYPE_CHECKING:
    from publisher.render.site.frame import Frame

LONGEST = 300
"""UTF-8 bytes of a description: networks show less."""
WIDE = 1.5
"""How much wider than high a picture is that is shown large."""
APPLE = 180
"""The side in pixels of the icon that phones put on their home screen (developer.apple.com, "Web Clip")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A `link` element. `sizes` is of an icon."""

    rel: str
    href: str
    type: str | None = None
    title: str | None = None
    sizes: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What `parts/head.html.j2` writes; `properties` are Open Graph's, each a name and a value."""

    is_indexed: bool
    canonical: str | None
    topic: str | None
    """The slug of the topic whose page it is."""
    shared: tuple[Link, ...]
    """The same on every page of one topic, and on all pages of none."""
    own: tuple[Link, ...]
    properties: tuple[tuple[str, str], ...]
    card: str
    """How networks that ask for it in words of their own lay out a link (X, "Cards markup")."""
    data: Thing | None

    @property
    def links(self) -> tuple[Link, ...]:
        """All links, in the order in which they are written."""
        canonical = (Link(rel="canonical", href=self.canonical),) if self.canonical else ()
        return (*canonical, *self.shared, *self.own)


def head(
    frame: Frame,
    key: str,
    *,
    title: str,
    description: str,
    section: str | None,
    item: Published[Entry] | None,
    is_listed: bool,
) -> Head:
    """Say what the head of the page at `key` says, a page of `item` if it is of any."""
    is_indexed = is_listed and not (item and item.unseen)
    known = item if is_indexed else None
    picture = thumbnail(frame.edition, item)
    topic = frame.once(_topics).get(key)
    return Head(
        is_indexed=is_indexed,
        canonical=frame.url(key) if is_indexed else None,
        topic=topic.slug if topic else None,
        shared=frame.once(_shared, topic),
        own=tuple(_own(frame, known)) if known else (),
        properties=tuple(_properties(frame, key, title, description, known, picture)),
        card="summary_large_image" if picture and _is_wide(picture) else "summary",
        data=structured(frame, item, key, crumbs(frame, key, title, section)) if is_indexed else None,
    )


def crumbs(frame: Frame, key: str, title: str, section: str | None) -> Crumbs:
    """Give the way from the home page to the page at `key`."""
    above = [(each.key, each.label) for each in frame.sections if each.key == section and section != key]
    here = [(key, title)] if key != HOME else []
    return ((HOME, frame.edition.show.title), *above, *here)


def _topics(frame: Frame) -> dict[str, Topic]:
    """Find topics by the keys of their pages."""
    return {topic_page(topic): topic for topic in frame.edition.show.topics}


def _shared(frame: Frame, topic: Topic | None) -> tuple[Link, ...]:
    """Give the icons and the feeds, that of `topic` first: readers offer the first one."""
    w = frame.w
    own = [feeds.topic(topic, w)] if topic else []
    offered = (*own, feeds.podcast(w), *feeds.news(w), feeds.calendar(w))
    return (*_icons(frame.edition), *(_feed(frame.edition, feed) for feed in offered))


def _own(frame: Frame, item: Published[Any]) -> Iterator[Link]:
    if isinstance(item.entry, Event):
        yield _feed(frame.edition, feeds.single(item, frame.w))
    if isinstance(item.entry, Episode) and item.enclosure:
        href = frame.url(oembed_key(item))
        yield Link(rel="alternate", href=href, type="application/json+oembed", title=item.entry.title)


def _feed(edition: Edition, feed: Feed) -> Link:
    name = f"{edition.show.title}: {feed.name}"
    return Link(rel="alternate", href=edition.url(feed.key), type=feed.type, title=name)


def _icons(edition: Edition) -> Iterator[Link]:
    if edition.favicon:
        yield Link(rel="icon", href=edition.url(edition.favicon.key), sizes="32x32")
    for icon in edition.icons:
        side = icon.picture.width if icon.picture else None
        rel = "apple-touch-icon" if side == APPLE else "icon"
        sizes = f"{side}x{side}" if side else None
        yield Link(rel=rel, href=edition.url(icon.key), type=icon.type, sizes=sizes)


def _properties(
    frame: Frame, key: str, title: str, description: str, item: Published[Any] | None, picture: Asset | None
) -> Iterator[tuple[str, str]]:
    yield "og:type", "article" if item else "website"
    yield "og:title", title
    yield "og:description", cut(description, LONGEST)
    yield "og:url", frame.url(key)
    yield "og:site_name", frame.edition.show.title
    yield "og:locale", frame.once(locale)
    if picture:
        yield from _picture(frame.edition, item, picture)
    if item:
        yield from _times(frame.edition, item)
        yield from _sound(frame.edition, item)


def locale(frame: Frame) -> str:
    """Name the show's language and the country that it is most spoken in: da_DK."""
    from babel.core import get_global

    said, likely = frame.w.locale, get_global("likely_subtags")
    written = likely.get(f"{said.language}_{said.script}") or likely.get(said.language) or ""
    territory = said.territory or str(written).rpartition("_")[2]
    return f"{said.language}_{territory}" if territory else said.language


def _is_wide(asset: Asset) -> bool:
    return asset.picture is not None and asset.picture.width >= WIDE * asset.picture.height


def _picture(edition: Edition, item: Published[Any] | None, shown: Asset) -> Iterator[tuple[str, str]]:
    yield "og:image", edition.url(shown.key)
    yield "og:image:type", shown.type
    if shown.picture:
        yield "og:image:width", str(shown.picture.width)
        yield "og:image:height", str(shown.picture.height)
    yield "og:image:alt", item.entry.title if item and item.entry.image else edition.show.title


def _times(edition: Edition, item: Published[Any]) -> Iterator[tuple[str, str]]:
    entry, zone = item.entry, edition.show.timezone
    changed = entry.updated if isinstance(entry, Article) and entry.updated else item.updated
    yield "article:published_time", moment(item.published, zone)
    yield "article:modified_time", moment(max(changed, item.published), zone)
    yield from (("article:tag", tag) for tag in dict.fromkeys(entry.tags) if tag.strip())


def _sound(edition: Edition, item: Published[Any]) -> Iterator[tuple[str, str]]:
    if item.enclosure:
        yield "og:audio", edition.media_url(item.enclosure)
        yield "og:audio:type", item.enclosure.type
