"""What is visible when: drafts, dates to come, times that have run out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum

from publisher.model import Entry, Episode, Event, Ledger, LedgerEntry, Place, Problem, Show, Site, over
from publisher.settle import problems as say
from publisher.settle.calendar import turns


class Sight(Enum):
    """How listeners see an entry."""

    SHOWN = "shown"
    HIDDEN = "hidden"
    EXPIRED = "expired"
    """It was shown, and its page says that it is no more."""


def sight(
    entry: Entry,
    row: LedgerEntry | None,
    show: Show,
    now: datetime,
    *,
    drafts: bool = False,
    future: bool = False,
) -> tuple[Sight, Problem | None]:
    """How listeners see `entry` at `now`. Taking back what they have, unsaid, is a problem."""
    if row and row.guid in show.retired:
        return Sight.HIDDEN, None
    expires = entry.expires if isinstance(entry, Episode) else None
    if row and row.burnt:
        # Another machine, whose clock is ahead, may have burnt it by the same words.
        if expires and (expires <= now or expires == row.expired):
            return Sight.EXPIRED, None
        return Sight.HIDDEN, say.expired(entry, row)
    why = unseen(entry, row, now)
    if why == "draft" and not drafts:
        return Sight.HIDDEN, say.withdrawn(entry, row, show, key="draft") if row else None
    if expires and expires <= now:
        return (Sight.EXPIRED if row else Sight.HIDDEN), None
    if why == "scheduled" and not future:
        return Sight.HIDDEN, say.withdrawn(entry, row, show, key="date") if row else None
    return Sight.SHOWN, None


def unseen(entry: Entry, row: LedgerEntry | None, now: datetime) -> str | None:
    """Why listeners do not see `entry` yet: it is a `draft`, or `scheduled`."""
    if entry.draft:
        return "draft"
    # A machine whose clock is slow must not take back what another has published.
    is_out = entry.date is None or entry.date <= now or (row and row.published == entry.date)
    return None if is_out else "scheduled"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Change:
    """A moment, in UTC, from which on a rebuild makes something else, and what it is about."""

    moment: datetime
    place: Place
    what: str


def changes(site: Site, ledger: Ledger, now: datetime, *, drafts: bool = False) -> tuple[Change, ...]:
    """Every moment after `now` that changes what is visible without anybody writing anything, in order.

    Of a series, the end of its next time alone. `drafts` is for who sees them too.
    """
    return tuple(sorted(change for change in _changes(site, ledger, now, drafts) if change.moment > now))


def _changes(site: Site, ledger: Ledger, now: datetime, drafts: bool) -> Iterator[Change]:
    gone = {row.path for row in ledger.entries if row.burnt or row.guid in site.show.retired}
    for entry in site.entries:
        if (
            (entry.draft and not drafts)
            or entry.path in gone
            or (entry.guid or "") in site.show.retired
            or is_never_heard(entry)
        ):
            continue
        if entry.date:
            yield _change(entry.date, entry.origin.at("date"), f"{entry.title} appears")
        if isinstance(entry, Episode) and entry.expires:
            yield _change(entry.expires, entry.origin.at("expires"), f"{entry.title} expires")
        if isinstance(entry, Event):
            for moment in turns(entry, site.show.calendar, now):
                yield _change(moment, entry.origin.at("end", "start"), f"{entry.title} is past")
    for row in ledger.entries:
        if row.event and (row.burnt or row.guid in site.show.retired):
            place = Place(file=f"episodes/{row.path}")
            end = over(row.event)
            if end:
                yield _change(end, place, f"{row.event.title}, cancelled, is past")


def is_never_heard(entry: Entry) -> bool:
    """Whether an episode expires before it appears."""
    expires = entry.expires if isinstance(entry, Episode) else None
    return bool(expires and entry.date and expires <= entry.date)


def _change(moment: datetime, place: Place, what: str) -> Change:
    return Change(moment=moment.astimezone(UTC), place=place, what=what)
