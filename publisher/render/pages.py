"""index.html and a page for every entry: plain HTML5 (html.spec.whatwg.org, DISC-001).

The pages say nothing in a language of their own: the show's texts, ISO dates and symbols. All links
are absolute and spell out index.html, since a bucket serves no index documents.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from publisher.model import Artifact, Edition
from publisher.render.spoken import transcripts
from publisher.render.stream import related, stream
from publisher.render.stream.keys import calendar_key, chapters_key, page
from publisher.render.wire import artifact, cut

FEEDS = (
    ("podcast.xml", "application/rss+xml", "RSS"),
    ("feed.xml", "application/rss+xml", "RSS"),
    ("feed.atom", "application/atom+xml", "Atom"),
    ("feed.json", "application/feed+json", "JSON"),
    ("events.ics", "text/calendar", "iCalendar"),
    ("events.xml", "application/rss+xml", "RSS"),
)
"""What every page offers for subscription: key, type, and the name of the format."""


def render(edition: Edition) -> Iterator[Artifact]:
    """Make the index and a page of each entry."""
    items = stream(edition)
    yield _page(edition, "index.html", "index", items=items)
    for item in items:
        yield _page(edition, page(item), item.entry.kind, item=item, thread=related(edition, item))
    for item in edition.expired:
        yield _page(edition, page(item), "expired", item=item)
    for gone in edition.gone:
        yield _page(edition, f"{gone.kind}s/{gone.slug}.html", "gone", item=gone)


def _page(edition: Edition, key: str, template: str, **values: object) -> Artifact:
    environment = _environment()
    text = environment.get_template(f"{template}.html.j2").render(
        edition=edition, show=edition.show, url=edition.url, key=key, feeds=FEEDS, **values
    )
    return artifact(key, "text/html; charset=utf-8", text.encode())


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {"local": local, "clock": clock, "format": format_name, "cut": cut}
    environment.globals |= {
        "page": page,
        "chapters_key": chapters_key,
        "transcripts": transcripts,
        "calendar_key": calendar_key,
    }
    return environment


def local(moment: datetime, zone: str) -> datetime:
    """Say `moment` as clocks in `zone` show it."""
    return moment.astimezone(ZoneInfo(zone))


def clock(duration: timedelta) -> str:
    """Write `duration` as players do: 1:42, 1:02:03."""
    minutes, seconds = divmod(round(duration.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def format_name(key: str) -> str:
    """Name the format of a file by its extension: MP3, VTT."""
    return PurePosixPath(urlsplit(key).path).suffix.lstrip(".").upper()
