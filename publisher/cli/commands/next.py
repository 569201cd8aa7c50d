"""`publisher next`."""

from __future__ import annotations

import json
from zoneinfo import ZoneInfo

import click

from publisher.cli import steps
from publisher.cli.options import Target, folder_options, moment, target_options


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print every moment to come as JSON.")
@target_options
@folder_options
def next(as_json: bool, target: Target) -> int:
    """Print the next moment at which publishing would change anything.

    \b
    Example:
      publisher next

    Entries appear, expire and pass at moments that you wrote. A job that runs then needs no other
    clock. Prints nothing when nothing is to come.
    """
    from publisher.settle import changes

    site = steps.read_site()
    zone = ZoneInfo(site.show.timezone)
    coming = changes(site, steps.look(site, target)[1].ledger, moment(target.at, site.show.timezone))
    rows = [
        {"moment": change.moment.astimezone(zone).isoformat(), "file": change.place.file, "what": change.what}
        for change in coming
    ]
    if as_json:
        click.echo(
            json.dumps(
                {"next": rows[0]["moment"] if rows else None, "changes": rows}, ensure_ascii=False, indent=2
            )
        )
    elif rows:
        click.echo(rows[0]["moment"])
        click.echo(rows[0]["what"], err=True)
    else:
        click.echo("nothing is to come", err=True)
    return 0
