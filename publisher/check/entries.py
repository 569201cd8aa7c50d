"""What every entry must have to be published at all."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.model import Entry, Problem, Rule, Severity, Site

TITLE = Rule("APPLE-060", Severity.ERROR, "An entry has a title", "Apple, A Podcaster's Guide to RSS")
RESERVED = Rule("ID-010", Severity.ERROR, "No slug is index", "docs/identity.md")
ENDS = Rule("ICS-007", Severity.ERROR, "An event ends after it starts", "RFC 5545 §3.8.2.2")


def _waiting(site: Site) -> Iterator[Entry]:
    """Entries that are or will be published: drafts are checked for syntax only."""
    return (entry for entry in site.entries if not entry.draft)


def has_title(site: Site) -> Iterator[Problem]:
    """APPLE-060."""
    for entry in _waiting(site):
        if not entry.title:
            written = entry.origin.file.endswith(".md")
            stem = entry.path.rpartition("/")[2]
            fix = (
                "write `title: …`"
                if written
                else f"set the title tag of the file, or write {stem}.md beside it"
            )
            yield TITLE.at(entry.origin.at("title"), f"this {entry.kind} has no title", fix)


def has_free_slug(site: Site) -> Iterator[Problem]:
    """ID-010: index.html is the show's own page."""
    for entry in _waiting(site):
        if entry.slug == "index":
            yield RESERVED.at(
                entry.origin.at("slug"), "the slug index is the show's own", "write `slug: ` and another word"
            )


def ends_after_start(site: Site) -> Iterator[Problem]:
    """ICS-007."""
    for event in site.events:
        if not event.draft and event.end and event.end <= event.start:
            yield ENDS.at(
                event.origin.at("end"), "the event ends before it starts", "write an end after its start"
            )
