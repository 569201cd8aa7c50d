"""Who made a thing and who is heard in it (schema.org/Person, schema.org/Organization)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from urllib.parse import quote

from publisher.model import Edition, Person
from publisher.render.site.people import KEY, anchor, portrait
from publisher.render.site.structured.thing import Thing, thing

MAKERS = {"author": "author", "writer": "author", "editor": "editor", "producer": "producer"}
"""The roles of the podcast taxonomy that are no voices, and what they are to a work."""


def persons(edition: Edition, people: Iterable[Person]) -> list[Thing]:
    """Name `people`, each once, with where the site tells of them."""
    once = {anchor(person.name): person for person in reversed(tuple(people))}
    return [_person(edition, person, name) for name, person in reversed(once.items())]


def cast_and_crew(edition: Edition, people: Iterable[Person]) -> dict[str, list[Thing]]:
    """Sort the people of a recording by what they are to it: who is heard is an actor."""
    sorted_: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        sorted_[MAKERS.get((person.role or "").casefold().strip(), "actor")].append(person)
    return {part: persons(edition, those) for part, those in sorted_.items()}


def sender(name: str | None, people: Iterable[Person], url: str | None = None) -> Thing | None:
    """Name who stands behind something: an organization, if none of `people` has the name."""
    if not name or not name.strip():
        return None
    is_person = anchor(name) in {anchor(person.name) for person in people}
    return thing("Person" if is_person else "Organization", name=name, url=url)


def _person(edition: Edition, person: Person, name: str) -> Thing:
    return thing(
        "Person",
        name=person.name,
        url=f"{edition.url(KEY)}#{quote(name)}",
        sameAs=person.href,
        image=portrait(edition, person),
    )
