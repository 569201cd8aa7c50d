"""Pages that list entries of any kind, newest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from publisher.model import Artifact, Entry, Published
from publisher.render.site.cards import cards
from publisher.render.site.document import document
from publisher.render.site.frame import Frame
from publisher.render.site.paging import sheets


def list_pages(
    frame: Frame,
    key: str,
    items: Sequence[Published[Entry]],
    *,
    title: str,
    lead: str = "",
    section: str | None = None,
    feed: str | None = None,
) -> Iterator[Artifact]:
    """Make the pages that list `items`; `feed` is the key of a feed of the same."""
    w, zone = frame.w, frame.edition.show.timezone
    for sheet in sheets(key, items):
        span = ""
        if sheet.number:
            span = " – ".join(w.day(sheet.items[end].published, zone) for end in (-1, 0))
        yield document(
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
