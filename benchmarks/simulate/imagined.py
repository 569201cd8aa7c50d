"""A show that is nowhere: artifacts and a ledger as those of real episodes, without their bytes."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta

from publisher.model import Artifact, Enclosure, Ledger, LedgerEntry, ShowRecord

MEDIA = 28_000_000
"""Bytes of half an hour at 128 kb/s."""
EPISODE = (
    ("episodes/{slug}.html", "text/html; charset=utf-8", 12_400),
    ("episodes/{slug}/embed.html", "text/html; charset=utf-8", 4_400),
    ("episodes/{slug}/oembed.json", "application/json", 590),
    ("episodes/{slug}/chapters.json", "application/json+chapters", 1_200),
    ("episodes/{slug}/transcript.html", "text/html; charset=utf-8", 45_000),
    ("episodes/{slug}/transcript.json", "application/json", 60_000),
    ("episodes/{slug}/transcript.srt", "application/x-subrip", 40_000),
    ("episodes/{slug}/transcript.vtt", "text/vtt; charset=utf-8", 40_000),
    ("media/{slug}-{digest}.mp3", "audio/mpeg", MEDIA),
)
"""What an episode makes: its key, type and size. The transcript is of 4,500 words."""
SITE = (
    ("index.html", "text/html; charset=utf-8", 13_000),
    ("subscribe.html", "text/html; charset=utf-8", 11_600),
    ("search/index.json", "application/json", 400),
    ("search/2026.json", "application/json", 130_000),
    ("search/2026-0.json", "application/json", 24_000),
    ("episodes/index.html", "text/html; charset=utf-8", 39_000),
)
FEED = "application/rss+xml; charset=utf-8"
CHANGES = ("episodes/{slug}.html", "search/index.json", "search/2026.json", "search/2026-0.json")
"""What the text of one episode changes besides feeds; the words of a year are in several files."""
FIRST = datetime(2010, 1, 1, 6, tzinfo=UTC)


def slug(number: int) -> str:
    """The slug of the episode with this number."""
    return f"{number:06}-the-council-asks-{number % 97:02}"


def artifacts(episodes: int, feeds: Mapping[str, int]) -> tuple[Artifact, ...]:
    """All that so many `episodes` make, sorted by key; `feeds` have so many bytes for each of them."""
    made = [artifact(key, FEED, size * episodes) for key, size in feeds.items()]
    made += [artifact(*one) for one in SITE]
    made += [one for number in range(episodes) for one in _of(number)]
    return tuple(sorted(made, key=lambda one: one.key))


def changed(made: tuple[Artifact, ...], number: int, feeds: Mapping[str, int]) -> tuple[Artifact, ...]:
    """`made`, after a word was added to the episode with this number."""
    keys = {key.format(slug=slug(number)) for key in CHANGES}.union(feeds)
    return tuple(artifact(one.key, one.type, one.size + 1) if one.key in keys else one for one in made)


def ledger(episodes: int) -> Ledger:
    """What subscribers have seen of so many `episodes`."""
    rows = tuple(_row(number) for number in range(episodes))
    show = ShowRecord(guid=str(uuid.UUID(int=0)), hash=digest("show"), updated=FIRST)
    return Ledger(show=show, moment=FIRST, entries=rows)


def artifact(key: str, type: str, size: int) -> Artifact:
    """An object that says it has so many bytes, and has none."""
    return Artifact(key=key, type=type, size=size, sha256=digest(f"{key} {size}"), body=b"")


def digest(text: str) -> str:
    """A sha256 like no other."""
    return hashlib.sha256(text.encode()).hexdigest()


def _of(number: int) -> Iterator[Artifact]:
    name = slug(number)
    for key, type, size in EPISODE:
        yield artifact(key.format(slug=name, digest=digest(name)[:12]), type, size)


def _row(number: int) -> LedgerEntry:
    name = slug(number)
    media = next(one for one in _of(number) if one.key.startswith("media/"))
    published = FIRST + timedelta(hours=number)
    return LedgerEntry(
        kind="episode",
        guid=str(uuid.uuid5(uuid.NAMESPACE_URL, name)),
        slug=name,
        path=name,
        published=published,
        updated=published,
        hash=digest(f"hash {name}"),
        enclosure=Enclosure(
            source=digest(f"source {name}"),
            sound=digest(f"sound {name}"),
            recipe="copy",
            key=media.key,
            sha256=media.sha256,
            length=media.size,
            type=media.type,
            duration=timedelta(seconds=1750 + number % 60),
        ),
    )
