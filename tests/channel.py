"""A target that a producer publishes to, rolls back and prunes in turn, and what the public then finds."""

from __future__ import annotations

import hashlib
import html
import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from urllib.parse import unquote

from icalendar import Calendar

from publisher.model import Article, Artifact, Episode, Event, Ledger, Recording, Report, Revision, Show, Site
from publisher.past import committed, find, is_calendar, recorded
from publisher.plan import plan
from publisher.prune import Pruning, graces, prune, pruning
from publisher.prune.stock import take_stock
from publisher.publish import Run, publish
from publisher.render import render
from publisher.rollback import roll_back
from publisher.settle import settle
from publisher.settle.earlier import earlier
from publisher.standing import Forgetful, Standing, standing
from publisher.store.interface import Store
from tests.artifacts import Silence
from tests.settle.story import GUID, SHOW, START

FEEDS = ("podcast.xml", "feed.xml", "feed.atom", "feed.json", "events.xml", "events.ics")
DAY = timedelta(days=1)
Entry = Episode | Event | Article


class Channel:
    """One show in one store. Every step is a day after the one before, unless it says otherwise."""

    def __init__(self, store: Store, show: Show = SHOW) -> None:
        self.store, self.show, self.now, self.steps = store, show, START, 0

    def standing(self) -> Standing:
        """What the target has."""
        return standing(self.store, GUID)

    def revisions(self) -> list[Revision]:
        """What was public, newest first."""
        return list(committed(self.store, self.standing().head, recorded(self.store), Forgetful()))

    def publish(self, *entries: Entry, after: timedelta = DAY) -> tuple[Artifact, ...]:
        """Publish `entries`; the artifacts. Nothing may be wrong with them."""
        found = self.standing()
        run = self.run(after)
        made = settle(site(self.show, *entries), found.ledger, self.now)
        assert made.problems == ()
        artifacts = render(made.edition)
        renewed = (
            found.unfinished
            or not found.head.revision
            or made.ledger.entries != found.ledger.entries
            or made.ledger.show != found.ledger.show
        )
        planned = plan(
            artifacts,
            found.objects,
            revision=found.head.revision,
            touching=found.touching,
            withdrawn={row.enclosure.key for row in made.ledger.entries if row.expired and row.enclosure},
            renewed=renewed,
        )
        if planned.revision != found.head.revision:
            publish(planned, artifacts, made.ledger, found, self.store, run, watch=Silence())
        return artifacts

    def rollback(self, number: int, *, after: timedelta = DAY) -> tuple[Report, tuple[Artifact, ...], Ledger]:
        """Go back to revision `number`: the report, the artifacts and the ledger."""
        found = self.standing()
        run = self.run(after)
        public = committed(self.store, found.head, recorded(self.store), Forgetful())
        old = find(public, number, self.store.name)
        told = earlier(found.ledger, old, self.show, self.now)
        made = [one for one in render(told.edition) if is_calendar(one.key) or one.key in told.added]
        planned, artifacts = roll_back(old, made, found, self.store, base_url=self.show.base_url)
        report = publish(planned, artifacts, told.ledger, found, self.store, run, watch=Silence())
        return report, artifacts, told.ledger

    def prune(
        self, *, keep: int = 1, media: int = 365, after: timedelta = DAY, force: bool = True
    ) -> tuple[Pruning, tuple[str, ...]]:
        """Prune: what was planned, and the keys that were deleted."""
        found = self.standing()
        run = self.run(after)
        stock = take_stock(self.store, found, Forgetful(), keep=keep, now=self.now)
        made = pruning(stock, self.now, graces(media * DAY), force=force)
        return made, prune(made, stock, found, self.store, run)

    def run(self, after: timedelta) -> Run:
        self.now += after
        self.steps += 1
        return Run(now=self.now, token=f"t{self.steps}", take_over=True)


def site(show: Show, *entries: Entry) -> Site:
    return Site(
        show=show,
        episodes=tuple(entry for entry in entries if isinstance(entry, Episode)),
        events=tuple(entry for entry in entries if isinstance(entry, Event)),
        articles=tuple(entry for entry in entries if isinstance(entry, Article)),
    )


def recording(folder: Path, sound: str) -> Recording:
    """A recording that is a file with these bytes."""
    path = folder / f"{sound}.mp3"
    path.write_bytes(sound.encode())
    sha256 = hashlib.sha256(sound.encode()).hexdigest()
    return Recording(
        path=path,
        size=len(sound.encode()),
        sha256=sha256,
        sound=sha256,
        type="audio/mpeg",
        extension=".mp3",
        duration=timedelta(seconds=60),
        bitrate=64000,
        channels=1,
    )


def public(store: Store) -> dict[str, bytes]:
    """What anybody can get."""
    keys = [known.key for known in store.list() if not known.key.startswith(".publisher/")]
    return {key: store.get(key) or b"" for key in keys}


def dead_ends(store: Store, base_url: str = SHOW.base_url) -> list[str]:
    """Everything that a feed names and that does not answer with the right bytes."""
    there = public(store)
    feeds = (there[key].decode() for key in FEEDS if key in there)
    named = {key for feed in feeds for key in _named(feed, base_url)}
    wrong = sorted(named - set(there))
    for key in named & set(there):
        digest = re.search(r"-([0-9a-f]{12})\.\w+$", key)
        if digest and not hashlib.sha256(there[key]).hexdigest().startswith(digest[1]):
            wrong.append(f"{key}: other bytes")
    return wrong + _lengths(there, base_url)


def _named(feed: str, base_url: str) -> set[str]:
    text = html.unescape(html.unescape(re.sub(r"\r\n[ \t]", "", feed))).replace("\\n", " ")
    found = re.findall(rf"{re.escape(base_url)}/([^\s\"'<>\\)]+)", text)
    return {unquote(key) for key in found}


def _lengths(there: dict[str, bytes], base_url: str) -> list[str]:
    enclosures = re.findall(r"<enclosure [^>]*>", there.get("podcast.xml", b"").decode())
    wrong = []
    for one in enclosures:
        told = dict(re.findall(r'(\w+)="([^"]*)"', one))
        key = told["url"].removeprefix(f"{base_url}/")
        if len(there.get(key, b"")) != int(told["length"]):
            wrong.append(f"{key}: another length")
    return wrong


@dataclass(frozen=True, slots=True)
class Told:
    """What a calendar says of an event."""

    sequence: int
    status: str
    start: datetime
    summary: str
    stamp: datetime


def calendar(store: Store, key: str = "events.ics") -> dict[str, Told]:
    """The events in the public calendar, by UID."""
    data = store.get(key)
    assert data is not None
    return {
        str(one["UID"]): Told(
            int(str(one["SEQUENCE"])),
            str(one["STATUS"]),
            one.decoded("DTSTART"),
            str(one["SUMMARY"]),
            one.decoded("LAST-MODIFIED"),
        )
        for one in Calendar.from_ical(data).walk("VEVENT")
    }


def newest(channel: Channel, count: int) -> list[Revision]:
    return list(islice(channel.revisions(), count))


def retired(channel: Channel, guid: str) -> None:
    """Consent to `guid` going."""
    channel.show = replace(channel.show, retired=(*channel.show.retired, guid))
