"""Render an edition: every feed, page and file listeners get, as artifacts. Pure.

A format is one module here, found by its name; packages hold what formats share and are none.
Same edition, same bytes: in any time zone, locale and hash seed, on any machine.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Iterable
from importlib import import_module
from operator import attrgetter
from typing import Protocol, cast

from publisher.model import Artifact, Edition
from publisher.render.wire.fit import fit
from publisher.render.wire.part import NoShelf, Part, Shelf, Whole, made


class Format(Protocol):
    """What a module in this package must have."""

    def render(self, edition: Edition) -> Iterable[Artifact | Part | Whole]:
        """Make the format's artifacts of a fitted edition, or tell how they are made, in any order."""


def formats() -> tuple[str, ...]:
    """Name every format, sorted."""
    return tuple(sorted(found.name for found in pkgutil.iter_modules(__path__) if not found.ispkg))


def render(edition: Edition, shelf: Shelf | None = None) -> tuple[Artifact, ...]:
    """Make every artifact of `edition`, sorted by key; what is on the `shelf` is not made again."""
    # A theme's templates may show anything anywhere.
    shelf = NoShelf() if shelf is None or edition.theme.templates else shelf
    fitted = fit(edition, shelf)
    told = [one for name in formats() for one in _format(name).render(fitted)]
    return tuple(sorted(made(told, shelf), key=attrgetter("key")))


def _format(name: str) -> Format:
    return cast(Format, import_module(f"{__name__}.{name}"))
