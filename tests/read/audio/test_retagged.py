"""The sound of a recording is known again whatever is done to its tags."""

from __future__ import annotations

import shutil
from pathlib import Path

import mutagen
import pytest

from publisher.read.audio import read_recording

AUDIO = Path(__file__).parents[4] / "shared/data/audio"
FILES = (
    "antennapod-auphonic.mp3",
    "antennapod-auphonic.m4a",
    "antennapod-auphonic.opus",
    "vorbis-chapters.ogg",
    "chapters-ffmpeg.m4a",
    "vbr-noxing-silent-intro.mp3",
)


@pytest.mark.skipif(not AUDIO.is_dir(), reason="needs ../shared/data/audio beside the project")
@pytest.mark.parametrize("name", FILES)
def test_other_tags_are_another_file_and_the_same_sound(name: str, tmp_path: Path) -> None:
    """Tags are made longer than any padding, so that everything behind them moves."""
    path = Path(shutil.copy(AUDIO / name, tmp_path))
    before, _ = read_recording(path)
    tagged = mutagen.File(path, easy=True)
    tagged["title"] = "Another title " * 4000
    tagged.save()
    after, _ = read_recording(path)
    assert before and after
    assert (after.sha256 != before.sha256, after.sound) == (True, before.sound)


@pytest.mark.skipif(not AUDIO.is_dir(), reason="needs ../shared/data/audio beside the project")
def test_every_recording_sounds_different() -> None:
    made = [read_recording(path)[0] for path in sorted(AUDIO.glob("*"))]
    sounds = [recording.sound for recording in made if recording]
    assert len(sounds) > 15
    # One sound was put into several of them, with other tags.
    assert len(set(sounds)) > len(sounds) // 2
