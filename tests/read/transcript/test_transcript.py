"""publisher.read.transcript: whatever form a transcript has, it becomes cues."""

from __future__ import annotations

import time
from collections import Counter
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.model import Cue, Severity
from publisher.read.text import clean
from publisher.read.transcript import from_text
from tests.read.project import HOSTILE, MATERIAL, MP3, Project, spots, told
from tests.read.transcript.cues import rows

VTT = "WEBVTT\n\n00:00:00.000 --> 00:00:01.000\n<v Åse>Hej.\n"
SRT = "1\n00:00:00,000 --> 00:00:01,000\nÅse: Hej.\n"
JSON = '{"version": "1.0.0", "segments": [{"startTime": 0, "endTime": 1, "speaker": "Åse", "body": "Hej."}]}'
HTML = "<cite>Åse:</cite><time>0:00</time><p>Hej.</p>"
PLAIN = "Åse: Hej."
HELLO = (Cue(text="Hej.", start=timedelta(0), end=timedelta(seconds=1), speaker="Åse"),)


@pytest.mark.parametrize(
    ("name", "count", "first", "last", "speakers"),
    [
        (
            "podcastindex-example.html",
            10,
            (0, None, "Travis", "When you first get started"),
            (691, None, "Travis", "Batch production of your podcast"),
            {"Travis": 5, "Sarah": 2, "Gilon": 3},
        ),
        (
            "podcastindex-example.json",
            5,
            (0.5, 0.75, "Darth Vader", "I"),
            (2.75, 3, "Luke", "Nooooo"),
            {"Darth Vader": 4, "Luke": 1},
        ),
        (
            "podcastindex-example.srt",
            222,
            (0.179, 2.399, "Travis", "When you first get started in podcasting, it's"),
            (752.671, 754.769, "Travis", "best thing to do is to batch your episodes."),
            {"Travis": 141, "Sarah": 26, "Gilon": 55},
        ),
        (
            "podcastindex-example.vtt",
            7,
            (0, 2.76, "Sarah", "In today's episode, you'll learn whether or not you"),
            (21.45, 25.35, "Gillian", "careers podcast. My question is, do we need a podcast trailer?"),
            {"Sarah": 5, "Gillian": 2},
        ),
        (
            "talkpython-021_PyPy_The_JIT_Compiled_Python_Implementation.vtt",
            3074,
            (0.001, 2.22, None, "Is your Python code running a little slow?"),
            (3232.48, 3236.2, None, "Developers, developers, developers"),
            {None: 3074},
        ),
        (
            "vih-birte-christensen.txt",
            83,
            (11, None, "lsolesen", "Jeg hedder Lars Olesen, og jeg er viseforstander"),
            (1740, None, "lsolesen", "Jeg hedder Lars Olesen, og du har lyttet til"),
            {"lsolesen": 43, "birthe": 40},
        ),
        (
            "vih-hans-lauge.txt",
            99,
            (11, None, "lsolesen", "Jeg hedder Lars Olesen, og jeg er viceforstander"),
            (1766, None, "lsolesen", "Jeg hedder Lars Olesen, og du har lyttet til"),
            {"lsolesen": 9, "hlauge": 90},
        ),
    ],
)
def test_transcripts_of_other_shows_are_read(
    name: str, count: int, first: Any, last: Any, speakers: dict[str | None, int]
) -> None:
    """Every file of the material, without a complaint."""
    path = MATERIAL / "transcripts" / name
    if not path.is_file():
        pytest.skip(f"{name} of ../shared/data is not on this machine")
    cues, problems = from_text(clean(path.read_text(encoding="utf-8-sig")), name)
    found = rows(cues)
    assert (len(found), problems) == (count, ())
    for row, (start, end, speaker, text) in ((found[0], first), (found[-1], last)):
        assert row[:3] == (start, end, speaker)
        assert row[3].startswith(text)
    seen = [row[2] for row in found]
    assert Counter(seen) == speakers


