"""episodes/index.html, episodes/<slug>.html, episodes/<slug>/embed.html: to find, hear and read episodes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from publisher.model import Artifact, Chapter, Edition, Episode, Published
from publisher.render.site.amounts import clock, seconds
from publisher.render.site.cards import card, marks
from publisher.render.site.document import document
from publisher.render.site.downloads import offers, recording
from publisher.render.site.frame import Frame
from publisher.render.site.keys import EPISODES, embed_key
from publisher.render.site.labels import Label, elsewhere, numbers, tags, terms, thread
from publisher.render.site.lists import list_pages
from publisher.render.site.people import faces
from publisher.render.site.pictures import Image
from publisher.render.site.prose import prose
from publisher.render.site.reading import readings
from publisher.render.stream.keys import page
from publisher.render.wire.part import Part


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """A chapter as pages list it. `start` and `end` are in seconds; `url` leads out of the show."""

    title: str
    clock: str
    start: str
    end: str | None
    url: str | None
    image: Image | None


def render(edition: Edition) -> Iterator[Artifact | Part]:
    """Make the list, in pages, and the pages of each episode, also of those whose time ran out."""
    frame = Frame(edition)
    if edition.episodes:
        yield from list_pages(
            frame, EPISODES, edition.episodes, title=frame.w.text("Episodes"), section=EPISODES
        )
    around = (None, *edition.episodes, None)
    for newer, item, older in zip(around, edition.episodes, around[2:], strict=False):
        beside = (_link(frame, newer), _link(frame, older))
        yield frame.part("episode", partial(_pages, frame, item, *beside), item, beside)
    for item in edition.expired:
        yield _expired(frame, item)


def _pages(
    frame: Frame, item: Published[Episode], newer: Label | None, older: Label | None
) -> tuple[Artifact, ...]:
    own = _episode(frame, item, newer, older)
    return (own, _embed(frame, item)) if item.enclosure else (own,)


def _episode(frame: Frame, item: Published[Episode], newer: Label | None, older: Label | None) -> Artifact:
    """Make the page of `item`, which leads to those published before and after it."""
    edition, episode = frame.edition, item.entry
    read = readings(edition, item, frame.w)
    return document(
        frame,
        page(item),
        "episode",
        title=episode.title,
        description=episode.excerpt,
        section=EPISODES,
        item=item,
        media=edition.media_url(item.enclosure) if item.enclosure else None,
        card=card(frame, item),
        image=frame.gallery.image(episode.image or edition.show.cover),
        marks=tuple(marks(frame.w, item)),
        numbers=tuple(numbers(frame, episode)),
        audio=recording(frame, item),
        chapters=tuple(_stops(frame, episode.chapters)),
        text=prose(frame, episode.html),
        readings=read,
        offers=tuple(offers(frame, item, read)),
        people=faces(edition, episode.persons, frame.w),
        tags=tags(frame, episode),
        thread=thread(frame, item),
        license=terms(frame, episode),
        elsewhere=elsewhere(episode),
        newer=newer,
        older=older,
    )


def _link(frame: Frame, item: Published[Episode] | None) -> Label | None:
    return Label(item.entry.title, frame.url(page(item))) if item else None


def _embed(frame: Frame, item: Published[Episode]) -> Artifact:
    edition, episode = frame.edition, item.entry
    return document(
        frame,
        embed_key(item),
        "embed",
        title=episode.title,
        description=episode.excerpt,
        item=item,
        media=edition.media_url(item.enclosure) if item.enclosure else None,
        is_listed=False,
        image=frame.gallery.image(episode.image or edition.show.cover),
        audio=recording(frame, item),
        home=frame.url(page(item)),
    )


def _expired(frame: Frame, item: Published[Episode]) -> Artifact:
    return document(
        frame, page(item), "expired", title=item.entry.title, section=EPISODES, item=item, is_listed=False
    )


def _stops(frame: Frame, chapters: tuple[Chapter, ...]) -> Iterator[Stop]:
    """List the chapters that have a name and are meant to be listed."""
    for chapter in chapters:
        if chapter.toc and (chapter.title or chapter.url):
            yield Stop(
                title=chapter.title or chapter.url or "",
                clock=clock(chapter.start),
                start=seconds(chapter.start),
                end=seconds(chapter.end) if chapter.end else None,
                url=chapter.url,
                image=frame.gallery.image(chapter.art),
            )
