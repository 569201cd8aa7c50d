"""publisher.read.transcript.plain_text: what people and services write, with times and names or without."""

from __future__ import annotations

import pytest

from publisher.read.transcript.plain_text import read_plain
from tests.read.transcript.cues import Row, rows


@pytest.mark.parametrize(
    "line",
    [
        "[00:01:02.5 @lars] Hej",
        "[01:02.5] @lars: Hej",
        "[0:01:02.500, lars] Hej",
        "(01:02.5) lars: Hej\n(02:00) lars: Ja",
        "[00:01:02,5 lars]\nHej",
        r"\[00:01:02.5 @lars\] Hej",
        "- [00:01:02.5 @lars] Hej",
        "**[00:01:02.5 @lars]** Hej",
        "_[00:01:02.5 @lars]_ Hej",
    ],
)
def test_times_and_names_in_many_forms(line: str) -> None:
    cues, _ = read_plain(line, "t.txt")
    assert rows(cues)[0] == (62.5, None, "lars", "Hej")


@pytest.mark.parametrize(
    "line",
    [
        "1:02 Lars Olesen: Hej",
        "1:02 - Lars Olesen: Hej",
        "Lars Olesen (1:02): Hej",
        "Lars Olesen [1:02] Hej",
        "Lars Olesen: [1:02] Hej",
        "Lars Olesen  1:02\nHej",
        "Lars Olesen, 1:02\nHej",
        "**Lars Olesen** (1:02): Hej",
        "**Lars Olesen (1:02):** Hej",
        "### Lars Olesen (1:02)\n\nHej",
        "> **[1:02] Lars Olesen:** Hej",
        "*Lars Olesen (1:02):* Hej",
    ],
)
def test_full_names_before_and_behind_times(line: str) -> None:
    cues, _ = read_plain(line, "t.txt")
    assert rows(cues) == [(62, None, "Lars Olesen", "Hej")]


@pytest.mark.parametrize(
    "line", ["[0:01 - 0:03] Hej", "0:01 --> 0:03 Hej", "(0:01–0:03) Hej", "[0:01 → 0:03] Hej"]
)
def test_an_end_is_kept(line: str) -> None:
    assert rows(read_plain(line, "t.txt")[0]) == [(1, 3, None, "Hej")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lars: Hej\nBirthe: Ja", [(None, None, "Lars", "Hej"), (None, None, "Birthe", "Ja")]),
        ("Lars:\nHej\n\nBirthe:\nJa", [(None, None, "Lars", "Hej"), (None, None, "Birthe", "Ja")]),
        ("Lars: Et\nto\n\ntre\n\nBo: Ja", [(None, None, "Lars", "Et to\ntre"), (None, None, "Bo", "Ja")]),
        ("Lars: Et\nto\nBo: Ja", [(None, None, "Lars", "Et\nto"), (None, None, "Bo", "Ja")]),
        (
            "Afsnit 3\n\nLars: Hej\nBo: Ja",
            [(None, None, None, "Afsnit 3"), (None, None, "Lars", "Hej"), (None, None, "Bo", "Ja")],
        ),
        ("Et\nto\n\ntre", [(None, None, None, "Et to"), (None, None, None, "tre")]),
        ("Et\nto", [(None, None, None, "Et"), (None, None, None, "to")]),
        (
            "Vi sagde\n\nHusk: altid\n\nog gik",
            [(None, None, None, "Vi sagde"), (None, None, None, "Husk: altid"), (None, None, None, "og gik")],
        ),
        ("vært: Hej\nvært: Ja", [(None, None, "vært", "Hej"), (None, None, "vært", "Ja")]),
        (
            "[0:01] Lars: Hej\n[0:05] igen\n[0:09] Bo: Ja",
            [(1, None, "Lars", "Hej"), (5, None, "Lars", "igen"), (9, None, "Bo", "Ja")],
        ),
        (
            "[0:00 Intro]\n[0:11 @a] Spørg: Hvem?\n[0:15 @b] Mig",
            [(11, None, "a", "Spørg: Hvem?"), (15, None, "b", "Mig")],
        ),
        (
            "Vi mødtes (10:30) igen.\n\nDet var 10:30",
            [(None, None, None, "Vi mødtes (10:30) igen."), (None, None, None, "Det var 10:30")],
        ),
        (
            "# Afsnit 3\n\nLars: Hej\n\n## Mandat\n\nigen\n### Bo:\nJa",
            [(None, None, "Lars", "Hej\nigen"), (None, None, "Bo", "Ja")],
        ),
        ("# Kun en overskrift", []),
        ("#metoo er ord", [(None, None, None, "#metoo er ord")]),
        (
            "Se https://x.dk: god\n\nKl. 10:30: ja",
            [(None, None, None, "Se https://x.dk: god"), (None, None, None, "Kl. 10:30: ja")],
        ),
        ("**vigtigt** og __stort__", [(None, None, None, "vigtigt og stort")]),
    ],
)
def test_turns_and_paragraphs(text: str, expected: list[Row]) -> None:
    """Blank lines part paragraphs, and where there are none, lines do."""
    cues, problems = read_plain(text, "t.txt")
    assert (rows(cues), problems) == (expected, ())


def test_each_turn_knows_its_line() -> None:
    cues, _ = read_plain("\n\nA: 1\n\n2\n\nB:\n3\n", "t.txt")
    assert [cue.place.line for cue in cues if cue.place] == [3, 7]


@pytest.mark.parametrize("line", ["[00:00:99 Bo] Hej", "(1:75) Hej", "[0:99] Hej"])
def test_a_time_that_is_none_is_told_and_stays_among_the_words(line: str) -> None:
    """Otherwise one speaker would get another's words without anybody knowing."""
    cues, problems = read_plain(f"[00:00:01 Åse] Ja\n{line}", "t.txt")
    assert [(problem.code, problem.place.line) for problem in problems] == [("TR-006", 2)]
    assert line in cues[-1].text


@pytest.mark.parametrize("line", ["(kl. 10:30) Hej", "[Musik] Hej", "(2:3:4:5) Hej", "[00:01] Hej"])
def test_other_brackets_are_words(line: str) -> None:
    assert read_plain(f"[00:00 Åse] Ja\n{line}", "t.txt")[1] == ()
