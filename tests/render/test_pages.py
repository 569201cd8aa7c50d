"""Pages: valid, linked to each other, loading nothing from elsewhere, and in the language of the show."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from urllib.parse import unquote, urldefrag, urlsplit

import pytest

from publisher.model import Edition, Platform, Topic, Upcoming, Website
from publisher.render import pages, render

from .outline import Outline
from .sample import BARE, CAFE, EDITION, EMPTY, FULL, SHOW

BASE = "https://example.dk/podcast/"
MOST_AT_HOME = 100_000
"""Bytes of the home page without pictures, however long the show is."""


def outlines(edition: Edition) -> dict[str, Outline]:
    """Every page of `edition` by its key; transcripts as files are no pages."""
    return {
        made.key: Outline(made.body)
        for made in render(edition)
        if made.key.endswith(".html") and "/transcript" not in made.key and isinstance(made.body, bytes)
    }


def page(edition: Edition, key: str) -> Outline:
    """The page of the show as a whole at `key`."""
    (body,) = (made.body for made in pages.render(edition) if made.key == key)
    assert isinstance(body, bytes)
    return Outline(body)


RICH = replace(
    EDITION,
    show=replace(
        SHOW,
        topics=(Topic(tag="mod", slug="mod", title="Mod"), Topic(tag="intet", slug="intet")),
        site=Website(about="<p>Om os</p>", listen=(Platform(title="Et sted", url="https://a.example/"),)),
    ),
    upcoming=(Upcoming(item=CAFE, start=CAFE.entry.start),),
    expired=(replace(BARE, slug="udloebet", entry=replace(BARE.entry, expires=CAFE.entry.start)),),
)


@pytest.fixture(scope="module", params=[EDITION, EMPTY, RICH], ids=["sample", "empty", "rich"])
def site(request: pytest.FixtureRequest) -> tuple[dict[str, Outline], set[str]]:
    """The pages of an edition, and the keys of all that is published of it."""
    return outlines(request.param), {made.key for made in render(request.param)}


def test_every_page_has_language_title_heading_and_landmarks(
    site: tuple[dict[str, Outline], set[str]],
) -> None:
    for key, outline in site[0].items():
        assert outline.tags[0] == ("html", {"lang": "da"})
        assert [len(outline.all(tag)) for tag in ("title", "h1", "main")] == [1, 1, 1], key
        assert all("alt" in image for image in outline.all("img")), key


def test_headings_leave_no_level_out(site: tuple[dict[str, Outline], set[str]]) -> None:
    for key, outline in site[0].items():
        levels = [int(tag[1]) for tag, _ in outline.tags if len(tag) == 2 and tag[0] == "h" and tag != "hr"]
        assert all(after <= before + 1 for before, after in pairwise(levels)), key


def test_every_link_is_absolute_ascii_and_spelled_out(site: tuple[dict[str, Outline], set[str]]) -> None:
    """A plain bucket serves no index documents."""
    for outline in site[0].values():
        for link in outline.links:
            assert link.isascii()
            assert urlsplit(link).scheme in ("https", "http", "mailto", "") or "://" in link
            assert not link.startswith(BASE) or not link.endswith("/")
            assert urlsplit(link).scheme or link.startswith("#")


def test_internal_links_lead_to_artifacts(site: tuple[dict[str, Outline], set[str]]) -> None:
    """No page points to what is not published, nor to a place that is not in the page."""
    made, keys = site
    for key, outline in made.items():
        for link in outline.links:
            address, place = urldefrag(link if not link.startswith("#") else f"{BASE}{key}{link}")
            if address.startswith(BASE):
                target = address.removeprefix(BASE)
                assert target in keys, (key, link)
                ids = (
                    {str(own["id"]) for _, own in made[target].tags if "id" in own}
                    if target in made
                    else set()
                )
                assert not place or place.startswith("t=") or unquote(place) in ids, (key, link)


def test_nothing_is_loaded_from_elsewhere(site: tuple[dict[str, Outline], set[str]]) -> None:
    """Not a font, not a script, not a picture; and no style nor script stands in the page itself."""
    for key, outline in site[0].items():
        assert [link for link in outline.loaded if not link.startswith(BASE)] == [], key
        assert outline.all("style") == []
        assert all("src" in own or own["type"] == "application/ld+json" for own in outline.all("script"))
        assert not [own for _, own in outline.tags if "style" in own or any(n.startswith("on") for n in own)]


def test_the_policy_comes_before_all_that_it_governs(site: tuple[dict[str, Outline], set[str]]) -> None:
    for outline in site[0].values():
        names = [tag for tag, _ in outline.tags]
        (policy,) = outline.all("meta", **{"http-equiv": "Content-Security-Policy"})
        assert str(policy["content"]).startswith("default-src 'none'; script-src 'self'; ")
        assert outline.tags.index(("meta", policy)) < names.index("link")


def test_every_page_has_a_way_past_its_header_and_back_home(
    site: tuple[dict[str, Outline], set[str]],
) -> None:
    for key, outline in site[0].items():
        if "/embed" not in key:
            (skip,) = outline.all("a", class_="skip")
            assert outline.all("main")[0]["id"] == str(skip["href"])[1:]
            assert f"{BASE}index.html" in outline.links


def test_the_navigation_shows_what_there_is() -> None:
    """A section without anything in it is none."""
    whole, empty = (page(edition, "index.html") for edition in (EDITION, EMPTY))
    sections = {f"{BASE}{kind}/index.html" for kind in ("episodes", "events", "articles")}
    assert sections <= set(whole.links)
    assert not sections & set(empty.links)


def test_home_plays_the_newest_episode() -> None:
    home = page(EDITION, "index.html")
    (audio,) = home.all("audio")
    assert audio["src"] == f"{BASE}{FULL.enclosure.key}" if FULL.enclosure else None
    assert audio["preload"] == "none"
    assert "Mod til at lede" in home.words
    assert "Optakt" in home.words


def test_home_tells_of_events_that_are_to_come_and_of_no_others() -> None:
    assert "Kommende arrangementer" not in page(EDITION, "index.html").words
    assert "Kommende arrangementer" in page(RICH, "index.html").words


def test_home_of_a_long_show_is_small() -> None:
    """A thousand episodes, the same people in all of them."""
    many = tuple(
        replace(FULL, slug=f"e{n}", guid=f"{n}", entry=replace(FULL.entry, path=f"{n}")) for n in range(1000)
    )
    edition = replace(EDITION, episodes=many)
    made = {one.key: one.size for one in pages.render(edition)}
    assert made["index.html"] < MOST_AT_HOME
    assert made["people.html"] < MOST_AT_HOME


def test_a_show_without_episodes_says_that_they_come() -> None:
    assert "Det første afsnit er på vej" in page(EMPTY, "index.html").words


def test_people_are_listed_once_with_all_that_they_did() -> None:
    people = page(EDITION, "people.html")
    assert people.text.count("Åse Ørsted") == 1
    assert people.all("h2", id="aase-oersted")
    assert "Hvad vi lærte" in people.words


def test_a_show_without_people_has_no_page_of_them() -> None:
    nobody = replace(EMPTY, show=replace(SHOW, persons=()))
    assert "people.html" not in {made.key for made in pages.render(nobody)}


def test_about_says_who_answers_and_how_many_transcripts_there_are() -> None:
    about = page(EDITION, "about.html")
    assert "mailto:podcast@example.dk" in about.links
    assert "1 af 2 afsnit kan læses som transskription." in about.words
    assert about.all("section", id="accessibility")
    assert about.all("section", id="privacy")


@pytest.mark.parametrize(
    ("contact", "href"),
    [("hjælp@example.dk", "mailto:hj%C3%A6lp@example.dk"), ("https://example.dk/kontakt", None)],
)
def test_about_leads_to_the_contact_of_the_site(contact: str, href: str | None) -> None:
    edition = replace(EDITION, show=replace(SHOW, site=Website(contact=contact)))
    made = {one.key: one.body for one in render(edition)}["about.html"]
    assert isinstance(made, bytes)
    assert (href or contact) in Outline(made).links


def test_texts_of_the_producer_come_before_ours() -> None:
    site = Website(privacy="<p>Vi gemmer intet.</p>", accessibility_url="https://was.example/erklaering")
    about = page(replace(EDITION, show=replace(SHOW, site=site)), "about.html")
    assert "Vi gemmer intet." in about.words
    assert "ingen cookies" not in about.words
    assert "https://was.example/erklaering" in about.links


def test_subscribing_shows_each_address_to_copy() -> None:
    """Without scripts the address can be marked; with them a button copies it."""
    subscribe = page(RICH, "subscribe.html")
    copied = [own["data-copy"] for own in subscribe.all("button") if "data-copy" in own]
    assert copied == [f"{BASE}{key}" for key in ("podcast.xml", "events.ics", "feed.xml")]
    assert all("hidden" in own for own in subscribe.all("button") if "data-copy" in own)
    assert "https://a.example/" in subscribe.links


def test_what_is_no_page_to_find_is_not_found() -> None:
    for key in ("404.html", "search.html"):
        assert page(EDITION, key).all("meta", name="robots", content="noindex")
    assert not page(EDITION, "index.html").all("meta", name="robots")


def test_a_page_in_a_language_that_is_written_from_the_right_says_so() -> None:
    outline = page(replace(EDITION, show=replace(SHOW, language="ar")), "index.html")
    assert outline.tags[0] == ("html", {"lang": "ar", "dir": "rtl"})


def test_a_theme_can_replace_a_part(edition: Edition) -> None:
    theme = replace(edition.theme, templates=(("parts/footer.html.j2", "<footer>Vores</footer>"),))
    assert "Vores" in page(replace(edition, theme=theme), "index.html").words
