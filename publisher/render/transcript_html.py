"""episodes/<slug>/transcript.html: what is said, to read: cite, time and p (TRH-001, PN transcripts.md)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from html import escape
from itertools import chain

from publisher.model import Artifact, Cue, Edition
from publisher.render.spoken import Spoken, all_transcripts
from publisher.render.stream.keys import page
from publisher.render.wire import artifact

ENOUGH = 500
"""Characters after which a paragraph ends with its sentence, …"""
TOO_MUCH = 1500
"""… and after which it ends with its cue, since there may be no full stops."""


def render(edition: Edition) -> Iterator[Artifact]:
    """Make a page of each transcript."""
    for spoken in all_transcripts(edition, "html"):
        text = "\n".join(_page(edition, spoken))
        yield artifact(spoken.key, f"{spoken.type}; charset=utf-8", f"{text}\n".encode())


def _page(edition: Edition, spoken: Spoken) -> Iterator[str]:
    title = escape(spoken.item.entry.title)
    address = escape(edition.url(page(spoken.item)))
    yield "<!doctype html>"
    yield f'<html lang="{escape(spoken.language or "")}">'
    yield '<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title} · {escape(edition.show.title)}</title>"
    yield "<style>:root { color-scheme: light dark; font: 1.125rem/1.6 system-ui, sans-serif; }"
    yield "body { max-width: 42rem; margin: 0 auto; padding: 1rem; overflow-wrap: break-word; }</style>"
    own = "" if spoken.language == edition.show.language else f' lang="{escape(edition.show.language)}"'
    yield f'</head>\n<body>\n<h1{own}><a href="{address}">{title}</a></h1>'
    for turn in _turns(spoken.cues()):
        yield from _lines(turn)
    yield "</body>\n</html>"


def _turns(cues: tuple[Cue, ...]) -> Iterator[list[Cue]]:
    """What one speaker says without a break, in pieces that can be read."""
    turn: list[Cue] = []
    length = 0
    for cue in cues:
        if turn and (cue.speaker != turn[-1].speaker or _is_full(length, turn[-1].text)):
            yield turn
            turn, length = [], 0
        turn.append(cue)
        length += len(cue.text)
    if turn:
        yield turn


def _is_full(length: int, text: str) -> bool:
    return length >= TOO_MUCH or (length >= ENOUGH and text.endswith((".", "?", "!", "…", "。")))


def _lines(turn: list[Cue]) -> Iterator[str]:
    first = turn[0]
    if first.speaker:
        yield f"<cite>{escape(first.speaker)}:</cite>"
    if first.start is not None:
        seconds = first.start // timedelta(seconds=1)
        yield f'<time datetime="PT{seconds}S">{_clock(seconds)}</time>'
    for paragraph in _paragraphs(turn):
        yield f"<p>{escape(paragraph, quote=False)}</p>"


def _paragraphs(turn: list[Cue]) -> Iterator[str]:
    """The words, with the breaks that the producer made between them and no others."""
    words = chain.from_iterable((" ", cue.text) for cue in turn)
    return (paragraph.strip() for paragraph in "".join(words).split("\n"))


def _clock(seconds: int) -> str:
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
