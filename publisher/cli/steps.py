"""The pipeline's steps as commands put them together: each command is a prefix of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import click

from publisher.cli import unchanged
from publisher.cli.kept import CACHE, kept
from publisher.cli.options import Target, folder, moment, verbose
from publisher.cli.report import print_problems
from publisher.cli.target import choose, open_chosen
from publisher.errors import ProblemsError, PublisherError
from publisher.model import Artifact, Edition, Ledger, Plan, Problem, Severity, Site
from publisher.remembered import Remembered
from publisher.standing import Standing, standing
from publisher.state import decode_ledger
from publisher.store.interface import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """Everything that publishing needs, and nothing has been written."""

    site: Site
    store: Store
    standing: Standing
    artifacts: tuple[Artifact, ...]
    ledger: Ledger
    plan: Plan
    now: datetime
    keep: bool = True
    """Whether what is written over stays for a rollback."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What a show comes to: everything that is published, the ledger as of it, and what could be better."""

    artifacts: tuple[Artifact, ...]
    ledger: Ledger
    warnings: tuple[Problem, ...]
    holders: Mapping[str, str]
    """As they were settled."""


def read_site() -> Site:
    """The show in this folder; -v names what was ignored."""
    from publisher.read import read

    known = kept()
    site = read(folder(), earlier=known.entries if known else None)
    if verbose():
        for name in site.ignored:
            click.echo(f"ignored: {name}", err=True)
    return site


def render_settled(
    site: Site,
    checked: tuple[Problem, ...],
    ledger: Ledger,
    now: datetime,
    *,
    drafts: bool = False,
    publishing: bool = False,
) -> Made:
    """Settle, prepare and render; raises ProblemsError with everything that is wrong, warnings are said."""
    from publisher.settle import content_hash, settle

    known = kept()
    hashed = known.hashes.remembering(content_hash) if known else content_hash
    settlement = settle(site, ledger, now, drafts=drafts, content_hash=hashed)
    warnings = raise_if_wrong(site, (*checked, *settlement.problems))
    print_problems(warnings, to_stderr=True)
    if publishing and site.show.guid is None:
        raise PublisherError(
            "the show has no guid: moving it to another address would make it another show to its listeners",
            fix=f'write `guid = "{settlement.edition.guid}"` into episodes/show.toml',
        )
    artifacts = render_edition(settlement.edition)
    return Made(artifacts=artifacts, ledger=settlement.ledger, warnings=warnings, holders=settlement.holders)


def render_edition(edition: Edition, *, anew: bool = False) -> tuple[Artifact, ...]:
    """Everything that is published of a settled show; `anew` neither uses nor keeps anything."""
    from publisher.cli.progress import counting
    from publisher.prepare import illustrate
    from publisher.render import render

    edition = illustrate(edition, folder() / CACHE, counting("Pictures"))
    known = None if anew else kept()
    return render(edition, known.rendered(edition) if known else None)


