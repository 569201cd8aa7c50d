"""feed.json: JSON Feed 1.1, held to a schema written from the specification."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import jsonschema

from .sample import ARTICLE, BARE, CAFE, FULL

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
        "items": {"type": "array", "items": ITEM},
    },
    "required": ["version", "title", "home_page_url", "feed_url", "items"],
    "additionalProperties": False,
}


def test_feed_json_is_as_its_golden(golden: Callable[[str], None]) -> None:
    """The whole document, for people to read."""
    golden("feed.json")


def test_the_feed_keeps_to_the_specification(body: Callable[[str], bytes]) -> None:
    """JF-001…010: nothing missing, nothing unknown."""
    feed: dict[str, Any] = json.loads(body("feed.json"))
    jsonschema.validate(feed, FEED)
    assert [item["id"] for item in feed["items"]] == [item.guid for item in (ARTICLE, FULL, CAFE, BARE)]


def test_people_can_read_the_file(body: Callable[[str], bytes]) -> None:
    """Letters are letters, and the last line ends."""
    document = body("feed.json")
    assert "Åse Ørsted".encode() in document
    assert document.endswith(b"}\n")
