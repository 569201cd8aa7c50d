"""`publisher setup`."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from dataclasses import dataclass

import click

from publisher.cli import steps
from publisher.cli.failure import FAILED, say
from publisher.cli.options import Target, folder_options, is_interactive, place_options
from publisher.cli.table import as_table
from publisher.cli.target import Chosen, choose, open_record
from publisher.errors import PublisherError, StoreError
from publisher.model import Head, Requirement
from publisher.standing import HEAD
from publisher.state import decode
from publisher.store.bucket import Bucket
from publisher.store.interface import Store


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
    the host has one, and stale uploads cleared away. What others have set there stays. Where .publisher/
    is at a bucket of its own (state in show.toml), that one is seen to as well: nobody else may read it.
    """
    from publisher.setup import apply, look
    from publisher.setup.apart import apply_apart, look_apart

    places = _open(choose(steps.read_site().show.publishing, target))
    if places.first is None:
        say(f"{places.name} is no bucket: it needs nothing")
        return 0
    found = places.each(look, look_apart)
    known = _known(places.record)
    if check or not any(one.will for one in found):
        return _tell(places, (*found, *known), as_json=as_json)
    say(_as_text(places, found))
    if not yes:
        _ask()
    done = places.each(apply, apply_apart)
    return _tell(places, (*done, *(known or _probed(places.record))), as_json=as_json)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Places:
    """The buckets among what show.toml names, and where the record is, which may be one of them."""

    name: str
    target: Bucket | None
    state: Bucket | None
    record: Store

    @property
    def first(self) -> Bucket | None:
        """The bucket that is told of by its address."""
        return self.target or self.state

    def each(
        self,
        public: Callable[[Bucket], tuple[Requirement, ...]],
        private: Callable[[Bucket], tuple[Requirement, ...]],
    ) -> tuple[Requirement, ...]:
        """What `public` finds in the target, and `private` in the place of its record."""
        from publisher.setup.apart import leftover

        found = public(self.target) if self.target else ()
        if self.target and self.record is not self.target:
            found += leftover(self.target, self.record.name)
        return found + (private(self.state) if self.state else ())


def _open(chosen: Chosen) -> _Places:
    from publisher.store import open_bucket

    target, state = (
        open_bucket(place, endpoint=chosen.endpoint, region=chosen.region) if place else None
        for place in (chosen.place, chosen.state)
    )
    record = (state if chosen.state else target) or open_record(chosen)
    return _Places(name=chosen.place, target=target, state=state, record=record)


def _ask() -> None:
    if not is_interactive():
        raise PublisherError("this would make the bucket public, and nobody can be asked", fix="say --yes")
    click.confirm("Set that?", default=True, abort=True, err=True)


def _known(record: Store) -> tuple[Requirement, ...]:
    """Whether two publishers are kept apart, if a publish has found out and this key may see it."""
    from publisher.setup import conditions

    try:
        data = record.get(HEAD)
    except StoreError:
        return ()
    head = decode(data, Head, f"{record.name}/{HEAD}") if data else None
    return (conditions(head.store),) if head and head.store else ()


def _probed(record: Store) -> tuple[Requirement, ...]:
    """The same, found out by writing."""
    from publisher.setup import conditions, unprobed

    try:
        return (conditions(record.probe(f".publisher/probe-{secrets.token_hex(8)}")),)
    except StoreError as error:
        return (unprobed(error),)


def _tell(places: _Places, found: tuple[Requirement, ...], *, as_json: bool) -> int:
    click.echo(_as_json(places, found) if as_json else _as_text(places, found))
    return FAILED if any(one.open for one in found) else 0


def _as_text(places: _Places, found: tuple[Requirement, ...]) -> str:
    rows = (
        (str(one.state), one.name, one.what, (f"will {one.will}" if one.will else "", one.fix))
        for one in found
    )
    lines = [f"{one.name} at {one.endpoint}" for one in (places.target, places.state) if one]
    return "\n".join((*lines, as_table(rows)))


def _as_json(places: _Places, found: tuple[Requirement, ...]) -> str:
    """What `setup --json` promises."""
    rows = [
        {"name": one.name, "state": str(one.state), "what": one.what, "will": one.will, "fix": one.fix}
        for one in found
    ]
    return json.dumps(
        {"target": (places.target or places).name, "requirements": rows}, ensure_ascii=False, indent=2
    )
