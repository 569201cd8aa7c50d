"""Listeners, with eyes of their own: every feed by other people's parsers, and whatever it names."""

from __future__ import annotations

import hashlib
import html
import json
import re
from collections import deque
from http.client import HTTPConnection, HTTPResponse
from io import BytesIO
from typing import Self
from urllib.parse import urlsplit

import feedparser
import icalendar

from tests.publish.changing import BASE

FEEDS = ("podcast.xml", "feed.xml", "feed.atom", "feed.json", "events.ics", "events.xml")
NAMED = re.compile(rf"""{re.escape(BASE)}/([^\s"'<>\\]*)""")
LENGTH = re.compile(rf"""url="{re.escape(BASE)}/([^"]*)" length="(\d+)\"""")


class Listening:
    """Somebody at the public address, which here is that of a bucket and a prefix. Used inside `with`."""

    def __init__(self, place: str) -> None:
        parts = urlsplit(place)
        self._connection = HTTPConnection(parts.netloc, timeout=60)
        self._path = parts.path.rstrip("/")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def hear(self) -> dict[str, str]:
        """The sha256 of all that can be had, by key: the feeds, what they name, and what their pages name.

        Fails where a feed does not parse, or anything that is named is not there.
        """
        found = {feed: data for feed in FEEDS if (data := self.get(feed)) is not None}
        for feed, data in found.items():
            parse(feed, data)
        waiting = deque((key, feed) for feed, data in found.items() for key in named(data))
        while waiting:
            key, where = waiting.popleft()
            # A page names every feed, also before the first publication has come so far.
            if key in found or (where.endswith(".html") and key in FEEDS):
                continue
            data = self.get(key)
            assert data is not None, f"{where} names {key}, which is not there"
            found[key] = data
            if key.endswith(".html"):
                waiting.extend((other, key) for other in named(data))
        self._check_lengths(found)
        return {key: hashlib.sha256(data).hexdigest() for key, data in found.items()}

    def get(self, key: str) -> bytes | None:
        """What everybody gets at `key`; None if nothing is there."""
        answer, data = self._ask(key)
        assert answer.status in (200, 404), f"{key} answers {answer.status}"
        return data if answer.status == 200 else None

    def encoding(self, key: str) -> str | None:
        """What is said to have been done to what stands there."""
        answer, _ = self._ask(key)
        return answer.headers["Content-Encoding"]

    def _ask(self, key: str) -> tuple[HTTPResponse, bytes]:
        self._connection.request("GET", f"{self._path}/{key}")
        answer = self._connection.getresponse()
        return answer, answer.read()

    def _check_lengths(self, found: dict[str, bytes]) -> None:
        for key, length in LENGTH.findall(found.get("podcast.xml", b"").decode()):
            assert len(found[key]) == int(length)


def parse(feed: str, data: bytes) -> None:
    """Fail unless `data` is a whole feed with something in it."""
    if feed.endswith(".ics"):
        assert icalendar.Calendar.from_ical(data).walk("VEVENT")
    elif feed.endswith(".json"):
        assert json.loads(data)["items"]
    else:
        parsed = feedparser.parse(BytesIO(data))
        assert not parsed.bozo, f"{feed}: {parsed.bozo_exception}"
        assert parsed.entries


def named(data: bytes) -> set[str]:
    """The keys of ours that are named anywhere in `data`."""
    text = html.unescape(data.decode().replace("\r\n ", ""))
    # Behind "?" a page is told what to look for: by robots, with what they put for the braces.
    return {re.split("[?#]", key)[0] for key in NAMED.findall(text)}
