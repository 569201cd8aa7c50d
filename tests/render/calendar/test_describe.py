"""What a calendar says of an event in words: all that a guest needs, twice the same, and no more."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.model import Event, Online, Person, Published, Session
from publisher.render.calendar.describe import Description, describe
from tests.render.made import fit
from tests.render.sample import ARTICLE, CAFE, EDITION
from tests.render.sample import FULL as EPISODE

from .made import FULL, at, edition_of, held

URL = "https://example.dk/podcast/events/cafe.html"


class Reader(HTMLParser):
    """HTML read strictly: every element is one of ours, and ends where it may."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links: list[str] = []
        self.said = ""
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in ("html", "body", "p", "br", "a")
        assert [name for name, _ in attrs] == (["href"] if tag == "a" else [])
        self.links += [value or "" for _, value in attrs]
        if tag == "br":
            self.said += "\n"
        else:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.said += "\n\n" if tag == "p" else ""

    def handle_data(self, data: str) -> None:
        self.said += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(data)


def of(item: Published[Event]) -> Description:
    edition = fit(edition_of(item))
    return describe(edition, edition.calendar[0])


def test_everything_that_a_guest_needs_is_told() -> None:
    """In Danish, since the show is; when and where it is, its properties say."""
    assert of(FULL).text.split("\n") == [
        "Kort oplæg, netværk; dialog\\n.",
        "For alle.",
        "",
        "Medvirkende: Åse Ørsted (oplæg), Bo (vært)",
        "",
        "Program:",
        "09.00–09.05 Velkommen",
        "09.05 Oplæg (Åse Ørsted, Bo)",
        "Tak",
        "",
        "Online: Microsoft Teams – https://example.dk/%C3%A6",
        "Deltag her: https://t.example/j",
        "Tilmelding: https://example.dk/tilmelding",
        "Tilmelding senest: 28. marts 2023",
        "Pris: 0 kr.",
        "For hvem: Alle",
        "Pladser: 40 deltagere",
        "",
        "https://example.dk/podcast/events/fuld.html",
    ]


def test_html_says_the_same_with_links() -> None:
    """ICX-010: Outlook shows nothing else."""
    description = of(FULL)
    read = Reader(description.html)
    assert read.links == [
        "https://example.dk/%C3%A6",
        "https://t.example/j",
        "https://example.dk/tilmelding",
        "https://example.dk/podcast/events/fuld.html",
    ]
    plain = [line.partition("https://")[0].rstrip(" –:") for line in description.text.split("\n")[:-1]]
    rich = [line.rstrip(":") for line in read.said.strip().split("\n")[:-1]]
    assert plain == rich


def test_of_an_event_of_which_little_is_known_there_is_its_page() -> None:
    """No heading without a text below it."""
    assert of(held()).text == URL
    assert of(held()).html == f'<html><body><p><a href="{URL}">Café</a></p></body></html>'
    hollow: dict[str, Any] = {
        "persons": (Person(name=" "),),
        "price": " ",
        "audience": "\n",
        "online": Online(),
        "excerpt": "\n",
    }
    assert of(held(**hollow)).text == URL


def test_a_deadline_with_a_clock_is_told_with_it() -> None:
    """A day alone means through its end, and nobody says 23:59."""
    told = of(held(deadline=at("2023-03-28 12:00"))).text
    assert told.startswith("Tilmelding senest: tirsdag den 28. marts 2023 kl. 12.00 (CEST)\n")


@pytest.mark.parametrize("status", ["cancelled", "postponed"])
def test_nobody_signs_up_for_what_is_off(status: str) -> None:
    """Else somebody will."""
    assert of(replace(FULL, entry=replace(FULL.entry, status=status))).text.count("Tilmelding") == 0
    assert of(FULL).text.count("Tilmelding") == 2


def test_the_programme_of_several_days_names_them() -> None:
    """Each day once, and not the first, which is that of the event."""
    sessions = (
        Session(title="Ankomst", start=at("2023-03-31 09:00")),
        Session(title="Morgenmad", start=at("2023-04-01 08:00"), end=at("2023-04-01 09:00")),
        Session(title="Farvel", start=at("2023-04-01 10:00")),
    )
    assert of(held(programme=sessions)).text.split("\n")[:-2] == [
        "Program:",
        "09.00 Ankomst",
        "lørdag den 1. april 2023:",
        "08.00–09.00 Morgenmad",
        "10.00 Farvel",
    ]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"online": Online(platform="Zoom"), "location": "Rådhuset"}, "Online: Zoom\n\n"),
        ({"online": Online(platform="Zoom")}, ""),
        ({"online": Online(url="https://z.dk/")}, "Online: https://z.dk/\n\n"),
        (
            {"online": Online(url="https://z.dk/", join="https://z.dk/", public=True)},
            "Online: https://z.dk/\n\n",
        ),
        ({"online": Online(join="https://z.dk/j", public=True)}, "Deltag her: https://z.dk/j\n\n"),
        ({"online": Online(join="https://z.dk/j")}, ""),
        ({"organizer": Person(name="CO-PI")}, "Arrangør: CO-PI\n\n"),
        ({"organizer": Person(name="CO-PI", email="a@co.dk")}, ""),
    ],
)
def test_what_clients_show_by_themselves_is_not_repeated(changes: dict[str, Any], expected: str) -> None:
    """A platform is the place where there is no other; an organizer with an address has a property."""
    assert of(held(**changes)).text == f"{expected}{URL}"


def test_what_came_of_it_is_told() -> None:
    """The recording, and what was written about it."""
    article = replace(ARTICLE, entry=replace(ARTICLE.entry, event=CAFE.entry.path))
    edition = fit(replace(EDITION, articles=(article,)))
    *_, recording, written, _, _ = describe(edition, CAFE).text.split("\n")
    base = "https://example.dk/podcast"
    assert recording == f"Optagelse: {EPISODE.entry.title} – {base}/episodes/mod-til-at-lede.html"
    assert written == f"Læs også: Hvad vi lærte – {base}/articles/hvad-vi-laerte.html"


@given(
    st.text(st.characters(exclude_categories=[]))
    | st.sampled_from(["</p>", "<!--", "&amp;", "<a\nhref", "]]>"])
)
@settings(derandomize=True, deadline=None)
def test_any_text_keeps_it_whole(text: str) -> None:
    """No text ends an element, and each is told on the lines it has."""
    person = Person(name=text, role=text)
    session = Session(title=text, speakers=(text,), start=at("2023-03-31 09:00"))
    online = Online(platform=text, url="https://z.dk/")
    changes: dict[str, Any] = {
        "excerpt": text,
        "price": text,
        "audience": text,
        "capacity": text,
        "title": text,
    }
    item = held(persons=(person,), programme=(session,), online=online, organizer=person, **changes)
    edition = fit(edition_of(item))
    description = describe(edition, edition.calendar[0])
    read, tidy = Reader(description.html), " ".join(edition.calendar[0].entry.price.split())  # type: ignore[union-attr]
    for said in (description.text, read.said):
        assert (f"Pris: {tidy}\n" in said) is bool(tidy)
    assert read.links[-1] == URL
