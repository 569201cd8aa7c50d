"""Which target is meant, and where its record is: in it, or in a place of its own (`[publish] state`)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from publisher.cli.options import Target, folder
from publisher.errors import PublisherError
from publisher.model import Publishing
from publisher.store import is_same, open_split, open_store
from publisher.store.interface import Store

PUBLIC = ".publisher/public"
"""Where publish goes when no target is configured, so that everything works before there is a bucket."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A target as `open_store` takes it; its record is at `state`, or in it if None."""

    place: str
    state: str | None
    endpoint: str | None
    region: str | None


def choose(configured: Publishing, said: Target) -> Chosen:
    """What was `said`, else what show.toml says.

    Its `state` is that of its own target alone. What was said to be elsewhere, be it the same bucket at
    another server, keeps its record in itself: the other one would tell of files that are not there.
    """
    return Chosen(
        place=said.target or configured.target or PUBLIC,
        state=configured.state if _is_configured(configured, said) else None,
        endpoint=said.endpoint or configured.endpoint,
        region=configured.region,
    )


def _is_configured(configured: Publishing, said: Target) -> bool:
    """Whether what was said leads where show.toml does."""
    if said.endpoint and configured.endpoint and said.endpoint.rstrip("/") != configured.endpoint.rstrip("/"):
        return False
    return not said.target or bool(configured.target and is_same(said.target, configured.target, folder()))


def open_chosen(chosen: Chosen) -> tuple[Store, Store | None]:
    """The target, and where its record would be if it had no place of its own; None where it has none."""
    for place in filter(None, (chosen.place, chosen.state)):
        if ":" not in place:
            raise_if_inside(folder() / place)
    if chosen.state is None:
        return _open(chosen, chosen.place), None
    return open_split(
        chosen.place, chosen.state, endpoint=chosen.endpoint, region=chosen.region, base=folder()
    )


def open_record(chosen: Chosen) -> Store:
    """Where the record of the target is."""
    return _open(chosen, chosen.state or chosen.place)


def _open(chosen: Chosen, place: str) -> Store:
    return open_store(place, endpoint=chosen.endpoint, region=chosen.region, base=folder())


def raise_if_inside(place: Path) -> None:
    """Raise PublisherError for a place in episodes/: what is published would be published again."""
    home = (folder() / "episodes").resolve()
    if place.resolve().is_relative_to(home):
        raise PublisherError(
            f"{place} is in episodes/, which is what you write", fix="choose a folder beside episodes/"
        )
