"""A show of any size on disk, the same each time: Markdown of realistic length, and recordings of silence."""

from __future__ import annotations

import os
import random
import re
import struct
import zlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

BASE_URL = "https://podcast.example/show"
SHOW = f"""\
title = "A long show"
description = "Every episode there has been, and all that was said of it."
base_url = "{BASE_URL}"
language = "en"
timezone = "UTC"
author = "The benchmark"
owner = {{ name = "The benchmark", email = "benchmark@podcast.example" }}
cover = "cover.png"
categories = ["Government"]
guid = "a2a60e66-99d7-56f1-b9f4-13e5e2cec1cf"
"""
FIRST = datetime(2010, 1, 1, 6, tzinfo=UTC)
APART = timedelta(hours=12)
"""Ten thousand episodes are less than fourteen years, and none lies in the future."""
WORDS = """
council region budget school hospital bicycle harbour library election mayor committee proposal hearing
citizen neighbour garden railway bridge climate energy housing transport culture music theatre football
language history science research student teacher nurse doctor farmer fisher baker builder driver writer
question answer reason promise decision mistake surprise beginning ending story letter number window door
small large early late quiet busy local public private common special simple difficult useful honest brave
asks tells finds builds opens closes carries changes follows remembers explains measures repeats visits
about after again against along among around because before behind between beyond during every never often
""".split()
LENGTH = 300
"""Words of an episode's text."""
COVER = 3000
"""Pixels of the cover, as many as directories ask for."""
FRAME = b"\xff\xfb\x90\xc4" + bytes(17)
"""MPEG-1 layer III, 128 kb/s, 44,100 Hz, mono, without a bit of sound: the other bytes count for nothing."""
SIZE = 417
"""Bytes of such a frame (ISO/IEC 11172-3 §2.4.3.1)."""


def write_show(folder: Path, episodes: int, *, recording: int = 0) -> Path:
    """A project in `folder` with so many episodes, whose recordings have so many bytes; 0 is elsewhere."""
    home = folder / "episodes"
    home.mkdir(parents=True)
    (home / "show.toml").write_text(SHOW, encoding="utf-8")
    (home / "cover.png").write_bytes(_cover(COVER))
    for number in range(1, episodes + 1):
        (home / f"{number:05}.md").write_text(_episode(number, here=bool(recording)), encoding="utf-8")
        if recording:
            (home / f"{number:05}.mp3").write_bytes(_silence(number, recording))
    return folder


def move(folder: Path, base_url: str) -> None:
    """Give the show in `folder` another address."""
    path = folder / "episodes/show.toml"
    path.write_text(path.read_text(encoding="utf-8").replace(BASE_URL, base_url), encoding="utf-8")


def change(folder: Path) -> None:
    """Say one thing more in the episode in the middle of the show."""
    texts = sorted((folder / "episodes").glob("*.md"))
    path = texts[len(texts) // 2]
    path.write_text(path.read_text(encoding="utf-8") + "\nThis was added later.\n", encoding="utf-8")


def touch(folder: Path, moment: float) -> None:
    """Make all files below `folder` of `moment`, in seconds since 1970, and leave them as they are."""
    for path in files(folder):
        os.utime(path, (moment, moment))


def files(folder: Path) -> list[Path]:
    """Every file below `folder`."""
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _episode(number: int, *, here: bool) -> str:
    chance = random.Random(number)
    audio = (
        ""
        if here
        else (
            f"audio:\n  url: https://cdn.podcast.example/{number:05}.mp3\n"
            f'  length: {28_000_000 + number}\n  type: audio/mpeg\n  duration: "31:{number % 60:02}"\n'
        )
    )
    title = f"{number}: the {_words(chance, 4)}"
    moment = FIRST + APART * number
    body = "\n\n".join(
        (
            f"{_sentences(chance, LENGTH // 3)}",
            f"## The {_words(chance, 3)}",
            f"{_sentences(chance, LENGTH // 3)} More is *said* [elsewhere](https://example.com/{number}).",
            "\n".join(f"- **{_words(chance, 2)}** {_words(chance, 8)}" for _ in range(3)),
            f"{_sentences(chance, LENGTH // 3 - 30)}",
        )
    )
    return (
        f'---\ntitle: "{title}"\ndate: {moment:%Y-%m-%dT%H:%M:%SZ}\ntags: [{chance.choice(WORDS)}]\n'
        f"{audio}transcript: {{none: Nothing is said}}\n---\n{body}\n"
    )


def _words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(WORDS, k=count))


def _sentences(chance: random.Random, words: int) -> str:
    return " ".join(f"{_words(chance, 10).capitalize()}." for _ in range(words // 10))


def _silence(number: int, size: int) -> bytes:
    """An MP3 file of at most `size` bytes like no other, which does not compress."""
    chance = random.Random(number)
    # A second sync word inside of a frame would be a frame to whoever begins there.
    noise = re.sub(b"\xff", b"\xfe", chance.randbytes((SIZE - len(FRAME)) * 2000))
    step = SIZE - len(FRAME)
    block = b"".join(FRAME + noise[at : at + step] for at in range(0, len(noise), step))
    return (block * (size // len(block) + 1))[: size // SIZE * SIZE]


def _cover(width: int) -> bytes:
    """A grey, square PNG."""
    packer = zlib.compressobj(1)
    body = b"".join(packer.compress(bytes(1) + b"\x80" * 3 * width) for _ in range(width)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, width, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", body), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in chunks
    )
