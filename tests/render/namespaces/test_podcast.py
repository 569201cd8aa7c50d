"""publisher.render.namespaces.podcast: the tags of Podcasting 2.0 and their traps."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from lxml import etree

from publisher.model import Edition
from publisher.model.podcasting.elements import made
from publisher.render.namespaces.podcast import Podcast
from tests.podcasting import EPISODE, Right, elements
from tests.podcasting import SHOW as CHANNEL
from tests.render.made import fit

from ..sample import BARE, FULL, HOST, SHOW
from ..xml import attributes, find, texts
from .conftest import Built


def test_hosts_are_repeated_where_an_episode_names_persons(edition: Edition, item: Built) -> None:
    """PN-015: an item's persons replace the channel's; each is named once."""
    podcast = Podcast()
    podcast.item(edition, replace(FULL, entry=replace(FULL.entry, persons=(*FULL.entry.persons, HOST))))
    assert texts(item(podcast), "podcast:person") == ["Åse Ørsted", "Frank & Søn"]


def test_an_episode_without_persons_leaves_the_channels(edition: Edition, item: Built) -> None:
    """PN-015."""
    podcast = Podcast()
    podcast.item(edition, BARE)
    assert len(item(podcast)) == 0


@pytest.mark.parametrize(
    ("locked", "owner", "expected"),
    [
        (True, SHOW.owner, [("yes", {"owner": "podcast@example.dk"})]),
        (False, None, [("no", {})]),
        (None, SHOW.owner, []),
    ],
)
def test_locked_is_said_only_when_it_was_decided(
    edition: Edition, item: Built, locked: bool | None, owner: None, expected: object
) -> None:
    """PN-011."""
    podcast = Podcast()
    podcast.channel(replace(edition, show=replace(SHOW, locked=locked, owner=owner)))
    tags = find(item(podcast), "podcast:locked")
    assert [(tag.text, dict(tag.attrib)) for tag in tags] == expected


@pytest.mark.parametrize(
    ("written", "expected"), [("CC-BY-4.0", "cc-by-4.0"), ("Fri til undervisning", "Fri til undervisning")]
)
def test_licenses_are_identifiers_in_lower_case_or_words(
    edition: Edition, item: Built, written: str, expected: str
) -> None:
    """PN-020."""
    podcast = Podcast()
    podcast.channel(replace(edition, show=replace(SHOW, license=written)))
    assert texts(item(podcast), "podcast:license") == [expected]


def test_each_file_of_each_transcript_is_named(edition: Edition, item: Built) -> None:
    """PN-010: captions where there are times, and the show's language where no other is told."""
    podcast = Podcast()
    podcast.item(edition, FULL)
    folder = "https://example.dk/podcast/episodes/mod-til-at-lede"
    captions = {"language": "da", "rel": "captions"}
    assert attributes(item(podcast), "podcast:transcript") == [
        {"url": f"{folder}/transcript.vtt", "type": "text/vtt", **captions},
        {"url": f"{folder}/transcript.srt", "type": "application/x-subrip", **captions},
        {"url": f"{folder}/transcript.json", "type": "application/json", **captions},
        {"url": f"{folder}/transcript.html", "type": "text/html", "language": "da"},
        {"url": f"{folder}/transcript.en.html", "type": "text/html", "language": "en"},
    ]


def written(namespace: Podcast, item: Built, tag: str) -> str:
    """The tags called `tag`, as XML without prefixes."""
    found = find(item(namespace), f"podcast:{tag}")
    xml = "".join(etree.tostring(one, encoding="unicode") for one in found)
    return re.sub(r' xmlns:\w+="[^"]*"|(?<=[</])ns\d+:', "", xml)


@pytest.mark.parametrize("right", CHANNEL, ids=lambda right: right.tag)
def test_what_a_show_says_by_name_is_written(edition: Edition, item: Built, right: Right) -> None:
    """Every tag of the table, with the attributes it may have."""
    said = elements("channel", {"podcast": {right.tag: right.written}})
    podcast = Podcast()
    podcast.channel(fit(replace(edition, show=replace(SHOW, podcast=said))))
    assert written(podcast, item, right.tag) == right.xml


@pytest.mark.parametrize("right", EPISODE, ids=lambda right: right.tag)
def test_what_an_episode_says_by_name_is_written(edition: Edition, item: Built, right: Right) -> None:
    """Every tag of the table, with the attributes it may have."""
    said = elements("item", {"podcast": {right.tag: right.written}})
    podcast = Podcast()
    fitted = fit(replace(edition, episodes=(replace(BARE, entry=replace(BARE.entry, podcast=said)),)))
    podcast.item(replace(fitted, show=replace(SHOW, persons=())), fitted.episodes[0])
    assert written(podcast, item, right.tag) == right.xml


@pytest.mark.parametrize(
    ("type", "season", "episode", "expected"),
    [
        (
            "trailer",
            None,
            None,
            '<trailer url="{}" pubdate="{}" length="1638400" type="audio/mpeg">Optakt</trailer>',
        ),
        (
            "trailer",
            2,
            None,
            '<trailer url="{}" pubdate="{}" length="1638400" type="audio/mpeg" season="2">Optakt</trailer>',
        ),
        ("trailer", 2, 1, ""),
        ("full", None, None, ""),
    ],
)
def test_an_episode_that_is_a_trailer_is_the_shows_or_its_seasons(
    edition: Edition, item: Built, type: str, season: int | None, episode: int | None, expected: str
) -> None:
    """PN-019, APPLE-075: with a number it is the trailer of an episode."""
    trailer = replace(
        BARE,
        published=datetime(2023, 3, 1, 7, tzinfo=UTC),
        entry=replace(BARE.entry, type=type, season=season, episode=episode),
    )
    podcast = Podcast()
    podcast.channel(replace(edition, episodes=(trailer,)))
    assert written(podcast, item, "trailer") == expected.format(
        "https://example.dk/podcast/media/optakt-cccccccccccc.mp3", "Wed, 01 Mar 2023 07:00:00 +0000"
    )


def test_a_guid_is_the_editions_whatever_is_written(edition: Edition, item: Built) -> None:
    """PN-024: it never changes."""
    podcast = Podcast()
    podcast.channel(replace(edition, show=replace(SHOW, podcast=(made("guid", "x"),))))
    assert texts(item(podcast), "podcast:guid") == [edition.guid]


def test_a_role_that_apps_do_not_know_is_left_out(edition: Edition, item: Built) -> None:
    """PN-015: it is for the pages."""
    host = replace(HOST, role="vært og redaktør")
    podcast = Podcast()
    podcast.channel(replace(edition, show=replace(SHOW, persons=(host,))))
    assert attributes(item(podcast), "podcast:person") == [{"href": "https://example.dk/åse"}]


def test_chapters_that_are_elsewhere_take_the_place_of_ours(edition: Edition, item: Built) -> None:
    """PN-013: there is one list."""
    elsewhere = made("chapters", url="https://e.dk/c.json", type="application/json+chapters")
    podcast = Podcast()
    podcast.item(edition, replace(FULL, entry=replace(FULL.entry, podcast=(elsewhere,))))
    assert [one["url"] for one in attributes(item(podcast), "podcast:chapters")] == ["https://e.dk/c.json"]
