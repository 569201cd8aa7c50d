"""How much work a run is: what it opens, decodes, renders and asks for. Counted, since time is no proof."""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from publisher import read
from publisher.cli import main
from publisher.kept.rendered import Rendered
from publisher.model import Artifact
from publisher.prepare import recipe
from publisher.read import audio
from publisher.render.wire.part import Part
from publisher.store import s3
from tests.faults import Proxy
from tests.kept.runs import age
from tests.pictures import jpeg
from tests.publish.conftest import aws, connect_once
from tests.read.audio.build import MP3_FRAME
from tests.read.project import SHOW
from tests.seaweed import Seaweed

__all__ = ["aws"]

EPISODES = 30
AT = ("--at", "2026-06-01 06:00")
CHANGED = 17
"""The number of the episode that is changed, amid the others."""
EVERY = [f"{number:03}" for number in range(1, EPISODES + 1)]
OWN = (".html", "/embed.html", "/oembed.json")
"""What is made of an episode by itself."""
LISTING = frozenset(
    "episodes/index.html feed.atom feed.json feed.xml podcast.xml search/2026.json search/2026-0.json"
    " search/index.json sitemap.xml index.html".split()
)
"""What may name an episode and say something of it."""
HEADS = 4
"""How often the head is written: a publish begins, knows what it wants, gets to the feeds, and is done."""


@dataclass
class Work:
    """What one run did. Files are named by their paths below episodes/."""

    opened: Counter[str] = field(default_factory=Counter)
    documents: list[str] = field(default_factory=list)
    recordings: list[str] = field(default_factory=list)
    decoded: list[int] = field(default_factory=list)
    """One for each picture."""
    rendered: list[str] = field(default_factory=list)
    """Keys of artifacts, and names of parts that are pieces of one."""
    asked: list[str] = field(default_factory=list)
    """The method and the key of each request."""

    @property
    def did(self) -> bool:
        """Whether it read, decoded or rendered anything."""
        return bool(self.documents or self.recordings or self.decoded or self.rendered)


