"""A host that may lie, and somebody who listens without patience."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from publisher.verify.listener import Listener
from tests.verify.host import Host, serve


@pytest.fixture
def host() -> Iterator[Host]:
    with serve() as running:
        yield running


@pytest.fixture
def pauses() -> list[float]:
    """How long the listener would have waited."""
    return []


@pytest.fixture
def listener(pauses: list[float]) -> Iterator[Listener]:
    with Listener(silence=2, longest=4, wait=pauses.append) as one:
        yield one
