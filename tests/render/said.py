"""Transcripts to render, and any that hypothesis can think of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import timedelta

from hypothesis import strategies as st

from publisher.model import Cue, Edition, Transcript
from publisher.render.wire.part import Part
from tests.render.made import artifacts, fit

from .sample import EDITION, FULL, enclosure

SIGNS = (
    "-->¦a --> b¦<v X>¦</v>&lt;¦1\n00:00:01,000 --> 00:00:02,000\nx¦\n\n¦NOTE x¦WEBVTT¦{\\an8}¦<i>x</i>¦]]>"
    "¦--¦&amp;¦2¦\x00\ud800\u2028¦\u202eabc¦<!--¦<script>"
).split("¦")
NASTY = st.text(st.characters(exclude_categories=[]), max_size=60) | st.sampled_from(
    [*SIGNS, "]" * 80, "x " * 99, "x" * 80]
)
WORD = st.text("abcdefgæøå .,?!", min_size=1, max_size=12)
WORDS = st.lists(WORD, min_size=1, max_size=20).map(" ".join).filter(lambda text: text.strip())
NAMES = st.sampled_from(["Åse", "Bo", "Lars von Trier", "Speaker 1"])


def milliseconds(least: int = 0) -> st.SearchStrategy[timedelta]:
    """Times to the millisecond."""
    return st.integers(least, 20_000_000).map(lambda number: timedelta(milliseconds=number))


def cues(words: st.SearchStrategy[str], names: st.SearchStrategy[str | None]) -> st.SearchStrategy[list[Cue]]:
    """Cues in order, each with an end."""
    return st.lists(
        st.builds(
            lambda start, length, speaker, text: Cue(
                start=start, end=start + length, speaker=speaker, text=text
            ),
            milliseconds(),
            milliseconds(1),
            names,
            words,
        ),
        min_size=1,
        max_size=8,
    ).map(lambda found: sorted(found, key=lambda cue: cue.start or timedelta()))


def spoken(told: Iterable[Cue], seconds: float = 102.4, language: str | None = None) -> Edition:
    """An edition whose one episode says these cues."""
    entry = replace(FULL.entry, transcripts=(Transcript(language=language, cues=tuple(told)),))
    item = replace(FULL, entry=entry, enclosure=enclosure("mod-til-at-lede", seconds))
    return fit(replace(EDITION, episodes=(item,)))


def only(render: Callable[[Edition], Iterable[Part]], edition: Edition) -> str:
    """The text of the one artifact that a format makes."""
    (artifact,) = artifacts(render(edition))
    assert isinstance(artifact.body, bytes)
    return artifact.body.decode()
