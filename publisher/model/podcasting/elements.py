"""What a show and an episode say in the podcast namespace, as elements: checked and written alike.

What needs the address of something we publish for each episode (transcripts, chapters, trailers) is added
where feeds are made.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from publisher.model.element import Element
from publisher.model.entry import Episode
from publisher.model.podcasting.table import TAGS, tag_of
from publisher.model.podcasting.tag import PREFIX
from publisher.model.podcasting.taxonomy import LICENSES, group_of
from publisher.model.show import Funding, Person, Show

_ORDER = {name: place for place, name in enumerate(TAGS)}
_CREATIVE_COMMONS = re.compile(r"cc-(by(?:-nc)?(?:-sa|-nd)?)-(\d\.\d)")


def made(name: str, text: str | None = None, key: str = "", /, **attributes: str | None) -> Element:
    """The element `name` of the namespace; attributes that are None are left out."""
    said = tuple((attribute, value) for attribute, value in attributes.items() if value is not None)
    return Element(name=f"{PREFIX}{name}", text=text, attributes=said, key=key)


def channel(show: Show) -> tuple[Element, ...]:
    """What `show` says in the channel; whose guid that is, its edition knows."""
    written = (_whole(one, show) for one in show.podcast if one.name != f"{PREFIX}guid")
    return _ordered(_of_show(show), written)


def item(show: Show, episode: Episode) -> tuple[Element, ...]:
    """What `episode` says in its item."""
    return _ordered(_of_episode(episode), (_whole(one, show) for one in episode.podcast))


def with_hosts(said: Iterable[Element], hosts: Iterable[Element]) -> tuple[Element, ...]:
    """What an item says, with those of the channel's persons that its own would replace (PN-015)."""
    said = tuple(said)
    own = [one for one in said if one.name == f"{PREFIX}person"]
    names = {one.text for one in own}
    missing = [
        one for one in hosts if one.name == f"{PREFIX}person" and (one in own or one.text not in names)
    ]
    return _ordered(dict.fromkeys((*missing, *said)), ()) if own else said


def _ordered(derived: Iterable[Element], written: Iterable[Element]) -> tuple[Element, ...]:
    """All in the order of the table; a single tag that was written stands for what we would say."""
    written = tuple(written)
    replaced = {one.name for one in written if (tag := tag_of(one)) and tag.single}
    found = (*(one for one in derived if one.name not in replaced), *written)
    return tuple(sorted(found, key=lambda one: _ORDER.get(one.name.removeprefix(PREFIX), len(_ORDER))))


def _of_show(show: Show) -> Iterator[Element]:
    yield made("medium", show.medium, "medium")
    if show.locked is not None:
        owner = show.owner.email if show.owner else None
        yield made("locked", "yes" if show.locked else "no", "locked", owner=owner)
    if show.block:
        yield made("block", "yes", "block")
    if show.podping:
        yield made("podping", None, "podping", usesPodping="true")
    yield from _shared(show.funding, show.persons, show.license, show.license_url)


def _of_episode(episode: Episode) -> Iterator[Element]:
    if episode.season is not None:
        yield made("season", str(episode.season), "season", name=episode.season_name)
    if episode.episode is not None:
        yield made("episode", str(episode.episode), "episode", display=episode.episode_display)
    yield from _shared(episode.funding, episode.persons, episode.license, episode.license_url)


def _shared(
    funding: tuple[Funding, ...], persons: tuple[Person, ...], license: str | None, license_url: str | None
) -> Iterator[Element]:
    for number, way in enumerate(funding):
        yield made("funding", way.title, f"funding.{number}", url=way.url)
    for number, person in enumerate(persons):
        yield _person(person, f"persons.{number}")
    if license:
        # Identifiers are lower case, and never hold a space (standards §9, contradiction 3).
        name = license if " " in license else license.lower()
        yield made("license", name, "license", url=license_url or _terms(name))


def _person(person: Person, key: str) -> Element:
    group = person.group or (group_of(person.role) if person.role else None)
    return made("person", person.name, key, role=person.role, group=group, img=person.img, href=person.href)


def _terms(license: str) -> str | None:
    """Where the words of a license are that apps may not know by its name."""
    if license in LICENSES:
        return None
    if license == "cc0-1.0":
        return "https://creativecommons.org/publicdomain/zero/1.0/"
    match = _CREATIVE_COMMONS.fullmatch(license)
    return f"https://creativecommons.org/licenses/{match[1]}/{match[2]}/" if match else None


def _whole(element: Element, show: Show) -> Element:
    """`element` with what only the whole show knows."""
    file = element.get("file")
    if file and element.name == f"{PREFIX}image":
        others = tuple(pair for pair in element.attributes if pair[0] != "file")
        return replace(element, attributes=(("href", f"{show.base_url}/{file}"), *others))
    if show.complete and element.name == f"{PREFIX}updateFrequency" and element.get("complete") is None:
        return replace(element, attributes=(("complete", "true"), *element.attributes))
    return element
