"""Media that somebody else hosts, judged by what is written of them."""

from __future__ import annotations

from datetime import timedelta

import pytest

from publisher.check import check
from publisher.check.elsewhere import (
    has_a_fitting_type,
    has_a_known_duration,
    has_a_recording_of_its_own,
    is_listed_from_elsewhere,
    is_secure_elsewhere,
)
from publisher.model import Elsewhere, Site

from .site import episode, found, said, site


def hosted(
    url: str = "https://example.com/a.mp3",
    type: str = "audio/mpeg",
    duration: timedelta = timedelta(minutes=30),
) -> Site:
    """A site with one episode, hosted at `url`."""
    media = Elsewhere(url=url, length=14_400_000, type=type, duration=duration)
    return site(episode(audio=None, recording=None, elsewhere=media))


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.com/a.mp3", []),
        ("https://example.com/a.MP3?from=feed", []),
        ("https://op3.dev/e/example.com/b/a.m4a", []),
        ("https://example.com/a%2Emp3", []),
        ("https://example.com/a.opus", ["APPLE-062 warning"]),
        ("https://example.com/a.ogg", ["APPLE-062 warning"]),
        ("https://example.com/download?file=a.mp3", ["APPLE-062 error"]),
        ("https://example.com/a", ["APPLE-062 error"]),
        ("https://example.com/mp3", ["APPLE-062 error"]),
        ("https://example.com", ["APPLE-062 error"]),
    ],
)
def test_apple_lists_by_the_extension_of_the_address(url: str, expected: list[str]) -> None:
    assert found(is_listed_from_elsewhere, hosted(url)) == expected


@pytest.mark.parametrize(
    ("extension", "type", "code"),
    [
        ("mp3", "audio/mpeg", None),
        ("m4a", "audio/x-m4a", None),
        ("m4a", "audio/m4a", None),
        ("m4a", "audio/mp4", None),
        ("mp4", "video/mp4", None),
        ("m4v", "video/m4v", None),
        ("ogg", "audio/ogg", None),
        ("mp3", "audio/mp3", "APPLE-063 error"),
        ("m4a", "audio/mpeg", "APPLE-063 error"),
        ("mp3", "AUDIO/MPEG", "APPLE-063 error"),
        ("mp3", "mp3", "RSS-004 error"),
        ("mp3", "audio/", "RSS-004 error"),
        ("ogg", "sound", "RSS-004 error"),
    ],
)
def test_the_type_is_that_of_the_extension(extension: str, type: str, code: str | None) -> None:
    told = hosted(f"https://example.com/a.{extension}", type)
    assert found(has_a_fitting_type, told) == ([code] if code else [])
    if code and extension == "mp3":
        assert said(has_a_fitting_type, told)[1] == 'write `type: "audio/mpeg"` below `audio:`'


def test_two_episodes_at_one_address_are_an_error() -> None:
    media = Elsewhere(
        url="https://example.com/a.mp3", length=1, type="audio/mpeg", duration=timedelta(minutes=1)
    )
    twice = site(
        *(episode(path, recording=None, audio=None, elsewhere=media) for path in ("001", "002")),
        episode("003"),
    )
    assert found(has_a_recording_of_its_own, twice) == ["APPLE-065 error"]
    assert found(has_a_recording_of_its_own, hosted()) == []


def test_how_long_it_lasts_is_known() -> None:
    assert found(has_a_known_duration, hosted(duration=timedelta())) == ["APPLE-070 warning"]
    assert found(has_a_known_duration, hosted()) == []


def test_it_is_secure() -> None:
    assert found(is_secure_elsewhere, hosted("http://example.com/a.mp3")) == ["APPLE-010 warning"]
    assert found(is_secure_elsewhere, hosted()) == []


def test_what_is_described_well_has_no_faults() -> None:
    assert check(hosted()) == ()


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com/a.mp3",
        "http://example.com:8080/b/~me/a.tar.M4A",
        "https://example.com//b//a.ogg",
        "https://example.com/a..mp3",
        "https://example.com/.mp3",
        "https://example.com/b/.mp3",
        "https://example.com/..mp3",
        "https://example.com/-.mp3",
        "https://example.com/a.mp3/",
        "https://example.com/a.mp3-1",
        "https://example.com/a.",
        "https://example.com/a.mp3;a",
        "https://me@example.com/a.mp3",
        "https://example.com",
        "https://example.mp3",
    ],
)
def test_an_address_is_taken_apart_alike_with_and_without_a_query(url: str) -> None:
    """Plain addresses go a shorter way, which must lead to the same end."""
    for rule in (is_listed_from_elsewhere, has_a_fitting_type):
        assert found(rule, hosted(url)) == found(rule, hosted(f"{url}?from=feed"))
