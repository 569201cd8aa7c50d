"""downloads: each file with its format and size, in as few rows as there are things."""

from __future__ import annotations

from dataclasses import replace

import pytest

from publisher.render.site.downloads import File, Offer, offers, recording, suffix
from publisher.render.site.frame import Frame
from publisher.render.site.reading import readings
from tests.render.sample import BARE, EDITION, FULL

BASE = "https://example.dk/podcast/"
FRAME = Frame(EDITION)


def test_the_recording_has_a_format_and_a_size() -> None:
    file = recording(FRAME, FULL)
    assert file
    assert (file.format, file.type, file.size) == ("MP3", "audio/mpeg", "1,6 MB")


@pytest.mark.parametrize(
    ("type", "url", "format"),
    [
        ("audio/x-m4a", "https://a.example/x?y=1.mp3", "M4A"),
        ("audio/flac", "https://a.example/x.flac?y", "FLAC"),
        ("audio/flac", "https://a.example/x", ""),
    ],
)
def test_a_recording_elsewhere_is_named_by_its_type(type: str, url: str, format: str) -> None:
    assert FULL.enclosure
    elsewhere = replace(FULL.enclosure, key="", url=url, type=type, length=0)
    assert recording(FRAME, replace(FULL, enclosure=elsewhere)) == File(href=url, format=format, type=type)


def test_every_transcript_is_one_row_of_formats() -> None:
    made = list(offers(FRAME, FULL, readings(EDITION, FULL, FRAME.w)))
    assert [(offer.name, [file.format for file in offer.files], offer.language) for offer in made] == [
        ("Optagelse", ["MP3"], None),
        ("Transskription", ["WebVTT", "SRT", "JSON", "HTML"], None),
        ("Transskription (engelsk)", ["HTML"], "en"),
        ("Kapitler", ["JSON"], None),
    ]


def test_what_there_is_not_is_not_offered() -> None:
    (offer,) = offers(FRAME, BARE, ())
    assert offer == Offer(name="Optagelse", files=offer.files)


def test_an_episode_whose_recording_is_missing_offers_none() -> None:
    assert list(offers(FRAME, replace(BARE, enclosure=None), ())) == []


def test_a_suffix_is_of_the_path() -> None:
    assert suffix(f"{BASE}a/transcript.en.vtt?x=y.z#t=1") == "vtt"
