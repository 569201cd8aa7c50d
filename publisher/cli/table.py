"""Rows of state, name and text, aligned; what to do about a row stands below it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

Row = tuple[str, str, str, Sequence[str]]
"""State, name, text, and what to do."""

WIDEST = 64
"""Letters that a name may take from the others."""


def as_table(rows: Iterable[Row]) -> str:
    """The rows, one below the other."""
    rows = list(rows)
    first = max((len(state) for state, *_ in rows), default=0)
    second = max((len(name) for _, name, *_ in rows if len(name) <= WIDEST), default=0)
    lines = []
    for state, name, text, advice in rows:
        lines.append(f"{state:<{first}}  {name:<{second}}  {text}".rstrip())
        lines += [f"{'':<{first}}  → {line}" for line in advice if line]
    return "\n".join(lines)
