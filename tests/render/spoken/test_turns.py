"""turns: what one speaker says without a break, no longer than can be read."""

from __future__ import annotations

from publisher.model import Cue
from publisher.render.spoken.turns import ENOUGH, TOO_MUCH, paragraphs, turns


def lengths(*cues: Cue) -> list[int]:
    return [len(turn) for turn in turns(cues)]


def test_another_speaker_is_another_turn() -> None:
    a, b = Cue(text="a", speaker="A"), Cue(text="b", speaker="B")
    assert lengths(a, a, b, a) == [2, 1, 1]


def test_a_long_turn_ends_with_its_sentence() -> None:
    open_, full = Cue(text="x" * ENOUGH), Cue(text="y.")
    assert lengths(open_, full, full) == [2, 1]


def test_without_full_stops_a_turn_ends_when_it_is_too_much() -> None:
    assert lengths(Cue(text="x" * TOO_MUCH), Cue(text="y")) == [1, 1]


def test_paragraphs_are_those_of_the_producer() -> None:
    assert list(paragraphs([Cue(text="En,"), Cue(text="to.\nTre"), Cue(text="fire.")])) == [
        "En, to.",
        "Tre fire.",
    ]


def test_nothing_said_is_no_turn() -> None:
    assert lengths() == []
