"""Fixtures of the render tests.

Goldens stand in goldens/, one file an artifact. After a change that is meant, renew them with
`RENEW_GOLDENS=1 pytest tests/render` and read the diff before you commit it.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.model import Artifact, Edition
from publisher.render import render

from .sample import EDITION

GOLDENS = Path(__file__).with_name("goldens")


@pytest.fixture
def edition() -> Edition:
    """The sample: one episode with everything, one bare, an event, an article."""
    return EDITION


@pytest.fixture
def artifacts(edition: Edition) -> dict[str, Artifact]:
    """What the sample renders to, by key."""
    return {artifact.key: artifact for artifact in render(edition)}


@pytest.fixture
def body(artifacts: dict[str, Artifact]) -> Callable[[str], bytes]:
    """The bytes of the sample's artifact of a key."""

    def bytes_of(key: str) -> bytes:
        found = artifacts[key].body
        assert isinstance(found, bytes)
        return found

    return bytes_of


@pytest.fixture
def golden(body: Callable[[str], bytes]) -> Callable[[str], None]:
    """Compare the sample's artifact of a key with its golden, or renew it."""

    def compare(key: str) -> None:
        path = GOLDENS / key.replace("/", "_")
        if os.environ.get("RENEW_GOLDENS"):
            path.write_bytes(body(key))
        assert body(key) == path.read_bytes()

    return compare
