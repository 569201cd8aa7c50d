"""publisher.read.chapters: whatever form they have, they become Chapters."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.model import Chapter, Severity
from publisher.read.chapters import from_text
from publisher.read.text import clean
from tests.read.project import HOSTILE, JPEG, MATERIAL, MP3, Project, spots, told

LIST = "00:00:00.000 Intro\n00:01:30.500 Mandat <https://x.dk/>\n"
JSON = (
    '{"version": "1.2.0", "chapters": [{"startTime": 0, "title": "Intro"},'
    ' {"startTime": 90.5, "title": "Mandat", "url": "https://x.dk/"}]}'
)
PODLOVE = (
    '<psc:chapters version="1.2" xmlns:psc="http://podlove.org/simple-chapters">'
    '<psc:chapter start="0" title="Intro"/><psc:chapter start="1:30.5" title="Mandat" href="https://x.dk/"/>'
    "</psc:chapters>"
)
TWO = (
    Chapter(start=timedelta(0), title="Intro"),
    Chapter(start=timedelta(seconds=90.5), title="Mandat", url="https://x.dk/"),
)


def seconds(number: float) -> timedelta:
    return timedelta(seconds=number)


@pytest.mark.parametrize(
    ("name", "count", "first", "last"),
    [
        ("audacity-labels-point.txt", 10, (0, None, "Chapter 1"), (2548.761, 2606.15, "Chapter 10")),
        ("audacity-labels.txt", 10, (0, 182.474, "Chapter 1"), (2548.761, 2606.15, "Chapter 10")),
        (
            "cdspill-1985_chapters.json",
            57,
            (0, None, "Velkommen til cd SPILL"),
            (5390.368, None, "Vi kårer cd SPILLs beste episode i 2025"),
        ),
        (
            "cdspill-Loom_chapters.json",
            3,
            (0, None, "Dagens episode: Loom"),
            (2760, None, "Ferdig med spoilere"),
        ),
        ("podcastindex-exampleComplex.json", 11, (0, None, "Intro"), (6089, None, "Outro")),
        (
            "vih-birte-christensen.mp4chaps.txt",
            19,
            (0, None, "Intro"),
            (1727, None, "Outro: En tid med et dejligt hjerte"),
        ),
        ("vih-hans-lauge.mp4chaps.txt", 25, (0, None, "Intro"), (1766, None, "Outro")),
    ],
)
def test_chapters_of_other_shows_are_read(name: str, count: int, first: Any, last: Any) -> None:
    """Every file of the material, without a complaint."""
    path = MATERIAL / "chapters" / name
    if not path.is_file():
        pytest.skip(f"{name} of ../shared/data is not on this machine")
    made, problems = from_text(clean(path.read_text(encoding="utf-8-sig")), name)
    rows = [
        (one.start.total_seconds(), one.end.total_seconds() if one.end else None, one.title) for one in made
    ]
    assert (len(rows), rows[0], rows[-1], problems) == (count, first, last, ())


@pytest.mark.parametrize("text", [LIST, JSON, PODLOVE])
def test_the_same_chapters_in_another_form_are_the_same(text: str) -> None:
    assert from_text(text, "c") == (TWO, ())


@pytest.mark.parametrize("text", ["", " \n", "Intro\n00:01 x", "[]", '"x"', "CHAPTER01=00:00:00.000"])
def test_what_is_no_form_we_know_is_told(text: str) -> None:
    """CH-001."""
    assert from_text(text, "c")[0] == ()
    assert spots(from_text(text, "c")[1]) == ["1:1 CH-001"]


@pytest.mark.parametrize("text", ['{"chapters": []}', ";FFMETADATA1\ntitle=x\n"])
def test_a_file_without_chapters_is_told(text: str) -> None:
    """Nobody loses anything, so it is a warning."""
    (problem,) = from_text(text, "c")[1]
    assert (problem.code, problem.severity) == ("CH-001", Severity.WARNING)


def test_a_list_in_the_front_matter(project: Project) -> None:
    """Tables and lines may stand side by side; the clock orders them."""
    project.write("a/a.mp3", MP3)
    project.entry(
        "a/episode.md",
        "chapters:\n"
        "  - {start: 09:00, title: 1984, end: '10:00', url: https://x.org, img: https://x.org/a.png,\n"
        "     toc: false}\n"
        "  - 1:30 Mandat <https://x.dk/>\n"
        "  - {start: 0, title: Intro}\n",
    )
    img = "https://x.org/a.png"
    assert project.only().chapters == (
        Chapter(start=seconds(0), title="Intro"),
        Chapter(start=seconds(90), title="Mandat", url="https://x.dk/"),
        Chapter(start=seconds(540), title="1984", end=seconds(600), url="https://x.org", img=img, toc=False),
    )


@pytest.mark.parametrize(
    ("item", "spot"),
    [
        ("title: Intro", "3:3 CH-002"),
        ("start: soon", "3:3 CH-002"),
        ("start:", "3:3 CH-002"),
        ("strat: 0", "3:3 READ-005"),
        ("Intro 1:30", "3:3 CH-002"),
        ("[1]", "3:3 READ-006"),
        ("{start: 0, url: x}", "3:14 READ-007"),
    ],
)
def test_what_is_wrong_with_an_item_is_told(project: Project, item: str, spot: str) -> None:
    project.write("a/a.mp3", MP3)
    project.entry("a/episode.md", f"chapters:\n- {item}\n")
    assert told(project.read().problems) == [f"episodes/a/episode.md:{spot}"]


def test_a_picture_beside_the_entry_is_art(project: Project) -> None:
    project.write("a/a.mp3", MP3)
    path = project.write("a/udsigt.jpg", JPEG)
    project.write("a/c.json", '{"chapters": [{"startTime": 0, "title": "x", "img": "udsigt.jpg"}]}')
    project.entry("a/episode.md", "chapters: c.json")
    (chapter,) = project.only().chapters
    assert (chapter.img, chapter.art.path, chapter.art.type) == (None, path, "image/jpeg")
    assert chapter.art.key.startswith("art/udsigt-")


@pytest.mark.parametrize(
    ("member", "message"),
    [
        ('"img": "no.jpg"', "the chapter's picture is 'no.jpg', which is not there"),
        ('"img": "c.json"', "the chapter's picture is 'c.json', which is no picture that can be read"),
        ('"img": "javascript:x"', "the chapter's picture is 'javascript:x', which is not there"),
        ('"url": "a.html"', "the chapter links to 'a.html', which is no web address"),
    ],
)
def test_what_leads_nowhere_is_left_out_and_told(project: Project, member: str, message: str) -> None:
    """CH-005."""
    project.write("a/a.mp3", MP3)
    project.write("a/c.json", f'{{"chapters": [\n {{"startTime": 0, "title": "x", {member}}}]}}')
    project.entry("a/episode.md", "chapters: c.json")
    site = project.read()
    assert site.episodes[0].chapters == (Chapter(start=seconds(0), title="x"),)
    assert told(site.problems) == ["episodes/a/c.json:2:2 CH-005"]
    assert [(one.severity, one.message) for one in site.problems] == [(Severity.WARNING, message)]


GARBAGE = st.lists(
    st.sampled_from(
        '00:00:00.0 x¦\n¦1.0\t2.0\tx¦\t¦{"chapters": [¦{"startTime": 1}¦]¦}¦,¦<a>¦<psc:chapter start=\'1\'/>'
        "¦<!DOCTYPE¦;FFMETADATA1\n¦[CHAPTER]\n¦START=1\n¦TIMEBASE=1/0\n¦\\¦=¦&x;¦\x00¦9999:99:99".split("¦")
    ),
    max_size=20,
).map("".join)


@HOSTILE
@given(GARBAGE | st.text(max_size=60))
def test_any_text_is_chapters_or_a_problem(text: str) -> None:
    made, problems = from_text(clean(text), "c")
    assert made or problems
    assert all(chapter.start >= timedelta() and chapter.place for chapter in made)
    assert all("\n" not in problem.message and len(problem.message) < 250 for problem in problems)


@pytest.mark.parametrize(
    "piece",
    (
        '0:01 ¦0:01\n¦0:01 x <¦<¦0:01 x>¦1.0\t2.0\tx\n¦1.0\t¦<a>¦<a ¦<!--¦{¦{"chapters":['
        "¦[CHAPTER]\n¦START=1\n¦\\¦\\\n¦=¦ ¦\n¦x"
    ).split("¦"),
)
@pytest.mark.parametrize("head", ["", "0:00 x\n", "1.0\t1.0\tx\n", "<a>", ";FFMETADATA1\n", '{"chapters": ['])
def test_garbage_takes_no_longer_for_being_large(piece: str, head: str) -> None:
    """Files of up to 10 MB are read, so nothing may look back at all that came before."""
    start = time.perf_counter()
    from_text(head + piece * (500_000 // len(piece)), "c")
    assert time.perf_counter() - start < 8
