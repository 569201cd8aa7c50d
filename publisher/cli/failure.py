"""Errors → text and exit codes: the one place."""

from __future__ import annotations

import errno
import traceback
from contextlib import suppress

import click

from publisher.cli.report import print_problems
from publisher.errors import ProblemsError, PublisherError, UnverifiedError

FAILED, USAGE, UNVERIFIED = 1, 2, 3


def explain(error: BaseException) -> int:
    """Tell the producer what happened and how to mend it; the exit code."""
    if isinstance(error, click.exceptions.Exit):
        return error.exit_code
    if isinstance(error, click.ClickException):
        error.show()
        return USAGE if isinstance(error, click.UsageError) else FAILED
    if isinstance(error, ProblemsError):
        print_problems(error.problems, to_stderr=True)
        return FAILED
    if isinstance(error, KeyboardInterrupt | click.Abort):
        say("publisher: stopped")
        return FAILED
    if isinstance(error, OSError) and error.errno in (errno.EPIPE, errno.ENOSPC, errno.EBADF):
        say("publisher: what I have to say cannot be written")
        return FAILED
    if isinstance(error, SystemExit):
        return error.code if isinstance(error.code, int) else FAILED
    for line in told(error):
        say(line)
    return UNVERIFIED if isinstance(error, UnverifiedError) else FAILED


def told(error: BaseException) -> tuple[str, ...]:
    """What happened and how to mend it, as lines; what should not have happened without what it held."""
    if isinstance(error, PublisherError):
        return (f"publisher: {error}", *((f"  → {error.fix}",) if error.fix else ()))
    where = traceback.extract_tb(error.__traceback__)[-1]
    name = type(error).__name__
    return (
        f"publisher: this should not have happened: {name} in {where.name}, line {where.lineno}",
        "  → please report it, with the command you gave",
    )


def say(line: str) -> None:
    """Talk to the person at the terminal, if somebody is there; stdout is for results."""
    with suppress(OSError):
        click.echo(line, err=True)
