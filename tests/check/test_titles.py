"""Titles with a number or the show's name in them are told; numbers that mean something are not."""

from __future__ import annotations

import pytest

from publisher.check import check
from publisher.check.titles import has_a_title_alone

from .site import SHOW, episode, event, found, heard, said, shown, site

NUMBERED = [
    ("Afsnit 3: Noget", "Noget"),
    ("afsnit 3 - noget", "noget"),
    ("Afsnit 3 Hvorfor", "Hvorfor"),
    ("Ep. 3 – Noget", "Noget"),
    ("Ep3: Noget", "Noget"),
    ("ep.12 med gæst", "med gæst"),
    ("#3 Noget", "Noget"),
    ("#3: noget", "noget"),
    ("[#3] Noget", "Noget"),
    ("S01E03 Noget", "Noget"),
    ("S1E3 - Noget", "Noget"),
    ("Noget (s1 e3)", "Noget"),
    ("Sæson 2, afsnit 3: Noget", "Noget"),
    ("Season 2 Episode 3 Something", "Something"),
    ("Sæson 2: Slut", "Slut"),
    ("Noget – afsnit 3", "Noget"),
    ("Noget (Ep. 3)", "Noget"),
    ("Noget | #12", "Noget"),
    ("Épisode 4 : Un mandat", "Un mandat"),
    ("Folge 12: Ja", "Ja"),
    ("Avsnitt 7. Ja", "Ja"),
    ("Nr. 5: Ja", "Ja"),
]
MEANT = [
    "5 fejl, du skal undgå",
    "1984",
    "1984: en roman om magt",
    "Apollo 13",
    "Top 10",
    "De 3 store spørgsmål",
    "24 timer på rådhuset",
    "3. maj 1945",
    "2. Verdenskrig",
    "No 10 Downing Street",
    "No. 1 på listen",
    "100 år – nr. 1",
    "#1 Reason to vote",
    "#MeToo, 5 år efter",
    "Afsnit 3 i grundloven",
    "COVID-19",
    "Kapitel 2: Retningen",
    "Debatten, del 2",
    "Part 3",
    "Star Wars: Episode 4",
    "F-16: flyet",
    "Notat 3: ja",
    "Epoxy 3",
    "Windows 11: hvad nu?",
    "Episoden, vi glemte",
    "12 Angry Men",
    "7-9-13",
    "112: sådan gør du",
    "§ 3",
]


@pytest.mark.parametrize(("title", "rest"), NUMBERED, ids=[title for title, _ in NUMBERED])
def test_the_number_of_an_episode_is_told_with_the_title_without_it(title: str, rest: str) -> None:
    message, fix = said(has_a_title_alone, heard(title=title))
    assert message == "the title has its number in it, which apps show beside it"
    assert fix == f"write `title: {rest}`, and the number as `episode: …`"
    assert found(has_a_title_alone, heard(title=title)) == ["APPLE-060 warning"]


@pytest.mark.parametrize("title", MEANT)
@pytest.mark.parametrize("number", [None, 400])
def test_a_number_that_means_something_is_left_alone(title: str, number: int | None) -> None:
    assert found(has_a_title_alone, heard(title=title, episode=number)) == []


@pytest.mark.parametrize(
    "title", ["3. Noget", "03 – Noget", "3: noget", "3 - noget", "#3 noget", "Nr. 3 Noget"]
)
def test_a_bare_number_is_the_episodes_where_its_front_matter_says_so(title: str) -> None:
    fix = said(has_a_title_alone, heard(title=title, episode=3))[1]
    assert fix in ("write `title: Noget`", "write `title: noget`")
    assert found(has_a_title_alone, heard(title=title, episode=4)) == []


@pytest.mark.parametrize("title", ["Ep. 3", "Afsnit 12", "#3", "S01E03"])
def test_a_title_that_is_a_number_needs_words(title: str) -> None:
    assert said(has_a_title_alone, heard(title=title))[1].startswith("write `title: …`")


@pytest.mark.parametrize(
    ("title", "rest"),
    [
        ("Retning: Hvad er et mandat?", "Hvad er et mandat?"),
        ("Retning – Hvad er et mandat?", "Hvad er et mandat?"),
        ("RETNING | Hvad", "Hvad"),
        ("Retning – politisk ledelse: Hvad", "Hvad"),
        ("Hvad er et mandat? | Retning", "Hvad er et mandat?"),
        ("Hvad er et mandat? (Retning – politisk ledelse)", "Hvad er et mandat?"),
        ("Retning – politisk ledelse", "…"),
    ],
)
def test_the_shows_name_is_told_with_the_title_without_it(title: str, rest: str) -> None:
    message, fix = said(has_a_title_alone, heard(title=title))
    assert message == "the title has the show's name in it, which apps show beside it"
    assert rest in fix


@pytest.mark.parametrize("title", ["Retningen er sat", "Hvad betyder retning?", "Retning", "Mod og retning"])
def test_the_shows_name_as_a_word_is_left_alone(title: str) -> None:
    assert found(has_a_title_alone, heard(title=title)) == []


def test_a_number_and_a_name_are_one_problem() -> None:
    message, fix = said(has_a_title_alone, heard(title="Retning #12: Hvad er et mandat?", episode=12))
    assert message == "the title has its number and the show's name in it, which apps show beside it"
    assert fix == 'write `title: "Hvad er et mandat?"`' or fix == "write `title: Hvad er et mandat?`"


def test_a_name_with_signs_in_it_is_no_pattern() -> None:
    for name in ("C++ (and more", "[", "A.*", "", "Ja", "–", ": "):
        assert found(has_a_title_alone, shown(title=name)) == []


@pytest.mark.parametrize("type", ["trailer", "bonus"])
def test_trailers_and_bonuses_may_speak_of_episodes(type: str) -> None:
    assert found(has_a_title_alone, heard(title="Episode 3: what comes", type=type)) == []


def test_events_and_articles_may_have_any_number() -> None:
    assert found(has_a_title_alone, site(event(title="Episode 3: hvad nu?"))) == []


def test_a_recording_without_markdown_is_told_of_its_tag() -> None:
    bare = episode(title="#3 Noget", origin=SHOW.origin.__class__(file="episodes/3.mp3"))
    assert said(has_a_title_alone, site(bare))[1] == 'set the title tag of the file to "Noget"'


def test_a_site_without_faults_has_none() -> None:
    """What the other twins start from."""
    assert check(site(episode(), event())) == ()
