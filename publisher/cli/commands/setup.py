"""`publisher setup`."""

from __future__ import annotations

import json
import secrets

import click

from publisher.cli import steps
from publisher.cli.failure import FAILED, say
from publisher.cli.options import Target, folder_options, is_interactive, place_options
from publisher.cli.table import as_table
from publisher.errors import PublisherError, StoreError
from publisher.model import Head, Requirement, State
from publisher.standing import HEAD
from publisher.state import decode
from publisher.store.bucket import Bucket


@click.command()
@click.option("--check", is_flag=True, help="Change nothing; end with 1 if something is missing.")
@click.option("--yes", is_flag=True, help="Do not ask, even at a terminal.")
@click.option("--json", "as_json", is_flag=True, help="Print what is needed as JSON.")
@place_options
@folder_options
def setup(check: bool, yes: bool, as_json: bool, target: Target) -> int:
    """Show what the bucket needs to serve listeners, then set it.

    \b
    Example:
      publisher setup --target s3://my-bucket/show --endpoint https://s3.example.org
      publisher setup --check

    That is: the bucket itself, public read without .publisher/, players in browsers, a website where
    the host has one, and stale uploads cleared away. What others have set there stays.
    """
    from publisher.setup import apply, look

    configured = steps.read_site().show.publishing
    where = target.target or configured.target or steps.PUBLIC
    bucket = _open(where, target.endpoint or configured.endpoint, configured.region)
    if bucket is None:
        say(f"{where} is no bucket: it needs nothing")
        return 0
    found = look(bucket)
    known = _known(bucket) if found[0].state is State.OK else ()
    if check or not any(one.will for one in found):
        return _tell(bucket, (*found, *known), as_json=as_json)
    say(_as_text(bucket, found))
    if not yes:
        _ask()
    return _tell(bucket, (*apply(bucket), *(known or _probed(bucket))), as_json=as_json)


def _open(where: str, endpoint: str | None, region: str | None) -> Bucket | None:
    from publisher.store import open_bucket

    return open_bucket(where, endpoint=endpoint, region=region)


def _ask() -> None:
    if not is_interactive():
        raise PublisherError("this would make the bucket public, and nobody can be asked", fix="say --yes")
    click.confirm("Set that?", default=True, abort=True, err=True)


def _known(bucket: Bucket) -> tuple[Requirement, ...]:
    """Whether two publishers are kept apart, if a publish has found out and this key may see it."""
    from publisher.setup import conditions

    try:
        data = bucket.get(HEAD)
    except StoreError:
        return ()
    head = decode(data, Head, f"{bucket.name}/{HEAD}") if data else None
    return (conditions(head.store),) if head and head.store else ()


def _probed(bucket: Bucket) -> tuple[Requirement, ...]:
    """The same, found out by writing."""
    from publisher.setup import conditions, unprobed

    try:
        return (conditions(bucket.probe(f".publisher/probe-{secrets.token_hex(8)}")),)
    except StoreError as error:
        return (unprobed(error),)


def _tell(bucket: Bucket, found: tuple[Requirement, ...], *, as_json: bool) -> int:
    click.echo(_as_json(bucket, found) if as_json else _as_text(bucket, found))
    return FAILED if any(one.open for one in found) else 0


def _as_text(bucket: Bucket, found: tuple[Requirement, ...]) -> str:
    rows = (
        (str(one.state), one.name, one.what, (f"will {one.will}" if one.will else "", one.fix))
        for one in found
    )
    return f"{bucket.name} at {bucket.endpoint}\n{as_table(rows)}"


def _as_json(bucket: Bucket, found: tuple[Requirement, ...]) -> str:
    """What `setup --json` promises."""
    rows = [
        {"name": one.name, "state": str(one.state), "what": one.what, "will": one.will, "fix": one.fix}
        for one in found
    ]
    return json.dumps({"target": bucket.name, "requirements": rows}, ensure_ascii=False, indent=2)
