"""A plan on its way to being done: shown, consented to, carried out, read back and told of."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from functools import wraps
from itertools import chain
from typing import Any

import click

from publisher.cli import report, steps
from publisher.cli.failure import UNVERIFIED, say
from publisher.cli.options import is_interactive, owner
from publisher.cli.told import told_as_text
from publisher.errors import StoreError, UnverifiedError
from publisher.model import Artifact, Report, is_immutable

UNGUARDED = "warning: this target cannot stop two publishers at once: publish from one place"
"""What is said of a store without conditions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """What the producer has said of doing it."""

    dry_run: bool
    yes: bool
    force: bool
    take_over: bool
    verify: bool
    as_json: bool


def consent_options(command: Callable[..., int]) -> Callable[..., int]:
    """What may be done, and how it is told: the command gets it as `consent`."""

    @wraps(command)
    def packed(
        dry_run: bool, yes: bool, force: bool, take_over: bool, no_verify: bool, as_json: bool, **rest: Any
    ) -> int:
        consent = Consent(
            dry_run=dry_run,
            yes=yes,
            force=force,
            take_over=take_over,
            verify=not no_verify,
            as_json=as_json,
        )
        return command(consent=consent, **rest)

    for option in (
        click.option("--json", "as_json", is_flag=True, help="Print the plan or the report as JSON."),
        click.option("--no-verify", is_flag=True, help="Do not read back what was written."),
        click.option(
            "--take-over",
            is_flag=True,
            help="Go on where a run died, without waiting for its claim to end.",
        ),
        click.option("--force", is_flag=True, help="Consent to deleting much."),
        click.option("--yes", is_flag=True, help="Do not ask, even at a terminal."),
        click.option("--dry-run", is_flag=True, help="Show the plan and change nothing."),
    ):
        packed = option(packed)
    return packed


def carry(prepared: steps.Prepared, consent: Consent, *, question: str = "Publish?") -> int:
    """Do what was `prepared` as far as there is consent to it; the exit code."""
    from publisher.plan import raise_if_unsafe

    made, name = prepared.plan, prepared.store.name
    if consent.dry_run:
        click.echo(report.plan_as_json(made) if consent.as_json else report.plan_as_text(made, name))
        return 0
    if not consent.force:
        raise_if_unsafe(made, len(prepared.standing.objects))
    if made.revision != prepared.standing.head.revision and not consent.yes and is_interactive():
        click.echo(report.plan_as_text(made, name), err=True)
        click.confirm(question, default=True, abort=True, err=True)
    done = carry_out(prepared, verify=consent.verify, take_over=consent.take_over)
    click.echo(report.report_as_json(done) if consent.as_json else report.report_as_text(done, name))
    for line in told_as_text(done.told):
        say(line)
    return UNVERIFIED if done.wrong else 0


def carry_out(prepared: steps.Prepared, *, verify: bool, take_over: bool) -> Report:
    """Publish, unless the target is equal already, and read back what was written."""
    from publisher.cli import telling
    from publisher.cli.aloud import Aloud
    from publisher.cli.progress import watching
    from publisher.publish import Run, publish

    made = prepared.plan
    if made.revision == prepared.standing.head.revision:
        return Report(revision=made.revision, kept=made.keep)
    aloud = Aloud(prepared)
    with watching(made) as watch:
        done = publish(
            made,
            prepared.artifacts,
            prepared.ledger,
            prepared.standing,
            prepared.store,
            Run(now=prepared.now, token=secrets.token_hex(8), owner=owner(), take_over=take_over),
            watch=watch,
            check=aloud.check if verify else None,
            keep=prepared.keep,
            memory=steps.memory(),
        )
    if prepared.store.conditions == "none":
        say(UNGUARDED)
    told = telling.purge(prepared)
    wrong = _read_back(prepared, done.vouched) or aloud.wrong(_passing(prepared)) if verify else ()
    if not wrong:
        told += telling.announce(prepared)
    return replace(done, wrong=wrong, told=told)


def _read_back(prepared: steps.Prepared, vouched: Collection[str]) -> tuple[tuple[str, str], ...]:
    """What is not as it was sent, with the reason; the next run, unless it has begun, sends it again."""
    from publisher.each import each
    from publisher.plan import stored
    from publisher.publish import doubt, doubtful
    from publisher.verify import verify

    def look(artifact: Artifact) -> tuple[tuple[str, str], ...]:
        return tuple(verify((stored(artifact),), prepared.store))

    revision = prepared.plan.revision
    try:
        wrong = tuple(chain.from_iterable(each(doubtful(_passing(prepared), vouched), look)))
    except StoreError as error:
        raise UnverifiedError(
            f"revision {revision} is published, but cannot be read back: {error}",
            fix="run publisher verify when that is mended",
        ) from error
    return wrong if wrong and doubt(prepared.store, [key for key, _ in wrong], revision) else ()


def _passing(prepared: steps.Prepared) -> list[Artifact]:
    """What was written over; publish has checked the rest before anything pointed at it."""
    uploads = (item.artifact for item in prepared.plan.upload)
    return [artifact for artifact in uploads if not is_immutable(artifact.key)]
