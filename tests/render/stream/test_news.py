"""publisher.render.stream.news: an entry as a reader shows it who sees nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from publisher.model import Edition
from publisher.render.stream.news import announced, news, plain, titled
from publisher.render.words import words

from ..eventful import EVENTFUL, MOVED, TOLD, event
from ..sample import ARTICLE, BARE, CAFE, FULL


def test_the_stream_is_told_in_its_order(edition: Edition) -> None:
    """Newest first."""
    assert [one.item for one in news(edition)] == [ARTICLE, FULL, CAFE, BARE]


def test_an_event_says_when_and_where_before_its_own_words(edition: Edition) -> None:
    """And at the end what came of it."""
    told = announced(edition, CAFE)
    first, *_, last = told.html.removesuffix("</p>\n").split("</p>\n")
    assert first.startswith("<p>Tid: fredag den 31. marts 2023 kl. 09.00–10.00 (CEST)<br>\nOnline: ")
    assert CAFE.entry.html in told.html
    assert last.startswith(
        '<p>Optagelse: <a href="https://example.dk/podcast/episodes/mod-til-at-lede.html">'
        'Mod til at lede: "før &amp; efter" &lt;nu&gt;'
    )


@pytest.mark.parametrize(
    ("item", "labels"),
    [
        (MOVED, ["Optagelse", "Læs også"]),
        (FULL, ["Fra arrangementet", "Læs også"]),
        (TOLD, ["Fra arrangementet", "Optagelse"]),
    ],
    ids=["event", "episode", "article"],
)
def test_the_thread_is_told_by_what_it_leads_to(item: object, labels: list[str]) -> None:
    """In the language of the show."""
    ending = announced(EVENTFUL, item).html.rpartition("<p>")[2]  # type: ignore[arg-type]
    assert [line.partition(":")[0] for line in ending.splitlines()] == labels


def test_what_stands_alone_is_told_in_its_own_words(edition: Edition) -> None:
    """Nothing is added to what is in no thread."""
    for item in (ARTICLE, BARE):
        assert announced(edition, item) == plain(item)


def test_a_thread_takes_no_text_from_who_has_only_a_summary() -> None:
    """A reader that shows the whole text would else show the links alone."""
    short = replace(FULL, entry=replace(FULL.entry, html="", excerpt="Kort & godt"))
    told = announced(replace(EVENTFUL, episodes=(short,)), short)
    assert told.html.startswith("<p>Kort &amp; godt</p>\n<p>Fra arrangementet: ")


@pytest.mark.parametrize(
    ("status", "title"),
    [
        ("confirmed", "Café"),
        ("tentative", "Café"),
        ("cancelled", "Aflyst: Café"),
        ("postponed", "Udsat: Café"),
    ],
)
def test_an_event_that_is_off_says_so_first(edition: Edition, status: str, title: str) -> None:
    """Readers show little more than titles."""
    off = event(CAFE, title="Café", status=status)
    assert announced(replace(edition, events=(off,)), off).title == title
    assert titled("Café", status, words("da")) == title


def test_a_title_that_says_so_itself_says_it_once() -> None:
    """As one that was imported from a calendar of ours."""
    assert titled("AFLYST: Café", "cancelled", words("da")) == "AFLYST: Café"
    assert titled("Udsat: Café", "cancelled", words("da")) == "Udsat: Café"
