"""Small audio files, made byte by byte: as little sound as a file of each format can have."""

from __future__ import annotations

import struct
from importlib import import_module
from io import BytesIO
from typing import Any

MP3_FRAME = b"\xff\xfb\x90\xc4".ljust(417, b"\0")
"""MPEG-1 layer III, 128 kb/s, 44,100 Hz, mono: 1,152 samples."""
MP3_SECONDS = 1152 / 44100
ADTS_SECONDS = 1024 / 44100
_AAC_LC_STEREO = b"\x12\x10"


def mutagen(name: str) -> Any:
    """One of mutagen's modules, which are untyped."""
    return import_module("mutagen." + name)


def mp3(frames: int) -> bytes:
    """An MP3 file without any header over its frames."""
    return MP3_FRAME * frames


def info(frames: int | None, *, name: bytes = b"Info", lame: bytes = b"") -> bytes:
    """The frame that says how many `frames` follow; `lame` is what follows the numbers."""
    numbers = struct.pack(">I", 0) if frames is None else struct.pack(">II", 1, frames)
    return (b"\xff\xfb\x90\xc4" + bytes(17) + name + numbers + lame).ljust(417, b"\0")


def vbri(frames: int) -> bytes:
    """The same by Fraunhofer's encoder."""
    return (b"\xff\xfb\x90\xc4" + bytes(32) + b"VBRI" + struct.pack(">HHHII", 1, 0, 0, 0, frames)).ljust(
        417, b"\0"
    )


def id3(*frames: Any, version: int = 4) -> bytes:
    """An ID3v2 tag of mutagen's `frames`."""
    tag = mutagen("id3").ID3()
    for frame in frames:
        tag.add(frame)
    file = BytesIO()
    tag.save(file, v2_version=version, padding=lambda _: 0)
    return file.getvalue()


def adts(frames: int, *, size: int = 200, channels: int = 2) -> bytes:
    """AAC LC at 44,100 Hz as bare frames of `size` bytes."""
    head = bytes((0xFF, 0xF1, 0x50 | channels >> 2, (channels & 3) << 6 | size >> 11))
    return (head + bytes((size >> 3 & 0xFF, (size & 7) << 5 | 0x1F, 0xFC))).ljust(size, b"\0") * frames


def page(body: bytes, position: int, flags: int = 0, serial: int = 7) -> bytes:
    """An Ogg page; mutagen and we leave its checksum to the players."""
    sizes = [255] * (len(body) // 255) + [len(body) % 255]
    head = struct.pack("<4sBBqIIIB", b"OggS", 0, flags, position, serial, 0, 0, len(sizes))
    return head + bytes(sizes) + body


def comments(*pairs: str) -> bytes:
    """Vorbis comments, each `NAME=value`."""
    texts = [pair.encode() for pair in ("", *pairs)]
    counted = [struct.pack("<I", len(text)) + text for text in texts]
    return counted[0] + struct.pack("<I", len(pairs)) + b"".join(counted[1:])


def opus(
    seconds: int,
    *pairs: str,
    began: int = 0,
    preskip: int = 312,
    last: int = 4,
    serial: int = 7,
    body: int = 100,
) -> bytes:
    """An Opus file with a page of `body` bytes a second; its clock starts at second `began`."""
    head = b"OpusHead" + struct.pack("<BBHIHB", 1, 1, preskip, 44100, 0, 0)
    sound = [
        page(bytes(body), (began + second) * 48000 + preskip, serial=serial) for second in range(1, seconds)
    ]
    end = page(bytes(body), (began + seconds) * 48000 + preskip, last, serial)
    tags = page(b"OpusTags" + comments(*pairs), 0, serial=serial)
    return page(head, 0, 2, serial) + tags + b"".join(sound) + end


def vorbis(seconds: int, *pairs: str) -> bytes:
    """An Ogg Vorbis file with a page a second."""
    head = b"\x01vorbis" + struct.pack("<IBIIIIBB", 0, 2, 44100, 0, 64000, 0, 0xB8, 1)
    tags = page(b"\x03vorbis" + comments(*pairs) + b"\1", 0) + page(b"\x05vorbis", 0)
    sound = [
        page(bytes(200), second * 44100, 4 if second == seconds else 0) for second in range(1, seconds + 1)
    ]
    return page(head, 0, 2) + tags + b"".join(sound)


def atom(name: bytes, *content: bytes) -> bytes:
    """An MP4 box."""
    body = b"".join(content)
    return struct.pack(">I4s", len(body) + 8, name) + body


def full(name: bytes, *content: bytes) -> bytes:
    """An MP4 box with version and flags, both 0."""
    return atom(name, bytes(4), *content)


def esds(kind: int = 0x40, configuration: bytes = _AAC_LC_STEREO) -> bytes:
    """The descriptor that says what mp4a is."""
    specific = bytes((5, len(configuration))) + configuration
    config = bytes((4, 13 + len(specific), kind)) + bytes(12) + specific
    return full(b"esds", bytes((3, 3 + len(config))) + bytes(3) + config)


def entry(format: bytes = b"mp4a", channels: int = 2, inside: bytes | None = None) -> bytes:
    """A sample description of sound."""
    fixed = bytes(16) + struct.pack(">HHIHH", channels, 16, 0, 44100, 0)
    return atom(format, fixed, esds() if inside is None else inside)


def track(
    id: int,
    handler: bytes,
    description: bytes,
    sizes: list[int],
    at: int,
    ticks: int = 1024,
    scale: int = 44100,
    extra: bytes = b"",
) -> bytes:
    """A track of samples that lie in one chunk at `at`, each lasting `ticks`."""
    stbl = atom(
        b"stbl",
        full(b"stsd", struct.pack(">I", 1), description),
        full(b"stts", struct.pack(">III", 1, len(sizes), ticks) if sizes else bytes(4)),
        full(b"stsc", struct.pack(">IIII", 1, 1, len(sizes), 1)),
        full(b"stsz", struct.pack(f">II{len(sizes)}I", 0, len(sizes), *sizes)),
        full(b"stco", struct.pack(">II", 1, at) if sizes else bytes(4)),
    )
    mdhd = full(b"mdhd", struct.pack(">IIIII", 0, 0, scale, 0, 0))
    mdia = atom(b"mdia", mdhd, full(b"hdlr", bytes(4), handler, bytes(13)), atom(b"minf", stbl))
    return atom(b"trak", full(b"tkhd", struct.pack(">III", 0, 0, id), bytes(68)), extra, mdia)


def moov(*inside: bytes, scale: int = 1000) -> bytes:
    """The index of an MP4 file."""
    return atom(b"moov", full(b"mvhd", struct.pack(">IIII", 0, 0, scale, 0), bytes(80)), *inside)


FTYP = atom(b"ftyp", b"M4A \0\0\0\0M4A isom")
MDAT = len(FTYP) + 8
"""Where the data start in `m4a`."""


def m4a(samples: int, *, size: int = 200, description: bytes | None = None, extra: bytes = b"") -> bytes:
    """An M4A file of `samples` samples, its index last; `extra` goes into its track."""
    sound = track(1, b"soun", description or entry(), [size] * samples, MDAT, extra=extra)
    return FTYP + atom(b"mdat", bytes(size * samples)) + moov(sound)
