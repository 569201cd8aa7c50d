"""`publisher check`."""

from __future__ import annotations

import click

from publisher.cli import report, steps
from publisher.cli.catalogue import catalogue
from publisher.cli.failure import FAILED
from publisher.cli.options import Target, cache_option, folder_options, target_options
from publisher.model import Severity

FORMS = {"text": report.as_lines, "github": report.as_annotations, "gitlab": report.as_gitlab}


@click.command()
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@click.option("--json", "as_json", is_flag=True, help="Print the problems, or the rules, as JSON.")
@click.option("--format", "form", type=click.Choice(list(FORMS)), default="text", help="How to print them.")
@click.option(
    "--published", is_flag=True, help="Check against what was published too, at the target of show.toml."
)
@click.option("--list-rules", is_flag=True, help="Print every rule instead, and check nothing.")
@target_options
@cache_option
@folder_options
def check(strict: bool, as_json: bool, form: str, published: bool, list_rules: bool, target: Target) -> int:
    """Check everything in episodes/ and say what to mend.

    \b
    Example:
      publisher check --strict

    With --published, --target or --ledger, what was published there is checked too: nothing may vanish
    or change its identity, and recordings that listeners have need not be here. A warning that you
    live with is left out where show.toml says why, below [check]:
    ignore = [{ code = "APPLE-079", reason = "an old recording" }].
    """
    if list_rules:
        click.echo(report.rules_as_json(catalogue()) if as_json else report.rules_as_text(catalogue()))
        return 0
    problems = report.in_order(steps.find_problems(steps.read_site(), target, published=published))
    if as_json:
        click.echo(report.as_json(problems))
    else:
        click.echo(FORMS[form](problems), nl=False)
        click.echo(report.count(problems) if problems else "all is well", err=True)
    failing = [problem for problem in problems if strict or problem.severity is Severity.ERROR]
    return FAILED if failing else 0
