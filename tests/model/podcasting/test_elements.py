"""publisher.model.podcasting.elements: what a show and an episode say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from publisher.model import Element, Episode, Funding, Origin, Person, Show
from publisher.model.podcasting.elements import channel, item, made, with_hosts

SHOW = Show(base_url="https://example.org/show")
EPISODE = Episode(path="e", slug="e", title="E", origin=Origin(file="e.md"))
HOST = Person(name="Åse", role="host")
GUEST = Person(name="Bo", role="Audio Editor")


def test_a_show_says_at_least_its_medium() -> None:
    """PN-028."""
    assert channel(SHOW) == (made("medium", "podcast"),)


def test_an_episode_that_says_nothing_says_nothing() -> None:
    assert item(SHOW, EPISODE) == ()


def test_everything_is_in_the_order_of_the_table() -> None:
    show = replace(
        SHOW,
        podcast=(made("txt", "x"), made("location", "Byen"), made("block", "no", id="apple")),
        block=True,
        podping=True,
        locked=False,
        license="CC-BY-4.0",
        funding=(Funding(url="https://e.dk/", title="Støt"),),
        persons=(HOST,),
    )
    names = [element.name.removeprefix("podcast:") for element in channel(show)]
    assert names == "medium locked block block funding person license location txt podping".split()


@pytest.mark.parametrize(
    ("license", "url", "expected"),
    [
        ("CC-BY-4.0", None, made("license", "cc-by-4.0")),
        (
            "CC-BY-SA-4.0",
            None,
            made("license", "cc-by-sa-4.0", url="https://creativecommons.org/licenses/by-sa/4.0/"),
        ),
        (
            "CC0-1.0",
            None,
            made("license", "cc0-1.0", url="https://creativecommons.org/publicdomain/zero/1.0/"),
        ),
        ("Fri brug", "https://e.dk/", made("license", "Fri brug", url="https://e.dk/")),
    ],
)
def test_a_license_is_in_lower_case_and_known_or_linked(
    license: str, url: str | None, expected: Element
) -> None:
    """PN-020."""
    assert item(SHOW, replace(EPISODE, license=license, license_url=url)) == (expected,)


def test_a_person_is_of_the_group_of_their_role() -> None:
    """PN-015: without a group, apps assume the cast."""
    assert item(SHOW, replace(EPISODE, persons=(GUEST,))) == (
        made("person", "Bo", role="Audio Editor", group="Audio Post-Production"),
    )


def test_what_is_written_by_name_takes_the_place_of_what_we_would_say() -> None:
    """A tag that stands once; of others there may be many."""
    season = made("season", "3", name="Foråret")
    episode = replace(EPISODE, season=2, persons=(HOST,), podcast=(season, made("person", "Bo")))
    assert item(SHOW, episode) == (season, made("person", "Åse", role="host"), made("person", "Bo"))


def test_whose_guid_it_is_nobody_writes_by_name() -> None:
    assert channel(replace(SHOW, podcast=(made("guid", "x"),))) == (made("medium", "podcast"),)


def test_a_picture_is_addressed_where_it_is_published() -> None:
    """PN-040: base_url may move, so the key is what is kept."""
    said = channel(replace(SHOW, podcast=(made("image", file="art/a-1.png", alt="En stol"),)))
    assert said[1] == made("image", href="https://example.org/show/art/a-1.png", alt="En stol")


@pytest.mark.parametrize(("written", "expected"), [(None, "true"), ("false", "false")])
def test_a_complete_show_has_a_complete_schedule(written: str | None, expected: str) -> None:
    """PN-036, unless it says otherwise."""
    show = replace(SHOW, complete=True, podcast=(made("updateFrequency", "Slut", complete=written),))
    assert channel(show)[1].get("complete") == expected


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ((), []),
        ((GUEST,), ["Åse", "Bo"]),
        ((GUEST, HOST), ["Åse", "Bo"]),
        ((Person(name="Åse", role="narrator"), GUEST), ["Åse", "Bo"]),
    ],
)
def test_hosts_are_repeated_once_where_an_episode_names_persons(
    own: tuple[Person, ...], expected: list[str]
) -> None:
    """PN-015: an item's persons replace the channel's."""
    hosts = channel(replace(SHOW, persons=(HOST,)))
    said = with_hosts(item(SHOW, replace(EPISODE, persons=own)), hosts)
    assert [element.text for element in said] == expected
