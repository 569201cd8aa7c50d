"""What tests of checking share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.read.project import Project, new_project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A show without entries and without problems."""
    return new_project(tmp_path)
