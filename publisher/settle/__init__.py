"""Identity and time: what depends on what was published before, or on the moment.

Pure: `now` and the ledger come in, a new ledger goes out, and what subscribers have seen never
changes under them. The rules are in the design, §3; each is a test.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TypeVar, cast

from publisher.model import (
    Article,
    Edition,
    Enclosure,
    Entry,
    Episode,
    Event,
    Ledger,
    LedgerEntry,
    Problem,
    Published,
    ShowRecord,
    Site,
)
from publisher.settle import problems as say
from publisher.settle.content import content_hash, event_fields, show_hash
from publisher.settle.enclosure import settle_enclosure
from publisher.settle.guid import derived_show_guid, entry_guid, show_guid
from publisher.settle.match import match
from publisher.settle.retired import cancelled, retire

E = TypeVar("E", bound=Entry)

__all__ = ["Settlement", "derived_show_guid", "settle"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """What is visible now, the ledger as of it, and what would break identity."""

    edition: Edition
    ledger: Ledger
    problems: tuple[Problem, ...]


def settle(site: Site, ledger: Ledger, now: datetime, *, drafts: bool = False) -> Settlement:
    """The edition of `site` at `now`, given what was published before. `drafts` shows drafts too."""
    return _Settler(site, ledger, now.astimezone(UTC).replace(microsecond=0), drafts).settle()


class _Settler:
    def __init__(self, site: Site, ledger: Ledger, now: datetime, drafts: bool) -> None:
        self.site, self.ledger, self.now, self.drafts = site, ledger, now, drafts
        self.show = site.show
        self.guid = show_guid(site.show, ledger)
        alive = (row for row in ledger.entries if not row.burnt or row.guid in site.show.retired)
        self.matched = match(site, tuple(alive))
        self.problems: list[Problem] = []
        self.rows = {row.guid: row for row in ledger.entries}
        self.slugs = {row.slug: row for row in ledger.entries}
        self.given: dict[tuple[str, str], Entry] = {}

    def settle(self) -> Settlement:
        self.check_show()
        visible = [entry for entry in self.site.entries if self.is_visible(entry)]
        moments = self.first_moments(visible)
        # What is published goes first: of two that want one slug, the new one is told.
        visible.sort(key=lambda entry: entry.path not in self.matched)
        published = [made for entry in visible if (made := self.publish(entry, moments[entry.path]))]
        self.let_go({made.guid for made in published})
        published += [event for row in self.rows.values() if (event := cancelled(row, self.now))]
        published.sort(key=lambda made: (made.published, made.slug), reverse=True)
        record = self.show_record()
        edition = Edition(
            show=self.show,
            guid=self.guid,
            updated=record.updated,
            episodes=tuple(_of(Episode, published)),
            events=tuple(_of(Event, published)),
            articles=tuple(_of(Article, published)),
        )
        rows = tuple(sorted(self.rows.values(), key=lambda row: (row.published, row.slug)))
        ledger = Ledger(show=record, moment=self.now, entries=rows)
        return Settlement(edition=edition, ledger=ledger, problems=tuple(self.problems))

    def check_show(self) -> None:
        """The show is the one that was published."""
        known = self.ledger.show
        if self.show.guid is None:
            self.problems.append(say.no_show_guid(self.show, self.guid))
        elif known and known.guid != self.show.guid:
            self.problems.append(say.show_changed(self.show, known.guid))

    def show_record(self) -> ShowRecord:
        """The show as subscribers see it from now on."""
        known, content = self.ledger.show, show_hash(self.show)
        if known and known.hash == content:
            return replace(known, guid=self.guid)
        return ShowRecord(guid=self.guid, hash=content, updated=self.later(known.updated if known else None))

    def later(self, before: datetime | None) -> datetime:
        """Now, but after `before` even where this machine's clock is slow."""
        return max(self.now, before + timedelta(seconds=1)) if before else self.now

    def is_visible(self, entry: Entry) -> bool:
        """Whether listeners get `entry` now. Taking back what they have is a problem."""
        row = self.matched.get(entry.path)
        if row and row.guid in self.show.retired:
            return False
        if entry.draft and not self.drafts:
            if row:
                self.problems.append(say.withdrawn(entry, row, self.show, key="draft"))
            return False
        # A machine whose clock is slow must not take back what another has published.
        if entry.date is None or entry.date <= self.now or (row and row.published == entry.date):
            return True
        if row:
            self.problems.append(say.withdrawn(entry, row, self.show, key="date"))
        return False

    def first_moments(self, visible: list[Entry]) -> dict[str, datetime]:
        """When each entry was first published. New undated ones get now, a second apart (APPLE-068)."""
        moments = {path: row.published for path, row in self.matched.items()}
        undated = [entry for entry in visible if entry.path not in moments and entry.date is None]
        for behind, entry in enumerate(sorted(undated, key=lambda entry: entry.path, reverse=True)):
            moments[entry.path] = self.now - timedelta(seconds=behind)
        return {e.path: moments.get(e.path) or (e.date or self.now).astimezone(UTC) for e in visible}

    def publish(self, entry: Entry, first: datetime) -> Published[Entry] | None:
        """Give `entry` its identity, and the ledger its row; None when it can have none."""
        row = self.matched.get(entry.path)
        slug = row.slug if row else entry.slug
        guid = row.guid if row else (entry.guid or entry_guid(self.guid, slug))
        if row and entry.slug != slug and "slug" in (mark[0] for mark in entry.origin.marks):
            self.problems.append(say.slug_kept(entry, row))
        if not self.is_free(entry, row, slug, guid):
            return None
        enclosure = None
        if isinstance(entry, Episode):
            enclosure = settle_enclosure(entry, slug, row.enclosure if row else None)
            if enclosure is None:
                if entry.audio is None:
                    self.problems.append(say.no_recording(entry))
                return None
        made = self.record(entry, row, slug, guid, first, enclosure)
        self.rows[guid] = made
        return Published(
            entry=_with_chapters(entry, enclosure),
            guid=guid,
            slug=slug,
            published=entry.date.astimezone(UTC) if entry.date else made.published,
            updated=made.updated,
            sequence=made.sequence,
            enclosure=enclosure,
        )

    def is_free(self, entry: Entry, row: LedgerEntry | None, slug: str, guid: str) -> bool:
        """Whether slug and guid are this entry's alone, now and in what was published."""
        key = "uid" if isinstance(entry, Event) else "guid"
        known_as = {"slug": "slug", key: "guid"}
        before = len(self.problems)
        for name, value, known in (("slug", slug, self.slugs.get(slug)), (key, guid, self.rows.get(guid))):
            other = self.given.setdefault((known_as[name], value), entry)
            if other is not entry:
                self.problems.append(say.taken(entry, other.path, key=name, value=value))
            elif known and row is None and (known.burnt or known.guid in self.show.retired):
                self.problems.append(say.burnt(entry, known, key=name))
            elif known and row is None and known.path != entry.path:
                self.problems.append(say.taken(entry, known.path, key=name, value=value))
        return len(self.problems) == before

    def record(
        self,
        entry: Entry,
        row: LedgerEntry | None,
        slug: str,
        guid: str,
        first: datetime,
        enclosure: Enclosure | None,
    ) -> LedgerEntry:
        """The ledger's row for `entry` from now on."""
        content = content_hash(entry, enclosure)
        event = event_fields(entry) if isinstance(entry, Event) else None
        changed = row is not None and (row.hash != content or row.event != event)
        sequence = row.sequence + (row.event != event) if row else 0
        updated = (self.later(row.updated) if changed else row.updated) if row else first
        return LedgerEntry(
            kind=entry.kind,
            guid=guid,
            slug=slug,
            path=entry.path,
            published=first,
            updated=updated,
            hash=content,
            sequence=sequence,
            enclosure=enclosure,
            event=event,
        )

    def let_go(self, here: set[str]) -> None:
        """Burn what the producer retired; what is gone without that is a problem."""
        told = {row.guid for row in self.matched.values()}
        new = [entry for entry in self.site.entries if entry.path not in self.matched and not entry.draft]
        for row in self.ledger.entries:
            if row.guid in here or row.burnt:
                continue
            if row.guid in self.show.retired:
                self.rows[row.guid] = retire(row, self.later(row.updated))
            elif row.guid not in told:
                heirs = [entry for entry in new if entry.kind == row.kind]
                self.problems.append(say.vanished(row, self.show, heirs))


def _with_chapters(entry: Entry, enclosure: Enclosure | None) -> Entry:
    """The entry with the recording's own chapters where it was given none."""
    if isinstance(entry, Episode) and enclosure and not entry.chapters:
        return replace(entry, chapters=enclosure.chapters)
    return entry


def _of(kind: type[E], published: list[Published[Entry]]) -> Iterator[Published[E]]:
    return (cast("Published[E]", made) for made in published if isinstance(made.entry, kind))