class Show:
    """A project of thirty episodes, each with a recording and a picture of its own, and who counts."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self.work = folder, Work()
        self.proxy: Proxy | None = None
        self._home = folder / "episodes"
        _write(self._home)
        _watch(self, monkeypatch)

    def run(self, *words: str) -> Work:
        """What `publisher` does at these words, long after anybody has written anything."""
        age(self._home)
        self.work = Work()
        if self.proxy:
            self.proxy.asked.clear()
        with pytest.raises(SystemExit) as ended:
            main([words[0], "-C", str(self.folder), *AT, *words[1:]])
        assert not ended.value.code
        if self.proxy:
            self.work.asked = [f"{one.method} {one.key}" for one in self.proxy.asked]
        return self.work

    def touch(self) -> None:
        """Have everything written again as it was, an hour and a half ago."""
        moment = time.time_ns() - 5_400_000_000_001
        for path in self._home.rglob("*"):
            os.utime(path, ns=(moment, moment))

    def change(self) -> None:
        """Change the text of one episode."""
        path = self._home / f"{CHANGED:03}/episode.md"
        path.write_text(path.read_text() + "And more.\n")

    def opens(self, file: object) -> None:
        """A file was opened."""
        if isinstance(file, str | bytes | os.PathLike):
            path = os.fsdecode(file)
            if path.startswith(f"{self._home}{os.sep}") and Path(path).is_file():
                self.work.opened[Path(path).relative_to(self._home).as_posix()] += 1


def _write(home: Path) -> None:
    home.mkdir(parents=True)
    (home / "show.toml").write_text(SHOW.replace("cover.png", "cover.jpg"))
    (home / "cover.jpg").write_bytes(jpeg())
    for number in range(1, EPISODES + 1):
        folder = home / f"{number:03}"
        folder.mkdir()
        (folder / "episode.md").write_text(
            f"---\ntitle: Number {number}\nguid: e{number}\ndate: 2026-01-{number:02}\nepisode: {number}\n"
            "transcript: {none: Only tones}\n---\nWhat it is about. ![A slide](slide.jpg)\n"
        )
        (folder / "sound.mp3").write_bytes(MP3_FRAME * (40 + number))
        (folder / "slide.jpg").write_bytes(jpeg(200 + number, 100))


_watching: list[Show] = []


def _hear(event: str, given: tuple[Any, ...]) -> None:
    """An audit hook, which cannot be taken away again (https://peps.python.org/pep-0578/)."""
    if event == "open" and _watching:
        _watching[-1].opens(given[0])


sys.addaudithook(_hear)


def _watch(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    def on(module: ModuleType | type, name: str, note: Callable[..., object]) -> None:
        """Have `note` hear of each call of what a module or a class calls `name`."""
        inner = getattr(module, name)

        def outer(*given: Any) -> Any:
            note(*given)
            return inner(*given)

        monkeypatch.setattr(module, name, outer)

    def laid(_: Rendered, part: Part, made: tuple[Artifact, ...]) -> None:
        show.work.rendered += [artifact.key or part.name for artifact in made]

    on(read, "read_document", lambda path, _: show.work.documents.append(path.parent.name))
    on(audio, "read_recording", lambda path: show.work.recordings.append(path.parent.name))
    on(recipe, "decode", lambda *_: show.work.decoded.append(1))
    on(Rendered, "lay", laid)


@pytest.fixture
def show(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Show]:
    """The show, to be built."""
    made = Show(tmp_path / "show", monkeypatch)
    _watching.append(made)
    yield made
    _watching.pop()


@pytest.fixture
def bucket(show: Show, seaweed: Seaweed, aws: pytest.MonkeyPatch) -> Iterator[tuple[str, ...]]:
    """How the show is published to a real server, by way of who counts the requests."""
    for name, value in seaweed.environment.items():
        aws.setenv(name, value)
    aws.setattr(s3, "connect", connect_once)
    with Proxy(seaweed.endpoint) as show.proxy:
        yield "--target", f"s3://{seaweed.bucket()}/show", "--endpoint", show.proxy.endpoint


COMMANDS = {"build": ("build",), "folder": ("publish", "--target", "public"), "bucket": ("publish",)}


@pytest.fixture(params=COMMANDS)
def command(request: pytest.FixtureRequest) -> tuple[str, ...]:
    """What is run: a build, a publish into a folder, or one to a real server."""
    words = COMMANDS[request.param]
    return (*words, *request.getfixturevalue("bucket")) if request.param == "bucket" else words


def test_the_first_run_does_everything_once(show: Show, command: tuple[str, ...]) -> None:
    """Reads each entry and recording, decodes each picture, makes each part: never a second time."""
    work = show.run(*command)
    assert sorted(work.documents) == sorted(work.recordings) == EVERY
    assert len(work.decoded) == EPISODES + 1
    pages = [key for key in work.rendered if key.startswith("episodes/") and "/index" not in key]
    assert sorted(pages) == sorted(f"episodes/{one}{end}" for one in EVERY for end in OWN)
    # Items of feeds are made some at a time.
    pieces = Counter(name for name in work.rendered if name.startswith(("rss ", "atom", "json")))
    assert len(pieces) == 4
    assert max(pieces.values()) <= EPISODES


def test_a_build_reads_each_recording_once(show: Show) -> None:
    """And each text; pictures for what they are, and to be made smaller."""
    work = show.run("build")
    most = {"mp3": 1, "md": 1, "toml": 1, "jpg": 5}
    assert not {name: count for name, count in work.opened.items() if count > most[name.rpartition(".")[2]]}


def test_a_run_that_finds_nothing_changed_does_nothing(show: Show, command: tuple[str, ...]) -> None:
    """No file is opened. The second run is the first that knows what was published before."""
    show.run(*command)
    for _ in range(2):
        work = show.run(*command)
        assert not work.did
        assert not work.opened
    assert not show.proxy or work.asked == ["GET show/.publisher/head.json"]


def test_what_was_merely_written_again_is_read_and_nothing_is_made_of_it(
    show: Show, command: tuple[str, ...]
) -> None:
    """Each file once, to see that it is the same; and the next time none."""
    show.run(*command)
    show.run(*command)
    show.touch()
    work = show.run(*command)
    assert not work.did
    assert {count for name, count in work.opened.items() if "/" in name} == {1}
    assert not show.proxy or work.asked == ["GET show/.publisher/head.json"]
    work = show.run(*command)
    assert not work.did
    assert not any("/" in name for name in work.opened)


def test_one_changed_entry_is_read_and_made_and_what_lists_it(show: Show, command: tuple[str, ...]) -> None:
    show.run(*command)
    show.run(*command)
    show.change()
    work = show.run(*command)
    its = f"{CHANGED:03}"
    assert (work.documents, work.recordings, work.decoded) == ([its], [its], [])
    assert {name.partition("/")[0] for name in work.opened if "/" in name} == {its}
    assert sorted(work.rendered) == sorted(
        (
            *(f"episodes/{its}{end}" for end in OWN),
            "episodes/index.html",
            "atom",
            "json",
            "rss publisher.render.feed.content",
            "rss publisher.render.podcast_rss",
            # The search index is in one block for each year.
            "search 2026",
            "search/2026.json",
            "search/2026-0.json",
        )
    )


def test_one_changed_entry_is_sent_with_what_lists_it(show: Show, bucket: tuple[str, ...]) -> None:
    """Nothing is listed, and nothing is asked for that stays."""
    show.run("publish", *bucket)
    show.run("publish", *bucket)
    show.change()
    work = show.run("publish", *bucket)
    sent = {one.removeprefix("PUT show/") for one in work.asked if one.startswith("PUT show/")}
    its = f"episodes/{CHANGED:03}"
    assert {key for key in sent if not key.startswith(".publisher/")} - LISTING == {
        f"{its}.html",
        f"{its}/embed.html",
    }
    assert {one for one in work.asked if one.startswith("GET")} == {"GET show/.publisher/head.json"}
    assert not any("episodes/" in one and its not in one and "index" not in one for one in work.asked)
    # Each file, its copy for a rollback, the revision, and the head.
    public = {key for key in sent if not key.startswith(".publisher/")}
    puts = [one for one in work.asked if one.startswith("PUT")]
    assert len(puts) == 2 * len(public) + 1 + HEADS


def test_the_first_publish_sends_each_file_once(show: Show, bucket: tuple[str, ...]) -> None:
    """What is written over later is copied then."""
    work = show.run("publish", *bucket)
    puts = Counter(one.removeprefix("PUT show/") for one in work.asked if one.startswith("PUT show/"))
    public = [key for key in puts if not key.startswith(".publisher/")]
    assert {puts[key] for key in public} == {1}
    assert len([key for key in public if key.startswith("media/")]) == EPISODES
    assert not [key for key in puts if key.startswith(".publisher/blobs/")]
