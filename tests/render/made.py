"""What formats make of an edition: their artifacts, where they only tell how those are made."""

from __future__ import annotations

from collections.abc import Iterable

from publisher.model import Artifact, Edition
from publisher.render.wire import fit as fitting
from publisher.render.wire.part import NoShelf, Part, Whole, made


def artifacts(told: Iterable[Artifact | Part | Whole]) -> tuple[Artifact, ...]:
    """Every artifact of what a format has `told`, made now: each has its bytes."""
    return tuple(made(told, NoShelf()))


def fit(edition: Edition) -> Edition:
    """The edition as formats see it."""
    return fitting.fit(edition, NoShelf())
