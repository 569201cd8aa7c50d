"""A show on disk whose producer changes something, and publishes it, again and again."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from publisher.cli import main
from tests.read.project import Project


@dataclass(frozen=True)
class Step:
    """What the producer does in episodes/, and when it is published, by the clock of the show."""

    name: str
    at: str
    act: Callable[[Project], object] = lambda _: None


@dataclass(frozen=True)
class Issue:
    """What subscribers have after a step: everything public but media, by key."""

    name: str
    files: dict[str, bytes]


def told(show: Project, steps: tuple[Step, ...]) -> Iterator[Issue]:
    """Carry out `steps` in `show`, and publish each into its folder `public`."""
    for step in steps:
        step.act(show)
        publish(show, step.at)
        yield Issue(step.name, files(show.root / "public"))


def publish(show: Project, at: str) -> None:
    """Publish as if it were `at`; nothing may be wrong."""
    code, said = attempt(show, "publish", "--target", "public", "--at", at)
    assert code == 0, said


def attempt(show: Project, *words: str) -> tuple[int, str]:
    """Run `publisher` in the project: its exit code, and everything it says."""
    said = StringIO()
    try:
        with redirect_stdout(said), redirect_stderr(said):
            main(["-C", str(show.root), *words])
    except SystemExit as end:
        return int(end.code or 0), said.getvalue()
    raise AssertionError("a command ends with its code")


def files(folder: Path) -> dict[str, bytes]:
    """What is in `folder` for everybody, by key; media are left out."""
    found = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    return {
        key: path.read_bytes()
        for key, path in sorted(found.items())
        if not key.startswith((".publisher/", "media/")) and key != "ledger.json"
    }
