"""`publisher plan`."""

from __future__ import annotations

import click

from publisher.cli import report, steps
from publisher.cli.options import Target, folder_options, target_options


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the plan as JSON.")
@target_options
@folder_options
def plan(as_json: bool, target: Target) -> int:
    """Show what publish would upload and delete, and change nothing.

    \b
    Example:
      publisher plan --target s3://my-bucket/show --endpoint https://s3.example.org
    """
    prepared = steps.prepare(target)
    made = prepared.plan
    click.echo(report.plan_as_json(made) if as_json else report.plan_as_text(made, prepared.store.name))
    return 0
