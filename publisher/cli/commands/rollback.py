"""`publisher rollback`."""

from __future__ import annotations

import click

from publisher.cli.carry import Consent, carry, consent_options
from publisher.cli.failure import say
from publisher.cli.options import Target, dated_place_options, folder_options
from publisher.cli.revisions import prepare_rollback


@click.command()
@click.argument("revision", type=click.IntRange(min=1), required=False, metavar="[N]")
@consent_options
@dated_place_options
@folder_options
def rollback(revision: int | None, consent: Consent, target: Target) -> int:
    """Publish what was public in revision N, or before the last publish, once more.

    \b
    Example:
      publisher rollback --dry-run
      publisher rollback 7

    Pages and feeds come back as they were. Recordings stay where they are. Calendars are told of events
    as they were then, as news, so that every subscriber follows. `publisher history` lists revisions.
    """
    prepared, old = prepare_rollback(revision, target)
    say(
        f"back to revision {old.number}. The next publish brings the newer content back; to keep it away, "
        "undo it in episodes/ too, for example with git revert"
    )
    return carry(prepared, consent, question=f"Go back to revision {old.number}?")
