"""`publisher history`."""

from __future__ import annotations

import click

from publisher.cli.options import Target, folder_options, place_options
from publisher.cli.past import as_json, as_text, look_back


@click.command()
@click.option(
    "--last",
    type=click.IntRange(min=1),
    default=20,
    show_default=True,
    metavar="N",
    help="How many revisions to show.",
)
@click.option("--json", "in_json", is_flag=True, help="Print them as JSON.")
@place_options
@folder_options
def history(last: int, in_json: bool, target: Target) -> int:
    """List what was published, newest first, and what can be rolled back to.

    \b
    Example:
      publisher history
      publisher history --last 3 --json
    """
    found = look_back(target, last)
    click.echo(as_json(found) if in_json else as_text(found))
    return 0
