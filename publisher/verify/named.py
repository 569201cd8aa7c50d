"""What podcast.xml itself names, for whoever cannot read the record of what was published.

Enclosures, transcripts and chapters, with the length and type that the feed gives them.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.parsers.expat import ExpatError, ParserCreate

from publisher.model import Finding
from publisher.verify.answer import Answer
from publisher.verify.fault import UnheardError
from publisher.verify.listener import Listener
from publisher.verify.wanted import Kind, Wanted

FEED = "podcast.xml"
LARGEST = 64 * 1024 * 1024
PODCAST = "https://podcastindex.org/namespace/1.0"
_KINDS = {
    "enclosure": Kind.MEDIA,
    f"{PODCAST} transcript": Kind.SIDECAR,
    f"{PODCAST} chapters": Kind.SIDECAR,
}


def named(base_url: str, listener: Listener) -> tuple[tuple[Wanted, ...], tuple[Finding, ...]]:
    """What the feed at base_url names, each once, or why it does not say."""
    feed = Wanted(key=FEED, url=f"{base_url}/{FEED}", kind=Kind.FEED)
    try:
        answer = listener.ask(feed.url, most=LARGEST)
    except UnheardError as error:
        return (), (feed.error(str(error), error.fix),)
    if answer.status != 200 or not answer.whole:
        return (), (feed.error(f"it cannot be had ({answer.status})", "Publish, and mend base_url."),)
    try:
        found = dict.fromkeys(_read(answer, base_url))
    except ExpatError as error:
        return (), (feed.error(f"it is no XML: {error}", "Publish again, and mend base_url."),)
    return tuple(found), ()


def _read(answer: Answer, base_url: str) -> Iterator[Wanted]:
    found: list[Wanted] = []
    root: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        root.append(name)
        if name in _KINDS and "url" in attributes:
            found.append(_wanted(_KINDS[name], attributes, base_url))

    parser = ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = start
    parser.Parse(answer.body, True)
    if root[0] != "rss":
        raise ExpatError(f"its root is {root[0]}, not rss")
    yield from found


def _wanted(kind: Kind, attributes: dict[str, str], base_url: str) -> Wanted:
    url, length = attributes["url"], attributes.get("length", "")
    ours = url.startswith(f"{base_url}/")
    return Wanted(
        key=url.removeprefix(f"{base_url}/") if ours else "",
        url=url,
        kind=kind,
        size=int(length) if length.isdecimal() and kind is Kind.MEDIA else None,
        type=attributes.get("type"),
        ours=ours,
    )
