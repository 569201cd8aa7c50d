"""`publisher retract`."""

from __future__ import annotations

import click

from publisher.cli.carry import Consent, consent_options
from publisher.cli.options import Target, dated_place_options, folder_options


@click.command()
@click.argument("entry")
@click.option("--person", is_flag=True, help="ENTRY is the name of a person.")
@consent_options
@dated_place_options
@folder_options
def retract(entry: str, person: bool, consent: Consent, target: Target) -> int:
    """Take an episode, event or article out everywhere, and for good; or a person.

    \b
    Example:
      publisher retract 012-an-interview --dry-run
      publisher retract --person "Jane Doe"

    ENTRY is its folder in episodes/, its slug or its guid. That it shall go has to be committed: its guid
    is in `retired` below [identity] in show.toml; a person is named nowhere in episodes/ any more. Then it
    is published without it, and everything older that holds it is deleted, so that there is no way back.
    It ends with what no command can reach.
    """
    from publisher.cli.retracting import prepare_entry, prepare_person, take_back

    return take_back(prepare_person(entry, target) if person else prepare_entry(entry, target), consent)
