"""publisher.read.chapters.podlove: Podlove Simple Chapters, from whatever XML."""

from __future__ import annotations

import pytest

from publisher.read.chapters.podlove import read_podlove
from tests.read.project import spots

NS = 'xmlns:psc="http://podlove.org/simple-chapters"'


@pytest.mark.parametrize(
    ("start", "seconds"), [("37", 37), ("7:48", 468), ("01:35:52.250", 5752.25), ("0", 0), ("1.5", 1.5)]
)
def test_starts_are_normal_play_time(start: str, seconds: float) -> None:
    """CH-010."""
    (chapter,), problems = read_podlove(f'<x {NS}><psc:chapter start="{start}"/></x>', "c.xml")
    assert (chapter.start.total_seconds(), chapter.title, problems) == (seconds, None, ())


def test_everything_of_a_chapter_is_kept() -> None:
    text = (
        f'<?xml version="1.0"?>\n<rss {NS}><item><psc:chapters>\n'
        '  <psc:chapter start="1" title="R&amp;D &#230;" href="https://x.dk/" image="a.jpg"/>\n'
        "</psc:chapters></item></rss>"
    )
    (chapter,), _ = read_podlove(text, "c.xml")
    assert (chapter.title, chapter.url, chapter.img) == ("R&D æ", "https://x.dk/", "a.jpg")
    assert chapter.place
    assert (chapter.place.line, chapter.place.column) == (3, 3)


def test_the_namespace_may_be_missing() -> None:
    made, _ = read_podlove('<chapters><chapter start="1" title="A"/></chapters>', "c.xml")
    assert [chapter.title for chapter in made] == ["A"]


@pytest.mark.parametrize(
    ("text", "spot"),
    [
        ("<a>\n<b></a>", "2:6 CH-001"),
        ("<a/>", "1:1 CH-001"),
        ("<x><chapter/></x>", "1:4 CH-002"),
        ('<x>\n <chapter start="soon"/></x>', "2:2 CH-002"),
        ("<x>&nbsp;</x>", "1:4 CH-001"),
    ],
)
def test_what_is_wrong_is_told_where_it_stands(text: str, spot: str) -> None:
    assert read_podlove(text, "c.xml")[0] == ()
    assert spots(read_podlove(text, "c.xml")[1]) == [spot]


BOMB = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 9))


@pytest.mark.parametrize(
    "doctype",
    [
        f'<!DOCTYPE x [<!ENTITY e0 "ha">{BOMB}]>',
        '<!DOCTYPE x [<!ENTITY e8 SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
    ],
)
def test_entities_and_files_from_elsewhere_are_refused(doctype: str) -> None:
    """Nothing is expanded and nothing fetched: a document type is where it stops."""
    text = f'<?xml version="1.0"?>\n{doctype}\n<x><chapter start="1" title="&e8;"/></x>'
    made, problems = read_podlove(text, "c.xml")
    assert (made, [problem.code for problem in problems]) == ((), ["CH-001"])
    assert "document type" in problems[0].message
