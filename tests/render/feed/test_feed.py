"""publisher.render.feed: what feedgen does when left alone does not happen."""

from __future__ import annotations

from functools import partial

from lxml import etree

from publisher.model import Edition
from publisher.render.feed import begin, renew, start
from publisher.render.feed.binding import Binding
from publisher.render.stream.news import plain, to_tell

from ..sample import BARE, FULL


def test_feedgens_own_clock_version_and_order_stay_out(edition: Edition) -> None:
    """It would date the feed now, name its version, and turn the entries round."""
    feed = begin(edition, "x.xml", "application/xml")
    binding = Binding(partial(feed.rss_str, pretty=True), "channel")
    items = []
    for item in (FULL, BARE):
        renew(feed, to_tell(item, partial(plain, item)))
        items.append(binding.item(start(feed, edition, plain(item)).rss_entry()))
    rss = etree.fromstring(b"".join(binding.bind(items)))
    assert rss.findtext("channel/lastBuildDate") == "Mon, 01 May 2023 12:30:00 +0000"
    assert rss.findtext("channel/generator") == "Publisher"
    assert rss.find("channel/docs") is None
    assert [title.text for title in rss.iterfind(".//item/title")] == [FULL.entry.title, BARE.entry.title]
