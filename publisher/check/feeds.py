"""What the feeds are made of as a whole (standards: APPLE-009, APPLE-038, PAGE-008, SPOT-001)."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from publisher.check import waiting_episodes
from publisher.model import Problem, Rule, Severity, Site
from publisher.model.source import GUIDE, REQUIREMENTS, RFC5005, WEBSUB

SOMETHING = Rule("APPLE-009", Severity.WARNING, "There is something to publish", REQUIREMENTS)
MOVED = Rule("APPLE-038", Severity.WARNING, "A new address of the feed is that of a feed", GUIDE)
HUB = Rule("HUB-001", Severity.WARNING, "A hub is reached over https", WEBSUB)
FIRST_PAGE = Rule("PAGE-008", Severity.WARNING, "Directories find every episode on the first page", RFC5005)


def has_something(site: Site) -> Iterator[Problem]:
    """APPLE-009; a show of articles or events alone is one too, and what could not be read is something."""
    is_unread = any(problem.place.file != site.show.origin.file for problem in site.problems)
    if not any(site.entries) and not is_unread:
        message = "there is nothing to publish yet; directories refuse a show without an episode"
        fix = 'drop a recording beside show.toml, or run `publisher new episode "A title"`'
        yield SOMETHING.at(site.show.origin.at(), message, fix)


def moves_to_a_feed(site: Site) -> Iterator[Problem]:
    """APPLE-038: apps follow it for ever, wherever it leads."""
    url, show = site.show.new_feed_url or "", site.show
    path = urlsplit(url).path
    if url and (
        url.rstrip("/") in (show.link, show.base_url) or path.endswith((".html", ".htm")) or path in ("", "/")
    ):
        message = f"new_feed_url is {url[:100]}, which is a page: every subscriber would be sent there"
        yield MOVED.at(show.origin.at("new_feed_url"), message, "write the new address of podcast.xml")


def has_all_on_the_first_page(site: Site) -> Iterator[Problem]:
    """PAGE-008: directories read no further."""
    size, number = site.show.page_size, sum(1 for _ in waiting_episodes(site))
    first = number - max(0, number // size - 1) * size if size else number
    if first < number:
        message = (
            f"Apple and Spotify list only the {first} newest of the {number} episodes: they read one page"
        )
        fix = "remove `page_size`, or say in `[check] ignore` why it is meant"
        yield FIRST_PAGE.at(site.show.origin.at("feeds.page_size", "feeds"), message, fix)


def has_a_hub_over_https(site: Site) -> Iterator[Problem]:
    """HUB-001: otherwise anybody on the way can say that there is news."""
    hub, origin = site.show.hub or "", site.show.origin
    if hub.startswith("http:"):
        place = origin.at("feeds.hub")
        yield HUB.at(place, f"the hub is {hub[:100]}, not https", "write its address with https://")
