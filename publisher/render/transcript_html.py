"""episodes/<slug>/transcript.html: what is said, to read: cite, time and p (TRH-001, PN transcripts.md)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from html import escape

from publisher.model import Artifact, Cue, Edition
from publisher.render.site.amounts import clock
from publisher.render.spoken import Spoken, all_transcripts
from publisher.render.spoken.turns import paragraphs, turns
from publisher.render.stream.keys import page
from publisher.render.wire import artifact
from publisher.render.wire.part import Part

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'"
"""It has nothing but its own few rules, here inside: apps show it without the files of the site."""


def render(edition: Edition) -> Iterator[Part]:
    """Make a page of each transcript."""
    return all_transcripts(edition, "html", partial(_file, edition))


def _file(edition: Edition, spoken: Spoken) -> Artifact:
    text = "\n".join(_page(edition, spoken))
    return artifact(spoken.key, f"{spoken.type}; charset=utf-8", f"{text}\n".encode())


def _page(edition: Edition, spoken: Spoken) -> Iterator[str]:
    title = escape(spoken.item.entry.title)
    address = escape(edition.url(page(spoken.item)))
    yield "<!doctype html>"
    yield f'<html lang="{escape(spoken.language or "")}">'
    yield '<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title} · {escape(edition.show.title)}</title>"
    if edition.favicon:
        yield f'<link rel="icon" href="{escape(edition.url(edition.favicon.key))}">'
    yield "<style>:root { color-scheme: light dark; background: canvas; }"
    yield ":root { font: 1.125rem/1.6 system-ui, sans-serif; }"
    yield "body { max-width: 42rem; margin: 0 auto; padding: 1rem; overflow-wrap: break-word; }</style>"
    own = "" if spoken.language == edition.show.language else f' lang="{escape(edition.show.language)}"'
    yield f'</head>\n<body>\n<main>\n<h1{own}><a href="{address}">{title}</a></h1>'
    for turn in turns(spoken.cues()):
        yield from _lines(turn)
    yield "</main>\n</body>\n</html>"


def _lines(turn: list[Cue]) -> Iterator[str]:
    first = turn[0]
    if first.speaker:
        yield f"<cite>{escape(first.speaker)}:</cite>"
    if first.start is not None:
        yield f'<time datetime="PT{first.start // timedelta(seconds=1)}S">{clock(first.start)}</time>'
    for paragraph in paragraphs(turn):
        yield f"<p>{escape(paragraph, quote=False)}</p>"
