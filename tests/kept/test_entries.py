"""Entries are read again where anything that they were read from is another by now, and nowhere else."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.kept.changes import (
    CAPTIONS,
    CHAPTERS,
    Change,
    copy_in_place,
    edit,
    home,
    remove,
    rename,
    touch,
    write,
)
from tests.kept.runs import HOUR, Runs, new_runs
from tests.pictures import jpeg
from tests.read.audio.build import MP3_FRAME
from tests.read.project import MP3, SHOW, Project

EVERY = ["001-talk", "002-loose", "003-meeting", "004-learnt", "005-alone"]


@pytest.fixture
def runs(tmp_path: Path) -> Runs:
    """A show that was read once."""
    made = new_runs(tmp_path)
    assert made.site().problems == ()
    assert made.read == EVERY
    return made


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(lambda project: None, [], id="nothing"),
        pytest.param(edit("005-alone/article.md", "By itself", "By herself"), ["005-alone"], id="text"),
        pytest.param(edit("005-alone/article.md", "itself", "myself"), ["005-alone"], id="text as long"),
        pytest.param(write("002-loose.mp3", MP3 * 3), ["002-loose"], id="recording"),
        pytest.param(write("001-talk/talk.mp3", MP3 * 3), ["001-talk"], id="recording in a folder"),
        pytest.param(write("001-talk/face.jpg", jpeg(1500)), ["001-talk"], id="picture of its own"),
        pytest.param(write("001-talk/slide.jpg", jpeg(1500)), ["001-talk"], id="picture in the text"),
        pytest.param(remove("001-talk/slide.jpg"), ["001-talk"], id="picture gone"),
        pytest.param(touch("005-alone/article.md", "002-loose.mp3"), [], id="touched"),
        pytest.param(touch("001-talk/face.jpg", "001-talk/talk.mp3", "001-talk"), [], id="pictures touched"),
        pytest.param(copy_in_place("003-meeting/event.md"), [], id="another file with the same bytes"),
        pytest.param(rename("005-alone", "006-alone"), ["006-alone"], id="renamed"),
        pytest.param(rename("002-loose.mp3", "007-loose.mp3"), ["007-loose"], id="recording renamed"),
        pytest.param(rename("001-talk/talk.mp3", "001-talk/said.mp3"), ["001-talk"], id="file renamed"),
        pytest.param(write("002-loose.vtt", CAPTIONS), ["002-loose"], id="captions beside"),
        pytest.param(write("002-loose.chapters.txt", CHAPTERS), ["002-loose"], id="chapters beside"),
        pytest.param(write("002-loose.md", "---\ntitle: Loose\n---\n"), ["002-loose"], id="markdown beside"),
        pytest.param(write("001-talk/notes.txt", "Mine."), ["001-talk"], id="another name in its folder"),
        pytest.param(write("002-else.vtt", "WEBVTT\n"), [], id="nobody's file"),
        pytest.param(write("008-new/article.md", "---\ntitle: New\n---\nX\n"), ["008-new"], id="new entry"),
        pytest.param(edit("show.toml", 'title = "A show"', 'title = "Ours"'), [], id="title of the show"),
        pytest.param(write("cover.png", jpeg(1500)), [], id="cover"),
        pytest.param(edit("show.toml", "Europe/Copenhagen", "Asia/Tokyo"), EVERY, id="time zone"),
        pytest.param(edit("show.toml", '"da"', '"en"'), EVERY, id="language"),
        pytest.param(edit("show.toml", "example.org/show", "example.org/other"), EVERY, id="base_url"),
    ],
)
def test_what_has_changed_is_read_again(runs: Runs, change: Change, expected: list[str]) -> None:
    """And what is read then is what anybody would read who knows nothing."""
    change(runs.project)
    found = runs.site()
    assert runs.read == expected
    assert found == runs.project.read()
    again = runs.site()
    assert again == found
    # What is wrong with an entry is not kept.
    wrong = {problem.place.file.split("/")[1] for problem in found.problems if problem.place}
    assert set(runs.read) <= wrong


@pytest.mark.parametrize(
    ("name", "one", "other"),
    [
        ("005-alone/article.md", b"itself", b"myself"),
        # Recordings are known by what was read of them, so these may be kept and are looked into.
        ("002-loose.mp3", MP3_FRAME, b"\xff\xfb\x90\xc4" + bytes(412) + b"x"),
    ],
)
def test_a_file_that_was_written_within_the_clocks_tick_is_not_believed(
    runs: Runs, name: str, one: bytes, other: bytes
) -> None:
    """Of the same size, time and inode, and another one: nothing but its bytes tells."""
    path = home(runs.project, name)
    os.utime(path)
    runs.is_settled = False
    runs.site()
    before = path.stat()
    path.write_bytes(path.read_bytes().replace(one, other))
    os.utime(path, ns=(before.st_mtime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size
    assert runs.site() == runs.project.read()
    runs.is_settled = True
    assert runs.site() == runs.project.read()
    runs.site()
    assert runs.read == []


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(lambda text: text.replace("By itself", "By myself"), id="as long"),
        pytest.param(lambda text: text + "And more.\n", id="longer"),
    ],
)
def test_a_file_that_is_written_while_it_is_read_is_read_again(
    runs: Runs, change: Callable[[str], str]
) -> None:
    """What was read is what it held before, and what it holds now nobody has read."""
    path = home(runs.project, "005-alone/article.md")
    path.write_text(path.read_text() + "Changed.\n")
    runs.before_keeping = lambda: path.write_text(change(path.read_text()))
    runs.site()
    runs.before_keeping = lambda: None
    assert runs.site() == runs.project.read()
    assert runs.read == ["005-alone"]


def test_a_file_that_appears_while_its_neighbour_is_read_is_seen_later(runs: Runs) -> None:
    runs.project.write("002-loose.mp3", MP3 * 3)
    runs.before_keeping = lambda: runs.project.write("002-loose.vtt", CAPTIONS)
    runs.site()
    runs.before_keeping = lambda: None
    assert runs.site() == runs.project.read()
    assert runs.read == ["002-loose"]


def test_names_in_the_folder_of_an_entry_are_those_of_before_it_was_read(runs: Runs) -> None:
    edit("001-talk/episode.md", "What was said", "What was told")(runs.project)
    runs.before_keeping = lambda: runs.project.write("001-talk/notes.txt")
    runs.site()
    runs.before_keeping = lambda: None
    runs.site()
    assert runs.read == ["001-talk"]


def test_what_was_looked_into_is_believed_when_it_is_old_enough(
    runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bytes of what was touched are read once, and not by every run from then on."""
    for path in runs.project.root.rglob("*"):
        os.utime(path, ns=(time.time_ns() - HOUR + 7,) * 2)
    runs.site()
    assert runs.read == []
    monkeypatch.setattr("publisher.kept.entries.file_digest", lambda *_: pytest.fail("a file is read"))
    runs.site()


