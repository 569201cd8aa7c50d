"""statement: pages say of themselves what the build knows, and no more."""

from __future__ import annotations

from dataclasses import replace

import pytest

from publisher.model import Edition, Episode, Published, Theme, Transcript
from publisher.render.site.statement import accessibility, privacy, transcribed
from publisher.render.words import words
from tests.render.sample import BARE, EDITION, EMPTY, FULL

EN, DA = words("en"), words("da")
OTHERS = "The others are sound alone, which not everybody can use."


def of(*items: Published[Episode]) -> Edition:
    return replace(EDITION, episodes=items)


def silent(item: Published[Episode]) -> Published[Episode]:
    return replace(item, entry=replace(item.entry, transcripts=()))


@pytest.mark.parametrize(
    ("edition", "said"),
    [
        (of(FULL), "The episode can be read as a transcript."),
        (of(FULL, replace(FULL, slug="to")), "All 2 episodes can be read as transcripts."),
        (
            of(FULL, BARE),
            f"1 of 2 episodes can be read as a transcript. {OTHERS}",
        ),
        (
            of(silent(FULL), BARE),
            f"0 of 2 episodes can be read as transcripts. {OTHERS}",
        ),
        (of(replace(BARE, enclosure=None)), None),
        (EMPTY, None),
    ],
)
def test_what_cannot_be_read_is_counted(edition: Edition, said: str | None) -> None:
    assert transcribed(edition, EN) == said


def test_an_empty_transcript_is_none() -> None:
    item = replace(FULL, entry=replace(FULL.entry, transcripts=(Transcript(),)))
    assert str(transcribed(of(item), EN)).startswith("0 of 1")


def test_a_purpose_is_no_promise() -> None:
    """Whether everything is accessible is for people to examine."""
    said = " ".join(accessibility(EDITION, EN))
    assert "WCAG 2.2" in said
    assert "It is no audit" in said


@pytest.mark.parametrize("theme", [Theme(style="a {}"), Theme(templates=(("layout.html.j2", ""),))])
def test_a_theme_may_change_what_is_said(theme: Theme) -> None:
    assert (
        len(list(accessibility(replace(EDITION, theme=theme), EN)))
        == len(list(accessibility(EDITION, EN))) + 1
    )


def test_who_else_sees_what_is_played_is_named() -> None:
    assert FULL.enclosure
    hosts = ("https://www.cdn.example/a.mp3", "https://cdn.example/b.mp3", "http://lyd.example:8000/c.mp3")
    away = [replace(FULL, slug=url[-5], enclosure=replace(FULL.enclosure, url=url)) for url in hosts]
    assert "at cdn.example, lyd.example:" in " ".join(privacy(of(*away, BARE), EN))
    assert "elsewhere, at" not in " ".join(privacy(EDITION, EN))


def test_it_is_said_what_is_done_and_what_is_not_known() -> None:
    said = " ".join(privacy(EDITION, EN))
    for words_ in (
        "no cookies",
        "your own browser only",
        "whoever runs the server",
        "cannot know",
        "rules of others",
    ):
        assert words_ in said


def test_it_is_said_in_the_language_of_the_show() -> None:
    assert "ingen cookies" in " ".join(privacy(EDITION, DA))
    assert "WCAG 2.2" in " ".join(accessibility(EDITION, DA))
    assert str(transcribed(EDITION, DA)).startswith("1 af 2 afsnit kan læses")
