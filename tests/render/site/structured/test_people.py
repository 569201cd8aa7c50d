"""people: each is named once, and an organization is not taken for a person."""

from __future__ import annotations

from publisher.model import Person
from publisher.render.site.structured.people import cast_and_crew, persons, sender
from tests.render.sample import EDITION

ÅSE = Person(name="Åse Ørsted", href="https://example.dk/aase", img="https://example.dk/podcast/art/aase.png")
PAGE = "https://example.dk/podcast/people.html"


def test_a_person_leads_to_what_they_did_and_to_their_own_page() -> None:
    (made,) = persons(EDITION, [ÅSE])
    assert made == {
        "@type": "Person",
        "name": "Åse Ørsted",
        "url": f"{PAGE}#aase-oersted",
        "sameAs": "https://example.dk/aase",
        "image": "https://example.dk/podcast/art/aase.png",
    }


def test_a_picture_from_elsewhere_is_not_ours_to_show() -> None:
    assert "image" not in persons(EDITION, [Person(name="A", img="https://elsewhere.example/a.png")])[0]


def test_each_is_named_once_in_their_order() -> None:
    several = [Person(name="B"), ÅSE, Person(name="åse ørsted", role="guest"), Person(name="A")]
    assert [made["name"] for made in persons(EDITION, several)] == ["B", "Åse Ørsted", "A"]


def test_who_is_heard_is_an_actor_and_others_made_it() -> None:
    roles = {"host": "actor", "Guest": "actor", None: "actor", "Author": "author", "editor": "editor"}
    made = cast_and_crew(EDITION, [Person(name=f"{role}", role=role) for role in (*roles, "producer")])
    assert {part: len(those) for part, those in made.items()} == {
        "actor": 3,
        "author": 1,
        "editor": 1,
        "producer": 1,
    }


def test_a_sender_is_an_organization_unless_it_is_somebody_we_know() -> None:
    assert sender("CO-PI", [ÅSE], "https://co-pi.dk/") == {
        "@type": "Organization",
        "name": "CO-PI",
        "url": "https://co-pi.dk/",
    }
    assert sender("åse ørsted", [ÅSE]) == {"@type": "Person", "name": "åse ørsted"}
    assert sender(None, []) is None
    assert sender("  ", []) is None
