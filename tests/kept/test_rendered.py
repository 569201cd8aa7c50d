"""What is made is made again when any of what it is made of is another by now, and only then."""

from __future__ import annotations

import shutil
from datetime import timedelta
from io import FileIO
from pathlib import Path

import pytest

from publisher.kept import rendered
from publisher.kept.packs import Packs
from publisher.kept.rendered import WASTE
from publisher.model import Ledger
from publisher.render import render
from publisher.settle import settle
from tests.kept.changes import CAPTIONS, Change, edit, rename, touch, write
from tests.kept.runs import NOW, Runs, contents, loose, new_runs
from tests.pictures import jpeg
from tests.read.project import MP3


@pytest.fixture
def runs(tmp_path: Path) -> Runs:
    """A show that was rendered once."""
    made = new_runs(tmp_path)
    assert made.artifacts() == anew(made)
    assert made.made
    return made


def anew(runs: Runs) -> dict[str, bytes]:
    """What comes of the project where nothing is kept."""
    return contents(render(settle(runs.project.read(), Ledger(), NOW).edition))


def pages(runs: Runs) -> list[str]:
    """The pages of entries that the last run had to make."""
    return [key for key in runs.made if key.endswith(".html") and "/index" not in key and "/embed" not in key]


def test_what_was_made_of_the_same_is_not_made_again(runs: Runs) -> None:
    before = anew(runs)
    assert runs.artifacts() == before
    assert runs.made == []


ALL = [
    "articles/004-learnt.html",
    "articles/005-alone.html",
    "episodes/001-talk.html",
    "episodes/002-loose.html",
    "events/003-meeting.html",
]
THREAD = ["articles/004-learnt.html", "episodes/001-talk.html", "events/003-meeting.html"]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(touch("005-alone/article.md"), [], id="touched"),
        pytest.param(
            edit("005-alone/article.md", "By itself", "By me"), ["articles/005-alone.html"], id="text"
        ),
        pytest.param(edit("004-learnt/article.md", "title: L", "title: Un-l"), THREAD, id="thread"),
        pytest.param(edit("003-meeting/event.md", "09:00", "08:00"), THREAD, id="event of a thread"),
        pytest.param(write("002-loose.mp3", loose(3)), ["episodes/002-loose.html"], id="enclosure"),
        pytest.param(write("001-talk/face.jpg", jpeg(1500)), THREAD, id="picture"),
        pytest.param(rename("005-alone", "006-alone"), ["articles/006-alone.html"], id="renamed"),
        pytest.param(edit("show.toml", "What it is about", "What it is for"), ALL, id="show"),
        pytest.param(write("cover.png", jpeg(1500)), ALL, id="cover"),
        pytest.param(write("_theme/style.css", "p { color: red }"), ALL, id="theme"),
        pytest.param(
            write("000-newer.mp3", MP3 * 4),
            ["episodes/000-newer.html", "episodes/001-talk.html", "episodes/002-loose.html"],
            id="neighbour",
        ),
    ],
)
def test_pages_are_made_again_of_what_has_changed(runs: Runs, change: Change, expected: list[str]) -> None:
    """And with the others they are what is made where nothing is kept."""
    change(runs.project)
    assert runs.artifacts() == anew(runs)
    assert pages(runs) == expected
    assert runs.artifacts() == anew(runs)
    assert runs.made == []


def test_what_stands_elsewhere_of_an_entry_is_made_again_too(runs: Runs) -> None:
    """And nothing else: what lists it, and its part of feeds and search."""
    edit("005-alone/article.md", "title: Alone", "title: Together")(runs.project)
    assert runs.artifacts() == anew(runs)
    assert runs.made == [
        "articles/005-alone.html",
        "articles/index.html",
        "atom",
        "json",
        "rss publisher.render.feed.content",
        "search 2026",
        "search/2026-0.json",
        "search/2026.json",
    ]


def test_at_another_moment_only_what_says_what_is_to_come_is_made_again(runs: Runs) -> None:
    site = runs.project.read()
    ledger = settle(site, Ledger(), NOW).ledger
    runs.artifacts(NOW, ledger)
    later = NOW + timedelta(days=60)
    assert runs.artifacts(later, ledger) == contents(render(settle(site, ledger, later).edition))
    assert pages(runs) == THREAD


def test_another_program_makes_everything_anew(runs: Runs) -> None:
    everything = runs.artifacts()
    runs.stamp = b"another program"
    assert runs.artifacts() == everything
    assert pages(runs) == ALL


def test_bodies_that_were_lost_are_made_again(runs: Runs) -> None:
    shutil.rmtree(runs.cache / "packs")
    assert runs.artifacts() == anew(runs)
    assert runs.artifacts() == anew(runs)
    assert runs.made == []


