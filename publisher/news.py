"""Plan × ledgers → News: what a publish changes for those who look or listen.

Pure: the plan tells which files change, the ledgers of the last revision and of this one which entries.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from publisher.model import ChangedEntry, ChangedFeed, Ledger, LedgerEntry, News, Plan, Site, is_immutable

FEEDS = ("application/rss+xml", "application/atom+xml", "application/feed+json", "text/calendar")
APART = ("archive/", "events/")
"""Below these are feeds that nobody subscribes to: what never changes again, and single events."""


def news(plan: Plan, site: Site, *, before: Ledger, after: Ledger) -> News:
    """What carrying out `plan` changes. `before` is the ledger of the last whole revision."""
    show = site.show
    changed = [item.artifact for item in plan.upload if item.why != "retyped"]
    return News(
        guid=show.guid or "",
        title=show.title,
        base_url=show.base_url,
        revision=plan.revision,
        feeds=tuple(
            ChangedFeed(key=one.key, url=f"{show.base_url}/{one.key}", type=one.type)
            for one in changed
            if is_feed(one.key, one.type)
        ),
        entries=tuple(entries(site, before, after)),
        stale=tuple(sorted(_stale(plan, show.base_url))),
    )


def is_feed(key: str, type: str) -> bool:
    """Whether people subscribe to what stands at `key`."""
    return type.startswith(FEEDS) and not key.startswith(APART)


def entries(site: Site, before: Ledger, after: Ledger) -> Iterator[ChangedEntry]:
    """What became of each entry between two ledgers; titles are those in `site`, where it is there."""
    titles = {entry.path: entry.title for entry in site.entries}
    known = {row.guid: row for row in before.entries}
    for row in after.entries:
        if change := _change(known.get(row.guid), row):
            yield ChangedEntry(
                change=change,
                kind=row.kind,
                guid=row.guid,
                title=_title(row, titles),
                url=f"{site.show.base_url}/{row.kind}s/{row.slug}.html",
            )


def _title(row: LedgerEntry, titles: dict[str, str]) -> str | None:
    """What an entry is called; where a retired one was, another may be now."""
    here = titles.get(row.path) if row.expired or not row.burnt else None
    return here or (row.event.title if row.event else None)


def _change(known: LedgerEntry | None, row: LedgerEntry) -> Literal["new", "changed", "removed"] | None:
    """What became of an entry; `updated` moves with everything that is told of it."""
    if row.burnt:
        return "removed" if known and not known.burnt else None
    if known is None:
        return "new"
    return "changed" if known.updated != row.updated else None


def _stale(plan: Plan, base_url: str) -> Iterator[str]:
    """What caches may hold: old bytes, that there was nothing, and what is to be had no more.

    Keys that name their own bytes have only the last of these. A server that knows index documents
    shows `index.html` at its folder too.
    """
    written = [item.artifact.key for item in plan.upload if not is_immutable(item.artifact.key)]
    for key in (*written, *plan.delete):
        yield f"{base_url}/{key}"
        if key == "index.html" or key.endswith("/index.html"):
            yield f"{base_url}/{key.removesuffix('index.html')}"
