"""Those who host, speak and write: how pages name them, and what each has done in the show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from unicodedata import normalize
from urllib.parse import quote

from publisher.model import Edition, Entry, Person, Published
from publisher.render.stream import entries
from publisher.render.words import Words

KEY = "people.html"
MOST = 10
"""How many contributions of a person are listed: the newest."""
_LETTERS = {"æ": "ae", "ø": "oe", "å": "aa", "ß": "ss", "ð": "d", "þ": "th", "ł": "l"}


@dataclass(slots=True)
class Contributor:
    """A person with the roles they have had and what they were in, newest first, of which `count` in all."""

    person: Person
    anchor: str
    initials: str
    roles: dict[str, None] = field(default_factory=dict)
    items: list[Published[Entry]] = field(default_factory=list)
    count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """A person as a page shows them: `href` leads to what else they have done here."""

    name: str
    href: str
    initials: str
    role: str | None = None
    src: str | None = None


def contributors(edition: Edition, w: Words) -> tuple[Contributor, ...]:
    """List everybody: those of the show first, then who was in the newest entries."""
    found: dict[str, Contributor] = {}
    for person in edition.show.persons:
        _add(found, person, w)
    for item in entries(edition):
        # Who is named twice, with two roles, was there once.
        for known in {anchor(one.name): _add(found, one, w) for one in item.entry.persons}.values():
            known.count += 1
            known.items += [item] if len(known.items) < MOST else []
    return tuple(found.values())


def faces(edition: Edition, persons: Iterable[Person], w: Words) -> tuple[Face, ...]:
    """Show `persons` in their order, each once with all their roles."""
    return tuple(_faces(edition, persons, w))


def _faces(edition: Edition, persons: Iterable[Person], w: Words) -> Iterator[Face]:
    named: dict[str, list[Person]] = {}
    for person in persons:
        named.setdefault(anchor(person.name), []).append(person)
    for name, same in named.items():
        roles = dict.fromkeys(role(one.role, w) for one in same if one.role)
        yield Face(
            name=same[0].name,
            href=f"{edition.url(KEY)}#{quote(name)}",
            initials=initials(same[0].name),
            role=", ".join(roles) or None,
            src=portrait(edition, same[0]),
        )


def _add(found: dict[str, Contributor], person: Person, w: Words) -> Contributor:
    name = anchor(person.name)
    known = found.setdefault(name, Contributor(person, name, initials(person.name)))
    if person.href and not known.person.href:
        known.person = person
    if person.role:
        known.roles[role(person.role, w)] = None
    return known


def portrait(edition: Edition, person: Person) -> str | None:
    """Give the picture of `person`, if it is ours: pages fetch nothing from elsewhere."""
    own = person.img and person.img.startswith(edition.url(""))
    return person.img if own else None


def anchor(name: str) -> str:
    """Name the place of a person in a page: "Åse Ørsted" is at #aase-oersted."""
    folded = normalize("NFC", name).casefold()
    plain = normalize("NFKD", "".join(_LETTERS.get(letter, letter) for letter in folded))
    words = re.findall(r"[^\W_]+", re.sub("[\u0300-\u036f]", "", plain))
    return "-".join(words) or f"person-{sha256(name.encode()).hexdigest()[:8]}"


def initials(name: str) -> str:
    """Give the first letters of the first and the last word of `name`: LJ."""
    letters = [word[0].upper() for word in re.findall(r"[^\W\d_]+", name)]
    return "".join([*letters[:1], *letters[1:][-1:]]) or "·"


def role(role: str, w: Words) -> str:
    """Say a role of the podcast taxonomy in the language of the show; others stand as they are written."""
    said = {
        "author": w.text("author"),
        "co-host": w.text("co-host"),
        "editor": w.text("editor"),
        "guest": w.text("guest"),
        "guest host": w.text("guest host"),
        "host": w.text("host"),
        "moderator": w.text("moderator"),
        "narrator": w.text("narrator"),
        "panelist": w.text("panelist"),
        "producer": w.text("producer"),
        "reporter": w.text("reporter"),
        "writer": w.text("writer"),
    }
    return said.get(role.casefold().strip(), role)
