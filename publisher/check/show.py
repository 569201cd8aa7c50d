"""What directories ask of a show (standards: APPLE §1.2, PSP-011)."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from urllib.parse import urlsplit

from publisher.check import is_told
from publisher.model import Problem, Rule, Severity, Site
from publisher.model.source import GUIDE, PODCAST_GUID, SPOTIFY

TITLE = Rule("APPLE-020", Severity.ERROR, "A show has a title", GUIDE)
DESCRIPTION = Rule("APPLE-021", Severity.ERROR, "A show has a description", GUIDE)
AUTHOR = Rule("APPLE-031", Severity.WARNING, "A show has an author", GUIDE)
OWNER = Rule("SPOT-008", Severity.WARNING, "A show has an owner with an e-mail address", SPOTIFY)
BASE_URL = Rule("SHOW-001", Severity.ERROR, "A show has the address it is published at")
HTTPS = Rule("APPLE-010", Severity.WARNING, "Feeds, recordings and pictures are served over https", GUIDE)
LINK = Rule("APPLE-032", Severity.WARNING, "A show's link leads to a web site, not to a feed", GUIDE)
FEEDS = (".xml", ".rss", ".atom", ".ics", "/feed", "/rss")
"""What the addresses of feeds end in."""
GUID = Rule("PN-024", Severity.ERROR, "A show's guid is a UUID", PODCAST_GUID)


def has_title(site: Site) -> Iterator[Problem]:
    """APPLE-020."""
    if _lacks(site, "title", site.show.title):
        yield TITLE.at(site.show.origin.at("title"), "the show has no title", 'write `title = "…"`')


def has_description(site: Site) -> Iterator[Problem]:
    """APPLE-021."""
    if _lacks(site, "description", site.show.description):
        fix = 'write `description = "What listeners get, in a few sentences"`'
        yield DESCRIPTION.at(site.show.origin.at("description"), "the show has no description", fix)


def has_author(site: Site) -> Iterator[Problem]:
    """APPLE-031."""
    if _lacks(site, "author", site.show.author):
        yield AUTHOR.at(site.show.origin.at("author"), "the show has no author", 'write `author = "…"`')


def has_owner(site: Site) -> Iterator[Problem]:
    """SPOT-008: the address that proves to Spotify and Apple whose show it is."""
    owner, origin = site.show.owner, site.show.origin
    if _lacks(site, "owner", owner and owner.email) and not is_told(site, origin, "owner.email"):
        fix = 'write `owner = { name = "…", email = "…" }`'
        yield OWNER.at(origin.at("owner"), "the show has no owner with an e-mail address", fix)


def has_base_url(site: Site) -> Iterator[Problem]:
    """SHOW-001."""
    if _lacks(site, "base_url", site.show.base_url):
        fix = 'write `base_url = "https://example.org/show"`, the public address of what you publish'
        yield BASE_URL.at(site.show.origin.at("base_url"), "the show has no address", fix)


def has_https(site: Site) -> Iterator[Problem]:
    """APPLE-010."""
    url = site.show.base_url
    if url and not url.startswith("https://"):
        message = f"base_url is {url}, not https"
        yield HTTPS.at(site.show.origin.at("base_url"), message, "use https where your host can")


def has_a_site_behind_its_link(site: Site) -> Iterator[Problem]:
    """APPLE-032: who follows it wants to read, not to subscribe."""
    link = site.show.link or ""
    path = urlsplit(link).path.lower()
    if path.endswith(FEEDS) or link == site.show.base_url + "/feed.json":
        message = f"link leads to {link[:100]}, which is a feed: who follows it sees code"
        fix = "write the address of the show's web site, or remove the line: it is then the page made here"
        yield LINK.at(site.show.origin.at("link"), message, fix)


def has_valid_guid(site: Site) -> Iterator[Problem]:
    """PN-024; that it is there at all depends on what was published."""
    guid = site.show.guid
    try:
        uuid.UUID(guid or str(uuid.NAMESPACE_URL))
    except ValueError:
        yield GUID.at(
            site.show.origin.at("guid"),
            f"guid is {str(guid)[:60]!r}, which is no UUID",
            "remove the line; `publish` then quotes the right one",
        )


def _lacks(site: Site, key: str, value: object) -> bool:
    """Whether the show has no `key`, and reading has not told why."""
    return not value and not is_told(site, site.show.origin, key)
