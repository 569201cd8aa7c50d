"""Taking back for good: what is to go, whether there is consent, and what is deleted after the publish."""

from __future__ import annotations

import difflib
import secrets
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace

import click

from publisher.cli import steps
from publisher.cli.carry import Consent, carry
from publisher.cli.failure import say
from publisher.cli.kept import CACHE
from publisher.cli.options import Target, folder, is_interactive, moment, owner
from publisher.cli.pruning import kinds
from publisher.cli.reach import beyond
from publisher.cli.report import plan_as_text, size
from publisher.errors import PublisherError
from publisher.model import Ledger, LedgerEntry, Mark, is_immutable
from publisher.prune import prune, unneeded
from publisher.prune.stock import PRIVATE, take_stock
from publisher.publish import Run
from publisher.retract import is_taken
from publisher.retract.mention import Mention
from publisher.retract.places import places
from publisher.standing import blob_key, revision_key, standing

SHOWN = 20
"""Places that a message names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retraction:
    """Everything up to the plan, which keeps no copies: they would hold what goes.

    Either the `row` of what is taken back, or who is: `mention`.
    """

    prepared: steps.Prepared
    row: LedgerEntry | None = None
    mention: Mention | None = None

    def taken(self) -> tuple[Mark, ...]:
        """What is deleted at once after the plan has been carried out."""
        prepared, head = self.prepared, self.prepared.standing.head
        made = prepared.artifacts
        stays = {one.key for one in made} | set(prepared.plan.delete)
        stays |= {blob_key(one.sha256) for one in made if not is_immutable(one.key)}
        if prepared.plan.revision == head.revision and head.name:
            stays.add(revision_key(head.name))
        # As if nothing were public: what will be, is told by the plan.
        found = replace(prepared.standing, head=replace(head, name=None, next=None), ledger=prepared.ledger)
        stock = take_stock(prepared.store, found, steps.memory(), keep=0, now=prepared.now, also=stays)
        return unneeded(stock, self._is_taken).due

    def purge(self, *, take_over: bool) -> tuple[Mark, ...]:
        """Delete all that is not of the public revision and holds what is taken back; what was deleted."""
        store = self.prepared.store
        found = standing(store, self.prepared.site.show.guid, memory=steps.memory())
        stock = take_stock(store, found, steps.memory(), keep=1, now=self.prepared.now)
        made = unneeded(stock, self._is_taken)
        run = Run(now=self.prepared.now, token=secrets.token_hex(8), owner=owner(), take_over=take_over)
        deleted = set(prune(made, stock, found, store, run, thorough=True))
        return tuple(mark for mark in made.due if mark.key in deleted)

    def _is_taken(self, mark: Mark) -> bool:
        return is_taken(mark, self.row)


def prepare_entry(words: str, target: Target) -> Retraction:
    """What takes back the entry with the path, slug or guid `words`."""
    from publisher.settle.problems import retire
    from publisher.settle.retracted import resurrection, retract

    site, checked = steps.read_right_site()
    store, found = steps.look(site, target)
    row = _row(words, found.ledger, store.name)
    if row.guid not in site.show.retired:
        raise PublisherError(
            f"the {row.kind} {row.slug} is to be taken back for good, and show.toml does not say so yet",
            fix=retire(row, site.show),
        )
    if entry := resurrection(site, found.ledger, row.guid):
        raise PublisherError(
            f"episodes/{entry.path} is still there: once nothing is known of it any more, "
            "a publish would take it for a new one",
            fix=f"remove it, or write `guid: {row.guid}` into it (an event: `uid:`)",
        )
    now = moment(target.at, site.show.timezone)
    prepared = steps.planned(
        site,
        checked,
        store,
        found,
        now,
        ledger=retract(found.ledger, row.guid, now),
        withdrawn=frozenset({row.enclosure.key} if row.enclosure else ()),
    )
    return Retraction(prepared=replace(prepared, keep=False), row=row)


def prepare_person(name: str, target: Target) -> Retraction:
    """What takes back the person called `name`; raises PublisherError where they are still told of."""
    from publisher.settle.retracted import forget

    mention = Mention(name)
    site, checked = steps.read_right_site()
    store, found = steps.look(site, target)
    if not found.head.revision:
        raise PublisherError(
            f"nothing was published to {store.name} yet", fix="there is nothing to take back"
        )
    now = moment(target.at, site.show.timezone)
    ledger = forget(found.ledger, mention.in_text)
    prepared = steps.planned(site, checked, store, found, now, ledger=ledger)
    _raise_if_named(mention, prepared)
    return Retraction(prepared=replace(prepared, keep=False), mention=mention)


def _row(words: str, ledger: Ledger, target: str) -> LedgerEntry:
    """The row whose guid, path or slug is `words`; of two, the one that is still published."""
    path = words.removeprefix("episodes/").rstrip("/")
    rows = sorted(ledger.entries, key=lambda row: row.burnt)
    for name, wanted in (("guid", words), ("path", path), ("slug", path)):
        for row in rows:
            if wanted and getattr(row, name) == wanted:
                return row
    known = [name for row in ledger.entries for name in (row.path, row.slug, row.guid) if name]
    near = difflib.get_close_matches(path, known, n=1)
    raise PublisherError(
        f"nothing was published to {target} as {words}",
        fix=f"did you mean {near[0]}?" if near else "name its folder in episodes/, its slug or its guid",
    )


def _raise_if_named(mention: Mention, prepared: steps.Prepared) -> None:
    from publisher.settle.retracted import tells

    named = [one.key for one in prepared.artifacts if mention.in_artifact(one)]
    if not named and not tells(prepared.ledger.entries, mention.in_text):
        return
    where = list(places(folder() / "episodes", mention)) or named
    rest = [f"  and {len(where) - SHOWN} more"] if len(where) > SHOWN else []
    raise PublisherError(
        "\n".join(
            ["what would be published still names them:", *(f"  {place}" for place in where[:SHOWN]), *rest]
        ),
        fix="take the name out there, then run this again; until then nothing is taken back",
    )


def take_back(taking: Retraction, consent: Consent) -> int:
    """Show it, do it as far as there is consent, and say what is beyond us; the exit code."""
    tell = say if consent.as_json else click.echo
    losing = taking.taken()
    if not consent.dry_run and not consent.yes and is_interactive():
        say(plan_as_text(taking.prepared.plan, taking.prepared.store.name))
        say("\n".join(_losses(losing, "is deleted")))
        click.confirm("Take that back for good?", default=False, abort=True, err=True)
    code = carry(taking.prepared, replace(consent, yes=True))
    is_forgotten = consent.dry_run or _forget()
    gone = losing if consent.dry_run else taking.purge(take_over=consent.take_over)
    tell("\n".join(_losses(gone, "would be deleted" if consent.dry_run else "deleted")))
    tell("Out of reach:")
    for line in beyond(taking.prepared, taking.row, taking.mention):
        tell(f"  {line}")
    if not is_forgotten:
        tell(f"  {CACHE} on this machine, which cannot be deleted: do that by hand")
    return code


def _forget() -> bool:
    """Let this machine forget what it remembers of revisions, and whatever else it can make again."""
    cache = folder() / CACHE
    shutil.rmtree(cache, ignore_errors=True)
    return not cache.exists()


def _losses(marks: tuple[Mark, ...], verb: str) -> Iterator[str]:
    yield from (f"- {mark.key}  {size(mark.size)}" for mark in marks if not mark.key.startswith(PRIVATE))
    yield f"{verb} for good: {' and '.join(kinds(marks)) or 'nothing more'}"
