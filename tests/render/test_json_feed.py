"""feed.json: JSON Feed 1.1, held to a schema written from the specification."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest

from publisher.model import Edition
from publisher.render.json_feed import render
from tests.render.made import artifacts, fit

from .eventful import EVENTFUL, MOVED, TOLD
from .sample import ARTICLE, BARE, CAFE, EDITION, EMPTY, FULL

URL = {"type": "string", "pattern": "^https?://[!-~]+$"}
MOMENT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$"}
TEXT = {"type": "string", "minLength": 1}
AUTHORS = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {"name": TEXT, "url": URL, "avatar": URL},
        "minProperties": 1,
        "additionalProperties": False,
    },
}
ATTACHMENT = {
    "type": "object",
    "properties": {
        "url": URL,
        "mime_type": {"type": "string", "pattern": "^[a-z]+/"},
        "title": TEXT,
        "size_in_bytes": {"type": "integer", "minimum": 1},
        "duration_in_seconds": {"type": "number", "minimum": 0},
    },
    "required": ["url", "mime_type"],
    "additionalProperties": False,
}
EXTENSION = {"^_[A-Za-z][^.]*$": {"type": "object"}}
"""JF-010."""
ITEM = {
    "type": "object",
    "properties": {
        **dict.fromkeys(("id", "title", "content_html", "content_text", "summary", "language"), TEXT),
        **dict.fromkeys(("url", "external_url", "image", "banner_image"), URL),
        **dict.fromkeys(("date_published", "date_modified"), MOMENT),
        "authors": AUTHORS,
        "tags": {"type": "array", "items": TEXT},
        "attachments": {"type": "array", "items": ATTACHMENT},
    },
    "required": ["id"],
    "anyOf": [{"required": ["content_html"]}, {"required": ["content_text"]}],
    "patternProperties": EXTENSION,
    "additionalProperties": False,
}
HUB = {
    "type": "object",
    "properties": {"type": TEXT, "url": URL},
    "required": ["type", "url"],
    "additionalProperties": False,
}
FEED = {
    "type": "object",
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        **dict.fromkeys(("title", "description", "user_comment", "language"), TEXT),
        **dict.fromkeys(("home_page_url", "feed_url", "next_url", "icon", "favicon"), URL),
        "authors": AUTHORS,
        "expired": {"type": "boolean"},
        "hubs": {"type": "array", "items": HUB},
        "items": {"type": "array", "items": ITEM},
    },
    "required": ["version", "title", "home_page_url", "feed_url", "items"],
    "additionalProperties": False,
}


def test_feed_json_is_as_its_golden(golden: Callable[[str], None]) -> None:
    """The whole document, for people to read."""
    golden("feed.json")


def feed_of(edition: Edition) -> dict[str, Any]:
    """What programs read of `edition`."""
    (artifact,) = artifacts(render(fit(edition)))
    assert isinstance(artifact.body, bytes)
    made: dict[str, Any] = json.loads(artifact.body)
    return made


@pytest.mark.parametrize("edition", [EDITION, EVENTFUL, EMPTY], ids=["sample", "eventful", "empty"])
def test_the_feed_keeps_to_the_specification(edition: Edition) -> None:
    """JF-001…010: nothing missing, nothing unknown."""
    jsonschema.validate(feed_of(edition), FEED)


def test_every_entry_is_there_newest_first() -> None:
    """By the guid that never changes."""
    items = feed_of(EDITION)["items"]
    assert [item["id"] for item in items] == [item.guid for item in (ARTICLE, FULL, CAFE, BARE)]


def test_an_event_says_when_and_where_and_that_it_is_off() -> None:
    """A reader has no calendar."""
    moved = next(item for item in feed_of(EVENTFUL)["items"] if item["id"] == MOVED.guid)
    assert moved["title"] == f"Aflyst: {CAFE.entry.title}"
    assert moved["summary"].startswith("fredag den 31. marts 2023 kl. 09.00–10.00 (CEST) · Zoom. Kort")
    assert moved["content_html"].startswith("<p>Tid: fredag den 31. marts 2023 kl. 09.00–10.00 (CEST)<br>")
    assert moved["image"] == "https://example.dk/podcast/art/cafe-ffffffffffff.png"


def test_the_thread_is_an_extension() -> None:
    """JF-010: and where there is no thread, nothing is said."""
    threads = {item["id"]: item.get("_thread") for item in feed_of(EVENTFUL)["items"]}
    pages = "https://example.dk/podcast"
    assert threads[FULL.guid] == {
        "related": [
            {"id": CAFE.guid, "url": f"{pages}/events/innovationscafe.html", "title": CAFE.entry.title},
            {"id": TOLD.guid, "url": f"{pages}/articles/hvad-vi-laerte.html", "title": TOLD.entry.title},
        ]
    }
    assert threads[BARE.guid] is None


def test_a_hub_is_named_where_there_is_one() -> None:
    """JF-011, WS-004."""
    assert feed_of(EVENTFUL)["hubs"] == [{"type": "WebSub", "url": "https://hub.example/h%C3%B8b"}]
    assert "hubs" not in feed_of(EDITION)


def test_people_can_read_the_file(body: Callable[[str], bytes]) -> None:
    """Letters are letters, and the last line ends."""
    document = body("feed.json")
    assert "Åse Ørsted".encode() in document
    assert document.endswith(b"}\n")


@pytest.mark.parametrize("edition", [EDITION, EVENTFUL, EMPTY], ids=["some", "much", "none"])
def test_it_is_written_as_python_indents(edition: Edition) -> None:
    """Ours is faster, and no other: readers of diffs see what changed."""
    (made,) = artifacts(render(edition))
    assert isinstance(made.body, bytes)
    text = made.body.decode()
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"
