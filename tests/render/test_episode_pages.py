"""episode pages: to hear, to read, to take along, and whole without scripts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from publisher.model import Edition, Episode, Published
from publisher.render import episode_pages
from tests.render.made import artifacts

from .outline import Outline
from .sample import BARE, CAFE, EDITION, FULL

BASE = "https://example.dk/podcast/"


def pages(*episodes: Published[Episode], edition: Edition = EDITION) -> dict[str, Outline]:
    """The pages of these episodes."""
    made = artifacts(episode_pages.render(replace(edition, episodes=episodes)))
    return {one.key: Outline(one.body) for one in made if isinstance(one.body, bytes)}


def episode(item: Published[Episode]) -> Outline:
    return pages(item)[f"episodes/{item.slug}.html"]


def test_the_recording_waits_until_it_is_wanted() -> None:
    """Nobody pays for megabytes they did not ask for."""
    page = episode(FULL)
    (audio,) = page.all("audio")
    assert (audio["id"], audio["preload"], audio["src"]) == (
        "player",
        "none",
        f"{BASE}media/mod-til-at-lede-cccccccccccc.mp3",
    )
    assert "controls" in audio
    assert [own for _, own in page.tags if "data-player" in own]


def test_chapters_lead_into_the_recording() -> None:
    """W3C Media Fragments §4.2.1; what is not to be listed is not."""
    page = episode(FULL)
    (chapters,) = page.all("ol")[:1]
    assert "data-chapters" in chapters
    stops = [own for own in page.all("li") if "data-start" in own]
    assert [(own["data-start"], own.get("data-end")) for own in stops] == [("0", None), ("61.5", "90")]
    assert {"#t=0", "#t=61.5", "https://example.dk/mandat"} <= set(page.links)
    assert "1:01 Mod & <mandat>" in page.words


def test_a_picture_of_a_chapter_from_elsewhere_is_not_loaded() -> None:
    assert not any("mandat.png" in link for link in episode(FULL).links)


def test_a_transcript_is_in_the_page_with_who_and_when() -> None:
    page = episode(FULL)
    lines = [own for own in page.all("p") if "data-start" in own]
    assert [(own["data-start"], own["data-end"]) for own in lines[:1]] == [("0", "2")]
    assert "Frank & Søn Hvad kræver det at gå forrest" in page.words
    (first, second) = [own for own in page.all("section") if "data-transcript" in own]
    assert first["id"] == "transcript"
    assert "id" not in second


def test_a_transcript_in_another_language_says_which() -> None:
    page = episode(FULL)
    assert page.all("div", lang="en")
    assert "Transskription (engelsk)" in page.words
    assert len(page.all("details")) == 2


def test_every_file_can_be_taken_along() -> None:
    kinds = {str(own.get("type")) for own in episode(FULL).all("a") if own.get("type")}
    assert kinds == {
        "audio/mpeg",
        "text/vtt",
        "application/x-subrip",
        "application/json",
        "text/html",
        "application/json+chapters",
    }


def test_the_event_it_came_from_can_be_reached() -> None:
    assert f"{BASE}events/innovationscafe.html" in episode(FULL).links


def test_an_episode_of_few_words_has_no_empty_headings() -> None:
    assert len(episode(BARE).all("h2")) == 1
    assert "Filer" in episode(BARE).words


def test_an_episode_whose_recording_is_missing_has_a_page_without_a_player() -> None:
    made = pages(replace(BARE, enclosure=None))
    assert not made["episodes/optakt.html"].all("audio")
    assert "episodes/optakt/embed.html" not in made


def test_a_recording_elsewhere_opens_that_page_only() -> None:
    assert BARE.enclosure
    elsewhere = replace(BARE, enclosure=replace(BARE.enclosure, key="", url="https://cdn.example/a.mp3"))
    made = pages(elsewhere, FULL)
    policies = {
        key: str(page.all("meta", **{"http-equiv": "Content-Security-Policy"})[0]["content"])
        for key, page in made.items()
    }
    opened = {key for key, policy in policies.items() if "media-src 'self' https:" in policy}
    assert opened == {"episodes/optakt.html", "episodes/optakt/embed.html"}


def test_the_page_for_others_leads_out_of_its_frame() -> None:
    page = pages(FULL)["episodes/mod-til-at-lede/embed.html"]
    leading = [own for own in page.all("a") if not str(own["href"]).startswith("#")]
    assert {(own["target"], own["rel"]) for own in leading} == {("_blank", "noopener")}
    assert page.all("audio", id="player")
    assert not page.all("header")


def test_an_expired_episode_says_so_and_plays_nothing() -> None:
    gone = replace(BARE, entry=replace(BARE.entry, expires=CAFE.entry.start))
    page = pages(edition=replace(EDITION, expired=(gone,)))["episodes/optakt.html"]
    assert "Afsnittet er ikke længere tilgængeligt." in page.words
    assert "31. marts 2023" in page.words
    assert page.all("meta", name="robots", content="noindex")
    assert not page.all("audio")


def test_no_episodes_are_no_pages() -> None:
    assert pages() == {}


def test_hostile_words_run_nothing(edition: Edition) -> None:
    """Wherever people write, a tag is shown as the letters it is made of."""
    bad = '"><script>alert(1)</script><img src=x onerror=alert(2)>'
    person = replace(FULL.entry.persons[0], name=bad, role=bad)
    chapter = replace(FULL.entry.chapters[0], title=bad)
    transcript = replace(
        FULL.entry.transcripts[0], cues=(replace(FULL.entry.transcripts[0].cues[0], text=bad, speaker=bad),)
    )
    entry = replace(
        FULL.entry,
        title=bad,
        summary=bad,
        tags=(bad,),
        persons=(person,),
        chapters=(chapter,),
        transcripts=(transcript,),
        license=bad,
        season_name=bad,
        episode_display=bad,
    )
    item = replace(FULL, entry=entry)
    for page in pages(item).values():
        assert not [
            own for own in page.all("script") if "src" not in own and own.get("type") != "application/ld+json"
        ]
        assert not page.all("img", src="x")
        assert not [own for _, own in page.tags if any(name.startswith("on") for name in own)]
    assert page_text(pages, item).count("<script>alert(1)</script>") > 5


def page_text(make: Callable[..., dict[str, Outline]], item: Published[Episode]) -> str:
    return make(item)[f"episodes/{item.slug}.html"].words


def test_an_episode_leads_to_those_before_and_after_it() -> None:
    first, second = pages(FULL, BARE), pages(BARE, FULL)
    assert first["episodes/optakt.html"].all("a", rel="prev", href=f"{BASE}episodes/mod-til-at-lede.html")
    assert second["episodes/optakt.html"].all("a", rel="next", href=f"{BASE}episodes/mod-til-at-lede.html")
    assert not episode(BARE).all("nav", class_="pager")
