"""Every file of the shared corpus is what ffmpeg finds it to be, or is refused for what it is."""

from __future__ import annotations

import hashlib
import shutil
import tracemalloc
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from publisher.model import Recording, Severity, Tags
from publisher.read.audio import read_recording

from .build import FTYP, MDAT, adts, entry, m4a, moov, mp3, opus, track, vorbis
from .conftest import Read

AUDIO = Path(__file__).parents[4] / "shared" / "data" / "audio"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a file is: `seconds` as ffmpeg decodes it in full, `channels` and `chapters` by ffprobe."""

    type: str
    extension: str
    seconds: float
    bitrate: int
    channels: int = 1
    title: str | None = None
    picture: str | None = None
    chapters: tuple[tuple[float, str], ...] = ()
    faults: tuple[str, ...] = ()


MPEG: dict[str, Any] = {"type": "audio/mpeg", "extension": ".mp3"}
MP4: dict[str, Any] = {"type": "audio/x-m4a", "extension": ".m4a"}
AUPHONIC: dict[str, Any] = {
    "title": "Title",
    "chapters": ((0, "Chapter 1 - ❤️😊"), (3, "Chapter 2 - ßöÄ"), (6, "Chapter 3 - 爱"), (9, "Chapter 4")),
}
CHAPTERS: dict[str, Any] = {
    "title": "Afsnit 4: Kapitler med æøå",
    "picture": "image/jpeg",
    "chapters": ((0, "Velkomst"), (15, "Gæst: Åse"), (40, "Afslutning")),
}

FIT = {
    "antennapod-auphonic.m4a": Known(**MP4, **AUPHONIC, seconds=10.0542, bitrate=80000, picture="image/png"),
    "antennapod-auphonic.mp3": Known(**MPEG, **AUPHONIC, seconds=10.0, bitrate=112000, picture="image/jpeg"),
    "antennapod-auphonic.opus": Known(
        type="audio/ogg", extension=".opus", **AUPHONIC, seconds=10.0, bitrate=1200, picture="image/jpeg"
    ),
    "antennapod-hindenburg-journalist-pro.m4a": Known(
        **MP4,
        seconds=10.0542,
        bitrate=2070,
        channels=2,
        title="Episode Title",
        picture="image/png",
        chapters=((0, "Chapter Marker 1"), (5.005, "Chapter Marker 2")),
    ),
    "beets-unicode’d.mp3": Known(**MPEG, seconds=1.071, bitrate=80000, title="full"),
    "chap-ctoc-id3v23-utf16.mp3": Known(**MPEG, **CHAPTERS, seconds=60.0, bitrate=64000),
    "chap-ctoc-id3v24-utf8.mp3": Known(**MPEG, **CHAPTERS, seconds=60.0, bitrate=64000),
    "chapters-ffmpeg.m4a": Known(
        **MP4,
        seconds=150.0009,
        bitrate=54600,
        title="Afsnit med kapitler",
        chapters=((0, "Velkomst"), (30, "Interview: Åse fra Ærø"), (90.5, "Farvel")),
        faults=("AUDIO-015",),
    ),
    "garbage-prefix.mp3": Known(**MPEG, seconds=60.0293, bitrate=64000, faults=("AUDIO-012",)),
    "loud-clipped.mp3": Known(**MPEG, seconds=30.0, bitrate=64000),
    "mojibake-latin1.mp3": Known(**MPEG, seconds=60.0, bitrate=64000, title="Ærø"),
    "moov-at-end.m4a": Known(
        **MP4, seconds=60.0003, bitrate=63260, title="Afsnit m4a", faults=("AUDIO-015",)
    ),
    "mutagen-id3v22-test.mp3": Known(
        **MPEG, seconds=0.1567, bitrate=160000, channels=2, title="cosmic american"
    ),
    "pure-silence.mp3": Known(**MPEG, seconds=30.0, bitrate=32000),
    "quiet-minus42lufs.mp3": Known(**MPEG, seconds=30.0, bitrate=48000),
    "renamed-m4a-as.mp3": Known(
        **MP4, seconds=60.0003, bitrate=63260, title="Afsnit m4a", faults=("AUDIO-011",)
    ),
    "speech.opus": Known(
        type="audio/ogg", extension=".opus", seconds=60.0, bitrate=23770, title="Afsnit opus"
    ),
    "tinytag-image-text-encoding.mp3": Known(
        **MPEG, seconds=1.071, bitrate=32000, title="image-encoding", picture="image/jpeg"
    ),
    "vbr-noxing-silent-intro.mp3": Known(**MPEG, seconds=80.0391, bitrate=80070),
    "vorbis-chapters.ogg": Known(
        type="audio/ogg",
        extension=".ogg",
        seconds=60.0,
        bitrate=33270,
        title="Afsnit ogg",
        chapters=((0, "Velkomst"), (20.5, "Gæsten")),
    ),
}
UNFIT = {
    "html-404-as.mp3": ("AUDIO-003", "a web page, probably a failed download"),
    "speech-8k.wav": ("AUDIO-005", "a WAV file"),
    "taglib-toc_many_children.mp3": ("AUDIO-008", "it says it lasts 0:13, but only 0:00 is there"),
    "truncated-half.mp3": ("AUDIO-008", "it says it lasts 1:00, but only 0:30 is there"),
    "zero-byte.mp3": ("AUDIO-001", "empty"),
}

corpus = pytest.mark.skipif(not AUDIO.is_dir(), reason=f"no corpus of recordings in {AUDIO}")


@corpus
def test_every_file_of_the_corpus_is_in_a_table() -> None:
    """A file added there needs an expectation here."""
    assert {path.name for path in AUDIO.iterdir()} == FIT.keys() | UNFIT.keys()


@corpus
@pytest.mark.parametrize("name", FIT)
def test_a_recording_is_what_ffmpeg_finds(name: str) -> None:
    """Type, length within a tenth of a second, bitrate, channels, title, picture, chapters, faults."""
    known, path = FIT[name], AUDIO / name
    recording, faults = read_recording(path)
    assert recording is not None
    assert recording.duration.total_seconds() == pytest.approx(known.seconds, abs=0.1)
    assert recording.bitrate == pytest.approx(known.bitrate, rel=0.01)
    tags = recording.tags
    assert (
        tuple((chapter.start.total_seconds(), chapter.title) for chapter in tags.chapters) == known.chapters
    )
    assert (tags.title, tags.picture) == (known.title, known.picture)
    made = (recording.type, recording.extension, recording.channels)
    assert made == (known.type, known.extension, known.channels)
    assert tuple(fault.code for fault in faults) == known.faults
    assert recording.size == path.stat().st_size
    assert recording.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


@corpus
@pytest.mark.parametrize("name", UNFIT)
def test_what_is_no_recording_is_refused_with_the_reason(name: str) -> None:
    """The message says what the file really is, or what it lacks."""
    recording, (fault,) = read_recording(AUDIO / name)
    code, words = UNFIT[name]
    assert recording is None
    assert (fault.code, fault.severity) == (code, Severity.ERROR)
    assert words in fault.message and fault.fix


@corpus
def test_links_of_chapters_are_kept() -> None:
    """ID3's WXXX, the href boxes of text tracks, and CHAPTERxxxURL, each where its encoder puts it."""
    auphonic = [read_recording(AUDIO / f"antennapod-auphonic.{kind}")[0] for kind in ("mp3", "m4a", "opus")]
    found = [{chapter.url for chapter in one.tags.chapters} for one in auphonic if one]
    assert found == [{"https://example.com"}] * 3
    hindenburg, _ = read_recording(AUDIO / "antennapod-hindenburg-journalist-pro.m4a")
    assert hindenburg
    urls = [chapter.url for chapter in hindenburg.tags.chapters]
    assert urls == ["https://example.com/chapter1url", "https://example.com/chapter2url"]


