"""`publisher plan`."""

from __future__ import annotations

import click

from publisher.cli import report, steps
from publisher.cli.difference import as_markdown, as_rows, as_text, differences
from publisher.cli.options import Target, cache_option, folder_options, target_options


@click.command()
@click.option("--diff", is_flag=True, help="Show what changes in the feeds too, line by line.")
@click.option("--json", "as_json", is_flag=True, help="Print the plan as JSON.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "github"]),
    default="text",
    help="How to print it; github is for the summary of a job.",
)
@target_options
@cache_option
@folder_options
def plan(diff: bool, as_json: bool, form: str, target: Target) -> int:
    """Show what publish would upload and delete, and change nothing.

    \b
    Example:
      publisher plan --target s3://my-bucket/show --endpoint https://s3.example.org
      publisher plan --diff
    """
    prepared = steps.prepare(target)
    made, name = prepared.plan, prepared.store.name
    found = list(differences(made, prepared.store)) if diff else []
    if as_json:
        click.echo(report.plan_as_json(made, **({"diff": as_rows(found)} if diff else {})))
    elif form == "github":
        click.echo(as_markdown(made, found, name))
    else:
        click.echo("\n".join([*filter(None, [as_text(found)]), report.plan_as_text(made, name)]))
    return 0
