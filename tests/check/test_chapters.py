"""Chapters come one after the other, inside of their recording, and with a name."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from publisher.check.chapters import agree, are_in_order, are_inside, has_titles, have_length
from publisher.model import Chapter, Place, Tags

from .site import Check, found, heard, recording, said

CHECKS: tuple[Check, ...] = (has_titles, are_inside, have_length, are_in_order, agree)


def chapter(start: float, title: str | None = "x", *, end: float | None = None, **fields: Any) -> Chapter:
    """A chapter that starts and ends at seconds."""
    until = None if end is None else timedelta(seconds=end)
    return Chapter(start=timedelta(seconds=start), title=title, end=until, **fields)


def line(number: int) -> Place:
    return Place(file="c.txt", line=number)


GOOD = (
    chapter(0, place=line(1)),
    chapter(60, None, toc=False, place=line(2)),
    chapter(60, place=line(3)),
    chapter(900, end=1800, place=line(4)),
)


@pytest.mark.parametrize("check", CHECKS)
def test_good_chapters_are_good_and_so_are_none(check: Check) -> None:
    assert found(check, heard(chapters=GOOD)) == []
    assert found(check, heard()) == []


@pytest.mark.parametrize(
    ("check", "chapters", "expected"),
    [
        (has_titles, [chapter(0, None)], ["CH-003"]),
        (are_inside, [chapter(1799)], []),
        (are_inside, [chapter(1800)], ["CH-004"]),
        (are_inside, [chapter(0, end=1802)], []),
        (are_inside, [chapter(0, end=1803)], ["CH-004"]),
        (have_length, [chapter(5, end=5)], ["CH-004"]),
        (have_length, [chapter(5), chapter(5)], ["CH-004"]),
        (are_in_order, [chapter(5, place=line(2)), chapter(6, place=line(1))], ["CH-004"]),
        (are_in_order, [chapter(5), chapter(6, place=line(1))], []),
        (are_in_order, [chapter(5, place=Place(file="d.txt", line=2)), chapter(6, place=line(1))], []),
    ],
)
def test_what_apps_show_wrongly_is_a_warning(
    check: Check, chapters: list[Chapter], expected: list[str]
) -> None:
    assert found(check, heard(chapters=tuple(chapters))) == [f"{code} warning" for code in expected]
    assert found(check, heard(chapters=tuple(chapters), draft=True)) == []


def test_the_place_is_the_chapters_own() -> None:
    (problem,) = are_inside(heard(chapters=(chapter(9999, place=line(7)),)))
    assert problem.place == line(7)
    assert problem.message == "a chapter starts 166:39 into a recording of 30:00"


def test_without_the_recording_nobody_knows() -> None:
    assert found(are_inside, heard(chapters=(chapter(9999),), recording=None)) == []


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ((), []),
        ((chapter(0), chapter(59), chapter(901)), []),
        ((chapter(0), chapter(60)), ["CH-014 warning"]),
        ((chapter(0), chapter(63), chapter(900)), ["CH-014 warning"]),
    ],
)
def test_the_recordings_own_chapters_say_the_same(own: tuple[Chapter, ...], expected: list[str]) -> None:
    """CH-014: some apps read the one, some the other. Silent chapters do not count."""
    tagged = replace(recording(), tags=Tags(chapters=own))
    assert found(agree, heard(chapters=GOOD, recording=tagged)) == expected
    assert found(agree, heard(recording=tagged)) == []


def test_what_to_do_about_other_chapters_inside_is_said() -> None:
    tagged = replace(recording(), tags=Tags(chapters=(chapter(0),)))
    assert said(agree, heard(chapters=GOOD, recording=tagged)) == (
        "the recording's own chapters are others: 1 there, 3 here",
        "export it with these chapters or without any, or remove `chapters:` to use its own",
    )
