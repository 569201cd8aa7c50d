"""What a feed names, by the feed alone; whatever it is that is found there."""

from __future__ import annotations

import pytest

from publisher.verify.listener import Listener
from publisher.verify.named import named
from publisher.verify.wanted import Kind
from tests.verify.host import Host, Page, hang

TYPE = "application/rss+xml; charset=utf-8"
FEED = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:p="https://podcastindex.org/namespace/1.0"><channel>
<item><enclosure url="{base}/media/a.mp3" length="600" type="audio/mpeg"/>
<p:transcript url="{base}/episodes/a/transcript.vtt" type="text/vtt"/>
<p:chapters url="{base}/episodes/a/chapters.json" type="application/json+chapters"/></item>
<item><enclosure url="https://hosted.example/b.mp3?x=1&amp;y=2" length="unknown" type="audio/mpeg"/></item>
<item><enclosure url="{base}/media/a.mp3" length="600" type="audio/mpeg"/><enclosure length="1"/></item>
<transcript url="{base}/not/of/this/namespace"/>
</channel></rss>"""


def test_enclosures_transcripts_and_chapters_are_named_once(host: Host, listener: Listener) -> None:
    host.put("podcast.xml", FEED.format(base=host.base_url), TYPE)
    found, wrong = named(host.base_url, listener)
    assert wrong == ()
    assert [(one.key, one.kind, one.size, one.type, one.ours) for one in found] == [
        ("media/a.mp3", Kind.MEDIA, 600, "audio/mpeg", True),
        ("episodes/a/transcript.vtt", Kind.SIDECAR, None, "text/vtt", True),
        ("episodes/a/chapters.json", Kind.SIDECAR, None, "application/json+chapters", True),
        ("", Kind.MEDIA, None, "audio/mpeg", False),
    ]
    assert found[3].url == "https://hosted.example/b.mp3?x=1&y=2"


BOMB = (
    "<!DOCTYPE rss ["
    + '<!ENTITY e0 "eeeeeeeeee">'
    + "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    + "]><rss>&e9;</rss>"
)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "no XML: no element"),
        ("<rss><channel>", "no XML"),
        ("<html><body><p>Not here</p></body></html>", "its root is html"),
        ("\0\1\2", "no XML"),
        (BOMB, "no XML"),
    ],
)
def test_what_is_no_feed_is_told(host: Host, listener: Listener, text: str, what: str) -> None:
    """Nor does an entity that grows without end fill the memory."""
    host.put("podcast.xml", text, TYPE)
    found, (wrong,) = named(host.base_url, listener)
    assert (found, what in wrong.what, wrong.key) == ((), True, "podcast.xml")


def test_a_feed_that_is_not_there_is_told(host: Host, listener: Listener) -> None:
    found, (wrong,) = named(host.base_url, listener)
    assert (found, wrong.what) == ((), "it cannot be had (404)")


def test_a_feed_that_does_not_come_is_told(host: Host) -> None:
    host.pages["/show/podcast.xml"] = Page(b"")
    host.instead["/show/podcast.xml"] = hang
    with Listener(silence=0.1, longest=1) as hasty:
        found, (wrong,) = named(host.base_url, hasty)
    assert (found, "in time" in wrong.what) == ((), True)
