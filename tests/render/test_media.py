"""The media are what the ledger froze, from this machine only if they are the same bytes."""

from __future__ import annotations

from dataclasses import replace

from publisher.model import Edition
from publisher.render.media import render

from .sample import FULL, recording


def test_an_enclosure_is_the_file_it_was_made_of(edition: Edition) -> None:
    """The body is the path: nothing is read to render."""
    artifact = next(iter(render(edition)))
    assert FULL.enclosure
    assert (artifact.key, artifact.size) == (FULL.enclosure.key, FULL.enclosure.length)
    assert artifact.body == recording().path


def test_without_the_bytes_an_enclosure_stays_published(edition: Edition) -> None:
    """A machine without the recording, or with a changed one, keeps what listeners have."""
    changed = replace(FULL, entry=replace(FULL.entry, recording=recording(sha256="e" * 64)))
    absent = replace(FULL, entry=replace(FULL.entry, recording=None))
    made = list(render(replace(edition, episodes=(changed, absent, replace(FULL, enclosure=None)))))
    assert [artifact.body for artifact in made] == [None, None]
