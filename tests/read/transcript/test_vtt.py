"""publisher.read.transcript.vtt: WebVTT, and what people take for it."""

from __future__ import annotations

import pytest

from publisher.read.transcript import from_text
from publisher.read.transcript.vtt import is_vtt, read_vtt
from tests.read.project import spots
from tests.read.transcript.cues import Row, rows


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        ("00:01.000 --> 00:02.000\nHej", [(1, 2, None, "Hej")]),
        ("100:00:01.000 --> 100:00:02.000\nHej", [(360001, 360002, None, "Hej")]),
        ("12\n00:01.000 --> 00:02.000 align:left line:0\nHej\nmed jer", [(1, 2, None, "Hej med jer")]),
        ("et navn\n00:01.000\t-->\t00:02.000\n<v Åse Berg>Hej</v>", [(1, 2, "Åse Berg", "Hej")]),
        ("00:01.000 --> 00:02.000\n<v.loud.first Åse &amp; Bo>Hej", [(1, 2, "Åse & Bo", "Hej")]),
        (
            "00:01.000 --> 00:02.000\n<v Åse>Hej\n<v Bo>Med dig",
            [(1, 2, "Åse", "Hej"), (1, 2, "Bo", "Med dig")],
        ),
        ("00:01.000 --> 00:02.000\nStille <v Åse>Hej", [(1, 2, None, "Stille"), (1, 2, "Åse", "Hej")]),
        ("00:01.000 --> 00:02.000\n<v>Hej", [(1, 2, None, "Hej")]),
        (
            "00:01.000 --> 00:02.000\n<c.red><i>R</i>&amp;<b>D</b> &lt;3 a&nbsp;b",
            [(1, 2, None, "R&D <3 a b")],
        ),
        ("00:01.000 --> 00:02.000\nEt <00:01.500>ord", [(1, 2, None, "Et ord")]),
        ("00:01.000 --> 00:02.000\n42", [(1, 2, None, "42")]),
        ("00:01.000 --> 00:02.000\nNOTE er et ord", [(1, 2, None, "NOTE er et ord")]),
        ("NOTE\nikke dette\n\n00:01.000 --> 00:02.000\nHej\n\nNOTE eller dette", [(1, 2, None, "Hej")]),
        ("STYLE\n::cue { color: red }\n\n00:01.000 --> 00:02.000\nHej", [(1, 2, None, "Hej")]),
        (
            "00:01.000 --> 00:02.000\nÅse: Hej\n\n00:02.000 --> 00:03.000\nmed jer",
            [(1, 2, "Åse", "Hej"), (2, 3, "Åse", "med jer")],
        ),
        (
            "00:01.000 --> 00:02.000\n<v Åse>Spørg: Hvem?\n\n00:02.000 --> 00:03.000\nBo: Mig",
            [(1, 2, "Åse", "Spørg: Hvem?"), (2, 3, None, "Bo: Mig")],
        ),
        (
            "00:01.000 --> 00:02.000\nHej\n\n00:02.000 --> 00:03.000\nBo: Ja",
            [(1, 2, None, "Hej"), (2, 3, None, "Bo: Ja")],
        ),
    ],
)
def test_what_the_standard_allows_is_read(block: str, expected: list[Row]) -> None:
    cues, problems = read_vtt(f"WEBVTT - et navn\nKind: captions\n\n{block}\n", "t.vtt")
    assert (rows(cues), problems) == (expected, ())


@pytest.mark.parametrize(
    ("text", "expected", "spot"),
    [
        ("webvtt\n\n00:01.000 --> 00:02.000\nHej", [(1, 2, None, "Hej")], "1:1 VTT-001"),
        ("\nWEBVTT\n\n00:01.000 --> 00:02.000\nHej", [(1, 2, None, "Hej")], "2:1 VTT-001"),
        ("WEBVTT\n00:01.000 --> 00:02.000\nHej", [(1, 2, None, "Hej")], "2:1 VTT-001"),
        ("WEBVTT\n\n00:01,000 --> 00:02,000\nHej", [(1, 2, None, "Hej")], "3:1 VTT-002"),
        ("WEBVTT\n\n  1:01.5 --> 1:02\nHej", [(61.5, 62, None, "Hej")], "3:3 VTT-002"),
        ("WEBVTT\n\n00:01.000-->00:02.000\nHej", [(1, 2, None, "Hej")], "3:1 VTT-002"),
        ("WEBVTT\n\n00:01.000 -->\nHej", [(1, None, None, "Hej")], "3:1 VTT-002"),
        ("WEBVTT\n\n00:02.000 --> 00:01.000\nHej", [(2, None, None, "Hej")], "3:1 VTT-003"),
        ("WEBVTT\n\n00:02.000 --> 00:02.000\nHej", [(2, None, None, "Hej")], "3:1 VTT-003"),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nHej\n\nmed jer", [(1, 2, None, "Hej med jer")], "6:1 VTT-004"),
        ("WEBVTT\n\nHør her\n\n00:01.000 --> 00:02.000\nHej", [(1, 2, None, "Hej")], "3:1 VTT-004"),
        (
            "WEBVTT\n\n00:01.000 --> 00:02.000\nHej\n00:02.000 --> 00:03.000\nJa",
            [(1, 2, None, "Hej"), (2, 3, None, "Ja")],
            "5:1 VTT-004",
        ),
        (
            "WEBVTT\n\n00:01.000 --> 00:02.000\nHej\n2\n00:02.000 --> 00:03.000\nJa",
            [(1, 2, None, "Hej"), (2, 3, None, "Ja")],
            "5:1 VTT-004",
        ),
        (
            "WEBVTT\n\n00:01.000 --> 00:02.000\nHej\n\n00:75:00.000 --> 00:76:00.000\nVæk",
            [(1, 2, None, "Hej")],
            "6:1 VTT-002",
        ),
    ],
)
def test_slips_are_understood_and_told_where_they_stand(text: str, expected: list[Row], spot: str) -> None:
    cues, problems = from_text(text, "t.vtt")
    assert (rows(cues), spots(problems)) == (expected, [spot])


def test_the_same_slip_is_told_once() -> None:
    block = "00:0{n},000 --> 00:0{m},000\nHej"
    text = "\n\n".join(["WEBVTT", *(block.format(n=n, m=n + 1) for n in range(5))])
    (problem,) = read_vtt(text, "t.vtt")[1]
    assert problem.message.endswith("(5 times)")


def test_what_is_lost_is_told_each_time_up_to_a_score() -> None:
    text = "\n\n".join(["WEBVTT", *(["99:99 --> 1\nVæk"] * 30)])
    assert [problem.severity for problem in read_vtt(text, "t.vtt")[1]] == ["error"] * 20


@pytest.mark.parametrize(
    ("text", "expected"), [("WEBVTT", True), ("\n webvtt x", True), ("1\n", False), ("", False)]
)
def test_it_is_known_by_its_first_word(text: str, expected: bool) -> None:
    assert is_vtt(text) is expected