@pytest.mark.parametrize("text", [VTT, SRT, JSON])
def test_the_same_words_in_another_form_are_the_same_cues(text: str) -> None:
    assert from_text(text, "t") == (HELLO, ())


@pytest.mark.parametrize(
    ("text", "start", "speaker"), [(HTML, timedelta(0), "Åse"), (PLAIN, None, "Åse"), ("Hej.", None, None)]
)
def test_what_is_not_told_stays_unknown(text: str, start: timedelta | None, speaker: str | None) -> None:
    assert from_text(text, "t") == ((Cue(text="Hej.", start=start, speaker=speaker),), ())


@pytest.mark.parametrize(
    "text", ["", " \n", "WEBVTT\n", "WEBVTT\n\nNOTE Hej", "1\n00:00:00,000 --> 00:00:01,000\n\n", "<p></p>"]
)
def test_a_transcript_without_words_is_told(text: str) -> None:
    """TR-002."""
    cues, problems = from_text(text, "t")
    assert (cues, spots(problems)) == ((), ["1:1 TR-002"])


def test_what_is_out_of_order_is_sorted_and_told() -> None:
    """VTT-003: the place is that of the first cue that comes too late."""
    blocks = ["00:00:05.000 --> 00:00:06.000\nB", "00:00:01.000 --> 00:00:02.000\nA"]
    cues, problems = from_text("\n\n".join(["WEBVTT", *blocks]), "t")
    assert [cue.text for cue in cues] == ["A", "B"]
    assert [(one.code, one.severity, one.place.line) for one in problems] == [
        ("VTT-003", Severity.WARNING, 6)
    ]


@pytest.mark.parametrize(
    ("text", "spot"),
    [
        ("[00:01] A: Hej.\n[00:02] B: Ja.\nC: Nej.", ["3:1 TR-005"]),
        ("[00:01] A: Hej.\nB: Ja.\nC: Nej.", []),
        ("[00:01] A: Hej.\n[00:02] B: Ja.", []),
    ],
)
def test_few_times_are_marks_and_nearly_all_a_slip(text: str, spot: list[str]) -> None:
    """TR-005."""
    assert spots(from_text(text, "t")[1]) == spot


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("transcript: t.vtt", [(None, 1)]),
        ("transcript: {file: t.vtt}", [(None, 1)]),
        ("transcript: {file: t.vtt, language: no}", [("no", 1)]),
        ("transcript: [t.vtt, {file: t.srt, language: en-GB}]", [(None, 1), ("en-GB", 1)]),
        ("transcript:", []),
        ("title: A title", []),
    ],
)
def test_a_file_or_several_in_several_languages(
    project: Project, front: str, expected: list[tuple[str | None, int]]
) -> None:
    project.write("a/t.vtt", VTT)
    project.write("a/t.srt", SRT)
    project.write("a/a.mp3", MP3)
    project.entry("a/episode.md", f"{front}\nsummary: x")
    assert [(one.language, len(one.cues)) for one in project.only().transcripts] == expected


def test_a_reason_instead(project: Project) -> None:
    project.write("a/a.mp3", MP3)
    project.entry("a/episode.md", 'transcript: {none: "Only music"}')
    episode = project.only()
    assert (episode.transcripts, episode.untranscribed) == ((), "Only music")


