"""`publisher prune`."""

from __future__ import annotations

from datetime import timedelta

import click

from publisher.cli.options import Target, folder_options, is_interactive, place_options


@click.command()
@click.option(
    "--keep",
    type=click.IntRange(min=1),
    default=10,
    show_default=True,
    metavar="N",
    help="How many revisions stay.",
)
@click.option(
    "--grace",
    type=click.IntRange(min=0),
    default=365,
    show_default=True,
    metavar="DAYS",
    help="How long recordings and pictures stay after that.",
)
@click.option("--dry-run", is_flag=True, help="Show what would go and change nothing.")
@click.option("--yes", is_flag=True, help="Do not ask, even at a terminal.")
@click.option("--force", is_flag=True, help="Delete all that is due, however much it is.")
@click.option(
    "--take-over", is_flag=True, help="Go on where a run died, without waiting for its claim to end."
)
@click.option("--json", "in_json", is_flag=True, help="Print it as JSON.")
@place_options
@folder_options
def prune(
    keep: int,
    grace: int,
    dry_run: bool,
    yes: bool,
    force: bool,
    take_over: bool,
    in_json: bool,
    target: Target,
) -> int:
    """Let go of old revisions and what only they need: mark it now, delete it on a later run.

    \b
    Example:
      publisher prune --dry-run
      publisher prune --keep 30

    Recordings and pictures stay for a year after nothing names them any more, since old addresses live
    on in apps and pages of others; revisions for a month, what a dead run left for a week. What Publisher
    did not write is never touched.
    """
    from publisher.cli.pruning import as_json, as_text, prepare

    prepared = prepare(target, keep=keep, media=timedelta(days=grace), force=force)
    if not dry_run:
        if prepared.made.due and not yes and is_interactive():
            click.echo(as_text(prepared, done=False), err=True)
            click.confirm("Delete that?", default=False, abort=True, err=True)
        prepared = prepared.carry_out(take_over=take_over)
    click.echo(as_json(prepared) if in_json else as_text(prepared, done=not dry_run))
    return 0