def test_bodies_that_are_lost_while_they_are_wanted_are_made_again(
    runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Packs, "get", lambda *_: None)
    assert runs.artifacts() == anew(runs)


def test_where_there_is_no_room_for_bodies_they_are_made_each_time(
    runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.rmtree(runs.cache / "packs")
    monkeypatch.setattr(Packs, "put", lambda *_: None)
    for _ in range(2):
        assert runs.artifacts() == anew(runs)
        assert pages(runs) == ALL


@pytest.mark.parametrize("pieces", [0, 1, 3])
def test_where_there_is_no_room_for_a_feed_it_is_held_in_memory(
    runs: Runs, monkeypatch: pytest.MonkeyPatch, pieces: int
) -> None:
    """However much of it has been written before the disk was full."""
    written, expected = rendered._written, anew(runs)
    left = [pieces]

    def full(file: FileIO, data: bytes) -> bool:
        left[0] -= 1
        if left[0] < 0:
            file.write(data[:1])
            return False
        return written(file, data)

    monkeypatch.setattr(rendered, "_written", full)
    assert runs.artifacts() == expected


def test_a_body_that_was_changed_is_made_again(runs: Runs) -> None:
    """Neither another one in its place nor a shorter one is published."""
    for size in (1, 0):
        for pack in (runs.cache / "packs").iterdir():
            pack.write_bytes(bytes(pack.stat().st_size * size))
        assert runs.artifacts() == anew(runs)


def test_with_templates_of_a_theme_nothing_is_kept(runs: Runs) -> None:
    """They may show anything anywhere."""
    runs.project.write("_theme/article.html", "<p>{{ edition.articles | length }}</p>\n")
    assert runs.artifacts() == anew(runs)
    assert runs.made == []
    edit("005-alone/article.md", "title: Alone", "title: Together")(runs.project)
    assert runs.artifacts() == anew(runs)


def test_what_nobody_knows_the_version_of_is_made_each_time(runs: Runs) -> None:
    """As of an entry that something is wrong with."""
    edit("005-alone/article.md", "title: Alone", "title: Alone\nunknown: 1")(runs.project)
    for _ in range(2):
        assert runs.artifacts() == anew(runs)
        assert pages(runs) == ["articles/005-alone.html"]


def test_texts_that_no_format_can_carry_are_left_out_each_time(runs: Runs) -> None:
    """An entry that is not fit as it is stays so."""
    edit("005-alone/article.md", "title: Alone", 'title: "Al\\u0007one"')(runs.project)
    for _ in range(2):
        assert runs.artifacts() == anew(runs)
        assert b"<title>Alone" in runs.artifacts()["articles/005-alone.html"]


def test_what_has_been_of_no_use_goes(runs: Runs) -> None:
    """What was made of other words stays for a while, and not for ever."""
    most = len(runs.table("parts").names()) * WASTE
    largest = sum(runs.packs().sizes().values()) * WASTE * 1.01
    for number in range(2 * WASTE + 1):
        edit("show.toml", f"about{'!' * number}.", f"about{'!' * (number + 1)}.")(runs.project)
        runs.artifacts()
        assert len(runs.table("parts").names()) <= most
        assert sum(runs.packs().sizes().values()) <= largest
    assert runs.artifacts() == anew(runs)
    assert runs.made == []


def test_two_modules_may_call_what_they_make_of_the_same_the_same(runs: Runs) -> None:
    """A transcript as JSON and an item of the JSON feed are both called `json`."""
    runs.project.write("002-loose.vtt", CAPTIONS)
    runs.artifacts()
    assert runs.artifacts() == anew(runs)
    assert runs.made == []
    assert b"segments" in runs.artifacts()["episodes/002-loose/transcript.json"]


def test_what_an_archive_takes_over_is_not_written_again(tmp_path: Path) -> None:
    """An item is the same in each document of a feed: only pieces that are divided otherwise are made."""
    runs = new_runs(tmp_path)
    edit("show.toml", "title = ", "feeds = { page_size = 32 }\ntitle = ")(runs.project)
    there = len(runs.site().articles) + len(runs.site().episodes) + len(runs.site().events)
    for number in range(there, 2 * 32 - 1):
        runs.project.entry(f"old-{number}/article.md", "title: Old\ndate: 2025-12-01", f"{number}\n")
    assert "archive/feed-1.atom" not in runs.artifacts()
    runs.project.entry("new/article.md", "title: New\ndate: 2026-05-01", "New\n")
    made = runs.artifacts()
    assert made == anew(runs)
    assert "archive/feed-1.atom" in made
    assert runs.made.count("atom") == runs.made.count("json") == 1
    runs.artifacts()
    assert runs.made == []
