"""transcript.srt: small cards that other programs take."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import timedelta
from io import StringIO
from itertools import groupby

import pytest
import webvtt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from publisher.model import Cue
from publisher.read.transcript import from_text
from publisher.render.spoken.captions import captions, said
from publisher.render.transcript_srt import render

from .said import NAMES, NASTY, WORDS, cues, only, spoken

ANY = settings(max_examples=200, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
CARD = re.compile(r"(\d+)\n(\d\d+:\d\d:\d\d,\d{3}) --> (\d\d+:\d\d:\d\d,\d{3})\n((?:.+\n)+)\Z")


def cue(text: str, start: float, end: float, speaker: str | None = None) -> Cue:
    return Cue(text=text, start=timedelta(seconds=start), end=timedelta(seconds=end), speaker=speaker)


def test_it_is_as_its_golden(golden: Callable[[str], None]) -> None:
    """The whole document, for people to read."""
    golden("episodes/mod-til-at-lede/transcript.srt")


def test_a_name_comes_where_the_speaker_changes() -> None:
    """SRT-002."""
    told = [cue("Hej", 0, 1, "Åse"), cue("igen", 1, 2, "Åse"), cue("Ja", 2, 3, "Bo"), cue("og", 3, 4)]
    lines = [line for line in only(render, spoken(told)).split("\n") if line[:1].isalpha()]
    assert lines == ["Åse: Hej", "igen", "Bo: Ja", "og"]


def test_a_long_cue_is_dealt_out_by_its_letters() -> None:
    """Each card gets its share of the time, and they follow each other."""
    text = "a" * 31 + " " + "b" * 31 + " " + "c" * 31
    assert only(render, spoken([cue(text, 10, 19.3)])) == (
        f"1\n00:00:10,000 --> 00:00:16,200\n{'a' * 31}\n{'b' * 31}\n\n"
        f"2\n00:00:16,200 --> 00:00:19,300\n{'c' * 31}\n"
    )


def test_what_is_said_in_no_time_stays_on_one_card() -> None:
    """There are fewer milliseconds than cards."""
    text = only(render, spoken([cue("a " * 200, 0, 0.003)]))
    assert text.count("-->") == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a --> b -> c", "a → b → c"), ("<i>x</i> <3", "‹i>x‹/i> <3"), (r"{\an8}x {y}", r"(\an8}x {y}")],
)
def test_what_players_take_for_signs_is_written_otherwise(text: str, expected: str) -> None:
    """SubRip has no escapes."""
    assert only(render, spoken([cue(text, 0, 1)])).split("\n")[2] == expected


@ANY
@given(cues(WORDS, NAMES))
def test_what_is_written_is_what_we_read(told: list[Cue]) -> None:
    """Cards of one cue have its first start, its last end, its speaker and its words."""
    back, problems = from_text(only(render, spoken(told)), "t.srt")
    assert problems == ()
    assert " ".join(one.text for one in back) == " ".join(one.text for one in said(told))
    starts = {one.start for one in back}
    assert {one.start for one in told} <= starts
    assert {one.end for one in told} <= {one.end for one in back}
    assert _changes(back) == _changes(told)


@ANY
@given(cues(NASTY, st.none() | NASTY))
def test_no_text_breaks_the_format(told: list[Cue]) -> None:
    """SRT-001 and SRT-002, by the letter and by webvtt-py."""
    text = only(render, spoken(told))
    made = captions(told, timedelta(seconds=102.4))
    if not made:
        assert text == ""
        return
    cards = [CARD.match(card + "\n") for card in text.removesuffix("\n").split("\n\n")]
    assert all(cards)
    assert [int(card[1]) for card in cards if card] == list(range(1, len(cards) + 1))
    assert all(len(line) <= 32 for card in cards if card for line in card[4].split("\n"))
    starts = [caption.start for caption in made]
    if all(
        min(one.end, after) - one.start > 20 for one, after in zip(made, [*starts[1:], 10**9], strict=True)
    ):
        assert all(card[4].count("\n") <= 2 for card in cards if card)
    assert [card[2] for card in cards if card] == sorted(card[2] for card in cards if card)
    other = webvtt.from_buffer(StringIO(text), format="srt").captions
    assert len(other) == len(cards)
    assert [one.start for one in other] == [card[2].replace(",", ".") for card in cards if card]


def _changes(told: Iterable[Cue]) -> list[str | None]:
    return [name for name, _ in groupby(one.speaker for one in told)]