@corpus
def test_a_lying_name_is_only_a_warning_and_its_fix_can_be_run() -> None:
    """Nothing is lost: what is published is named after the content."""
    recording, (fault,) = read_recording(AUDIO / "renamed-m4a-as.mp3")
    assert recording and fault.severity is Severity.WARNING
    assert fault.fix == "rename it: mv renamed-m4a-as.mp3 renamed-m4a-as.m4a"


@pytest.mark.parametrize(
    ("name", "fix"),
    [
        ("Afsnit 1.5", "mv 'Afsnit 1.5' 'Afsnit 1.5.mp3'"),
        ("it's.WAV", "mv 'it'\"'\"'s.WAV' 'it'\"'\"'s.mp3'"),
        ("memo.3gp", "mv memo.3gp memo.mp3"),
        ("talk", "mv talk talk.mp3"),
    ],
)
def test_a_name_is_mended_whatever_it_is(read: Read, name: str, fix: str) -> None:
    """What comes after a full stop is not always an extension."""
    _, (fault,) = read(mp3(10), name)
    assert (fault.code, fault.fix) == ("AUDIO-011", "rename it: " + fix)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (mp3(10), "A.MP3"),
        (adts(10), "a.aac"),
        (opus(2), "a.opus"),
        (opus(2), "a.ogg"),
        (vorbis(2), "a.oga"),
    ],
)
def test_a_true_name_is_no_fault(heard: Callable[..., Recording], data: bytes, name: str) -> None:
    """Case does not matter, and some formats have several extensions."""
    assert heard(data, name).path.name == name


