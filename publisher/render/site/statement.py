"""What pages say of accessibility and privacy where the producer says nothing: only what the build knows.

It claims no more than that. A public body owes its readers a statement of its own (Directive (EU) 2016/2102,
article 7; Decision (EU) 2018/1523), and whoever decides about the server knows what it records.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.model import Edition
from publisher.render.site.environment import host
from publisher.render.words import Words


def accessibility(edition: Edition, w: Words) -> Iterator[str]:
    """Say what the pages are made for, and that this is no audit."""
    yield w.text(
        "These pages are made to be used by everybody, and to follow WCAG 2.2 at level AA: with a keyboard "
        "alone, with screen readers, enlarged, on small screens and without JavaScript."
    )
    if edition.theme.style or edition.theme.templates:
        yield w.text("This show has changed how its pages look. That can change what is said here.")
    yield w.text(
        "The program that builds the pages wrote this, from what is in them. It is no audit by people."
    )


def transcribed(edition: Edition, w: Words) -> str | None:
    """Say how many episodes can be read: what is sound alone, not everybody can use (WCAG 2.2, 1.2.1)."""
    heard = [item for item in edition.episodes if item.enclosure]
    said = sum(any(transcript.cues for transcript in item.entry.transcripts) for item in heard)
    if not heard:
        return None
    if said == len(heard):
        return w.count(
            "The episode can be read as a transcript.", "All {n} episodes can be read as transcripts.", said
        )
    some = w.count(
        "{n} of {total} episodes can be read as a transcript.",
        "{n} of {total} episodes can be read as transcripts.",
        said,
        total=len(heard),
    )
    others = w.text("The others are sound alone, which not everybody can use.")
    return f"{some} {others}"


def privacy(edition: Edition, w: Words) -> Iterator[str]:
    """Say what the pages do, what others can see, and what nobody here knows."""
    yield w.text(
        "These pages set no cookies, count no visitors and fetch nothing from others by themselves: they "
        "have your browser refuse it."
    )
    yield w.text(
        "Where you stopped in an episode is remembered in your own browser only. It is sent to nobody, and "
        "is gone when you clear what the browser keeps of this site."
    )
    if hosts := _hosts(edition):
        yield w.text(
            "Some recordings are kept elsewhere, at {hosts}: there it is seen when you play them.",
            hosts=", ".join(hosts),
        )
    yield w.text(
        "As with all web sites, whoever runs the server can see from where which page or recording is "
        "fetched, and what is sent from the search field. What they keep of it, these pages cannot know."
    )
    yield w.text("When you follow a link, sign up somewhere or listen in an app, the rules of others apply.")


def _hosts(edition: Edition) -> list[str]:
    """Name who hosts what we do not, each once."""
    urls = (item.enclosure.url for item in edition.episodes if item.enclosure and item.enclosure.url)
    return list(dict.fromkeys(map(host, urls)))
