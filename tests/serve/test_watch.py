"""Changes of files, found by looking at them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from itertools import chain, pairwise
from pathlib import Path

from publisher.serve import Look, changes, look

HOME = Path("/episodes")


def at(*times: int) -> Look:
    """A look at files a, b, c …, changed at these times."""
    return {HOME / name: (time, 1, 1) for name, time in zip("abc", times, strict=False)}


def watch(known: Look, *looks: Look) -> Iterator[tuple[Path, ...]]:
    """What is told of these looks, one after the other; then nobody looks any longer."""
    seen = chain(looks)

    def pause() -> None:
        pass

    try:
        yield from changes(known, lambda: next(seen), pause)
    except RuntimeError as end:
        assert isinstance(end.__cause__, StopIteration)


def test_nothing_is_told_while_nothing_changes() -> None:
    assert list(watch(at(1), at(1), at(1), at(1))) == []


def test_a_change_is_told_once_it_rests() -> None:
    assert list(watch(at(1, 1), at(1, 2), at(1, 2), at(1, 2))) == [(HOME / "b",)]


def test_what_is_still_being_written_is_waited_for() -> None:
    assert list(watch(at(1), at(2), at(3), at(4), at(4))) == [(HOME / "a",)]


def test_what_is_undone_meanwhile_was_nothing() -> None:
    assert list(watch(at(1), at(2), at(1), at(1))) == []


def test_what_comes_and_goes_is_a_change() -> None:
    assert list(watch(at(1), at(1, 1), at(1, 1), at(1), at(1))) == [(HOME / "b",), (HOME / "b",)]


def test_changes_during_the_last_turn_are_not_missed() -> None:
    assert list(watch(at(1), at(2), at(2), at(3), at(3))) == [(HOME / "a",), (HOME / "a",)]


def test_every_file_is_looked_at_and_only_what_is_skipped_is_not(tmp_path: Path) -> None:
    for name in ("a.md", "deep/er/b.mp3", "_theme/c.css", ".git/d", "e.part"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    found = look([tmp_path], lambda name: name.startswith(".") or name.endswith(".part"))
    assert sorted(path.relative_to(tmp_path).as_posix() for path in found) == [
        "_theme/c.css",
        "a.md",
        "deep/er/b.mp3",
    ]


def test_any_change_of_a_file_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "a.md"

    def write() -> None:
        path.write_text("two")

    def touch() -> None:
        os.utime(path, ns=(1, 1))

    def replace() -> None:
        other = tmp_path / ".other"
        other.write_text("two")
        os.utime(other, ns=(1, 1))
        other.replace(path)

    path.write_text("a")
    steps: tuple[Callable[[], object], ...] = (write, touch, replace, path.unlink)
    looks = [look([path]), *((step(), look([path]))[1] for step in steps)]
    assert all(before != after for before, after in pairwise(looks))


def test_what_is_not_there_or_leads_around_in_circles_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "a.md").touch()
    (tmp_path / "circle").symlink_to(tmp_path)
    (tmp_path / "broken").symlink_to(tmp_path / "nothing")
    assert list(look([tmp_path, tmp_path / "absent"])) == [tmp_path / "a.md"]
