"""Pages that list entries of any kind, newest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from publisher.model import Artifact, Entry, Published
from publisher.render.site.cards import cards
from publisher.render.site.document import document
from publisher.render.site.frame import Frame
from publisher.render.site.paging import Sheet, sheets
from publisher.render.wire.part import Part


def list_pages(
    frame: Frame,
    key: str,
    items: Sequence[Published[Entry]],
    *,
    title: str,
    lead: str = "",
    section: str | None = None,
    feed: str | None = None,
) -> Iterator[Part]:
    """Tell how the pages are made that list `items`; `feed` is the key of a feed of the same."""

    def made(sheet: Sheet[Published[Entry]]) -> tuple[Artifact, ...]:
        span = _span(frame, sheet)
        page = document(
            frame,
            sheet.key,
            "list",
            title=f"{title}, {span}" if span else title,
            description=lead or title,
            heading=title,
            lead=lead,
            span=span,
            section=section,
            feed=frame.url(feed) if feed else None,
            sheet=sheet,
            cards=cards(frame, sheet.items),
        )
        return (page,)

    for sheet in sheets(key, items):
        coming = tuple(frame.next(item.guid) for item in sheet.items)
        place = (sheet.key, sheet.number, sheet.newer, sheet.older, title, lead, section, feed)
        yield Part(name="list", of=sheet.items, also=(place, coming), make=partial(made, sheet))


def _span(frame: Frame, sheet: Sheet[Published[Entry]]) -> str:
    """Say from when to when the entries of an older page are."""
    w, zone = frame.w, frame.edition.show.timezone
    return " – ".join(w.day(sheet.items[end].published, zone) for end in (-1, 0)) if sheet.number else ""
