"""Ways into the apps that people have: podcast apps that take a feed, calendars that follow one.

None asks the show to be registered anywhere. Where each link is written down stands with it; nobody else is
asked anything until somebody follows one.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import quote, urlencode

from publisher.model import Edition
from publisher.render.site.feeds import CALENDAR, PODCAST
from publisher.render.words import Words

Way = tuple[str, str]
"""The name of an app, and the address that opens it."""

PODLOVE = "https://github.com/podlove/podlove-ui/tree/main/packages/clients"
"""The clients of the Podlove Subscribe Button, of which many schemes were asked for by the apps' makers."""


def apps(edition: Edition) -> tuple[Way, ...]:
    """Lead into podcast apps, besides those that the show itself names a page in."""
    feed, title = edition.url(PODCAST), edition.show.title
    named = [platform.title.casefold() for platform in edition.show.site.listen]
    return tuple(
        (name, link(feed, title))
        for name, link in APPS.items()
        if not any(name.casefold() in one for one in named)
    )


def calendars(edition: Edition, w: Words) -> tuple[Way, ...]:
    """Lead into calendars that follow the show's, and to the file for all others."""
    url, title = edition.url(CALENDAR), edition.show.calendar.title or edition.show.title
    webcal = f"webcal://{bare(url)}"
    follow = urlencode({"url": url, "name": title}, quote_via=quote)
    return (
        # Apple's scheme, which Thunderbird and GNOME's calendar take too.
        (w.text("Apple Calendar and others"), webcal),
        # Google takes an https address for that of a person, and finds none: calagator/calagator#556.
        ("Google Calendar", f"https://calendar.google.com/calendar/render?cid={quote(webcal, safe='')}"),
        # New Outlook loses the scheme of webcal addresses: mjff-eng/asap-hub#4998.
        ("Outlook.com", f"https://outlook.live.com/calendar/0/addfromweb?{follow}"),
        ("Microsoft 365", f"https://outlook.office.com/calendar/0/addfromweb?{follow}"),
        (w.text("Calendar file"), url),
    )


def bare(url: str) -> str:
    """Give `url` without its scheme."""
    return url.partition("://")[2]


def apple_podcasts(feed: str, title: str) -> str:
    """PODLOVE, apple-podcasts: on iOS and macOS."""
    return f"podcast://{bare(feed)}"


def pocket_casts(feed: str, title: str) -> str:
    """Automattic/pocket-casts-ios, AppDelegate+UrlHandling.swift; -android, DeepLinkFactoryTest.kt.

    Both take an address without scheme for http, and only one of them knows a form for https: the host has
    to lead from one to the other, as hosts do.
    """
    return f"pktc://subscribe/{bare(feed)}"


def antennapod(feed: str, title: str) -> str:
    """antennapod.org/documentation/podcasters-hosters/add-on-antennapod: a page of theirs without the app."""
    return "https://antennapod.org/deeplink/subscribe?" + urlencode(
        {"url": feed, "title": title}, quote_via=quote
    )


def overcast(feed: str, title: str) -> str:
    """PODLOVE, overcast."""
    return f"overcast://x-callback-url/add?url={quote(feed, safe='')}"


def castro(feed: str, title: str) -> str:
    """hbmartin/ios-podcast-player-comparison, "App subscription URI scheme"."""
    return f"castro://subscribe/{bare(feed)}"


def podcast_addict(feed: str, title: str) -> str:
    """podlove/podlove-subscribe-button#10, by the app's maker."""
    return f"podcastaddict://{bare(feed)}"


def gpodder(feed: str, title: str) -> str:
    """gpodder/gpodder, src/gpodder/gtkui/main.py: what follows the scheme is an address of any scheme."""
    return f"gpodder:{feed}"


APPS: dict[str, Callable[[str, str], str]] = {
    "Apple Podcasts": apple_podcasts,
    "Pocket Casts": pocket_casts,
    "AntennaPod": antennapod,
    "Overcast": overcast,
    "Castro": castro,
    "Podcast Addict": podcast_addict,
    "gPodder": gpodder,
}
