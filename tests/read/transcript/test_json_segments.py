"""publisher.read.transcript.json_segments: JSON of Podcasting 2.0, and of Whisper."""

from __future__ import annotations

import json
from typing import Any

import pytest

from publisher.read.transcript import from_text
from publisher.read.transcript.json_segments import read_segments
from tests.read.project import spots
from tests.read.transcript.cues import Row, rows


def document(*segments: Any) -> str:
    """A transcript whose segments stand on lines 2, 3, …"""
    lines = ",\n".join(json.dumps(segment) for segment in segments)
    return f'{{"version": "1.0.0", "segments": [\n{lines}\n]}}'


@pytest.mark.parametrize(
    ("segment", "expected"),
    [
        ({"startTime": 0.5, "endTime": 2, "speaker": " Åse\n", "body": "Hej\n"}, [(0.5, 2, "Åse", "Hej")]),
        ({"startTime": 1, "body": "Hej", "speaker": ""}, [(1, None, None, "Hej")]),
        ({"startTime": 1, "body": "Hej", "speaker": 7}, [(1, None, None, "Hej")]),
        ({"id": 0, "start": 1.04, "end": 2.0, "text": " Hej", "tokens": [1]}, [(1.04, 2, None, "Hej")]),
        ({"startTime": 1, "body": " "}, []),
        ({"startTime": 1.00049, "endTime": 1.5004, "body": "a\u0000b"}, [(1, 1.5, None, "ab")]),
    ],
)
def test_segments_are_cues(segment: Any, expected: list[Row]) -> None:
    cues, problems = read_segments(document(segment), "t.json")
    assert (rows(cues), problems) == (expected, ())


@pytest.mark.parametrize(
    "segment",
    [
        {"body": "Hej"},
        {"startTime": "0:01", "body": "Hej"},
        {"startTime": -1, "body": "Hej"},
        {"startTime": 1},
        {"startTime": True, "body": "Hej"},
        {"startTime": 1, "body": ["Hej"]},
        7,
        None,
        [],
        {"startTime": float("nan"), "body": "Hej"},
        {"startTime": 10**300, "body": "Hej"},
    ],
)
def test_a_segment_that_is_lost_is_told_where_it_stands(segment: Any) -> None:
    """TRJ-001."""
    cues, problems = read_segments(document({"startTime": 0, "body": "Hej"}, segment), "t.json")
    assert (len(cues), spots(problems)) == (1, ["3:1 TRJ-001"])


def test_an_end_before_its_start_is_nobodys_guess() -> None:
    cues, problems = read_segments(document({"startTime": 2, "endTime": 1, "body": "Hej"}), "t.json")
    assert (rows(cues), spots(problems)) == ([(2, None, None, "Hej")], ["2:1 VTT-003"])


@pytest.mark.parametrize(
    ("text", "spot"),
    [
        ("{", "1:2"),
        ("{}", "1:1"),
        ('{"segments": {}}', "1:1"),
        ('{\n  "segments": [,]\n}', "2:16"),
        ('{"segments": [' + "1" * 5000 + "]}", "1:1"),
        ('{"segments": ' + "[" * 100_000, "1:1"),
    ],
)
def test_what_is_no_transcript_is_told(text: str, spot: str) -> None:
    assert from_text(text, "t.json")[0] == ()
    assert spots(from_text(text, "t.json")[1]) == [f"{spot} TRJ-001"]


@pytest.mark.parametrize("text", ["[1, 2, 3]", '[{"start": 0, "text": "hi"}]', "[[[[", "[]", '["x"]'])
def test_json_that_is_no_transcript_is_not_read_as_words(text: str) -> None:
    """A list stands for nothing we know; listeners would read brackets."""
    cues, problems = from_text(text, "a.txt")
    assert (cues, [problem.code for problem in problems]) == ((), ["TRJ-001"])


@pytest.mark.parametrize("text", ["[00:01] Bo: Hej\n[00:02] Åse: Ja\n", "[Musik]\nBo: Hej\nBo: Ja\n"])
def test_words_in_brackets_are_not_json(text: str) -> None:
    assert from_text(text, "a.txt")[0]
