"""sitemap.xml: the pages for search engines, all of them and no others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from lxml import etree

from publisher.model import Artifact, Edition, Topic
from publisher.render import render, sitemap
from publisher.render.sitemap import MOST, Place, places, sitemaps

from .sample import BARE, EDITION, EMPTY, FULL, SHOW

BASE = "https://example.dk/podcast/"
XMLNS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
LONG = replace(
    EDITION,
    show=replace(SHOW, topics=(Topic(tag="mod", slug="mod"), Topic(tag="intet", slug="intet"))),
    episodes=tuple(
        replace(
            FULL,
            slug=f"afsnit-{number}",
            guid=f"afsnit-{number}",
            published=FULL.published - timedelta(days=number),
            entry=replace(FULL.entry, path=f"afsnit-{number}", transcripts=()),
        )
        for number in range(60)
    ),
    expired=(replace(BARE, slug="udloebet", entry=replace(BARE.entry, expires=FULL.published)),),
)


def told(artifacts: Iterable[Artifact], name: str = "url") -> dict[str, dict[str, str]]:
    """What each document says of each address in it."""
    found = {}
    for made in artifacts:
        assert isinstance(made.body, bytes)
        assert made.type == "application/xml; charset=utf-8"
        root = etree.fromstring(made.body)
        entries = root.findall(f"s:{name}", XMLNS)
        assert len(entries) == len(root)
        found[made.key] = {
            str(entry.findtext("s:loc", "", XMLNS)).removeprefix(BASE): entry.findtext("s:lastmod", "", XMLNS)
            for entry in entries
        }
    return found


@pytest.mark.parametrize("edition", [EDITION, EMPTY, LONG], ids=["sample", "empty", "long"])
def test_it_names_the_pages_that_may_be_found_and_no_others(edition: Edition) -> None:
    """No 404, no search, no player for others, nothing whose time ran out; of a long list every page."""
    found = {
        made.key
        for made in render(edition)
        if made.key.endswith(".html")
        and "/transcript" not in made.key
        and b'<meta name="robots" content="noindex">' not in bytes(made.content or b"")
    }
    (said,) = told(sitemap.render(edition)).values()
    assert set(said) == found
    assert edition is not LONG or {"episodes/index.1.html", "tags/mod.1.html", "tags/intet.html"} <= set(said)


def test_drafts_that_are_shown_are_not_named() -> None:
    (said,) = told(
        sitemap.render(replace(EDITION, episodes=(replace(FULL, unseen="scheduled"), BARE)))
    ).values()
    assert "episodes/mod-til-at-lede.html" not in said
    assert "episodes/optakt.html" in said


def test_a_page_changed_when_what_is_on_it_did() -> None:
    (said,) = told(sitemap.render(EDITION)).values()
    assert said["episodes/mod-til-at-lede.html"] == "2023-05-01T12:30:00+00:00"
    assert said["episodes/optakt.html"] == "2023-03-01T07:00:00+00:00"
    assert said["episodes/index.html"] == said["index.html"] == "2023-05-01T12:30:00+00:00"
    assert said["articles/index.html"] == "2023-04-21T10:00:00+00:00"


def test_an_old_page_of_a_list_changes_with_its_own_entries_only() -> None:
    first = {place.key: place.changed for place in places(LONG)}
    newer = replace(LONG.episodes[0], slug="nyt", guid="nyt", updated=datetime(2024, 1, 1, tzinfo=UTC))
    second = {place.key: place.changed for place in places(replace(LONG, episodes=(newer, *LONG.episodes)))}
    assert first["episodes/index.1.html"] == second["episodes/index.1.html"]
    assert second["episodes/index.html"] == datetime(2024, 1, 1, tzinfo=UTC)


def test_more_than_a_file_holds_are_in_several() -> None:
    day = datetime(2023, 1, 1, tzinfo=UTC)
    found = [Place(f"episodes/{number}.html", day + timedelta(days=number)) for number in range(5)]
    index, *parts = sitemaps(EDITION, found, 2)
    assert told([index], "sitemap") == {
        "sitemap.xml": {
            "sitemap-1.xml": "2023-01-02T00:00:00+00:00",
            "sitemap-2.xml": "2023-01-04T00:00:00+00:00",
            "sitemap-3.xml": "2023-01-05T00:00:00+00:00",
        }
    }
    assert [list(part) for part in told(parts).values()] == [
        ["episodes/0.html", "episodes/1.html"],
        ["episodes/2.html", "episodes/3.html"],
        ["episodes/4.html"],
    ]
    assert MOST == 50_000
