"""`publisher check`."""

from __future__ import annotations

import click

from publisher.cli import report, steps
from publisher.cli.catalogue import catalogue
from publisher.cli.failure import FAILED
from publisher.cli.options import Target, folder_options, target_options
from publisher.model import Severity


@click.command()
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@click.option("--json", "as_json", is_flag=True, help="Print the problems, or the rules, as JSON.")
@click.option(
    "--format", "form", type=click.Choice(["text", "github"]), default="text", help="How to print them."
)
@click.option("--list-rules", is_flag=True, help="Print every rule instead, and check nothing.")
@target_options
@folder_options
def check(strict: bool, as_json: bool, form: str, list_rules: bool, target: Target) -> int:
    """Check everything in episodes/ and say what to mend.

    \b
    Example:
      publisher check --strict

    With --target or --ledger, what was published there is checked too: nothing may vanish or change
    its identity. A warning that you live with is left out where show.toml says why, below [check]:
    ignore = [{ code = "APPLE-079", reason = "an old recording" }].
    """
    if list_rules:
        click.echo(report.rules_as_json(catalogue()) if as_json else report.rules_as_text(catalogue()))
        return 0
    problems = report.in_order(steps.find_problems(steps.read_site(), target))
    if as_json:
        click.echo(report.as_json(problems))
    else:
        for problem in problems:
            click.echo(report.as_github(problem) if form == "github" else report.as_text(problem))
        click.echo(report.count(problems) if problems else "all is well", err=True)
    failing = [problem for problem in problems if strict or problem.severity is Severity.ERROR]
    return FAILED if failing else 0
