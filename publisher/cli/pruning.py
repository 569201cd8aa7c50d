"""Pruning as commands put it together, in words and as data."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from publisher.cli import steps
from publisher.cli.options import Target, owner
from publisher.cli.report import size
from publisher.cli.revisions import read_show
from publisher.errors import PublisherError
from publisher.model import Mark
from publisher.prune import Pruning, graces, prune, pruning
from publisher.prune.stock import Stock, clock, take_stock
from publisher.publish import Run
from publisher.standing import BLOBS, REVISIONS, Standing
from publisher.store.interface import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """Everything that pruning needs, and nothing has been written."""

    store: Store
    standing: Standing
    stock: Stock
    made: Pruning
    now: datetime

    def carry_out(self, *, take_over: bool) -> Prepared:
        """Mark and delete; what was done. What is not as it was marked stays."""
        run = Run(now=self.now, token=secrets.token_hex(8), owner=owner(), take_over=take_over)
        deleted = set(prune(self.made, self.stock, self.standing, self.store, run))
        due = tuple(mark for mark in self.made.due if mark.key in deleted)
        return replace(self, made=replace(self.made, due=due))


def prepare(target: Target, *, keep: int, media: timedelta, force: bool) -> Prepared:
    """What a run would mark and delete, by the store's own clock."""
    store, found = steps.look(read_show(), target)
    if not found.head.revision:
        raise PublisherError(f"nothing was published to {store.name} yet", fix="run publisher publish")
    now = clock(store)
    stock = take_stock(store, found, steps.memory(), keep=keep, now=now)
    made = pruning(stock, now, graces(media), force=force)
    return Prepared(store=store, standing=found, stock=stock, made=made, now=now)


def as_text(prepared: Prepared, *, done: bool) -> str:
    """What is deleted, key by key, and what is marked, counted."""
    made, kept = prepared.made, prepared.stock.kept
    deleted, marked = ("deleted", "marked") if done else ("to delete", "to mark")
    lines = [f"- {mark.key}  {size(mark.size)}" for mark in made.due]
    rest = len(made.marks) - len(made.due) - len(made.fresh) - made.waiting
    sums = [f"{_sum(made.due)} {deleted}", f"{_sum(made.fresh)} {marked}", f"{rest} in their grace"]
    lines.append(f"{prepared.store.name}: revisions {_range(kept)} are kept; {', '.join(sums)}")
    if made.waiting:
        lines.append(f"{made.waiting} more are due: run again, or say --force to delete them at once")
    return "\n".join(lines)


def as_json(prepared: Prepared) -> str:
    """What `prune --json` promises."""
    made = prepared.made
    document = {
        "kept": list(prepared.stock.kept),
        "delete": [_row(mark) for mark in made.due],
        "mark": [_row(mark) for mark in made.fresh],
        "marked": len(made.marks) - len(made.due),
        "waiting": made.waiting,
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def kinds(marks: Iterable[Mark]) -> Iterator[str]:
    """How many of each kind there are, and how much they take."""
    rest = list(marks)
    for one, many, prefix in (("revision", "revisions", REVISIONS), ("copy", "copies", BLOBS)):
        here = [mark for mark in rest if mark.key.startswith(prefix)]
        rest = [mark for mark in rest if not mark.key.startswith(prefix)]
        if here:
            yield _counted(here, one, many)
    if rest:
        yield _counted(rest, "file", "files")


def _counted(marks: list[Mark], one: str, many: str) -> str:
    return f"{len(marks)} {one if len(marks) == 1 else many} ({size(sum(mark.size for mark in marks))})"


def _sum(marks: tuple[Mark, ...]) -> str:
    return " and ".join(kinds(marks)) or "nothing"


def _row(mark: Mark) -> dict[str, object]:
    return {"key": mark.key, "size": mark.size, "since": mark.since.isoformat(), "orphan": mark.orphan}


def _range(numbers: tuple[int, ...]) -> str:
    return f"{numbers[-1]} to {numbers[0]}" if len(numbers) > 1 else str(numbers[0])
