"""ID3 tags of all versions say the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from publisher.model import Chapter, Recording

from .build import id3, mp3, mutagen

ID3: Any = mutagen("id3")
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


@pytest.fixture
def tags(heard: Callable[..., Recording]) -> Callable[..., Any]:
    """What the tags of an MP3 file with these frames say."""
    return lambda *frames, version=4: heard(id3(*frames, version=version) + mp3(10)).tags


def chap(id: str, start: int, end: int, title: str = "", **sub_frames: str) -> Any:
    """A chapter, with a link if `url` is given."""
    inside = [ID3.TIT2(encoding=3, text=[title])] if title else []
    inside += [ID3.WXXX(encoding=3, desc="x", url=url) for url in sub_frames.values()]
    return ID3.CHAP(element_id=id, start_time=start, end_time=end, sub_frames=inside)


def ctoc(id: str, *children: str, flags: int = 3) -> Any:
    """A table of contents; flags 3 is at the top and ordered."""
    return ID3.CTOC(element_id=id, flags=flags, child_element_ids=list(children), sub_frames=[])


@pytest.mark.parametrize(("version", "encoding"), [(3, 1), (4, 3), (4, 2), (4, 1)])
def test_every_field_is_read(tags: Callable[..., Any], version: int, encoding: int) -> None:
    """In UTF-16 with and without byte order mark, and in UTF-8."""
    found = tags(
        ID3.TIT2(encoding=encoding, text=["Ærø", "another"]),
        ID3.TPE1(encoding=encoding, text=["Åse"]),
        ID3.TALB(encoding=encoding, text=["Stemmer"]),
        ID3.TDRC(encoding=encoding, text=["2025-10-26"]),
        ID3.TDES(encoding=encoding, text=["Lang\nbeskrivelse"]),
        ID3.COMM(encoding=encoding, lang="dan", desc="", text=["Kort"]),
        ID3.APIC(encoding=0, mime="image/jpeg", type=3, desc="", data=PNG),
        version=version,
    )
    assert found.title in ("Ærø", "Ærø/another")  # version 2.3 has no way to write two
    assert (found.artist, found.album, found.date) == ("Åse", "Stemmer", "2025-10-26")
    assert (found.description, found.picture) == ("Lang\nbeskrivelse", "image/png")


def test_a_comment_for_people_describes(tags: Callable[..., Any]) -> None:
    """Not the numbers that iTunes keeps for itself; one without a name before others."""
    found = tags(
        ID3.COMM(encoding=3, lang="eng", desc="iTunNORM", text=[" 000003E8"]),
        ID3.COMM(encoding=3, lang="eng", desc="note", text=["A note"]),
        ID3.COMM(encoding=3, lang="dan", desc="", text=["", "The comment"]),
    )
    assert found.description == "The comment"
    assert tags(ID3.COMM(encoding=3, lang="eng", desc="iTunNORM", text=[" 000003E8"])).description is None


def test_the_cover_comes_before_other_pictures(tags: Callable[..., Any]) -> None:
    """And is what its bytes are; an address is no picture."""
    found = tags(
        ID3.APIC(mime="image/png", type=4, desc="back", data=PNG),
        ID3.APIC(mime="image/png", type=3, desc="front", data=b"\xff\xd8\xff\xe0"),
    )
    assert found.picture == "image/jpeg"
    assert tags(ID3.APIC(mime="-->", type=3, desc="", data=b"https://example.org/x.png")).picture is None


def test_empty_tags_are_none(tags: Callable[..., Any]) -> None:
    """So are blanks and NULs; without any tag there is nothing."""
    found = tags(
        ID3.TIT2(encoding=3, text=[" "]),
        ID3.TPE1(encoding=3, text=["\x01"]),
        ID3.TPE2(encoding=3, text=["B"]),
    )
    assert (found.title, found.artist, found.album, found.chapters) == (None, None, None, ())
    assert tags(ID3.TPE2(encoding=3, text=["Host"])).artist == "Host"


def test_old_tags_at_the_end_are_read(heard: Callable[..., Recording]) -> None:
    """ID3v1: thirty letters of Latin-1."""
    found = heard(mp3(10) + (b"TAG" + "Ærø".encode("latin-1")).ljust(128, b"\0"))
    assert found.tags.title == "Ærø"


def test_chapters_stand_in_the_order_of_the_table(tags: Callable[..., Any]) -> None:
    """With link and end, where the end is behind the start."""
    found = tags(
        chap("b", 2000, 2000, "Two"),
        chap("a", 0, 2000, "One\0", url="https://example.org/1"),
        ctoc("toc", "a", "b", "gone", "a"),
    ).chapters
    assert found == (
        Chapter(start=timedelta(), end=timedelta(seconds=2), title="One", url="https://example.org/1"),
        Chapter(start=timedelta(seconds=2), title="Two"),
    )
    shuffled = tags(chap("a", 0, 1, "One"), chap("b", 2, 3, "Two"), ctoc("toc", "b", "a")).chapters
    assert [chapter.title for chapter in shuffled] == ["Two", "One"]


def test_chapters_outside_the_table_are_silent(tags: Callable[..., Any]) -> None:
    """Podcasting 2.0's `toc: false`: they change the picture, and no list shows them."""
    found = tags(
        chap("a", 0, 9, "One"), chap("x", 4, 5), chap("b", 5, 9, "Two"), ctoc("toc", "a", "b")
    ).chapters
    assert [(chapter.title, chapter.toc) for chapter in found] == [
        ("One", True),
        (None, False),
        ("Two", True),
    ]


def test_tables_inside_tables_are_followed(tags: Callable[..., Any]) -> None:
    """But not in circles; the one on top is where to begin."""
    found = tags(
        ctoc("part", "b", "top", flags=1),
        ctoc("top", "a", "part", "c"),
        *(chap(id, start, 9, id) for start, id in enumerate("abc")),
    ).chapters
    assert [chapter.title for chapter in found] == ["a", "b", "c"]


def test_without_a_table_the_clock_orders(tags: Callable[..., Any]) -> None:
    """And all of them are listed."""
    found = tags(chap("a", 5, 9, "Two"), chap("b", 0, 5, "One")).chapters
    assert [(chapter.title, chapter.toc) for chapter in found] == [("One", True), ("Two", True)]
