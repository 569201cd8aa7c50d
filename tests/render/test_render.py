"""publisher.render: every format is found, and the same edition makes the same bytes everywhere."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

import publisher.render
from publisher.model import Artifact, Edition
from publisher.render import formats, render

from .sample import EMPTY, SHOW

PACKAGE = Path(publisher.render.__file__).parent
DIGESTS = f"""
from publisher.render import render
from {__package__}.sample import EDITION, EMPTY
for artifact in (*render(EDITION), *render(EMPTY)):
    print(artifact.key, artifact.sha256, artifact.size, artifact.type)
"""


def test_a_format_is_a_module_and_a_package_is_none() -> None:
    """Formats are found by their file's name; nothing has to be registered."""
    files = {path.stem for path in PACKAGE.glob("*.py")} - {"__init__"}
    assert set(formats()) == files
    assert not {"feed", "namespaces", "spoken", "stream", "wire", "templates"} & set(formats())


def test_artifacts_are_sorted_and_no_two_share_a_key(edition: Edition) -> None:
    """Whoever plans can rely on order and uniqueness."""
    keys = [artifact.key for artifact in render(edition)]
    assert keys == sorted(set(keys))


def test_artifacts_know_the_size_and_hash_of_their_bytes(artifacts: dict[str, Artifact]) -> None:
    """What the plan compares is what is uploaded."""
    for artifact in artifacts.values():
        if isinstance(artifact.body, bytes):
            assert artifact.size == len(artifact.body)
            assert artifact.sha256 == sha256(artifact.body).hexdigest()


@pytest.mark.parametrize(
    ("key", "type"),
    [
        ("podcast.xml", "application/rss+xml; charset=utf-8"),
        ("feed.xml", "application/rss+xml; charset=utf-8"),
        ("feed.atom", "application/atom+xml"),
        ("feed.json", "application/feed+json"),
        ("events.ics", "text/calendar; charset=utf-8"),
        ("events.xml", "application/rss+xml; charset=utf-8"),
        ("events/innovationscafe.ics", "text/calendar; charset=utf-8"),
        ("events/innovationscafe.html", "text/html; charset=utf-8"),
        ("episodes/mod-til-at-lede/chapters.json", "application/json+chapters"),
        ("episodes/mod-til-at-lede/transcript.vtt", "text/vtt; charset=utf-8"),
        ("episodes/mod-til-at-lede/transcript.srt", "application/x-subrip; charset=utf-8"),
        ("episodes/mod-til-at-lede/transcript.json", "application/json"),
        ("episodes/mod-til-at-lede/transcript.html", "text/html; charset=utf-8"),
        ("episodes/mod-til-at-lede/transcript.en.html", "text/html; charset=utf-8"),
        ("media/mod-til-at-lede-cccccccccccc.mp3", "audio/mpeg"),
        ("art/cover-aaaaaaaaaaaa.png", "image/png"),
    ],
)
def test_types_are_those_stores_must_serve(artifacts: dict[str, Artifact], key: str, type: str) -> None:
    """S3-001: a store serves the type it was given."""
    assert artifacts[key].type == type


def test_a_show_without_entries_still_has_its_feeds() -> None:
    """Subscribing must work before there is anything to read."""
    keys = {artifact.key for artifact in render(EMPTY)}
    assert keys >= {"events.ics", "events.xml", "feed.atom", "feed.json", "feed.xml", "podcast.xml"}


def test_a_private_link_reaches_no_artifact(artifacts: dict[str, Artifact]) -> None:
    """online.join stays in the house, whatever the format."""
    bodies = [artifact.body for artifact in artifacts.values() if isinstance(artifact.body, bytes)]
    assert bodies
    assert not any(b"HEMMELIGT" in body for body in bodies)


def test_no_artifact_tells_versions(artifacts: dict[str, Artifact]) -> None:
    """An upgrade of a tool must not look like news to subscribers."""
    for artifact in artifacts.values():
        if isinstance(artifact.body, bytes):
            assert not any(tool in artifact.body.lower() for tool in (b"feedgen", b"lkiesow", b"collective"))


def test_a_show_of_few_words_renders(edition: Edition) -> None:
    """Only what a show must have is needed."""
    show = replace(
        SHOW,
        owner=None,
        cover=None,
        author=None,
        locked=None,
        license=None,
        copyright=None,
        link="https://co.dk/",
    )
    assert render(replace(edition, show=show))


@pytest.mark.parametrize("seed", ["0", "4711"])
@pytest.mark.parametrize(
    ("zone", "locale"), [("Pacific/Kiritimati", "C"), ("America/St_Johns", "tr_TR.UTF-8")]
)
def test_the_same_edition_is_the_same_bytes_everywhere(
    edition: Edition, zone: str, locale: str, seed: str
) -> None:
    """Neither time zone, locale nor hash seed shows in what is rendered."""
    surroundings = {"TZ": zone, "LC_ALL": locale, "LANG": locale, "PYTHONHASHSEED": seed, "PYTHONUTF8": "0"}
    told = subprocess.run(
        [sys.executable, "-c", DIGESTS],
        env={**os.environ, **surroundings, "PYTHONPATH": os.pathsep.join(map(os.path.abspath, sys.path))},
        cwd="/",
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    here = [f"{a.key} {a.sha256} {a.size} {a.type}" for a in (*render(edition), *render(EMPTY))]
    assert told.splitlines() == here


def test_importing_the_stage_loads_no_format() -> None:
    """Commands that render nothing must not wait for feedgen, lxml, icalendar, jinja2 and Babel."""
    slow = "{'feedgen', 'lxml', 'icalendar', 'jinja2', 'babel'}"
    code = f"import sys, publisher.render; print({slow} & set(sys.modules))"
    path = os.pathsep.join(map(os.path.abspath, sys.path))
    told = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.strip() == "set()"
