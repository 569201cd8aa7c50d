"""people: each is one person, however often they are named, and has a place of their own."""

from __future__ import annotations

from dataclasses import replace

import pytest

from publisher.model import Person
from publisher.render.site.people import MOST, anchor, contributors, faces, initials, portrait, role
from publisher.render.words import words
from tests.render.sample import BARE, EDITION, EMPTY, FULL, HOST

DANISH = words("da")


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Åse Ørsted", "aase-oersted"),
        ("Frank E. Andersen", "frank-e-andersen"),
        ("José  Núñez", "jose-nunez"),
        ("שלום", "שלום"),
        ("<script>alert(1)</script>", "script-alert-1-script"),
    ],
)
def test_a_place_is_named_after_the_person(name: str, place: str) -> None:
    assert anchor(name) == place


def test_a_name_without_letters_has_a_place_all_the_same() -> None:
    assert anchor("🎙") != anchor("!?")
    assert anchor("🎙").isascii()


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Lene Krogh Jeppesen", "LJ"), ("Åse", "Å"), ("Søren Å. & <gæst>", "SG"), ("DJ 3000", "D"), ("🎙", "·")],
)
def test_initials_are_of_the_first_and_the_last_name(name: str, letters: str) -> None:
    assert initials(name) == letters


@pytest.mark.parametrize(
    ("written", "said"), [("host", "vært"), ("Guest ", "gæst"), ("chefkonsulent", "chefkonsulent")]
)
def test_a_role_of_the_taxonomy_is_translated(written: str, said: str) -> None:
    """PN-015: any other is the producer's own word."""
    assert role(written, DANISH) == said


def test_those_of_the_show_come_first_then_those_of_the_newest() -> None:
    assert [one.person.name for one in contributors(EDITION, DANISH)] == [
        "Åse Ørsted",
        "Frank & Søn",
        "Lene Jensen",
    ]


def test_who_has_two_roles_was_there_once() -> None:
    twice = replace(FULL, entry=replace(FULL.entry, persons=(HOST, replace(HOST, role="producer"))))
    (one,) = contributors(replace(EMPTY, episodes=(twice,)), DANISH)
    assert (one.count, [item.slug for item in one.items]) == (1, [FULL.slug])
    assert list(one.roles) == ["vært", "producent"]


def test_only_the_newest_of_many_are_listed() -> None:
    many = tuple(
        replace(BARE, slug=f"{n}", entry=replace(BARE.entry, persons=(HOST,))) for n in range(MOST + 5)
    )
    (one,) = contributors(replace(EMPTY, episodes=many), DANISH)
    assert (one.count, len(one.items)) == (MOST + 5, MOST)


def test_a_face_leads_to_the_page_of_people() -> None:
    (face,) = faces(EDITION, (HOST, replace(HOST, role="editor")), DANISH)
    assert face.href == "https://example.dk/podcast/people.html#aase-oersted"
    assert face.role == "vært, redaktør"


@pytest.mark.parametrize(
    ("img", "is_ours"),
    [
        ("https://example.dk/podcast/art/a.png", True),
        ("https://example.dk/other.png", False),
        ("https://example.dk/podcast.evil/a.png", False),
        (None, False),
    ],
)
def test_a_portrait_is_shown_if_it_is_ours(img: str | None, is_ours: bool) -> None:
    assert portrait(EDITION, Person(name="A", img=img)) == (img if is_ours else None)
