"""publisher.render.feed.rss: items that every reader takes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta, timezone
from functools import partial
from typing import Any

from lxml import etree

from publisher.model import Edition, Entry, Published
from publisher.render.feed.rss import channel, document
from publisher.render.stream.archive import documents
from publisher.render.stream.news import plain, to_tell
from tests.render.made import artifacts

from ..sample import BARE, FULL
from ..xml import parse, texts


def xml_of(edition: Edition, item: Published[Any]) -> bytes:
    """A feed of `item` alone."""
    (part,) = documents([to_tell(item, partial(plain, item))], None)
    feed = channel(edition, "x.xml", part)
    (made,) = artifacts([document(feed, edition, "x.xml", part, lambda entry, news: None)])
    assert isinstance(made.body, bytes)
    return made.body


def with_words(**changes: Any) -> Published[Entry]:
    """The full episode with other words."""
    return replace(FULL, entry=replace(FULL.entry, **changes))


def test_dates_are_in_utc(edition: Edition) -> None:
    """RSS-003: one zone, whatever the entry was dated in."""
    item = replace(FULL, published=FULL.published.astimezone(timezone(timedelta(hours=-3))))
    assert texts(parse(xml_of(edition, item)), ".//item/pubDate") == ["Fri, 14 Apr 2023 06:00:00 +0000"]


def test_html_survives_cdata(edition: Edition) -> None:
    """RSS-018: the end of a section inside a section is spelled as HTML allows."""
    body = xml_of(edition, with_words(html='<p title="]]>">x</p>'))
    assert b'<content:encoded><![CDATA[<p title="]]&gt;">x</p>]]></content:encoded>' in body


def test_indenting_leaves_text_alone(edition: Edition) -> None:
    """Spaces and lines inside texts are somebody's."""
    html = "\n <pre>a\n  b </pre> <b>c</b>\n"
    item = with_words(html=html, excerpt="to\n  linjer")
    feed = parse(xml_of(edition, item))
    assert texts(feed, ".//content:encoded") == [html]
    assert texts(feed, ".//item/description") == ["to\n  linjer"]


def test_there_is_always_a_description(edition: Edition) -> None:
    """RSS-013: content alone would end up in its place, as HTML."""
    feed = parse(xml_of(edition, with_words(excerpt="", html="<img alt='' src='https://x.dk/a.png'>")))
    assert texts(feed, ".//item/description") == [FULL.entry.title.replace("<", "&lt;")]
    assert len(texts(feed, ".//content:encoded")) == 1
    assert texts(parse(xml_of(edition, BARE)), ".//item/description") == ["Optakt"]


def test_text_is_text_to_readers_that_take_it_for_html(edition: Edition) -> None:
    """A tag that somebody writes about is shown, an entity too; any other & stays as it is."""
    (description,) = texts(
        parse(xml_of(edition, with_words(excerpt="R&D: brug <digital> og &amp; her"))), ".//item/description"
    )
    assert description == "R&D: brug &lt;digital> og &amp;amp; her"


def test_long_descriptions_are_cut(edition: Edition) -> None:
    """APPLE-069: 4,000 bytes; the whole text is in the content."""
    (description,) = texts(parse(xml_of(edition, with_words(excerpt="ord " * 2000))), ".//item/description")
    assert description
    assert len(description.encode()) <= 4000
    assert description.endswith("ord…")


def test_documents_declare_utf_8_and_end_their_last_line(edition: Edition) -> None:
    """APPLE-002."""
    body = xml_of(edition, FULL)
    assert body.startswith(b"<?xml version='1.0' encoding='UTF-8'?>\n")
    assert body.endswith(b"</rss>\n")
    assert etree.fromstring(body).tag == "rss"
