"""Our publish beside other tools: the same files into the same server, as often as a producer would."""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from benchmarks import tree
from benchmarks.measure import Command, FailedError, Spent, run
from benchmarks.peers import Peer, program
from benchmarks.server import Server
from benchmarks.table import Section, Tally, turns

FIRST, AGAIN, TOUCHED, CHANGED = "first time", "nothing changed", "touched", "one changed"
SMALL = (FIRST, AGAIN, TOUCHED, CHANGED)
LARGE = (FIRST, AGAIN)
PUBLISH, SEND = "publisher publish", "… without building"
GRAIN = 1.1
"""Seconds: what changes within the second of an upload is new to who compares whole seconds."""
LONG_AGO = 3600
"""Seconds that the built tree is older than its first upload."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One show: as written, as it is public, and what of that one changed episode changes."""

    show: Path
    public: Path
    changed: Path
    """A folder of those files only."""

    @property
    def size(self) -> tuple[int, int]:
        """How many files are public, and their bytes."""
        found = tree.files(self.public)
        return len(found), sum(path.stat().st_size for path in found)


class Lane(Protocol):
    """One tool's own copy of the show, and its way into one bucket."""

    def touch(self) -> None:
        """Write every file again as it is."""

    def change(self) -> None:
        """Change one episode."""

    def run(self) -> dict[str, Spent]:
        """Make the bucket equal; what that took, by what it is called in the table."""


def prepare(folder: Path, episodes: int, *, recording: int = 0) -> Work:
    """Write a show into `folder`, and what it makes public, before and after one change."""
    work = Work(show=folder / "show", public=folder / "public", changed=folder / "changed")
    tree.write_show(work.show, episodes, recording=recording)
    after, built = folder / "after", folder / "built"
    _copy(work.show, after)
    _publish_into(after, built)
    _copy(built, work.public)
    tree.change(after)
    _publish_into(after, built)
    for path in tree.files(built):
        name = path.relative_to(built)
        if name.parts[0] != ".publisher" and path.read_bytes() != (work.public / name).read_bytes():
            (work.changed / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, work.changed / name)
    return work


def measure(
    work: Work, steps: Sequence[str], rounds: int, peers: Sequence[Peer], said: Callable[[str], None]
) -> dict[str, Tally]:
    """What each tool took for each of `steps`, one after the other, on a server of its own each round."""
    tallies = {step: Tally() for step in steps}
    tools: list[Peer | None] = [None, *peers]
    for number in range(rounds):
        for peer in turns(tools, number):
            with tempfile.TemporaryDirectory() as folder, _bucket(Path(folder)) as (server, bucket):
                lane: Lane = (
                    Theirs(work, Path(folder), server, bucket, peer)
                    if peer
                    else Ours(work, Path(folder), server, bucket)
                )
                for step in steps:
                    for name, spent in _step(lane, step, server, bucket).items():
                        tallies[step].add(name, spent)
                        said(f"round {number + 1}, {step}: {name} {spent.wall:.2f} s")
                    _raise_if_short(server, bucket, work)
    return tallies


def sections(title: str, work: Work, tallies: dict[str, Tally]) -> Iterator[Section]:
    """A table for each step."""
    count, size = work.size
    for step, tally in tallies.items():
        what = f"{title}, {step}"
        if step == CHANGED:
            what += f": {len(tree.files(work.changed))} files"
        elif step == FIRST:
            what += f": {count:,} files, {size / 1e6:,.1f} MB"
        yield Section(title=what, tally=tally, ours=(PUBLISH, SEND), requests=True)


class Ours:
    """`publisher publish`, from what the producer wrote."""

    def __init__(self, work: Work, folder: Path, server: Server, bucket: str) -> None:
        self._show, self._report = folder / "show", folder / "making.json"
        _copy(work.show, self._show)
        tree.move(self._show, f"{server.endpoint}/{bucket}")
        self._command = Command(
            words=(
                *(sys.executable, "-m", "benchmarks.clocked", self._report, "publish", "--yes"),
                *("--target", f"s3://{bucket}", "--endpoint", server.endpoint),
            ),
            folder=self._show,
            environment=server.environment,
        )

    def touch(self) -> None:
        """As a checkout of the repository does."""
        tree.touch(self._show / "episodes", time.time())

    def change(self) -> None:
        """In its Markdown."""
        tree.change(self._show)

    def run(self) -> dict[str, Spent]:
        """Once, and once more without the time that reading, checking and rendering took."""
        whole = run(self._command)
        making = json.loads(self._report.read_text(encoding="utf-8"))
        return {
            PUBLISH: whole,
            SEND: replace(whole, wall=whole.wall - making["wall"], cpu=whole.cpu - making["cpu"]),
        }


class Theirs:
    """A tool that gets the built tree, each file as old as its last change."""

    def __init__(self, work: Work, folder: Path, server: Server, bucket: str, peer: Peer) -> None:
        self._name, self._tree, self._changed = peer.name, folder / "tree", work.changed
        _copy(work.public, self._tree)
        tree.touch(self._tree, time.time() - LONG_AGO)
        self._command = Command(
            words=(_found(peer), *peer.words(self._tree, server.endpoint, bucket)),
            folder=folder,
            environment=server.environment | {"AWS_DEFAULT_REGION": "us-east-1"},
        )

    def touch(self) -> None:
        """As a generator does that writes everything each time."""
        tree.touch(self._tree, time.time())

    def change(self) -> None:
        """As a generator does that writes only what is new."""
        shutil.copytree(self._changed, self._tree, copy_function=shutil.copyfile, dirs_exist_ok=True)

    def run(self) -> dict[str, Spent]:
        """Once."""
        return {self._name: run(self._command)}


def _step(lane: Lane, step: str, server: Server, bucket: str) -> dict[str, Spent]:
    if step == TOUCHED:
        lane.touch()
    elif step == CHANGED:
        lane.change()
    time.sleep(GRAIN)
    before = server.asked(bucket)
    took = lane.run()
    asked = server.asked(bucket) - before
    return {name: replace(spent, requests=asked) for name, spent in took.items()}


@contextmanager
def _bucket(folder: Path) -> Iterator[tuple[Server, str]]:
    """A server with nothing in it but one bucket, which is ready to store."""
    home = folder / "server"
    home.mkdir()
    with Server(home) as server:
        bucket = server.bucket()
        server.warm(bucket)
        yield server, bucket


def _raise_if_short(server: Server, bucket: str, work: Work) -> None:
    """Raise FailedError where the bucket has not all: a tool is not fast because it leaves things out."""
    pages = server.client.get_paginator("list_objects_v2").paginate(Bucket=bucket)
    there = sum(
        not key["Key"].startswith(".publisher/") for page in pages for key in page.get("Contents", ())
    )
    if there != work.size[0]:
        raise FailedError(f"{there} objects are in the bucket, and {work.size[0]} should be")


def _publish_into(show: Path, folder: Path) -> None:
    words = (sys.executable, "-m", "publisher", "publish", "--yes", "--target", folder)
    run(Command(words=words, folder=show, environment={}))


def _copy(source: Path, target: Path) -> None:
    """All but what Publisher keeps for itself; recordings, which nothing here changes, by a link."""
    shutil.copytree(source, target, ignore=shutil.ignore_patterns(".publisher"), copy_function=_copy_file)


def _copy_file(source: str, target: str) -> None:
    if source.endswith(".mp3"):
        os.link(source, target)
    else:
        shutil.copyfile(source, target)


def _found(peer: Peer) -> Path:
    path = program(peer.program)
    if path is None:
        raise FailedError(f"{peer.program} is not installed")
    return path
