"""publisher.render.feed: what feedgen does when left alone does not happen."""

from __future__ import annotations

from lxml import etree

from publisher.model import Edition
from publisher.render.feed import add, begin
from publisher.render.stream.news import plain

from ..sample import BARE, FULL


def test_feedgens_own_clock_version_and_order_stay_out(edition: Edition) -> None:
    """It would date the feed now, name its version, and turn the entries round."""
    feed = begin(edition, "x.xml", "application/xml")
    for item in (FULL, BARE):
        add(feed, edition, plain(item))
    rss = etree.fromstring(feed.rss_str())
    assert rss.findtext("channel/lastBuildDate") == "Mon, 01 May 2023 12:30:00 +0000"
    assert rss.findtext("channel/generator") == "Publisher"
    assert rss.find("channel/docs") is None
    assert [title.text for title in rss.iterfind(".//item/title")] == [FULL.entry.title, BARE.entry.title]
