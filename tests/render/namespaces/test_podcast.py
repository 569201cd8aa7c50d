"""publisher.render.namespaces.podcast: the tags of Podcasting 2.0 and their traps."""

from __future__ import annotations

from dataclasses import replace

import pytest

from publisher.model import Edition, Transcript
from publisher.render.namespaces.podcast import Podcast

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


@pytest.mark.parametrize(("language", "expected"), [(None, "da"), ("en", "en")])
def test_a_transcript_is_in_the_shows_language_unless_it_says(
    edition: Edition, item: Built, language: str | None, expected: str
) -> None:
    """PN-010."""
    transcript = Transcript(text="", type="application/x-subrip", language=language)
    podcast = Podcast()
    podcast.item(edition, replace(FULL, entry=replace(FULL.entry, transcript=transcript)))
    (tag,) = attributes(item(podcast), "podcast:transcript")
    assert tag == {
        "url": "https://example.dk/podcast/episodes/mod-til-at-lede/transcript.srt",
        "type": "application/x-subrip",
        "language": expected,
    }
