"""Recordings that every directory lists and everybody likes to hear."""

from __future__ import annotations

from datetime import timedelta

import pytest

from publisher.check.audio import (
    has_other_sound,
    is_listed_by_apple,
    is_of_a_size_that_spotify_takes,
    sounds_well,
)
from publisher.model import Elsewhere

from .site import episode, found, heard, recording, said, site


@pytest.mark.parametrize(
    ("extension", "expected"),
    [
        (".mp3", []),
        (".m4a", []),
        (".ogg", ["APPLE-062 warning"]),
        (".opus", ["APPLE-062 warning"]),
        (".aac", ["APPLE-062 warning"]),
    ],
)
def test_what_apple_does_not_list_is_a_warning(extension: str, expected: list[str]) -> None:
    assert found(is_listed_by_apple, heard(recording=recording(extension=extension))) == expected


def test_the_place_is_the_recording_itself() -> None:
    (problem,) = is_listed_by_apple(heard(recording=recording(extension=".opus")))
    assert problem.place.file == "episodes/001/a.mp3"
    assert problem.message == "it is OPUS; Apple Podcasts does not show the episode"


@pytest.mark.parametrize(
    ("channels", "kilobits", "rate", "told"),
    [
        (1, 64, 44_100, ""),
        (1, 96, 48_000, ""),
        (1, 32, 44_100, ""),
        (1, 31, 44_100, ""),
        (1, 24, 44_100, "it has 24 kb/s; below 32 kb/s mono sounds bad"),
        (2, 128, 44_100, ""),
        (2, 64, 44_100, ""),
        (2, 62, 44_100, ""),
        (2, 48, 44_100, "it has 48 kb/s; below 64 kb/s stereo sounds bad"),
        (6, 384, 48_000, "it has 6 channels; apps expect mono or stereo"),
        (1, 64, 0, ""),
        (1, 64, 22_050, "its sample rate is 22.05 kHz; Apple asks for 44.1 or 48"),
        (1, 64, 24_000, "its sample rate is 24 kHz; Apple asks for 44.1 or 48"),
        (1, 24, 22_050, "it has 24 kb/s; below 32 kb/s mono sounds bad"),
    ],
)
def test_bad_sound_is_one_warning(channels: int, kilobits: int, rate: int, told: str) -> None:
    """Below the minimum only: 64 kb/s for speech is what many choose."""
    heard_so = heard(recording=recording(channels=channels, bitrate=kilobits * 1000, rate=rate))
    assert [problem.message for problem in sounds_well(heard_so)] == ([told] if told else [])
    assert found(sounds_well, heard_so) == (["APPLE-079 warning"] if told else [])


def test_other_codecs_sound_well_with_less() -> None:
    assert found(sounds_well, heard(recording=recording(extension=".opus", bitrate=24_000))) == []


def test_two_episodes_with_one_sound_are_a_warning() -> None:
    twice = site(episode("001"), episode("002", recording=recording("1")), episode("003"))
    message, _ = said(has_other_sound, twice)
    assert message == "its recording sounds just like that of 001: listeners get it twice"
    assert found(has_other_sound, site(episode("001"), episode("002"))) == []
    assert (
        found(has_other_sound, site(episode("001"), episode("002", recording=recording("1"), draft=True)))
        == []
    )


@pytest.mark.parametrize(("size", "expected"), [(200_000_000, []), (200_000_001, ["SPOT-004 warning"])])
def test_what_spotify_may_not_take_is_a_warning(size: int, expected: list[str]) -> None:
    media = Elsewhere(
        url="https://example.com/a.mp3", length=size, type="audio/mpeg", duration=timedelta(hours=2)
    )
    assert found(is_of_a_size_that_spotify_takes, heard(recording=recording(size=size))) == expected
    assert found(is_of_a_size_that_spotify_takes, heard(recording=None, elsewhere=media)) == expected


def test_an_episode_whose_recording_is_not_here_has_no_faults() -> None:
    absent = heard(recording=None)
    for check in (is_listed_by_apple, sounds_well, has_other_sound, is_of_a_size_that_spotify_takes):
        assert found(check, absent) == []
