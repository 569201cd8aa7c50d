"""The maximal show, built once for all its tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.maximal.built import MOMENT, project, publisher


@pytest.fixture(scope="session")
def maximal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the project; what is built of it is in feeds/."""
    folder = project(tmp_path_factory.mktemp("maximal") / "show")
    ran = publisher(folder, "build", "--at", MOMENT)
    assert ran.returncode == 0, ran.stderr
    return folder


@pytest.fixture(scope="session")
def feed(maximal: Path) -> bytes:
    """Its podcast.xml."""
    return (maximal / "feeds/podcast.xml").read_bytes()
