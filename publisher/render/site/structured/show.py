"""The show, and the web site that tells of it (LD-006; schema.org/PodcastSeries, schema.org/WebSite)."""

from __future__ import annotations

from publisher.model import Edition
from publisher.render.site.feeds import PODCAST
from publisher.render.site.keys import HOME, SEARCH
from publisher.render.site.structured.people import persons, sender
from publisher.render.site.structured.thing import Thing, thing
from publisher.render.stream.once import once


def series(edition: Edition) -> Thing:
    """Tell of the show in full."""
    show = edition.show
    elsewhere = [show.link, *(platform.url for platform in show.site.listen)]
    return thing(
        "PodcastSeries",
        **identity(edition),
        description=show.description,
        inLanguage=show.language,
        image=edition.url(show.cover.key) if show.cover else None,
        author=sender(show.author, show.persons, show.link),
        identifier=edition.guid,
        sameAs=[url for url in dict.fromkeys(elsewhere) if url and url != edition.url(HOME)],
        license=show.license_url,
        copyrightNotice=show.copyright,
    )


def series_with_voices(edition: Edition) -> Thing:
    """Tell of the show, and of who is heard in it, where a page names them."""
    return series(edition) | thing("PodcastSeries", actor=persons(edition, edition.show.persons))


@once
def part_of(edition: Edition) -> Thing:
    """Name the show as that which something is part of."""
    return thing("PodcastSeries", **identity(edition))


def identity(edition: Edition) -> dict[str, object]:
    """Say which show it is."""
    return {
        "@id": f"{edition.url(HOME)}#show",
        "name": edition.show.title,
        "url": edition.url(HOME),
        "webFeed": edition.url(PODCAST),
    }


def site(edition: Edition) -> Thing:
    """Tell of the web site, and how to search in it (schema.org/SearchAction)."""
    show = edition.show
    where = thing("EntryPoint", urlTemplate=f"{edition.url(SEARCH)}?q={{q}}")
    search = thing("SearchAction", target=where, **{"query-input": "required name=q"})
    return thing(
        "WebSite",
        **{"@id": f"{edition.url(HOME)}#site"},
        name=show.title,
        url=edition.url(HOME),
        inLanguage=show.language,
        publisher=sender(show.author, show.persons, show.link),
        potentialAction=search,
    )
