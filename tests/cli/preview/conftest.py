"""What the preview is made of, in a project, without its command."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from publisher.cli import publisher
from publisher.cli.preview.made import Made
from publisher.model import Artifact
from publisher.serve import Address

ADDRESS = Address(host="127.0.0.1", port=8000)
HERE = "http://127.0.0.1:8000/co-pi"


@pytest.fixture(autouse=True)
def inside(project: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As if a command ran in the project."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    with click.Context(publisher) as context:
        context.meta["publisher.folder"] = project
        yield


def rendered(made: Made) -> dict[str, Artifact]:
    """The artifacts by key."""
    return {one.key: one for one in made.render()}


def text(artifact: Artifact) -> str:
    """What it says."""
    body = artifact.content
    assert isinstance(body, bytes)
    return body.decode()
