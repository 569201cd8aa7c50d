"""Which format a file is, by its bytes."""

from __future__ import annotations

from typing import BinaryIO

from publisher.read.audio.adts import AdtsWalk
from publisher.read.audio.fault import COPY_AGAIN, EMPTY, EXPORT, INCOMPLETE, UNKNOWN, UnfitError
from publisher.read.audio.format import AAC, M4A, MP3, Format
from publisher.read.audio.frames import tag_length
from publisher.read.audio.mpeg import MpegWalk
from publisher.read.audio.ogg import identify_ogg
from publisher.read.audio.strangers import refuse_stranger

_HEAD = 1 << 17
"""Bytes looked at. Sound that starts later than that behind garbage is no recording any more."""

_BOXES = (b"ftyp", b"moov", b"mdat", b"free", b"skip", b"wide", b"pnot")


def identify(file: BinaryIO) -> Format:
    """The format of `file`. Raises UnfitError for what no podcast app plays."""
    start, head = _after_tags(file)
    if not head:
        if start:
            raise UnfitError(INCOMPLETE, "it ends within its tags, before any sound comes", COPY_AGAIN)
        raise UnfitError(EMPTY, "it is empty", "copy the recording here again, or export it again")
    refuse_stranger(head)
    if head[4:8] in _BOXES:
        return M4A
    if head.startswith(b"OggS"):
        return identify_ogg(head)
    found = _framed(file, start)
    if found is None and not any(head):
        raise UnfitError(INCOMPLETE, "there are only zeros in it, as when a download breaks off", COPY_AGAIN)
    if found is None:
        raise UnfitError(UNKNOWN, "it is no kind of audio that podcast apps play", EXPORT)
    return found


def _after_tags(file: BinaryIO) -> tuple[int, bytes]:
    """Where the tags at the beginning end, and what follows them."""
    start = 0
    while True:
        file.seek(start)
        head = file.read(_HEAD)
        length = tag_length(head, 0)
        if not length or head[:3] == b"TAG":
            return start, head
        start += length


def _framed(file: BinaryIO, start: int) -> Format | None:
    """The format whose frames begin first from `start` on, if any do before too much garbage."""
    walks = ((MP3, MpegWalk()), (AAC, AdtsWalk()))
    file.seek(start)
    while block := file.read(_HEAD):
        for _, walk in walks:
            walk.feed(block)
        if any(walk.frames.count for _, walk in walks) or all(walk.frames.gap > _HEAD for _, walk in walks):
            break
    else:
        for _, walk in walks:
            walk.frames.close()
    found = [(walk.frames.before, format) for format, walk in walks if walk.frames.count]
    return min(found, key=lambda pair: pair[0])[1] if found else None
