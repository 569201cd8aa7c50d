"""Entries of one kind among those of all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar, cast

from publisher.model import Entry, Published

E = TypeVar("E", bound=Entry)


def of(kind: type[E], published: Iterable[Published[Entry]]) -> Iterator[Published[E]]:
    """Those of `kind`, in their order."""
    return (cast("Published[E]", made) for made in published if isinstance(made.entry, kind))
