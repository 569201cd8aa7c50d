"""What a target remembers of earlier revisions, in words and as data."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from zoneinfo import ZoneInfo

from publisher.cli import steps
from publisher.cli.options import Target
from publisher.cli.report import size
from publisher.cli.revisions import read_show
from publisher.model import Past
from publisher.past import committed, number, recorded

NAMED = 5
"""Entries of a revision that are named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The last revisions, newest first; `unfinished` and `dead` are names of what was never public whole."""

    target: str
    zone: ZoneInfo
    past: tuple[Past, ...]
    unfinished: str | None
    dead: tuple[str, ...]
    older: int
    """How many more are kept."""


def look_back(target: Target, last: int) -> History:
    """The `last` revisions of the target."""
    from publisher.history import Remains, history

    site = read_show()
    store, found = steps.look(site, target)
    names = recorded(store)
    kept = list(islice(committed(store, found.head, names, steps.memory()), last + 1))
    remains = Remains(
        sizes={known.key: known.size for known in store.list()},
        public={known.key: known for known in found.objects},
        ledger=found.ledger,
    )
    oldest = kept[:last][-1].number if kept else 0
    public = {one.name for one in kept}
    others = sorted(names - public, key=lambda name: (number(name), name))
    return History(
        target=store.name,
        zone=ZoneInfo(site.show.timezone),
        past=history(kept, last, found.head, remains, site),
        unfinished=found.head.next,
        dead=tuple(name for name in others if number(name) >= oldest and name != found.head.next),
        older=sum(0 < number(name) < oldest for name in names),
    )


def as_text(found: History) -> str:
    """A paragraph for each revision."""
    lines = [line for past in found.past for line in _paragraph(past, found.zone)]
    if found.older:
        lines.append(f"and {found.older} older")
    if found.unfinished:
        lines.append(f"not finished: {found.unfinished}; the next publish goes on from there")
    lines += [f"never public as a whole: {name}, by a run that died" for name in found.dead]
    return "\n".join(lines) or f"nothing was published to {found.target} yet"


def _paragraph(past: Past, zone: ZoneInfo) -> Iterator[str]:
    when = past.moment.astimezone(zone).strftime("%Y-%m-%d %H:%M")
    mark = "  public" if past.is_public else ""
    yield f"{past.number:>4}  {when}  {_changes(past)}{mark}"
    for entry in past.entries[:NAMED]:
        yield f"      {entry.change} {entry.kind}: {entry.title or entry.url}"
    if len(past.entries) > NAMED:
        yield f"      and {len(past.entries) - NAMED} more"
    if past.barred:
        yield f"      no way back: {past.barred}"


def _changes(past: Past) -> str:
    if past.uploads is None or past.size is None:
        return "what it changed is not known any more"
    return f"{past.uploads} uploaded ({size(past.size)}), {past.deletes} deleted"


def as_json(found: History) -> str:
    """What `history --json` promises."""
    document = {
        "revisions": [_row(past, found.zone) for past in found.past],
        "older": found.older,
        "unfinished": found.unfinished,
        "dead": list(found.dead),
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def _row(past: Past, zone: ZoneInfo) -> dict[str, object]:
    return {
        "revision": past.number,
        "name": past.name,
        "moment": past.moment.astimezone(zone).isoformat(),
        "public": past.is_public,
        "uploaded": past.uploads,
        "deleted": past.deletes,
        "bytes": past.size,
        "entries": [
            {"change": one.change, "kind": one.kind, "guid": one.guid, "title": one.title, "url": one.url}
            for one in past.entries
        ],
        "rollback": not past.is_public and past.barred is None,
        "barred": past.barred,
    }
