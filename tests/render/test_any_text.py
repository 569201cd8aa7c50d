"""Whatever people write, every artifact stays well-formed and says it back."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from lxml import etree

from publisher.model import Chapter, Edition, Person
from publisher.render import render
from publisher.render.wire.fit import legible

from .sample import ARTICLE, CAFE, EDITION, FULL, SHOW

ANY = st.text(st.characters(exclude_categories=[]), max_size=40) | st.sampled_from(
    [
        "]]>",
        "\x00",
        "\ud800",
        "a\r\nb\rc",
        "\u2028\x85",
        '"^\\;,:',
        "<b>&nbsp;</b>",
        "\ufffe",
        "  ",
        "=\t\n",
        "{{ 7 }}",
    ]
)


def edition_of(text: str) -> Edition:
    """The sample with `text` wherever people write."""
    words: dict[str, Any] = {
        "title": text,
        "excerpt": text,
        "html": text,
        "tags": (text,),
        "link": f"https://example.dk/{text}",
    }
    person = Person(name=text, role=text, group=text, email=text, href=f"https://{text}/")
    chapter = Chapter(start=timedelta(), title=text, url=f"https://x.dk/{text}", img=text)
    spoken = replace(FULL.entry, **words, persons=(person,), chapters=(chapter,), license=text)
    held = replace(CAFE.entry, **words, persons=(person,), organizer=person, location=text, price=text)
    told = replace(ARTICLE.entry, **words, persons=(person,))
    event = replace(CAFE, entry=held, guid=text or "x")
    return replace(
        EDITION,
        show=replace(
            SHOW, title=text, description=text, author=text, owner=person, persons=(person,), copyright=text
        ),
        episodes=(replace(FULL, entry=spoken, guid=text or "x"),),
        events=(event,),
        calendar=(event,),
        articles=(replace(ARTICLE, entry=told),),
    )


@given(ANY)
@settings(max_examples=60, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_text_keeps_every_format_well_formed(text: str) -> None:
    """XML parses, JSON says the title back, calendars hold the event, and links stay ASCII."""
    title = legible(text).strip()
    for artifact in render(edition_of(text)):
        if not isinstance(artifact.body, bytes):
            continue
        if artifact.key.endswith((".xml", ".atom")):
            urls: Any = etree.fromstring(artifact.body).xpath("//@url|//@href|//link/text()")
            assert all(str(url).isascii() for url in urls)
        elif artifact.key == "feed.json":
            assert json.loads(artifact.body)["items"][0]["title"] == (title or ARTICLE.entry.slug)
        elif artifact.key.endswith(".ics"):
            (event,) = Calendar.from_ical(artifact.body).events
            assert event["summary"] == (title or CAFE.entry.slug)
            assert not event.errors
