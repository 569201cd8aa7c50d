"""subscribe: the addresses that apps open, as each of them wants it."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

from publisher.model import Calendar, Platform, Website
from publisher.render.site.subscribe import apps, bare, calendars
from publisher.render.words import words
from tests.render.sample import EDITION, SHOW

FEED = "example.dk/podcast/podcast.xml"
CALENDAR = "example.dk/podcast/events.ics"


def test_each_app_is_given_the_feed_as_it_takes_it() -> None:
    assert dict(apps(EDITION)) == {
        "Apple Podcasts": f"podcast://{FEED}",
        "Pocket Casts": f"pktc://subscribe/{FEED}",
        "AntennaPod": "https://antennapod.org/deeplink/subscribe"
        "?url=https%3A%2F%2Fexample.dk%2Fpodcast%2Fpodcast.xml&title=Mod%20%26%20Mandat",
        "Overcast": "overcast://x-callback-url/add?url=https%3A%2F%2Fexample.dk%2Fpodcast%2Fpodcast.xml",
        "Castro": f"castro://subscribe/{FEED}",
        "Podcast Addict": f"podcastaddict://{FEED}",
        "gPodder": f"gpodder:https://{FEED}",
    }


def test_an_app_in_which_the_show_has_a_page_is_opened_there() -> None:
    listen = (
        Platform(title="Lyt i Apple Podcasts", url="https://podcasts.apple.com/dk/podcast/id1"),
        Platform(title="Spotify", url="https://open.spotify.com/show/1"),
    )
    show = replace(SHOW, site=Website(listen=listen))
    assert "Apple Podcasts" not in dict(apps(replace(EDITION, show=show)))
    assert "Overcast" in dict(apps(replace(EDITION, show=show)))


def test_each_calendar_is_given_the_address_as_it_takes_it() -> None:
    ways = dict(calendars(EDITION, words("da")))
    assert ways["Apple Kalender m.fl."] == f"webcal://{CALENDAR}"
    assert ways["Kalenderfil"] == f"https://{CALENDAR}"
    google = urlsplit(ways["Google Calendar"])
    assert (google.netloc, google.path) == ("calendar.google.com", "/calendar/render")
    assert parse_qs(google.query) == {"cid": [f"webcal://{CALENDAR}"]}
    for name, host in (("Outlook.com", "outlook.live.com"), ("Microsoft 365", "outlook.office.com")):
        outlook = urlsplit(ways[name])
        assert (outlook.netloc, outlook.path) == (host, "/calendar/0/addfromweb")
        assert parse_qs(outlook.query) == {"url": [f"https://{CALENDAR}"], "name": ["Mod & Mandat"]}


def test_a_calendar_goes_by_its_own_name() -> None:
    show = replace(SHOW, calendar=Calendar(title="Caféer"))
    ways = dict(calendars(replace(EDITION, show=show), words("en")))
    assert parse_qs(urlsplit(ways["Outlook.com"]).query)["name"] == ["Caféer"]


def test_every_address_is_ascii() -> None:
    show = replace(SHOW, title='Åse & "Ø" <script>', base_url="https://xn--e-2fa.dk/p%C3%A5")
    edition = replace(EDITION, show=show)
    for _, href in (*apps(edition), *calendars(edition, words("da"))):
        assert href.isascii()
        assert not set('<>" ') & set(href)


def test_only_the_scheme_is_left_out() -> None:
    assert bare("http://127.0.0.1:8000/a?b=c://d") == "127.0.0.1:8000/a?b=c://d"
