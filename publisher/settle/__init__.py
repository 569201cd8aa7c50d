"""Identity and time: what depends on what was published before, or on the moment.

Pure: `now` and the ledger come in, a new ledger goes out, and what subscribers have seen never
changes under them. The rules are in the design, §3; each is a test.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

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
    Sequel,
    ShowRecord,
    Site,
    threads,
)
from publisher.settle import problems as say
from publisher.settle.again import comes_again
from publisher.settle.calendar import kept, upcoming
from publisher.settle.content import content_hash, show_hash
from publisher.settle.enclosure import is_outdated, settle_enclosure
from publisher.settle.event import event_fields
from publisher.settle.guid import derived_show_guid, entry_guid, show_guid
from publisher.settle.kinds import of
from publisher.settle.match import answering, match
from publisher.settle.record import later, record
from publisher.settle.retired import cancelled, is_back, retire
from publisher.settle.retracted import tombstones
from publisher.settle.visible import Change, Sight, changes, sight, unseen

__all__ = [
    "Change",
    "Settlement",
    "changes",
    "comes_again",
    "content_hash",
    "derived_show_guid",
    "settle",
]

Hash = Callable[[Entry, Enclosure | None], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settlement:
    """What is visible now, the ledger as of it, and what would break identity."""

    edition: Edition
    ledger: Ledger
    problems: tuple[Problem, ...]
    holders: Mapping[str, str]
    """The guid of each entry that has a row in the ledger, by path."""


def settle(
    site: Site,
    ledger: Ledger,
    now: datetime,
    *,
    drafts: bool = False,
    future: bool = False,
    content_hash: Hash = content_hash,
) -> Settlement:
    """The edition of `site` at `now`, given what was published before.

    `drafts` and `future` show what listeners do not see yet, and mark it. Who knows some hashes from
    before has a `content_hash` that need not make them.
    """
    now = now.astimezone(UTC).replace(microsecond=0)
    return _Settler(site, ledger, now, drafts, future, content_hash).settle()


class _Settler:
    def __init__(
        self, site: Site, ledger: Ledger, now: datetime, drafts: bool, future: bool, content_hash: Hash
    ) -> None:
        self.content_hash = content_hash
        self.site, self.ledger, self.now, self.drafts, self.future = site, ledger, now, drafts, future
        self.show = site.show
        self.guid = show_guid(site.show, ledger)
        self.matched = match(site, answering(site.show, ledger))
        self.holders = {path: row.guid for path, row in self.matched.items()}
        self.known = set(self.holders.values())
        self.kinds = {entry.path: entry.kind for entry in site.entries}
        self.has_recordings = any(episode.recording for episode in site.episodes)
        self.problems: list[Problem] = []
        self.rows = {row.guid: row for row in ledger.entries}
        self.slugs = {row.slug: row for row in ledger.entries}
        self.given: dict[tuple[str, str], Entry] = {}
        self.threads: dict[str, tuple[str, ...]] = {}
        self.sequels: dict[str, Sequel] = {}
        """What is published now but events, by path."""

    def settle(self) -> Settlement:
        self.check_show()
        seen = [(entry, self.see(entry)) for entry in self.site.entries]
        visible = [entry for entry, how in seen if how is Sight.SHOWN]
        expired = [self.expire(e) for e, how in seen if how is Sight.EXPIRED and isinstance(e, Episode)]
        moments = self.first_moments(visible)
        # Their order must not depend on what is new, or the next run would tell it otherwise.
        self.threads = threads(visible)
        # Events go last: they show what came of them. What is published goes before what is new: of
        # two that want one slug, the new one is told.
        visible.sort(key=lambda entry: (isinstance(entry, Event), entry.path not in self.matched))
        published = [made for entry in visible if (made := self.publish(entry, moments[entry.path]))]
        self.let_go({made.guid for made in published})
        published += [event for row in self.rows.values() if (event := cancelled(row, self.now))]
        published.sort(key=lambda made: (made.published, made.slug), reverse=True)
        record = self.show_record()
        events = tuple(of(Event, published))
        edition = Edition(
            show=self.show,
            guid=self.guid,
            updated=record.updated,
            episodes=tuple(of(Episode, published)),
            events=events,
            articles=tuple(of(Article, published)),
            calendar=tuple(kept(events, self.show.calendar, self.now)),
            upcoming=upcoming(events, self.now),
            expired=tuple(expired),
            theme=self.site.theme,
            gone=tombstones(self.rows.values()),
        )
        rows = tuple(sorted(self.rows.values(), key=lambda row: (row.published, row.slug)))
        ledger = Ledger(show=record, moment=self.now, entries=rows)
        return Settlement(edition=edition, ledger=ledger, problems=tuple(self.problems), holders=self.holders)

    def check_show(self) -> None:
        """The show is the one that was published."""
        known = self.ledger.show
        if self.ledger.entries:
            unknown = [guid for guid in self.show.retired if guid not in self.rows]
            self.problems += [say.unknown_retired(self.show, guid) for guid in unknown]
        if self.show.guid is None:
            self.problems.append(say.no_show_guid(self.show, self.guid))
        elif known and known.guid != self.show.guid:
            self.problems.append(say.show_changed(self.show, known.guid))

    def show_record(self) -> ShowRecord:
        """The show as subscribers see it from now on."""
        known, content = self.ledger.show, show_hash(self.show)
        if known and known.hash == content:
            return replace(known, guid=self.guid)
        return ShowRecord(
            guid=self.guid, hash=content, updated=later(known.updated if known else None, self.now)
        )

    def guid_of(self, entry: Entry) -> str:
        """The published guid, else the given one, else a derived one."""
        row = self.matched.get(entry.path)
        return row.guid if row else (entry.guid or entry_guid(self.guid, entry.slug))

    def see(self, entry: Entry) -> Sight:
        """How listeners see `entry` now."""
        row = self.matched.get(entry.path)
        if self.guid_of(entry) in self.show.retired:
            if row and row.path != entry.path and not entry.guid and not entry.draft:
                self.problems.append(say.burnt(entry, row, key="guid"))
            return Sight.HIDDEN
        seen, problem = sight(entry, row, self.show, self.now, drafts=self.drafts, future=self.future)
        self.problems += [problem] if problem else []
        return seen

    def expire(self, episode: Episode) -> Published[Episode]:
        """Burn what has expired, and keep its page for who follows a link."""
        row = self.matched[episode.path]
        if not row.burnt:
            when = episode.expires.astimezone(UTC) if episode.expires else self.now
            row = replace(
                row, burnt=True, expired=when, updated=later(row.updated, self.now), path=episode.path
            )
            self.rows[row.guid] = row
        return Published(
            entry=replace(episode, chapters=(), transcripts=()),
            guid=row.guid,
            slug=row.slug,
            published=row.published,
            updated=row.updated,
        )

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
        guid = self.guid_of(entry)
        if row and entry.slug != slug and "slug" in (mark[0] for mark in entry.origin.marks):
            self.problems.append(say.slug_kept(entry, row))
        if not self.is_free(entry, row, slug, guid):
            return None
        enclosure = None
        if isinstance(entry, Episode):
            enclosure = settle_enclosure(entry, slug, row.enclosure if row else None)
            if enclosure is None:
                if entry.audio is None and not entry.draft:
                    self.problems.append(entry.absent or say.no_recording(entry))
                return None
            if is_outdated(entry, enclosure, others=self.has_recordings):
                self.problems.append(say.outdated(entry))
        made = record(entry, row, self.fresh(entry, row, slug, guid, first, enclosure), self.now)
        self.rows[guid], self.holders[entry.path] = made, guid
        if not isinstance(entry, Event):
            self.sequels[entry.path] = Sequel(guid=guid, title=entry.title)
        return Published(
            entry=_with_chapters(entry, enclosure),
            guid=guid,
            slug=slug,
            published=entry.date.astimezone(UTC) if entry.date else made.published,
            updated=made.updated,
            sequence=made.sequence,
            revised=made.revised,
            enclosure=enclosure,
            changes=made.changes,
            quiet=made.quiet,
            unseen=unseen(entry, row, self.now),
        )

    def is_free(self, entry: Entry, row: LedgerEntry | None, slug: str, guid: str) -> bool:
        """Whether slug and guid are this entry's alone, now and in what was published."""
        key = "uid" if isinstance(entry, Event) else "guid"
        wants = (("slug", "slug", slug, self.slugs.get(slug)), ("guid", key, guid, self.rows.get(guid)))
        problem = None
        for what, name, value, known in wants:
            other = self.given.setdefault((what, value), entry)
            if other is not entry:
                problem = problem or say.taken(entry, other.path, key=name, value=value)
            elif known and row is None:
                problem = problem or self.belonged(entry, known, key=name, value=value)
        self.problems += [problem] if problem else []
        return problem is None

    def belonged(self, entry: Entry, known: LedgerEntry, *, key: str, value: str) -> Problem | None:
        """What is wrong with a new entry wanting what the row `known` has or had."""
        if known.burnt or known.guid in self.show.retired:
            return say.burnt(entry, known, key=key)
        if known.path == entry.path and known.kind != entry.kind:
            return say.kind_changed(entry, known)
        # Where the other is gone, that is what has to be told.
        is_here = known.guid in self.known
        return say.taken(entry, known.path, key=key, value=value) if is_here else None

    def fresh(
        self,
        entry: Entry,
        row: LedgerEntry | None,
        slug: str,
        guid: str,
        first: datetime,
        enclosure: Enclosure | None,
    ) -> LedgerEntry:
        """The row of `entry` as if nobody had ever seen it, but for when its `row` was last updated."""
        thread = self.threads.get(entry.path, ())
        sequels = tuple(self.sequels[path] for path in thread if path in self.sequels)
        return LedgerEntry(
            kind=entry.kind,
            guid=guid,
            slug=slug,
            path=entry.path,
            published=first,
            updated=row.updated if row else first,
            hash=self.content_hash(entry, enclosure),
            enclosure=enclosure,
            event=event_fields(entry, sequels) if isinstance(entry, Event) else None,
        )

    def let_go(self, here: set[str]) -> None:
        """Burn what the producer retired; what is gone without that is a problem."""
        heirs: dict[str, list[Entry]] = {}
        for entry in self.site.entries:
            if entry.path not in self.matched and not entry.draft:
                heirs.setdefault(entry.kind, []).append(entry)
        at = {(entry.kind, entry.path): entry for new in heirs.values() for entry in reversed(new)}
        for row in self.ledger.entries:
            if row.guid in here or (row.burnt and not is_back(row)):
                continue
            if row.guid in self.show.retired or row.burnt:
                self.rows[row.guid] = retire(row, later(row.updated, self.now))
            elif row.guid not in self.known and self.kinds.get(row.path, row.kind) == row.kind:
                same = at.get((row.kind, row.path))
                self.problems.append(say.vanished(row, self.show, same, heirs.get(row.kind, ())))


def _with_chapters(entry: Entry, enclosure: Enclosure | None) -> Entry:
    """The entry with the recording's own chapters where it was given none."""
    if isinstance(entry, Episode) and enclosure and enclosure.chapters and not entry.chapters:
        return replace(entry, chapters=enclosure.chapters)
    return entry
