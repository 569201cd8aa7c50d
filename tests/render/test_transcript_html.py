"""transcript.html: what is said, to read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from publisher.model import Cue
from publisher.read.transcript import from_text
from publisher.render.spoken.captions import said
from publisher.render.transcript_html import render

from .said import NASTY, cues, only, spoken


def cue(text: str, start: float | None = None, speaker: str | None = None) -> Cue:
    return Cue(text=text, start=None if start is None else timedelta(seconds=start), speaker=speaker)


def turns(*told: Cue) -> list[str]:
    """The lines between the heading and the end."""
    return only(render, spoken(told)).partition("</h1>\n")[2].split("\n")[:-4]


@pytest.mark.parametrize("key", ["transcript.html", "transcript.en.html"])
def test_it_is_as_its_golden(golden: Callable[[str], None], key: str) -> None:
    """The whole document, for people to read."""
    golden(f"episodes/mod-til-at-lede/{key}")


def test_turns_have_who_when_and_what() -> None:
    """TRH-001."""
    assert turns(cue("Hej", 9.9, "Åse"), cue("Ja\nog nej", 3609, "Bo"), cue("Hm", 3700)) == [
        "<cite>Åse:</cite>",
        '<time datetime="PT9S">0:09</time>',
        "<p>Hej</p>",
        "<cite>Bo:</cite>",
        '<time datetime="PT3609S">1:00:09</time>',
        "<p>Ja</p>",
        "<p>og nej</p>",
        '<time datetime="PT3700S">1:01:40</time>',
        "<p>Hm</p>",
    ]


def test_captions_become_paragraphs_that_can_be_read() -> None:
    """One speaker's cues belong together until there are enough, and then until the sentence ends."""
    told = [cue("ord " * 40, n) for n in range(4)]
    lines = turns(*told, cue("Slut.", 4), cue("Nyt", 5), cue("igen", 6))
    assert [line for line in lines if line.startswith("<time")] == [
        '<time datetime="PT0S">0:00</time>',
        '<time datetime="PT5S">0:05</time>',
    ]
    assert lines[1].endswith(" ord Slut.</p>")
    assert lines[-1] == "<p>Nyt igen</p>"


def test_words_without_full_stops_are_parted_too() -> None:
    """Machines leave them out."""
    told = [cue("ord " * 40, n) for n in range(30)]
    assert max(len(line) for line in turns(*told)) < 2000


@settings(max_examples=200, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(cues(NASTY, st.none() | NASTY))
def test_no_text_breaks_the_format(told: list[Cue]) -> None:
    """The page is what another parser makes of it: nothing but cite, time and p, with all the words."""
    text = only(render, spoken(told))
    body: Any = etree.HTML(text.encode()).find("body/main")
    assert {str(element.tag) for element in body.iter()} <= {"main", "h1", "a", "cite", "time", "p"}
    words = "".join("".join(body.xpath("p//text()")).split())
    assert words == "".join("".join(cue.text for cue in said(told)).split())


@settings(max_examples=100, derandomize=True, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from("ABC"), st.sampled_from(["Hej.", "Ja, det er det.", "R&D <3"])), min_size=1
    )
)
def test_who_said_what_comes_back(told: list[tuple[str, str]]) -> None:
    """The way back, turn by turn."""
    text = only(render, spoken([cue(words, speaker=name) for name, words in told]))
    back, problems = from_text(text, "t.html")
    assert problems == ()
    assert "".join(f"{one.speaker}{one.text}" for one in back).replace(" ", "") == "".join(
        words if before and before[0] == name else f"{name}{words}"
        for before, (name, words) in zip([None, *told], told, strict=False)
    ).replace(" ", "")
