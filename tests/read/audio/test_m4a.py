"""An M4A file is judged by its index, and the index by what is there."""

from __future__ import annotations

import struct
from collections.abc import Callable

import pytest

from publisher.model import Recording

from .build import ADTS_SECONDS, FTYP, MDAT, atom, entry, esds, full, m4a, moov, track
from .conftest import Read

NAME = "a.m4a"
DATA = atom(b"mdat", bytes(2000))
SOUND = track(1, b"soun", entry(), [200] * 10, MDAT)


def fast(*tracks: bytes, brand: bytes = b"M4A ") -> bytes:
    """A file with its index first."""
    return atom(b"ftyp", brand, bytes(4)) + moov(*tracks) + DATA


def edits(*rows: tuple[int, int]) -> bytes:
    """An edit list of lengths in milliseconds and where in the track they start."""
    listed = b"".join(struct.pack(">IiI", length, start, 1 << 16) for length, start in rows)
    return atom(b"edts", full(b"elst", struct.pack(">I", len(rows)), listed))


def seconds(found: Recording | None) -> float:
    assert found
    return found.duration.total_seconds()


def test_samples_make_the_length(heard: Callable[..., Recording]) -> None:
    """Whatever the header says: build's says nothing."""
    found = heard(fast(SOUND), NAME)
    assert seconds(found) == pytest.approx(10 * ADTS_SECONDS, abs=1e-5)
    assert found.bitrate == pytest.approx(200 * 8 / ADTS_SECONDS, rel=1e-3)
    assert (found.type, found.extension, found.channels) == ("audio/x-m4a", ".m4a", 2)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (((150, 1024),), 0.15),
        (((100, -1), (150, 1024)), 0.15),
        (((60_000, 0),), 10 * ADTS_SECONDS),
        (((0, 0),), 10 * ADTS_SECONDS),
    ],
)
def test_an_edit_list_leaves_out_silence(
    read: Read, rows: tuple[tuple[int, int], ...], expected: float
) -> None:
    """But plays no more than there is; a length of 0 means all."""
    found, _ = read(m4a(10, extra=edits(*rows)), NAME)
    assert seconds(found) == pytest.approx(expected, abs=1e-5)


def test_an_index_behind_the_sound_is_a_warning(read: Read) -> None:
    """Apps fetch the end first, or all of it."""
    found, (fault,) = read(m4a(10), NAME)
    assert found and fault.code == "AUDIO-015"


@pytest.mark.parametrize("cut", [1, 500, 1990])
def test_a_cut_file_is_an_error(read: Read, cut: int) -> None:
    """Whether its index is before or behind the cut."""
    for data in (m4a(10), fast(SOUND)):
        found, (fault,) = read(data[:-cut], NAME)
        assert found is None and fault.code == "AUDIO-008"


def test_a_file_without_index_was_never_finished(read: Read) -> None:
    """A recorder that lost power."""
    _, (fault,) = read(FTYP + DATA, NAME)
    assert fault.code == "AUDIO-008" and "never finished" in fault.message


def test_an_index_of_absent_sound_is_an_error(codes: Callable[..., list[str]]) -> None:
    """Cut where no box tells: the data box reaches to the end of the file."""
    start = len(FTYP + moov(SOUND)) + 8
    endless = FTYP + moov(track(1, b"soun", entry(), [200] * 10, start)) + b"\0\0\0\0mdat"
    assert codes(endless + bytes(2000), NAME) == []
    assert codes(endless + bytes(1500), NAME) == ["AUDIO-008"]
    assert codes(FTYP + moov(track(1, b"soun", entry(), [200] * 10, 9999)) + DATA, NAME) == ["AUDIO-008"]


def test_garbage_behind_the_last_box_is_tolerated(heard: Callable[..., Recording]) -> None:
    """Such as an ID3v1 tag that an editor has appended."""
    assert heard(fast(SOUND) + b"TAG of some editor", NAME)
    assert heard(fast(SOUND) + bytes(100), NAME)


@pytest.mark.parametrize(
    ("description", "channels"),
    [
        (entry(channels=2, inside=esds(configuration=b"\x12\x08")), 1),
        (entry(channels=2, inside=esds(configuration=b"\x12\x38")), 8),
        (entry(channels=6, inside=esds(configuration=b"\x12\x00")), 6),
        (entry(channels=1, inside=esds(configuration=b"\xef\x80\x12\x34\x56\x08")), 2),
        (entry(channels=1, inside=esds(configuration=b"\xeb\x8a\x08\x00")), 2),  # parametric stereo
        (entry(channels=1, inside=esds(configuration=b"\xf9\x48\x40")), 2),  # an escaped object type
        (entry(channels=1, inside=esds(kind=0x67, configuration=b"")), 1),
        (entry(b"alac", channels=1, inside=full(b"alac", b"\0\0\x10\0\0\x10", bytes(18))), 1),
    ],
)
def test_channels_are_what_the_decoder_is_told(
    heard: Callable[..., Recording], description: bytes, channels: int
) -> None:
    """The sample description says 2 whatever there is."""
    assert heard(fast(track(1, b"soun", description, [200] * 10, MDAT)), NAME).channels == channels


