"""episode: what is heard, what is said in it, and which season it is of (LD-007)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from publisher.model import Cue, Episode, Published, Transcript
from publisher.render.site.frame import Frame
from publisher.render.site.structured.episode import podcast_episode
from tests.render.sample import BARE, EDITION, FULL

BASE = "https://example.dk/podcast/"


def told(item: Published[Episode]) -> dict[str, Any]:
    return podcast_episode(Frame(EDITION), item)


def test_an_episode_says_which_it_is_and_how_long() -> None:
    made = told(FULL)
    assert made["url"] == f"{BASE}episodes/mod-til-at-lede.html"
    assert made["datePublished"] == "2023-04-14T08:00:00+02:00"
    assert (made["episodeNumber"], made["duration"]) == (2, "PT102S")
    assert made["partOfSeason"] == {"@type": "PodcastSeason", "seasonNumber": 1}
    assert made["partOfSeries"]["webFeed"] == f"{BASE}podcast.xml"
    assert made["actor"]["name"] == "Frank & Søn"


def test_the_recording_comes_with_its_captions_and_its_words() -> None:
    audio = told(FULL)["associatedMedia"]
    assert audio["contentUrl"] == f"{BASE}media/mod-til-at-lede-cccccccccccc.mp3"
    assert (audio["encodingFormat"], audio["contentSize"]) == ("audio/mpeg", "1638400")
    assert audio["caption"]["contentUrl"] == f"{BASE}episodes/mod-til-at-lede/transcript.vtt"
    assert audio["transcript"].startswith("Åse: Velkommen til.\nFrank & Søn: Hvad kræver det")


def test_who_goes_on_speaking_is_named_once() -> None:
    cues = (
        Cue(text="Et. " * 130 + "Slut.", speaker="A"),
        Cue(text="To.", speaker="A"),
        Cue(text="Tre.\nFire."),
        Cue(text="Fem.", speaker="A"),
    )
    spoken = replace(FULL, entry=replace(FULL.entry, transcripts=(Transcript(cues=cues),)))
    lines = told(spoken)["associatedMedia"]["transcript"].split("\n")
    assert lines[1:] == ["To.", "Tre.", "Fire.", "A: Fem."]
    assert "caption" not in told(spoken)["associatedMedia"]


def test_a_transcript_in_another_language_is_better_than_none() -> None:
    (_, english) = FULL.entry.transcripts
    only = replace(FULL, entry=replace(FULL.entry, transcripts=(english,)))
    assert told(only)["associatedMedia"]["transcript"] == "Åse: Welcome.\nFrank: Who dares?\nAnd who not?"


def test_what_is_hosted_elsewhere_is_found_there() -> None:
    assert FULL.enclosure
    away = replace(FULL.enclosure, url="https://cdn.example/a.mp3", length=0, duration=timedelta())
    made = told(replace(FULL, enclosure=away))
    assert made["associatedMedia"]["contentUrl"] == "https://cdn.example/a.mp3"
    assert not {"contentSize", "duration"} & set(made["associatedMedia"])
    assert "duration" not in made


def test_an_episode_of_few_words_says_no_more_than_it_knows() -> None:
    made = told(replace(BARE, enclosure=None))
    assert set(made) == {
        "@type",
        "name",
        "url",
        "datePublished",
        "dateModified",
        "inLanguage",
        "image",
        "partOfSeries",
    }
