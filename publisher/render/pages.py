"""The pages of the show as a whole: home, subscribe, people, about, search, and one for what is not there.

All links are absolute and spell out index.html, since a bucket serves no index documents (DISC-001).
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.model import Artifact, Edition, Show
from publisher.render.site import feeds
from publisher.render.site.cards import card, cards
from publisher.render.site.document import document
from publisher.render.site.downloads import recording
from publisher.render.site.environment import mailto
from publisher.render.site.frame import Frame
from publisher.render.site.keys import ABOUT, HOME, MISSING, SEARCH, SUBSCRIBE, topic_page
from publisher.render.site.labels import Label, numbers
from publisher.render.site.people import KEY as PEOPLE
from publisher.render.site.people import contributors, faces, portrait
from publisher.render.site.prose import prose
from publisher.render.site.qr import qr
from publisher.render.site.statement import accessibility, privacy, transcribed
from publisher.render.site.subscribe import apps, calendars
from publisher.render.wire import cut
from publisher.render.wire.fit import ascii_url

EPISODES_AT_HOME = 6
EVENTS_AT_HOME = 4
ARTICLES_AT_HOME = 3
LEAD = 320
"""UTF-8 bytes of the show's description that open the home page; the rest is on the page about it."""


def render(edition: Edition) -> Iterator[Artifact]:
    """Make them all."""
    frame = Frame(edition)
    yield _home(frame)
    yield _subscribe(frame)
    yield from _people(frame)
    yield _about(frame)
    yield document(frame, SEARCH, "search", title=frame.w.text("Search"), section=SEARCH, is_listed=False)
    yield document(frame, MISSING, "missing", title=frame.w.text("The page is not here"), is_listed=False)
    for gone in edition.gone:
        key, title = f"{gone.kind}s/{gone.slug}.html", frame.w.text("Taken back")
        yield document(frame, key, "gone", title=title, gone=gone, is_listed=False)


def _home(frame: Frame) -> Artifact:
    edition, show = frame.edition, frame.edition.show
    newest = next(iter(edition.episodes), None)
    lead = cut(show.description, LEAD)
    return document(
        frame,
        HOME,
        "home",
        title=show.title,
        description=cut(show.description, LEAD),
        section=HOME,
        media=edition.media_url(newest.enclosure) if newest and newest.enclosure else None,
        lead=lead,
        is_cut=lead != show.description.strip(),
        cover=frame.gallery.image(show.cover),
        newest=card(frame, newest) if newest else None,
        newest_numbers=tuple(numbers(frame, newest.entry)) if newest else (),
        audio=recording(frame, newest) if newest else None,
        episodes=cards(frame, edition.episodes[1 : EPISODES_AT_HOME + 1]),
        upcoming=cards(frame, (coming.item for coming in edition.upcoming[:EVENTS_AT_HOME])),
        articles=cards(frame, edition.articles[:ARTICLES_AT_HOME]),
        topics=tuple(Label(topic.title or topic.tag, frame.url(topic_page(topic))) for topic in show.topics),
    )


def _subscribe(frame: Frame) -> Artifact:
    edition, w = frame.edition, frame.w
    offered = (*feeds.news(w), *(feeds.topic(topic, w) for topic in edition.show.topics))
    return document(
        frame,
        SUBSCRIBE,
        "subscribe",
        title=w.text("Subscribe"),
        section=SUBSCRIBE,
        listen=tuple((one.title, one.url) for one in edition.show.site.listen),
        apps=apps(edition),
        calendars=calendars(edition, w),
        qr=qr(frame.url(SUBSCRIBE), w.text("QR code of this page")),
        feeds=tuple(Label(feed.name, frame.url(feed.key)) for feed in offered),
    )


def _people(frame: Frame) -> Iterator[Artifact]:
    everybody = contributors(frame.edition, frame.w)
    if everybody:
        yield document(
            frame,
            PEOPLE,
            "people",
            title=frame.w.text("People"),
            section=PEOPLE,
            people=[(one, portrait(frame.edition, one.person), cards(frame, one.items)) for one in everybody],
        )


def _about(frame: Frame) -> Artifact:
    """Say who is behind it, and what the law wants said."""
    edition, show = frame.edition, frame.edition.show
    return document(
        frame,
        ABOUT,
        "about",
        title=frame.w.text("About"),
        description=cut(show.description, LEAD),
        section=ABOUT,
        cover=frame.gallery.image(show.cover),
        people=faces(edition, show.persons, frame.w),
        texts={name: prose(frame, text) for name, text in _texts(frame)},
        accessibility=tuple(accessibility(edition, frame.w)),
        transcribed=transcribed(edition, frame.w),
        privacy=tuple(privacy(edition, frame.w)),
        contact=_contact(show),
    )


def _contact(show: Show) -> Label | None:
    """Lead to whoever answers."""
    contact = show.site.contact or (show.owner.email if show.owner else None)
    if not contact:
        return None
    is_page = contact.startswith(("http://", "https://"))
    return Label(contact, ascii_url(contact) if is_page else mailto(contact))


def _texts(frame: Frame) -> Iterator[tuple[str, str]]:
    site = frame.edition.show.site
    yield "about", site.about
    yield "privacy", site.privacy
    yield "accessibility", site.accessibility
