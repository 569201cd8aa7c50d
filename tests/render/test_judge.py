"""Every feed of ours keeps to the rules of its format, and the judges would see it if not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from publisher.model import Edition
from publisher.render import Format, atom, content_rss, event_rss, podcast_rss, topic_rss
from tests.render.made import artifacts, fit

from .eventful import EVENTFUL, QUIET
from .judge import judge_atom, judge_rss
from .sample import EDITION, EMPTY

BASE = "https://example.dk/podcast/"
FORMATS: tuple[Format, ...] = (atom, content_rss, event_rss, podcast_rss, topic_rss)


def made(edition: Edition) -> dict[str, bytes]:
    """The feeds of `edition`, by key."""
    made = [one for format in FORMATS for one in artifacts(format.render(fit(edition)))]
    return {one.key: one.body for one in made if isinstance(one.body, bytes)}


@pytest.mark.parametrize(
    "edition",
    [EDITION, EVENTFUL, replace(EMPTY, show=EVENTFUL.show), replace(EVENTFUL, events=QUIET, calendar=QUIET)],
    ids=["sample", "eventful", "empty", "quiet"],
)
def test_every_feed_keeps_to_its_rules(edition: Edition) -> None:
    """RFC 4287, RSS 2.0, the event module, WebSub: whatever is in it, and when nothing is."""
    documents = made(edition)
    judge_atom(documents["feed.atom"], f"{BASE}feed.atom")
    rss = [key for key in documents if key.endswith(".xml")]
    assert len(rss) == 3 + len(edition.show.topics)
    for key in rss:
        judge_rss(documents[key], BASE + key)


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        (b'rel="alternate"', b'rel="self"'),
        (b"<id>urn:uuid:", b"<id>"),
        (b"+00:00</updated>", b"</updated>"),
        (b"<summary>", b"<summary>x</summary><summary>"),
        (b"<name>CO-PI</name>", b""),
        (b'<category term="mod"/>', b"<category/>"),
        (b"<media:thumbnail", b"<thumbnail"),
    ],
)
def test_the_judge_of_atom_sees_what_is_wrong(good: bytes, bad: bytes) -> None:
    document = made(EDITION)["feed.atom"]
    assert good in document
    with pytest.raises(AssertionError):
        judge_atom(document.replace(good, bad), f"{BASE}feed.atom")


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        (b'rel="self"', b'rel="alternate"'),
        (b"feed.xml", b"other.xml"),
        (b"Fri, 14 Apr", b"Mon, 14 Apr"),
        (b"Fri, 14 Apr 2023", b"Sun, 14 Apr 2024"),
        (b"Mon, 01 May 2023", b"Sat, 01 Apr 2023"),
        (b"isPermaLink", b"permaLink"),
        (b"ep-1<", b"1b4e28ba-2fa1-51d2-883f-0016d3cca427<"),
        (b'length="1638400"', b'length="-1"'),
        (b"<category>mod</category>", b"<tag>mod</tag>"),
        (b"<description>Optakt</description>", b""),
    ],
)
def test_the_judge_of_rss_sees_what_is_wrong(good: bytes, bad: bytes) -> None:
    document = made(EDITION)["feed.xml"]
    assert good in document
    with pytest.raises(AssertionError):
        judge_rss(document.replace(good, bad), f"{BASE}feed.xml")