def test_another_program_reads_everything_anew(runs: Runs) -> None:
    runs.stamp = b"another program"
    runs.site()
    assert runs.read == EVERY
    runs.site()
    assert runs.read == []


def test_another_place_on_the_disk_is_another_project(runs: Runs, tmp_path: Path) -> None:
    """Paths are in what is kept."""
    moved = tmp_path.with_name(f"{tmp_path.name}-moved")
    tmp_path.rename(moved)
    other = Runs(Project(moved))
    assert other.site() == other.project.read()
    assert other.read == EVERY


def test_problems_are_told_again_until_they_are_mended(runs: Runs) -> None:
    """Mending one may be done where the entry does not look: so it is read each time."""
    edit("005-alone/article.md", "title: Alone", "titel: Alone")(runs.project)
    first = runs.site()
    assert first.problems
    for _ in range(2):
        assert runs.site().problems == first.problems
        assert runs.read == ["005-alone"]
    edit("005-alone/article.md", "titel: Alone", "title: Alone")(runs.project)
    assert runs.site().problems == ()
    runs.site()
    assert runs.read == []


def test_an_entry_that_is_gone_is_forgotten(runs: Runs) -> None:
    path = home(runs.project, "005-alone/article.md")
    text = path.read_text()
    path.unlink()
    path.parent.rmdir()
    assert runs.site() == runs.project.read()
    assert runs.table("entries").names() == {one.encode() for one in EVERY[:-1]}
    runs.project.write("005-alone/article.md", text)
    runs.site()
    assert runs.read == ["005-alone"]


def test_what_is_kept_in_other_words_is_read_anew(runs: Runs) -> None:
    """By a program of another day, in the same place."""
    table = runs.table("entries")
    table.put([(b"005-alone", b"whatever this means")])
    table.close()
    assert runs.site() == runs.project.read()
    assert runs.read == ["005-alone"]


def test_a_show_that_is_no_more_as_it_was_is_as_it_is_now(runs: Runs) -> None:
    """All of it at once."""
    runs.project.write("show.toml", SHOW.replace('"da"', '"sv"'))
    edit("005-alone/article.md", "title: Alone", "title: Ensam")(runs.project)
    rename("004-learnt", "004-more")(runs.project)
    assert runs.site() == runs.project.read()
