"""publisher.read.podcasting: keys become elements, whatever shape they are written in."""

from __future__ import annotations

import pytest

from publisher.model import Element
from publisher.model.podcasting.elements import made
from tests.pictures import png
from tests.read.project import MP3, Project


def said(project: Project, lines: str) -> tuple[Element, ...]:
    """What an episode with these lines says in the namespace."""
    project.write("talk.mp3", MP3)
    project.entry("talk.md", f"title: A talk\n{lines}")
    (episode,) = project.read().episodes
    return episode.podcast


def shown(project: Project, lines: str) -> tuple[Element, ...]:
    """What a show with these lines in show.toml says."""
    project.show("guid =", f"{lines}\nguid =")
    return project.read().show.podcast


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("location: Odense", (made("location", "Odense"),)),
        (
            "location: [Odense, {name: Byen, rel: creator}]",
            (made("location", "Odense"), made("location", "Byen", rel="creator")),
        ),
        ("txt: {purpose: verify, text: abc}", (made("txt", "abc", purpose="verify"),)),
        ("social: disabled", (made("socialInteract", protocol="disabled"),)),
        (
            "soundbites: [{start: 1:30, duration: 0:20, title: Hør}]",
            (made("soundbite", "Hør", startTime="90", duration="20"),),
        ),
        (
            "soundbites: [{start: 73.0, duration: 1:02:03.5}]",
            (made("soundbite", startTime="73.0", duration="3723.5"),),
        ),
        ("content_links: https://e.dk/", (made("contentLink", href="https://e.dk/"),)),
        ("podcast: {txt: [a, b]}", (made("txt", "a"), made("txt", "b"))),
        (
            "podcast: {contentLink: {href: 'https://e.dk/', text: Se}}",
            (made("contentLink", "Se", href="https://e.dk/"),),
        ),
        ("podcast: {txt: }", ()),
        ("podcast: {txt: ' '}", ()),
        ("location: {name: Byen, geo: }", (made("location", "Byen"),)),
        ("podcast:", ()),
        (
            "chat: {server: irc.e.dk, protocol: irc, account_id: '@a'}",
            (made("chat", server="irc.e.dk", protocol="irc", accountId="@a"),),
        ),
    ],
)
def test_keys_become_elements(project: Project, lines: str, expected: tuple[Element, ...]) -> None:
    assert said(project, lines) == expected


def test_an_alternate_enclosure_has_sources_and_integrity(project: Project) -> None:
    """One address alone is a source; an integrity without a type is of the web's own kind."""
    lines = (
        "alternate_enclosures:\n"
        "  type: audio/opus\n"
        "  language: da\n"
        "  url: https://e.dk/a.opus\n"
        "  sources: ['ipfs://x', {url: 'https://e.dk/a.torrent', type: application/x-bittorrent}]\n"
        "  integrity: sha384-abc\n"
    )
    (element,) = said(project, lines)
    assert element.attributes == (("type", "audio/opus"), ("lang", "da"))
    assert element.children == (
        made("source", uri="https://e.dk/a.opus"),
        made("source", uri="ipfs://x"),
        made("source", uri="https://e.dk/a.torrent", contentType="application/x-bittorrent"),
        made("integrity", type="sri", value="sha384-abc"),
    )
    assert element.children[2].key == "alternate_enclosures.sources.1"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("block = true", ()),
        ('block = "spotify"', (made("block", "yes", id="spotify"),)),
        (
            'block = ["spotify", "amazon"]\nallow = "apple"',
            (
                made("block", "yes", id="spotify"),
                made("block", "yes", id="amazon"),
                made("block", "no", id="apple"),
            ),
        ),
        (
            'trailers = [{ title = "Snart", url = "https://e.dk/", pubdate = "2026-07-31 06:00" }]',
            (made("trailer", "Snart", url="https://e.dk/", pubdate="Fri, 31 Jul 2026 06:00:00 +0200"),),
        ),
        (
            'update_frequency = { text = "Ugentligt", dtstart = 2026-01-02T06:00:00 }',
            (made("updateFrequency", "Ugentligt", dtstart="2026-01-02T06:00:00+01:00"),),
        ),
        (
            'update_frequency = { text = "x", dtstart = "soon" }',
            (made("updateFrequency", "x", dtstart="soon"),),
        ),
        ("podcast.podping = true", (made("podping", usesPodping="true"),)),
        (
            'images = ["https://e.dk/i.png", { url = "https://e.dk/j.png", aspect_ratio = "1/1" }]',
            (
                made("image", href="https://e.dk/i.png"),
                made("image", **{"href": "https://e.dk/j.png", "aspect-ratio": "1/1"}),
            ),
        ),
    ],
)
def test_a_show_has_keys_of_its_own(project: Project, lines: str, expected: tuple[Element, ...]) -> None:
    assert shown(project, lines) == expected


def test_a_picture_of_the_show_is_published_and_its_sides_are_told(project: Project) -> None:
    """PN-040: what can be seen needs no writing."""
    project.write("banner.png", png(1200, 400))
    project.show(
        "guid =", 'images = [{ file = "banner.png", alt = "En tom stol", purpose = "banner" }]\nguid ='
    )
    site = project.read()
    (asset,) = site.show.assets
    (image,) = site.show.podcast
    assert dict(image.attributes) == {
        "file": asset.key,
        "alt": "En tom stol",
        "width": "1200",
        "height": "400",
        "purpose": "banner",
    }
    assert "episodes/banner.png" not in site.ignored


def test_a_picture_that_is_not_there_is_told_once(project: Project) -> None:
    """READ-010, and no address is missing besides."""
    project.show("guid =", 'images = "baner.png"\nguid =')
    assert shown_codes(project) == ["READ-010"]
    assert project.read().show.podcast == ()


def shown_codes(project: Project) -> list[str]:
    return [problem.code for problem in project.read().problems]


def test_an_episodes_pictures_are_among_its_assets(project: Project) -> None:
    project.write("talk/a.png", png(10, 10))
    project.write("talk/talk.mp3", MP3)
    project.entry("talk/episode.md", "title: A talk\nimages: a.png")
    episode = project.only()
    assert [asset.key for asset in episode.assets] == [episode.podcast[0].get("file")]
    assert project.read().ignored == ()


def test_a_live_item_has_tags_of_rss_and_of_others(project: Project) -> None:
    """PN-029; RSS-006: a guid that does not say so opens nothing."""
    (live,) = shown(
        project,
        'podcast.liveItem = { status = "live", start = "2026-09-26 07:30", title = "Live", guid = "x", '
        'person = "Åse", "itunes:image" = { href = "https://e.dk/" } }',
    )
    assert live.get("start") == "2026-09-26T07:30:00+02:00"
    assert live.children == (
        Element(name="title", text="Live"),
        Element(name="guid", text="x", attributes=(("isPermaLink", "false"),)),
        made("person", "Åse"),
        Element(name="itunes:image", attributes=(("href", "https://e.dk/"),)),
    )


@pytest.mark.parametrize("lines", ["podcast: [a]", "podcast: text", "location: [[a]]"])
def test_a_shape_that_means_nothing_is_told(project: Project, lines: str) -> None:
    """READ-006."""
    assert said(project, lines) == ()
    assert shown_codes(project) == ["READ-006"]


def test_elements_know_where_they_were_written(project: Project) -> None:
    (first, second) = said(project, "location:\n  - Odense\n  - {name: Byen}")
    assert (first.key, second.key) == ("location.0", "location.1")
    (episode,) = project.read().episodes
    assert episode.origin.at("location.1.name").line == 5
