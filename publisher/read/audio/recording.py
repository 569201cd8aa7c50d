"""One audio file into a Recording."""

from __future__ import annotations

import hashlib
import os
import re
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from publisher.model import Recording
from publisher.read.audio.adts import AdtsWalk
from publisher.read.audio.fault import NAME, UNREADABLE, AudioFault, UnfitError
from publisher.read.audio.format import AAC, M4A, MP3, OPUS, VORBIS, Format
from publisher.read.audio.m4a import M4aWalk
from publisher.read.audio.mpeg import MpegWalk
from publisher.read.audio.ogg import OggWalk
from publisher.read.audio.sniff import identify
from publisher.read.audio.sound import Walk
from publisher.read.audio.tags import read_tags

_BLOCK = 1 << 20
_WALKS: dict[Format, Callable[[BinaryIO], Walk]] = {
    MP3: lambda file: MpegWalk(),
    AAC: lambda file: AdtsWalk(),
    VORBIS: lambda file: OggWalk(),
    OPUS: lambda file: OggWalk(),
    M4A: M4aWalk,
}


def read_recording(path: Path) -> tuple[Recording | None, tuple[AudioFault, ...]]:
    """The recording at `path`, with what is wrong with it. Raises nothing for what the file holds.

    There is a recording exactly when no fault is an error.
    """
    try:
        if path.exists() and not path.is_file():
            raise UnfitError(UNREADABLE, "it is no file", "put the recording itself here")
        with path.open("rb") as file:
            return _read(path, file)
    except UnfitError as unfit:
        return None, (unfit.fault,)
    except OSError as error:
        message = f"it cannot be read: {error.strerror or error}"
        return None, (AudioFault(UNREADABLE, message, "check that it is there, and its permissions"),)


def _read(path: Path, file: BinaryIO) -> tuple[Recording, tuple[AudioFault, ...]]:
    before = _stamp(file)
    format = identify(file)
    walk = _WALKS[format](file)
    size, sha256 = _pass(file, walk)
    sound = walk.sound()
    tags, tag_faults = read_tags(file, format)
    if _stamp(file) != before or size != before[0]:
        raise UnfitError(UNREADABLE, "it changed while it was read", "wait until it is all there")
    recording = Recording(
        path=path,
        size=size,
        sha256=sha256,
        sound=sound.digest,
        type=format.type,
        extension=format.extension,
        duration=sound.duration,
        bitrate=sound.bitrate,
        channels=sound.channels,
        rate=sound.rate,
        tags=tags,
    )
    return recording, (*_name_faults(path, format), *sound.faults, *tag_faults)


def _stamp(file: BinaryIO) -> tuple[int, int]:
    status = os.fstat(file.fileno())
    return status.st_size, status.st_mtime_ns


def _pass(file: BinaryIO, walk: Walk) -> tuple[int, str]:
    """Hash the file and walk through it in one pass; its size and sha256."""
    digest = hashlib.sha256()
    size = 0
    file.seek(0)
    while block := file.read(_BLOCK):
        digest.update(block)
        walk.feed(block)
        size += len(block)
    return size, digest.hexdigest()


def _name_faults(path: Path, format: Format) -> tuple[AudioFault, ...]:
    """A name that lies. Only a warning: what we publish is named after the content."""
    if path.suffix.lower() in format.extensions:
        return ()
    is_extension = re.fullmatch(r"\.(?=\d*[A-Za-z])[A-Za-z0-9]{2,4}", path.suffix)
    right = (path.stem if is_extension else path.name) + format.extension
    claim = f"its name ends in {path.suffix}" if is_extension else "its name has no extension"
    message = f"it is {format.label}, but {claim}; it is published as {format.extension}, so nothing is lost"
    fix = f"rename it: mv {shlex.quote(path.name)} {shlex.quote(right)}"
    return (AudioFault(NAME, message, fix),)
