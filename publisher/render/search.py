"""search/*.json: every entry by its words, for the script of the search page: there is no server to ask."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from publisher.model import Artifact, Edition, Entry, Published
from publisher.render.searching.entry import found
from publisher.render.searching.files import Document, block, manifest
from publisher.render.site.amounts import duration
from publisher.render.site.cards import card
from publisher.render.site.frame import Frame
from publisher.render.stream import entries
from publisher.render.stream.keys import page
from publisher.render.wire import cut
from publisher.render.wire.part import Part, Whole
from publisher.render.words import Words

EXCERPT = 220
"""UTF-8 bytes of what an entry says of itself, in the list of what was found."""


def render(edition: Edition) -> Iterator[Whole]:
    """Make the index, also an empty one."""
    frame = Frame(edition)
    oldest_first = reversed(entries(edition))
    years = groupby(oldest_first, key=lambda item: str(item.published.year))
    yield manifest(tuple(_block(frame, name, tuple(items)) for name, items in years))


def _block(frame: Frame, name: str, items: tuple[Published[Entry], ...]) -> Part:
    """Tell how the files of a year are made; of events it is said when they are next."""
    coming = tuple(frame.next(item.guid) for item in items)

    def make() -> tuple[Artifact, ...]:
        return block(name, ((_document(frame, item), found(item.entry)) for item in items))

    return Part(name=f"search {name}", of=items, also=coming, make=make)


def _document(frame: Frame, item: Published[Entry]) -> Document:
    return Document(
        key=page(item),
        title=item.entry.title,
        facts=" · ".join(_facts(frame, item)),
        excerpt=cut(item.entry.excerpt, EXCERPT),
    )


def _facts(frame: Frame, item: Published[Entry]) -> Iterator[str]:
    """Say what people choose by: what it is, when, how long, and what sets it apart."""
    shown, w = card(frame, item), frame.w
    yield _kind(shown.kind, w)
    yield shown.when or w.day(shown.date, frame.edition.show.timezone)
    if shown.duration:
        yield duration(shown.duration, w.locale)
    yield from shown.marks


def _kind(kind: str, w: Words) -> str:
    return {"episode": w.text("Episode"), "event": w.text("Event"), "article": w.text("Article")}[kind]
