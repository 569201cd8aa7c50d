"""publisher.render.spoken.captions: both times for every cue, and nothing that cannot be known."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.model import Cue
from publisher.render.spoken.captions import captions, said, wrap

from ..said import NASTY, milliseconds


def seconds(number: float) -> timedelta:
    return timedelta(seconds=number)


def times(*cues: tuple[float, float | None], duration: float = 0) -> list[tuple[int, int]]:
    told = (
        Cue(text="x" * 30, start=seconds(start), end=None if end is None else seconds(end))
        for start, end in cues
    )
    return [(caption.start, caption.end) for caption in captions(told, seconds(duration))]


@pytest.mark.parametrize(
    ("cues", "duration", "expected"),
    [
        ([(1, 2), (3, 4)], 10, [(1000, 2000), (3000, 4000)]),
        ([(1, None), (3, None)], 10, [(1000, 3000), (3000, 10000)]),
        ([(1, None), (3, None)], 0, [(1000, 3000), (3000, 5000)]),
        ([(1, None), (3, None)], 2, [(1000, 3000), (3000, 5000)]),
        ([(1, None), (1, None), (3, 4)], 10, [(1000, 3000), (1000, 3000), (3000, 4000)]),
        ([(1, None), (1, None)], 10, [(1000, 10000), (1000, 10000)]),
        ([(2, 1), (3, 3)], 10, [(2000, 3000), (3000, 10000)]),
        ([(3, None), (1, None)], 10, [(1000, 3000), (3000, 10000)]),
        ([(0.0004, 0.0006)], 10, [(0, 1)]),
        ([(0.0001, 0.0002)], 10, [(0, 10000)]),
    ],
)
def test_what_has_no_end_lasts_until_the_next_begins(
    cues: list[tuple[float, float | None]], duration: float, expected: list[tuple[int, int]]
) -> None:
    """The last lasts as long as the recording, else as long as it takes to read: 15 letters a second."""
    assert times(*cues, duration=duration) == expected


@given(
    st.lists(st.builds(Cue, text=NASTY, start=milliseconds(), end=st.none() | milliseconds(), speaker=NASTY)),
    milliseconds(),
)
def test_captions_are_ascending_and_have_length(cues: list[Cue], duration: timedelta) -> None:
    """VTT-003, whatever was written."""
    made = captions(cues, duration)
    assert all(caption.end > caption.start for caption in made)
    assert [caption.start for caption in made] == sorted(caption.start for caption in made)
    assert len(made) == len(said(cues))


def test_text_keeps_its_paragraphs_and_nothing_that_no_format_carries() -> None:
    (cue,) = said([Cue(text=" a\x00 \r\n b\u2028c\n\n \td ", speaker=" Å\n\x07 B "), Cue(text=" \n\x0b")])
    assert (cue.text, cue.speaker) == ("a\nb c\nd", "Å B")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("aa bb cc", ["aa bb", "cc"]),
        ("aaaaaa b", ["aaaaa", "a b"]),
        ("aaaaaaaaaa b", ["aaaaa", "aaaaa", "b"]),
        ("b aaaaaaaaaaa", ["b", "aaaaa", "aaaaa", "a"]),
        ("aaaaa bbbbb", ["aaaaa", "bbbbb"]),
    ],
)
def test_lines_are_broken_at_blanks_where_there_are_any(text: str, expected: list[str]) -> None:
    assert wrap(text, 5) == expected


@given(NASTY, st.integers(1, 70))
def test_no_line_is_too_long_and_no_letter_lost(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert all(0 < len(line) <= width for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