def test_a_file_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    """So is a folder, and what may not be read."""
    for path in (tmp_path / "none.mp3", tmp_path):
        recording, (fault,) = read_recording(path)
        assert recording is None and fault.code == "AUDIO-002"


def test_a_file_that_may_not_be_read_is_a_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system's reason is passed on."""

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "talk.mp3"
    path.write_bytes(mp3(10))
    monkeypatch.setattr(Path, "open", refuse)
    _, (fault,) = read_recording(path)
    assert (fault.code, fault.message) == ("AUDIO-002", "it cannot be read: Permission denied")


def test_a_file_that_is_still_being_written_is_a_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its checksum would be of bytes that nobody gets."""
    path = tmp_path / "talk.mp3"
    path.write_bytes(mp3(10))

    def grow(*_: object) -> tuple[Tags, tuple[()]]:
        with path.open("ab") as file:
            file.write(mp3(1))
        return Tags(), ()

    monkeypatch.setattr("publisher.read.audio.recording.read_tags", grow)
    found, (fault,) = read_recording(path)
    assert found is None and (fault.code, fault.message) == ("AUDIO-002", "it changed while it was read")


def test_a_long_mp3_takes_no_more_memory_than_a_short_one(tmp_path: Path) -> None:
    """It is walked through in blocks: 200 MB, over an hour at 320 kb/s."""
    path, frame = tmp_path / "long.mp3", b"\xff\xfb\xe8\xc4".ljust(1440, b"\0")
    with path.open("wb") as file:
        for _ in range(14):
            file.write(frame * 10_000)
    tracemalloc.start()
    try:
        recording, _ = read_recording(path)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert recording and recording.size > 200_000_000
    assert recording.duration.total_seconds() == pytest.approx(140_000 * 1152 / 32000, abs=0.001)
    assert peak < 8_000_000


def test_a_long_m4a_takes_no_more_memory_than_a_short_one(tmp_path: Path) -> None:
    """It is looked up: the file has a hole, but is read and hashed as a whole."""
    path = tmp_path / "long.m4a"
    size, count = 50_000, 5000
    with path.open("wb") as file:
        file.write(FTYP + (size * count + 8).to_bytes(4, "big") + b"mdat")
        file.seek(size * count, 1)
        file.write(moov(track(1, b"soun", entry(), [size] * count, MDAT)))
    tracemalloc.start()
    try:
        recording, _ = read_recording(path)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert recording and recording.size > 250_000_000
    assert peak < 8_000_000


def test_the_same_bytes_are_the_same_recording_anywhere(tmp_path: Path) -> None:
    """Nothing but the path comes from outside the file."""
    first, second = tmp_path / "a.m4a", tmp_path / "b.m4a"
    first.write_bytes(m4a(10))
    shutil.copyfile(first, second)
    one, other = read_recording(first)[0], read_recording(second)[0]
    assert one and other
    assert (one.sha256, one.duration, one.tags) == (other.sha256, other.duration, other.tags)
    assert one.duration == timedelta(microseconds=round(10 * 1024 / 44100 * 1e6))
