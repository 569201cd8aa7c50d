"""reading: what is said, in turns that can be read and followed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from publisher.model import Cue, Transcript
from publisher.render.site.reading import Turn, language_name, readings
from publisher.render.words import words
from tests.render.sample import EDITION, FULL

DANISH = words("da")


def said(*cues: Cue, language: str | None = None) -> tuple[Turn, ...]:
    """The turns of a transcript of these cues."""
    item = replace(FULL, entry=replace(FULL.entry, transcripts=(Transcript(cues=cues, language=language),)))
    (reading,) = readings(EDITION, item, DANISH)
    return reading.turns


def cue(text: str, start: float, end: float | None = None, speaker: str | None = "A") -> Cue:
    return Cue(
        text=text,
        start=timedelta(seconds=start),
        end=None if end is None else timedelta(seconds=end),
        speaker=speaker,
    )


def test_cues_of_one_speaker_are_one_turn() -> None:
    made = said(cue("Hej.", 0.5, 1), cue("Hvad så?", 1, 2.25), cue("Jo.", 3, 4, "B"))
    assert made == (
        Turn(paragraphs=("Hej. Hvad så?",), speaker="A", clock="0:00", start="0.5", end="2.25"),
        Turn(paragraphs=("Jo.",), speaker="B", clock="0:03", start="3", end="4"),
    )


def test_who_goes_on_speaking_is_named_once() -> None:
    made = said(cue("x" * 499 + ".", 0), cue("y", 60))
    assert [turn.speaker for turn in made] == ["A", None]


def test_a_turn_without_end_lasts_until_the_next() -> None:
    first, last = said(cue("a", 1), cue("b", 2, speaker="B"))
    assert (first.end, last.end) == ("2", None)


def test_what_is_not_timed_has_no_times() -> None:
    (turn,) = said(Cue(text="Et\nTo"))
    assert turn == Turn(paragraphs=("Et", "To"))


def test_the_language_of_the_show_comes_first() -> None:
    english, danish = Transcript(cues=(cue("Hi", 0),), language="en"), Transcript(cues=(cue("Hej", 0),))
    item = replace(FULL, entry=replace(FULL.entry, transcripts=(english, danish)))
    assert [one.name for one in readings(EDITION, item, DANISH)] == ["dansk", "engelsk"]


@pytest.mark.parametrize(
    ("language", "name"),
    [("en", "engelsk"), ("pt-BR", "portugisisk (Brasilien)"), ("x-klingon", "x-klingon"), (None, "")],
)
def test_a_language_is_named_in_that_of_the_show(language: str | None, name: str) -> None:
    assert language_name(language, DANISH) == name