@pytest.mark.parametrize(
    ("front", "expected"),
    [
        ("transcript: no.vtt", "episode.md:2:1 READ-010"),
        ("transcript: [t.vtt, t.srt]", "episode.md:2:1 TR-004"),
        ("transcript: [t.vtt, {file: t.srt, language: DA}]", "episode.md:2:1 TR-004"),
        ("transcript: {file: t.vtt, language: Danish!}", "episode.md:2:27 READ-007"),
        ("transcript: {language: da}", "episode.md:2:13 READ-007"),
        ("transcript: [t.vtt, {none: Only music}]", "episode.md:2:1 READ-007"),
        ("transcript: {file: t.vtt, langauge: da}", "episode.md:2:27 READ-005"),
        ("transcript: {file: t.vtt, none: x}", "episode.md:2:27 READ-007"),
        ("transcript: word.docx", "word.docx:1:1 TR-001"),
        ("transcript: old.txt", "old.txt:1:1 READ-001"),
        ("transcript: empty.txt", "empty.txt:1:1 TR-002"),
    ],
)
def test_what_is_wrong_is_told_where_it_stands(project: Project, front: str, expected: str) -> None:
    project.write("a/t.vtt", VTT)
    project.write("a/t.srt", SRT)
    project.write("a/word.docx", b"PK\x03\x04...")
    project.write("a/old.txt", "Æ".encode("latin-1"))
    project.write("a/empty.txt", "\n")
    project.write("a/a.mp3", MP3)
    project.entry("a/episode.md", front)
    assert told(project.read().problems) == [f"episodes/a/{expected}"]


def test_a_transcript_that_cannot_be_read_is_not_missing_too(project: Project) -> None:
    """One mistake is one problem."""
    project.write("a/t.json", "{")
    project.write("a/a.mp3", MP3)
    project.entry("a/episode.md", "transcript: t.json")
    site = project.read()
    assert [len(one.cues) for one in site.episodes[0].transcripts] == [0]
    assert told(site.problems) == ["episodes/a/t.json:1:2 TRJ-001"]


PIECES = (
    "WEBVTT¦\n¦\n\n¦00:00:01.000¦00:01,5¦ --> ¦->¦1¦NOTE x¦<v A>¦</v>¦&amp;¦{¦"
    '"segments": [¦"startTime": 1¦}¦]¦,¦<p>¦<cite>¦Åse: ¦[00:11¦@x]¦**¦\x00¦\u2028¦<!--¦99:99:99¦12:¦- ¦A'
).split("¦")
GARBAGE = st.lists(st.sampled_from([*PIECES, "&#" + "9" * 5000, "x" * 70]), max_size=30).map("".join)


@HOSTILE
@given(GARBAGE | st.text(max_size=60))
def test_any_text_is_cues_or_a_problem(text: str) -> None:
    """Nothing raises, nothing is silently nothing, and what is said is one clean text."""
    cues, problems = from_text(clean(text), "t")
    assert cues or any(problem.severity is Severity.ERROR for problem in problems)
    for cue in cues:
        assert cue.text == "\n".join(" ".join(line.split()) for line in cue.text.split("\n"))
        assert cue.text
        assert cue.speaker != ""
        assert cue.place
        assert cue.end is None or (cue.start is not None and cue.end > cue.start)
    assert all("\n" not in one.message and len(one.message) < 250 for one in problems)


LARGE = 500_000
"""Characters. What is quadratic would take minutes for them."""


@pytest.mark.parametrize(
    "piece",
    (
        '-->¦<¦<v ¦<v .¦00:00¦00:00:01.000 --> ¦1 --> \n¦[¦[[¦{¦{"segments":[¦ ¦\n'
        "¦<!--¦<p>¦<p><cite>¦&#1¦&¦A: ¦A:\n¦*¦_"
        "¦\\¦[00:11 ¦(1:11)\n¦1¦x"
        "¦00:00:01.000 --> 00:00:02.000\n¦00:00:01,000 --> 00:00:02,000\nx\n\n1\n¦@¦<script>¦a b:"
    ).split("¦"),
)
@pytest.mark.parametrize("head", ["", "WEBVTT\n\n00:01.000 --> 00:02.000\n", "<p>", "A (", '{"segments": ['])
def test_garbage_takes_no_longer_for_being_large(piece: str, head: str) -> None:
    """Files of up to 10 MB are read, so nothing may look back at all that came before."""
    text = head + piece * (LARGE // len(piece))
    start = time.perf_counter()
    from_text(text, "t")
    assert time.perf_counter() - start < 8
