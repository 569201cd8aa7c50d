"""publisher.read.transcript.srt: SubRip as the world writes it."""

from __future__ import annotations

import pytest

from publisher.read.transcript.srt import is_srt, read_srt
from tests.read.project import spots
from tests.read.transcript.cues import Row, rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1\n00:00:01,000 --> 00:00:02,000\nHej\nmed jer\n", [(1, 2, None, "Hej med jer")]),
        ("00:00:01,000 --> 00:00:02,000 X1:0 X2:9\nHej", [(1, 2, None, "Hej")]),
        ("\n\n7\n00:00:01,000 --> 00:00:02,000\nHej\n\n\n", [(1, 2, None, "Hej")]),
        (
            "1\n\n00:00:01,000 --> 00:00:02,000\n\nHej\n\n2\n\n00:00:02,000 --> 00:00:03,000\n\nJa",
            [(1, 2, None, "Hej"), (2, 3, None, "Ja")],
        ),
        ("1\n00:00:01,000 --> 00:00:02,000\n\n2\n00:00:02,000 --> 00:00:03,000\nJa", [(2, 3, None, "Ja")]),
        (
            "1\n00:00:01,000 --> 00:00:02,000\n42\n\n2\n00:00:02,000 --> 00:00:03,000\n43",
            [(1, 2, None, "42"), (2, 3, None, "43")],
        ),
        (
            r"1" "\n00:00:01,000 --> 00:00:02,000\n{\\an8}<i>R&D</i> <font color=red>&amp; a < b > c</font>",
            [(1, 2, None, "R&D &amp; a < b > c")],
        ),
        (
            "1\n00:00:01,000 --> 00:00:02,000\n<i></i>\n\n2\n00:00:02,000 --> 00:00:03,000\nJa",
            [(2, 3, None, "Ja")],
        ),
        (
            "1\n00:00:01,000 --> 00:00:02,000\nÅse: Hej\nBo: Ja\n\n2\n00:00:02,000 --> 00:00:03,000\nmen",
            [(1, 2, "Åse", "Hej"), (1, 2, "Bo", "Ja"), (2, 3, "Bo", "men")],
        ),
        (
            "1\n00:00:01,000 --> 00:00:02,000\nSyntetisk stemme: Spørg: Hvem?\n\n"
            "2\n00:00:02,000 --> 00:00:03,000\nMen husk: nu\n\n"
            "3\n00:00:03,000 --> 00:00:04,000\nSyntetisk stemme: Ja",
            [
                (1, 2, "Syntetisk stemme", "Spørg: Hvem?"),
                (2, 3, "Syntetisk stemme", "Men husk: nu"),
                (3, 4, "Syntetisk stemme", "Ja"),
            ],
        ),
        (
            "1\n00:00:01,000 --> 00:00:02,000\nhej\n\n2\n00:00:02,000 --> 00:00:03,000\nBo: Ja",
            [(1, 2, None, "hej"), (2, 3, None, "Bo: Ja")],
        ),
    ],
)
def test_cards_are_read(text: str, expected: list[Row]) -> None:
    """Names count where the first card has one: a file either names its speakers or does not."""
    cues, problems = read_srt(text, "t.srt")
    assert (rows(cues), problems) == (expected, ())


@pytest.mark.parametrize(
    ("text", "expected", "spot"),
    [
        ("1\n00:00:01.000 --> 00:00:02.000\nHej", [(1, 2, None, "Hej")], "2:1 SRT-003 warning"),
        ("1\n0:0:1,5 -> 00:00:02,000\nHej", [(1.5, 2, None, "Hej")], "2:1 SRT-003 warning"),
        ("1\n00:00:01,000 --> 00:00:00,000\nHej", [(1, None, None, "Hej")], "2:1 VTT-003 warning"),
        ("Titel\n\n1\n00:00:01,000 --> 00:00:02,000\nHej", [(1, 2, None, "Hej")], "1:1 SRT-001 warning"),
        (
            "1\n00:00:01,000 --> 00:00:02,000\nHej\n2\n00:00:02,000 --> 00:00:03,000\nJa",
            [(1, 2, None, "Hej"), (2, 3, None, "Ja")],
            "4:1 SRT-001 warning",
        ),
        (
            "1\n00:00:01,000 --> 00:00:02,000\nHej\n\nmed jer",
            [(1, 2, None, "Hej med jer")],
            "5:1 SRT-001 warning",
        ),
        (
            "1\n00:00:61,000 --> 00:00:62,000\nVæk\n\n2\n00:00:02,000 --> 00:00:03,000\nJa",
            [(2, 3, None, "Ja")],
            "2:1 SRT-001 error",
        ),
    ],
)
def test_slips_are_mended_and_losses_told(text: str, expected: list[Row], spot: str) -> None:
    """SRT-001, SRT-003: what we understand is a warning, what nobody gets an error."""
    cues, problems = read_srt(text, "t.srt")
    (problem,) = problems
    assert (rows(cues), f"{spots(problems)[0]} {problem.severity}") == (expected, spot)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1\n00:00:01,000 --> 00:00:02,000", True),
        ("  1:00 -> 1:01", True),
        ("A --> B", False),
        ("1 of 2 --> more", False),
        ("", False),
    ],
)
def test_it_is_known_by_a_line_of_times(text: str, expected: bool) -> None:
    assert is_srt(text) is expected
