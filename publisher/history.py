"""Revisions × what the target has → Past: what each changed, and which can come back. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from publisher.model import Head, Ledger, Past, Revision, Site, StoredObject, is_immutable
from publisher.news import entries
from publisher.past import is_calendar, number, retracted_since
from publisher.standing import blob_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Remains:
    """What is there to go back to."""

    sizes: Mapping[str, int]
    """Of every object, by its key."""
    public: Mapping[str, StoredObject]
    """What the newest revision has, by its key."""
    ledger: Ledger
    """The newest."""


def history(
    revisions: Sequence[Revision], last: int, head: Head, remains: Remains, site: Site
) -> tuple[Past, ...]:
    """The first `last` of `revisions`, which are newest first; one more is to compare with."""
    pairs = zip_longest(revisions[:last], revisions[1 : last + 1])
    return tuple(_past(one, before, head, remains, site) for one, before in pairs if one)


def _past(one: Revision, before: Revision | None, head: Head, remains: Remains, site: Site) -> Past:
    if before is None and _is_first(one):
        before = Revision(number=0, name="", moment=one.moment, ledger=Ledger())
    new = list(_new(one, before)) if before else None
    return Past(
        number=one.number,
        name=one.name,
        moment=one.moment,
        is_public=one.name == head.name,
        uploads=None if new is None else len(new),
        deletes=_deletes(one, before) if before else None,
        size=None if new is None else sum(known.size for known in new),
        entries=tuple(entries(site, before.ledger, one.ledger)) if before else (),
        barred=None if one.name == head.name else _bar(one, remains),
    )


def _is_first(one: Revision) -> bool:
    return number(one.before) == 0 if one.before else one.number == 1


def _new(one: Revision, before: Revision) -> Iterator[StoredObject]:
    """What stands there and did not, or otherwise."""
    there = {known.key: known for known in before.objects}
    return (known for known in one.objects if there.get(known.key) != known)


def _deletes(one: Revision, before: Revision) -> int:
    """How many pages and the like are gone; lasting files stay for a while, named or not."""
    keys = {known.key for known in one.objects}
    return sum(not is_immutable(known.key) and known.key not in keys for known in before.objects)


def _bar(one: Revision, remains: Remains) -> str | None:
    if held := retracted_since(one, remains.ledger):
        return f"it holds what was taken back for good: {held[0]}"
    gone = [known.key for known in one.objects if not _is_there(known, remains)]
    return f"files of it are gone: {len(gone)}, such as {gone[0]}" if gone else None


def _is_there(known: StoredObject, remains: Remains) -> bool:
    """Where it is not public any more, what passes has been copied."""
    if is_calendar(known.key):
        return True
    now = remains.public.get(known.key)
    stands = is_immutable(known.key) or bool(now and now.sha256 == known.sha256)
    places = (known.key, blob_key(known.sha256 or "")) if stands else (blob_key(known.sha256 or ""),)
    return any(remains.sizes.get(place) == known.size for place in places)
