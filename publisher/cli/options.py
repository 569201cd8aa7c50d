"""Options that several commands share."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import wraps
from pathlib import Path
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import click

from publisher.errors import PublisherError

UNCACHED = "publisher.uncached"
F = TypeVar("F", bound=Callable[..., Any])


def _set_folder(ctx: click.Context, _: click.Parameter, value: Path | None) -> None:
    if value is not None:
        ctx.meta["publisher.folder"] = value


def _set_verbose(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        ctx.meta["publisher.verbose"] = True


def folder_options(command: F) -> F:
    """`-C DIR` and `-v`, before or after the command."""
    command = click.option(
        "-v",
        "--verbose",
        is_flag=True,
        expose_value=False,
        callback=_set_verbose,
        help="Name the files that are ignored too.",
    )(command)
    return click.option(
        "-C",
        "--directory",
        type=click.Path(file_okay=False, exists=True, path_type=Path),
        expose_value=False,
        callback=_set_folder,
        metavar="DIR",
        help="Run in DIR instead of the current folder.",
    )(command)


def _set_uncached(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        ctx.meta[UNCACHED] = True


def cache_option(command: F) -> F:
    """`--no-cache`."""
    return click.option(
        "--no-cache",
        is_flag=True,
        expose_value=False,
        callback=_set_uncached,
        help="Read and make everything anew, whatever earlier runs have made.",
    )(command)


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What the target options say."""

    target: str | None
    endpoint: str | None
    ledger: str | None
    first: bool
    at: str | None


def filled(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Refuse an option that is there and empty: an unset variable in a script must not choose for it."""
    if value is not None and not value.strip():
        raise click.BadParameter("it is empty", ctx, parameter)
    return value


ENDPOINT = click.option(
    "--endpoint",
    callback=filled,
    metavar="URL",
    help="The S3-compatible server, where it is not Amazon's.",
)
TARGET = click.option(
    "--target",
    callback=filled,
    metavar="URL|DIR",
    help="s3://bucket/prefix or a folder, not what show.toml says.",
)


AT = click.option(
    "--at", callback=filled, metavar="MOMENT", help="Pretend it is MOMENT, e.g. '2026-01-31 06:00'."
)


def target_options(command: Callable[..., int]) -> Callable[..., int]:
    """Where to publish, and how to treat what is there: the command gets it as `target`."""

    @wraps(command)
    def packed(
        target: str | None, endpoint: str | None, ledger: str | None, first: bool, at: str | None, **rest: Any
    ) -> int:
        chosen = Target(target=target, endpoint=endpoint, ledger=ledger, first=first, at=at)
        return command(target=chosen, **rest)

    for option in (
        AT,
        click.option("--first", is_flag=True, help="The target has files, but nobody subscribes to it yet."),
        click.option(
            "--ledger",
            callback=filled,
            metavar="FILE|URL",
            help="Carry over the record of what was published elsewhere.",
        ),
        ENDPOINT,
        TARGET,
    ):
        packed = option(packed)
    return packed


def place_options(command: Callable[..., int]) -> Callable[..., int]:
    """Where it was published, for commands that publish nothing: they get it as `target`."""

    @wraps(command)
    def packed(target: str | None, endpoint: str | None, **rest: Any) -> int:
        chosen = Target(target=target, endpoint=endpoint, ledger=None, first=False, at=None)
        return command(target=chosen, **rest)

    for option in (ENDPOINT, TARGET):
        packed = option(packed)
    return packed


def dated_place_options(command: Callable[..., int]) -> Callable[..., int]:
    """Where it was published, for commands that change that at some moment: they get it as `target`."""

    @wraps(command)
    def packed(target: str | None, endpoint: str | None, at: str | None, **rest: Any) -> int:
        chosen = Target(target=target, endpoint=endpoint, ledger=None, first=False, at=at)
        return command(target=chosen, **rest)

    for option in (AT, ENDPOINT, TARGET):
        packed = option(packed)
    return packed


def folder() -> Path:
    """The project's folder."""
    chosen = click.get_current_context().meta.get("publisher.folder")
    try:
        return chosen.absolute() if isinstance(chosen, Path) else Path.cwd()
    except OSError as error:
        raise PublisherError(
            "the current folder is gone", fix="go to another one, or name it with -C"
        ) from error


def is_interactive() -> bool:
    """Whether somebody sits there who can be asked."""
    streams = (sys.stdin, sys.stderr)
    return not os.environ.get("CI") and all(stream is not None and stream.isatty() for stream in streams)


def owner() -> str:
    """Whom others are told that they wait for: a CI run by its number; of a person, nothing."""
    for name, service in (
        ("GITHUB_RUN_ID", "GitHub run"),
        ("CI_JOB_ID", "GitLab job"),
        ("BUILD_ID", "build"),
    ):
        if number := os.environ.get(name, ""):
            return f"{service} {number[:40]}"
    return "another run" if os.environ.get("CI") else "somebody else"


def verbose() -> bool:
    """Whether -v was said."""
    return bool(click.get_current_context().meta.get("publisher.verbose"))


def moment(at: str | None, timezone: str) -> datetime:
    """Now, read once: --at, else SOURCE_DATE_EPOCH, else the clock; whole seconds in UTC."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        if at:
            from publisher.read.moment import moment as parse

            return _usable(parse(at, ZoneInfo(timezone)))
        return _usable(datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC))
    except (ValueError, OverflowError, OSError) as error:
        said = f"--at {at!r}" if at else f"SOURCE_DATE_EPOCH {epoch!r}"
        raise PublisherError(f"{said}: {error}", fix="write --at '2026-01-31 06:00', year first") from error


def _usable(moment: datetime) -> datetime:
    """Leave room on both sides for zones and for the seconds we add."""
    if not 1970 <= moment.year < 9999:
        raise ValueError("that is no time to publish")
    return moment.astimezone(UTC).replace(microsecond=0)
