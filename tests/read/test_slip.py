"""Slips: every one is told once, and mended where it can mean one thing only."""

from __future__ import annotations

from publisher.read.slip import MOST, Slip, mended, write


def first_bad(lines: list[str]) -> str | Slip:
    """A format in which x is a slip for y, and ! one that nobody can mend."""
    for number, line in enumerate(lines, 1):
        if line == "!":
            return Slip(number, 1, "a shout", "be quiet")
        if "x" in line:
            return Slip(number, line.index("x") + 1, "an x", "write y", line.replace("x", "y"))
    return "\n".join(lines)


def test_text_without_slips_is_read_as_it_is() -> None:
    assert mended("a\nb", first_bad) == ("a\nb", ())


def test_every_slip_is_told_and_the_rest_is_read() -> None:
    made, slips = mended("x\na\nbx", first_bad)
    assert made == "y\na\nby"
    assert [(slip.line, slip.column) for slip in slips] == [(1, 1), (3, 2)]


def test_a_slip_that_cannot_be_mended_ends_the_reading() -> None:
    made, slips = mended("x\n!\nx", first_bad)
    assert (made, len(slips)) == (None, 2)


def test_a_line_that_is_not_mended_by_mending_is_told_once() -> None:
    made, slips = mended("a", lambda lines: Slip(1, 1, "no", "no", "a"))
    assert (made, len(slips)) == (None, 1)


def test_only_so_many_slips_are_told_at_once() -> None:
    assert len(mended("x\n" * 100, first_bad)[1]) == MOST


def test_a_line_is_repeated_for_pasting_unless_it_is_a_page() -> None:
    assert write("  title: x") == "write `title: x`"
    assert "quotes" in write("x" * 1000)
