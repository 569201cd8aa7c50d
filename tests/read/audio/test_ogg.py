"""Ogg pages tell how much was heard; a file is whole when its last page says that it is the last."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from publisher.model import Recording
from publisher.read.audio.ogg import OggWalk

from .build import opus, page, vorbis
from .conftest import Read


def seconds(found: Recording | None) -> float:
    assert found
    return found.duration.total_seconds()


def test_opus_begins_after_its_preskip(heard: Callable[..., Recording]) -> None:
    """RFC 7845 §4.2: those samples are decoded but not heard."""
    found = heard(opus(10, preskip=3840), "a.opus")
    assert seconds(found) == 10
    assert (found.bitrate, found.channels) == ((28 + 100) * 8 - 28 * 8, 1)


def test_vorbis_counts_at_its_own_rate(heard: Callable[..., Recording]) -> None:
    """Opus always counts at 48,000 Hz."""
    found = heard(vorbis(10), "a.ogg")
    assert (seconds(found), found.channels) == (10, 2)


def test_streams_that_follow_each_other_add_up(heard: Callable[..., Recording]) -> None:
    """Chained by joining files; with one serial number twice, too."""
    assert seconds(heard(opus(10) + opus(5, serial=8) + opus(3, serial=8), "a.opus")) == 18


def test_a_stream_cut_out_of_a_longer_one_keeps_its_clock(heard: Callable[..., Recording]) -> None:
    """As recorded off the air, hours after it began; only its first page is guessed."""
    assert seconds(heard(opus(10, began=9000), "a.opus")) == 9


def test_a_cut_page_is_an_error(read: Read) -> None:
    """Wherever it is cut."""
    data = opus(10)
    for cut in (3, 20, 100):
        found, (fault,) = read(data[:-cut], "a.opus")
        assert found is None
        assert fault.code == "AUDIO-008" and "cut short after 0:09" in fault.message


def test_a_missing_end_mark_is_a_warning(read: Read) -> None:
    """It may be cut between pages, or simply recorded off the air."""
    found, (fault,) = read(opus(10, last=0), "a.opus")
    assert seconds(found) == 10 and fault.code == "AUDIO-016"


def test_garbage_between_pages_is_a_warning(read: Read) -> None:
    """And after them; the pages are found again."""
    for data in (opus(5) + bytes(99) + opus(5, serial=8), opus(10) + bytes(99)):
        found, (fault,) = read(data, "a.opus")
        assert seconds(found) == 10 and fault.code == "AUDIO-013"


def test_headers_alone_are_no_sound(codes: Callable[..., list[str]]) -> None:
    """So is a stream whose header is cut."""
    assert codes(vorbis(0), "a.ogg") == ["AUDIO-009"]
    assert codes(page(b"OpusHead", 0, 2) + page(b"", 48000, 4), "a.opus") == ["AUDIO-009"]


def test_an_impossible_length_is_an_error(codes: Callable[..., list[str]]) -> None:
    """A damaged page claims 2⁶² samples."""
    assert codes(opus(3) + page(bytes(9), 1 << 62), "a.opus") == ["AUDIO-008"]


@pytest.mark.parametrize("size", [1, 4, 27, 500])
def test_blocks_of_any_size_give_the_same(size: int) -> None:
    """Nothing depends on where a block ends."""
    data = vorbis(20) + bytes(10)
    walk = OggWalk()
    for at in range(0, len(data), size):
        walk.feed(data[at : at + size])
    sound = walk.sound()
    assert sound.duration.total_seconds() == 20
    assert [fault.code for fault in sound.faults] == ["AUDIO-013"]
