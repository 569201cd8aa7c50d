"""The example show, from its folder to listeners: read back by other people's programs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from calendar import timegm
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import feedparser
import icalendar
import podcastparser
import pytest
from lxml import etree

from publisher.model import Ledger, LedgerEntry
from publisher.state import decode
from tests.seaweed import Seaweed

ROOT = Path(__file__).parents[1]
FEEDS = ROOT / "feeds"
EPISODES = ROOT / "episodes"


def ledger() -> Ledger:
    return decode((FEEDS / "ledger.json").read_bytes(), Ledger, "feeds/ledger.json")


def episodes() -> list[LedgerEntry]:
    """The episodes that were published, newest first."""
    rows = [row for row in ledger().entries if row.kind == "episode"]
    return sorted(rows, key=lambda row: row.published, reverse=True)


def command(*words: str, **environment: str) -> str:
    ran = subprocess.run(
        [sys.executable, "-m", "publisher", *words],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def test_the_show_is_small_enough_to_copy() -> None:
    assert sum(path.stat().st_size for path in EPISODES.rglob("*") if path.is_file()) <= 4_000_000


def test_feedparser_reads_the_podcast_back() -> None:
    feed = feedparser.parse((FEEDS / "podcast.xml").read_bytes())
    assert not feed.bozo
    seen = [
        (item.id, timegm(item.published_parsed), [dict(media) for media in item.enclosures])
        for item in feed.entries
    ]
    assert seen == [
        (
            row.guid,
            int(row.published.timestamp()),
            [
                {
                    "href": f"https://podcast.example.org/co-pi/{row.enclosure.key}",
                    "length": str(row.enclosure.length),
                    "type": row.enclosure.type,
                }
            ],
        )
        for row in episodes()
        if row.enclosure
    ]


def test_podcastparser_reads_the_podcast_back() -> None:
    with (FEEDS / "podcast.xml").open("rb") as file:
        feed = podcastparser.parse("https://podcast.example.org/co-pi/podcast.xml", file)
    seen = [
        (item["guid"], item["published"], item["total_time"], item["enclosures"][0]["file_size"])
        for item in feed["episodes"]
    ]
    assert seen == [
        (
            row.guid,
            int(row.published.timestamp()),
            round(row.enclosure.duration.total_seconds()),
            row.enclosure.length,
        )
        for row in episodes()
        if row.enclosure
    ]
    assert feed["language"] == "da"


def test_icalendar_reads_the_cafe_back() -> None:
    calendar = icalendar.Calendar.from_ical((FEEDS / "events.ics").read_bytes())
    (cafe,) = calendar.walk("VEVENT")
    (row,) = (row for row in ledger().entries if row.kind == "event")
    assert str(cafe["UID"]) == row.guid
    assert cafe.decoded("DTSTART") == datetime(2023, 3, 31, 7, tzinfo=UTC)
    assert cafe.decoded("DTEND") == datetime(2023, 3, 31, 8, tzinfo=UTC)
    assert (str(cafe["STATUS"]), cafe["SEQUENCE"]) == ("CONFIRMED", row.sequence)


def links() -> Iterator[str]:
    """Every address that a page, a feed or a calendar names."""
    for path in FEEDS.rglob("*"):
        if path.suffix == ".html":
            yield from _named(etree.HTML(path.read_bytes()), "//@href | //@src")
        elif path.suffix in (".xml", ".atom"):
            yield from _named(etree.parse(path), "//@url | //@href | //link/text() | //url/text()")
        elif path.suffix == ".json" and path.name != "ledger.json":
            yield from _urls(json.loads(path.read_text(encoding="utf-8")))


def _named(document: Any, query: str) -> list[str]:
    return [str(found) for found in document.xpath(query)]


def _urls(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from _urls(item)
    elif isinstance(value, str) and value.startswith("https://"):
        yield value


def test_no_link_leads_nowhere() -> None:
    base = "https://podcast.example.org/co-pi/"
    ours = {url.removeprefix(base).partition("#")[0] for url in links() if url.startswith(base)}
    media = {row.enclosure.key for row in episodes() if row.enclosure}
    assert {key for key in ours if not (FEEDS / key).is_file()} == media
    assert len(ours) > 20


def test_the_committed_feeds_are_what_the_episodes_make(tmp_path: Path) -> None:
    """Rebuilt elsewhere from the committed ledger, at its moment, every byte is the same."""
    out = tmp_path / "feeds"
    out.mkdir()
    (out / "ledger.json").write_bytes((FEEDS / "ledger.json").read_bytes())
    command("build", "--out", str(out), "--at", str(ledger().moment))
    assert files(out) == files(FEEDS)


@pytest.mark.parametrize(
    "environment",
    [
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
        {"TZ": "America/St_Johns", "LC_ALL": "da_DK.UTF-8", "PYTHONHASHSEED": "2"},
    ],
    ids=lambda environment: environment["TZ"],
)
def test_the_same_input_makes_the_same_bytes_anywhere(environment: dict[str, str], tmp_path: Path) -> None:
    """Another time zone, locale, hash seed and folder; even with no ledger to lean on."""
    for place, settings in (("here", {}), ("there", environment)):
        command("build", "--out", str(tmp_path / place), "--at", "2026-11-01T06:00:00Z", **settings)
    assert files(tmp_path / "here") == files(tmp_path / "there")


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_bucket_serves_what_the_feed_declares(seaweed: Seaweed, tmp_path: Path) -> None:
    """Published twice to a real server, the second time nothing goes; then asked as a listener's app asks."""
    bucket = seaweed.bucket()
    words = ("publish", "--target", f"s3://{bucket}/show", "--endpoint", seaweed.endpoint, "--json")
    first, second = (json.loads(command(*words, **seaweed.environment)) for _ in range(2))
    assert (first["wrong"], second["uploaded"], second["kept"]) == ([], 0, first["uploaded"])
    with urlopen(f"{seaweed.endpoint}/{bucket}/show/podcast.xml") as answer:
        assert answer.headers["Content-Type"] == "application/rss+xml; charset=utf-8"
        assert answer.headers["Cache-Control"] == "public, max-age=300"
        feed = feedparser.parse(answer.read())
    assert len(feed.entries) == 3
    for item in feed.entries:
        (media,) = item.enclosures
        url = media.href.replace("https://podcast.example.org/co-pi", f"{seaweed.endpoint}/{bucket}/show")
        with urlopen(Request(url, method="HEAD")) as answer:
            assert answer.headers["Content-Length"] == media.length
            assert answer.headers["Content-Type"] == media.type
            assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
        with urlopen(Request(url, headers={"Range": "bytes=10-19"})) as answer:
            assert (answer.status, len(answer.read())) == (206, 10)
            assert answer.headers["Content-Range"] == f"bytes 10-19/{media.length}"