@pytest.mark.parametrize(
    ("tracks", "code", "words"),
    [
        ((track(1, b"vide", atom(b"avc1", bytes(78)), [9], MDAT), SOUND), "AUDIO-006", "a video"),
        ((track(1, b"soun", entry(b"drms"), [9], MDAT),), "AUDIO-007", "copy-protected"),
        ((track(1, b"soun", entry(b"ac-3"), [9], MDAT),), "AUDIO-005", "coded as 'ac-3'"),
        ((track(1, b"soun", entry(inside=esds(kind=0x6B)), [9], MDAT),), "AUDIO-005", "not AAC"),
        ((track(1, b"soun", entry(inside=b""), [9], MDAT),), "AUDIO-008", "index is damaged"),
        ((track(1, b"text", atom(b"text"), [9], MDAT),), "AUDIO-009", "no sound"),
        ((), "AUDIO-009", "no sound"),
        ((track(1, b"soun", entry(), [], 0),), "AUDIO-009", "no sound"),
        ((track(1, b"soun", entry(), [], 0), atom(b"mvex")), "AUDIO-010", "fragments"),
        ((track(1, b"soun", entry(), [9], MDAT, scale=0),), "AUDIO-008", "index is damaged"),
        ((track(1, b"soun", entry(), [9] * 9, MDAT, scale=1, ticks=1 << 31),), "AUDIO-008", "for months"),
        ((atom(b"trak"),), "AUDIO-008", "index is damaged"),
    ],
)
def test_what_is_no_podcast_audio_is_refused(
    read: Read, tracks: tuple[bytes, ...], code: str, words: str
) -> None:
    """With the reason."""
    found, (fault,) = read(fast(*tracks), NAME)
    assert found is None and fault.code == code
    assert words in fault.message


def test_pictures_of_chapters_make_no_video(heard: Callable[..., Recording]) -> None:
    """A track of pictures, or one that chapters refer to."""
    refer = atom(b"tref", atom(b"chap", struct.pack(">I", 2)))
    sound = track(1, b"soun", entry(), [200] * 10, MDAT, extra=refer)
    assert heard(fast(sound, track(2, b"vide", atom(b"mp4v", bytes(78)), [9], MDAT)), NAME)
    assert heard(fast(SOUND, track(2, b"vide", atom(b"jpeg", bytes(78)), [9], MDAT)), NAME)


def test_quicktime_is_refused(codes: Callable[..., list[str]]) -> None:
    """By its brand, or by having none."""
    assert codes(fast(SOUND, brand=b"qt  "), "a.mov") == ["AUDIO-006"]
    assert codes(atom(b"wide") + DATA + moov(SOUND), "a.mov") == ["AUDIO-006"]


def test_sixty_four_bit_boxes_are_read(heard: Callable[..., Recording]) -> None:
    """Files of more than 4 GB have them; so do some small ones."""
    head = FTYP + moov(track(1, b"soun", entry(), [200] * 10, 500))
    large = struct.pack(">I4sQ", 1, b"mdat", 16 + 2000) + bytes(2000)
    assert seconds(heard(head + large, NAME)) == pytest.approx(10 * ADTS_SECONDS, abs=1e-5)


def test_long_headers_are_read(heard: Callable[..., Recording]) -> None:
    """Version 1 of the headers has 64-bit times, and so has that of the edit list."""
    listed = struct.pack(">IIQqI", 1 << 24, 1, 150, 0, 1 << 16)
    sound = track(1, b"soun", entry(), [200] * 10, MDAT, extra=atom(b"edts", atom(b"elst", listed)))
    mvhd = atom(b"mvhd", struct.pack(">IQQIQ", 1 << 24, 0, 0, 1000, 0), bytes(80))
    data = FTYP + atom(b"moov", mvhd, sound) + DATA
    assert seconds(heard(data, NAME)) == pytest.approx(0.15)


def test_far_chunks_are_read(heard: Callable[..., Recording]) -> None:
    """co64 instead of stco."""
    near = full(b"stco", struct.pack(">II", 1, MDAT))
    far = full(b"co64", struct.pack(">IQ", 1, MDAT))
    sound = SOUND.replace(near, far)
    grown = len(far) - len(near)
    for name in (b"trak", b"mdia", b"minf", b"stbl"):
        at = sound.index(name) - 4
        size = int.from_bytes(sound[at : at + 4], "big") + grown
        sound = sound[:at] + size.to_bytes(4, "big") + sound[at + 4 :]
    assert heard(fast(sound), NAME)