def raise_if_wrong(site: Site, found: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Raise ProblemsError with all that was `found` if any is an error; else the warnings to be said.

    No target is asked before the show by itself is right.
    """
    problems = silenced(site, found)
    if _is_wrong(problems):
        raise ProblemsError(problems)
    return problems


def silenced(site: Site, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The problems but those that the producer lives with."""
    from publisher.cli.catalogue import catalogue
    from publisher.silence import silence

    return silence(site, problems, catalogue)


def find_problems(site: Site, target: Target, *, published: bool = False) -> tuple[Problem, ...]:
    """Everything wrong with the show; against the ledger of a target, where one is named or `published`."""
    from publisher.check import check
    from publisher.settle import settle

    checked = check(site)
    asked = published or bool(target.target)
    if asked and _is_wrong(alone := silenced(site, checked)):
        return alone
    ledger = look(site, target)[1].ledger if asked else load_ledger(target.ledger) or Ledger()
    settled = settle(site, ledger, moment(target.at, site.show.timezone))
    return silenced(site, (*checked, *settled.problems))


def prepare(target: Target) -> Prepared:
    """Everything up to the plan."""
    outcome = unchanged.earlier(unchanged.PUBLISH)
    if outcome is None:
        site, checked = read_right_site()
        store, found = look(site, target)
        return planned(site, checked, store, found, moment(target.at, site.show.timezone))
    # Nothing has changed since it was right: the target may be asked first.
    site = Site(show=outcome.show)
    store, found = look(site, target)
    now = moment(target.at, site.show.timezone)
    if outcome.holds(found.ledger, now):
        same = _compared(site, store, found, now, outcome.artifacts, found.ledger)
        if same.plan.revision == found.head.revision:
            print_problems(outcome.warnings, to_stderr=True)
            return same
    site, checked = read_right_site()
    return planned(site, checked, store, found, now)


def read_right_site() -> tuple[Site, tuple[Problem, ...]]:
    """The show, and the warnings that there are; raises ProblemsError where anything is wrong with it."""
    from publisher.check import check

    site = read_site()
    checked = check(site)
    raise_if_wrong(site, checked)
    return site, checked


def planned(
    site: Site,
    checked: tuple[Problem, ...],
    store: Store,
    found: Standing,
    now: datetime,
    *,
    ledger: Ledger | None = None,
    withdrawn: frozenset[str] = frozenset(),
) -> Prepared:
    """The plan from what was `found` to `site`; with another `ledger`, and without what is `withdrawn`."""
    before = ledger or found.ledger
    made = render_settled(site, checked, before, now, publishing=True)
    unchanged.remember(unchanged.PUBLISH, site, before, made, now)
    return _compared(site, store, found, now, made.artifacts, made.ledger, withdrawn)


def _compared(
    site: Site,
    store: Store,
    found: Standing,
    now: datetime,
    artifacts: tuple[Artifact, ...],
    ledger: Ledger,
    withdrawn: frozenset[str] = frozenset(),
) -> Prepared:
    """The plan from what was `found` to what was made."""
    from publisher.plan import plan

    made = plan(
        artifacts,
        found.objects,
        revision=found.head.revision,
        touching=found.touching,
        withdrawn=withdrawn | expired_media(ledger),
        renewed=found.unfinished or not found.head.revision or moved_on(found.ledger, ledger),
    )
    return Prepared(
        site=site, store=store, standing=found, artifacts=artifacts, ledger=ledger, plan=made, now=now
    )


def expired_media(ledger: Ledger) -> frozenset[str]:
    """The keys of recordings whose time has run out."""
    return frozenset(row.enclosure.key for row in ledger.entries if row.expired and row.enclosure)


def look(site: Site, target: Target) -> tuple[Store, Standing]:
    """The target, and what it has of this show."""
    store, former = open_chosen(choose(site.show.publishing, target))
    found = standing(
        store,
        site.show.guid,
        carried=load_ledger(target.ledger),
        first=target.first,
        memory=memory(),
        former=former,
    )
    return store, found


def memory() -> Remembered:
    """What this machine remembers of revisions."""
    return Remembered(folder() / f"{CACHE}/revisions")


def load_ledger(place: str | None) -> Ledger | None:
    """The ledger in the file or at the http(s) address `place`: of a build, or of a target's revision."""
    if place is None:
        return None
    name = re.sub(r"//[^/@]*@", "//", place).partition("?")[0]
    return decode_ledger(_fetch(place, name), name)


def _fetch(place: str, name: str) -> bytes:
    from http.client import HTTPException
    from urllib.request import urlopen

    try:
        if re.match("https?://", place, re.IGNORECASE):
            with urlopen(place, timeout=30) as answer:  # noqa: S310
                data: bytes = answer.read()
                return data
        return (folder() / Path(place)).read_bytes()
    except (OSError, ValueError, HTTPException) as error:
        raise PublisherError(
            f"the ledger {name} cannot be read: {_reason(error)}",
            fix="name a file, or an http or https address",
        ) from error


def _reason(error: Exception) -> str:
    """Why something cannot be fetched; urllib has the system's reason inside its own."""
    cause = getattr(error, "reason", error)
    return cause if isinstance(cause, str) else getattr(cause, "strerror", None) or type(error).__name__


def _is_wrong(problems: tuple[Problem, ...]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)


def moved_on(before: Ledger, after: Ledger) -> bool:
    """Whether the ledger says anything new besides when it was made."""
    return (before.show, before.entries) != (after.show, after.entries)
