"""A bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from threading import Lock
from typing import Protocol

import click

from publisher.cli.options import is_interactive
from publisher.model import Plan
from publisher.publish import Watch


class _Bar(Protocol):
    def update(self, n_steps: int) -> None: ...


class _Meter:
    def __init__(self, bar: _Bar) -> None:
        self.bar, self.lock = bar, Lock()

    def sent(self, size: int) -> None:
        # A terminal that is gone is no reason to stop halfway.
        with self.lock, suppress(OSError):
            self.bar.update(size)

    def done(self, key: str) -> None:
        pass


class _Lines:
    def sent(self, size: int) -> None:
        pass

    def done(self, key: str) -> None:
        with suppress(OSError):
            click.echo(f"uploaded {key}", err=True)


@contextmanager
def watching(plan: Plan) -> Iterator[Watch]:
    """Show how the uploads of `plan` go on."""
    total = sum(item.artifact.size for item in plan.upload)
    if not is_interactive() or not total:
        yield _Lines()
        return
    with click.progressbar(length=total, label="Uploading", file=sys.stderr) as bar:
        yield _Meter(bar)


def counting(what: str) -> Callable[[int, int], None]:
    """Say on a terminal how many are done of how many, on one line; elsewhere nothing."""

    def told(done: int, of: int) -> None:
        with suppress(OSError):
            click.echo(f"\r{what}: {done} of {of}", nl=done == of, err=True)

    return told if is_interactive() else lambda done, of: None
