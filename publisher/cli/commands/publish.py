"""`publisher publish`."""

from __future__ import annotations

import secrets

import click

from publisher.cli import report, steps
from publisher.cli.failure import UNVERIFIED
from publisher.cli.options import Target, folder_options, is_interactive, owner, target_options
from publisher.model import Report, is_immutable


@click.command()
@click.option("--dry-run", is_flag=True, help="Show the plan and change nothing.")
@click.option("--yes", is_flag=True, help="Do not ask, even at a terminal.")
@click.option("--force", is_flag=True, help="Consent to deleting much.")
@click.option(
    "--take-over", is_flag=True, help="Go on where a run died, without waiting for its claim to end."
)
@click.option("--no-verify", is_flag=True, help="Do not read back what was written.")
@click.option("--json", "as_json", is_flag=True, help="Print the plan or the report as JSON.")
@target_options
@folder_options
def publish(
    dry_run: bool, yes: bool, force: bool, take_over: bool, no_verify: bool, as_json: bool, target: Target
) -> int:
    """Make the target equal to episodes/: recordings first, feeds last.

    \b
    Example:
      publisher publish
      publisher publish --target s3://my-bucket/show --endpoint https://s3.example.org

    Credentials come the way AWS tools find them: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or a
    profile. With no target, the folder .publisher/public is filled.
    """
    from publisher.plan import raise_if_unsafe

    prepared = steps.prepare(target)
    made, name = prepared.plan, prepared.store.name
    if dry_run:
        click.echo(report.plan_as_json(made) if as_json else report.plan_as_text(made, name))
        return 0
    if not force:
        raise_if_unsafe(made, len(prepared.standing.objects))
    if made.revision != prepared.standing.head.revision and not yes and is_interactive():
        click.echo(report.plan_as_text(made, name), err=True)
        click.confirm("Publish?", default=True, abort=True, err=True)
    done = _carry_out(prepared, verify=not no_verify, take_over=take_over)
    click.echo(report.report_as_json(done) if as_json else report.report_as_text(done, name))
    return UNVERIFIED if done.wrong else 0


def _carry_out(prepared: steps.Prepared, *, verify: bool, take_over: bool) -> Report:
    """Publish, unless the target is equal already, and read back what was written."""
    from dataclasses import replace

    from publisher.cli.progress import watching
    from publisher.plan import stored
    from publisher.publish import Run, doubt, publish
    from publisher.verify import verify as differences

    made = prepared.plan
    if made.revision == prepared.standing.head.revision:
        return Report(revision=made.revision, kept=made.keep)
    with watching(made) as watch:
        done = publish(
            made,
            prepared.artifacts,
            prepared.ledger,
            prepared.standing,
            prepared.store,
            Run(now=prepared.now, token=secrets.token_hex(8), owner=owner(), take_over=take_over),
            watch=watch,
        )
    if not verify:
        return done
    # publish has verified the others, before anything pointed at them.
    passing = (stored(item.artifact) for item in made.upload if not is_immutable(item.artifact.key))
    wrong = tuple(differences(passing, prepared.store))
    if wrong:
        doubt(prepared.store, [key for key, _ in wrong])
    return replace(done, wrong=wrong)
