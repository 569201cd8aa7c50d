"""What is kept of an artifact: all but its bytes."""

from __future__ import annotations

from collections.abc import Iterable

from publisher.model import Artifact

Row = tuple[str, str, int, str]
"""Key, type, size and sha256 of an artifact."""


def rows(artifacts: Iterable[Artifact]) -> tuple[Row, ...]:
    """What is kept of `artifacts`."""
    return tuple((one.key, one.type, one.size, one.sha256) for one in artifacts)
