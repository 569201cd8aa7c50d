"""What directories ask of a show (standards: APPLE §1.2, PSP-011)."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator

from publisher.model import Problem, Rule, Severity, Site

_APG = "Apple, A Podcaster's Guide to RSS"
TITLE = Rule("APPLE-020", Severity.ERROR, "A show has a title", _APG)
DESCRIPTION = Rule("APPLE-021", Severity.ERROR, "A show has a description", _APG)
COVER = Rule("APPLE-023", Severity.ERROR, "A show has a cover, JPEG or PNG", _APG)
LANGUAGE = Rule("APPLE-027", Severity.ERROR, "A show has a language, as an ISO 639 code", _APG)
CATEGORY = Rule("APPLE-028", Severity.ERROR, "A show has a category", _APG)
AUTHOR = Rule("APPLE-031", Severity.WARNING, "A show has an author", _APG)
OWNER = Rule(
    "SPOT-008", Severity.WARNING, "A show has an owner with an e-mail address", "Spotify for Creators support"
)
BASE_URL = Rule("SHOW-001", Severity.ERROR, "A show has the address it is published at")
HTTPS = Rule("APPLE-010", Severity.WARNING, "A show is published over https", _APG)
GUID = Rule("PN-024", Severity.ERROR, "A show's guid is a UUID", "podcast-namespace guid.md")

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def has_title(site: Site) -> Iterator[Problem]:
    """APPLE-020."""
    if not site.show.title:
        yield TITLE.at(site.show.origin.at("title"), "the show has no title", 'write `title = "…"`')


def has_description(site: Site) -> Iterator[Problem]:
    """APPLE-021."""
    if not site.show.description:
        fix = 'write `description = "What listeners get, in a few sentences"`'
        yield DESCRIPTION.at(site.show.origin.at("description"), "the show has no description", fix)


def has_cover(site: Site) -> Iterator[Problem]:
    """APPLE-023; whether the named file is a picture, reading it has told."""
    show = site.show
    place = show.origin.at("cover")
    if show.cover is None and not any(mark[0] == "cover" for mark in show.origin.marks):
        yield COVER.at(
            place,
            "the show has no cover",
            'put a square picture of 3000×3000 into episodes/ and write `cover = "cover.jpg"`',
        )
    elif show.cover and show.cover.type not in ("image/jpeg", "image/png"):
        yield COVER.at(
            place, f"the cover is {show.cover.type}, which directories refuse", "export it as JPEG or PNG"
        )


def has_language(site: Site) -> Iterator[Problem]:
    """APPLE-027."""
    language = site.show.language
    place = site.show.origin.at("language")
    if not language:
        yield LANGUAGE.at(
            place, "the show has no language", 'write `language = "da"`, or another two-letter code'
        )
    elif not _LANGUAGE.fullmatch(language):
        yield LANGUAGE.at(place, f"language is {language!r}", 'write a code such as "da" or "en-gb"')


def has_category(site: Site) -> Iterator[Problem]:
    """APPLE-028."""
    if not site.show.categories:
        fix = 'write `categories = ["Government"]`, or another of Apple\'s categories'
        yield CATEGORY.at(site.show.origin.at("categories"), "the show has no category", fix)


def has_author(site: Site) -> Iterator[Problem]:
    """APPLE-031."""
    if not site.show.author:
        yield AUTHOR.at(site.show.origin.at("author"), "the show has no author", 'write `author = "…"`')


def has_owner(site: Site) -> Iterator[Problem]:
    """SPOT-008: the address that proves to Spotify and Apple whose show it is."""
    if not (site.show.owner and site.show.owner.email):
        fix = 'write `owner = {name = "…", email = "…"}`'
        yield OWNER.at(site.show.origin.at("owner"), "the show has no owner with an e-mail address", fix)


def has_base_url(site: Site) -> Iterator[Problem]:
    """SHOW-001 and APPLE-010."""
    show = site.show
    place = show.origin.at("base_url")
    if not show.base_url:
        if not any(mark[0] == "base_url" for mark in show.origin.marks):
            fix = 'write `base_url = "https://example.org/show"`, the public address of what you publish'
            yield BASE_URL.at(place, "the show has no address", fix)
    elif not show.base_url.startswith("https://"):
        yield HTTPS.at(place, f"base_url is {show.base_url}, not https", "use https where your host can")


def has_valid_guid(site: Site) -> Iterator[Problem]:
    """PN-024; that it is there at all depends on what was published."""
    guid = site.show.guid
    try:
        uuid.UUID(guid or str(uuid.NAMESPACE_URL))
    except ValueError:
        yield GUID.at(
            site.show.origin.at("guid"),
            f"guid is {guid!r}, which is no UUID",
            "remove the line; `publish` then quotes the right one",
        )
