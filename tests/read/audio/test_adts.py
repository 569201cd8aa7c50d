"""ADTS has no header for the whole file: its frames are all there is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from publisher.model import Recording

from .build import ADTS_SECONDS, adts, id3, mutagen


@pytest.mark.parametrize(("configuration", "channels"), [(1, 1), (2, 2), (6, 6), (7, 8), (0, 2)])
def test_channels_are_what_the_configuration_says(
    heard: Callable[..., Recording], configuration: int, channels: int
) -> None:
    """0 leaves it to the sound, which we do not decode."""
    assert heard(adts(10, channels=configuration), "a.aac").channels == channels


def test_every_frame_counts(heard: Callable[..., Recording]) -> None:
    """1,024 samples each, and a last one that is cut not at all."""
    found = heard(adts(101)[:-1], "a.aac")
    assert found.duration.total_seconds() == pytest.approx(100 * ADTS_SECONDS, abs=1e-5)
    assert found.bitrate == pytest.approx(200 * 8 / ADTS_SECONDS, rel=1e-3)
    assert (found.type, found.extension) == ("audio/aac", ".aac")


def test_its_tags_are_id3(heard: Callable[..., Recording]) -> None:
    """They stand before the first frame."""
    assert heard(id3(mutagen("id3").TIT2(text=["Ærø"])) + adts(10), "a.aac").tags.title == "Ærø"


@pytest.mark.parametrize("head", [b"\xff\xf1\x7c\x80\x19\x1f\xfc", b"\xff\xf1\x50\x80\0\x1f\xfc"])
def test_impossible_frames_are_none(codes: Callable[..., list[str]], head: bytes) -> None:
    """A rate that does not exist, and a frame shorter than its header."""
    assert codes(head.ljust(200, b"\0") * 10, "a.aac") == ["AUDIO-004"]
