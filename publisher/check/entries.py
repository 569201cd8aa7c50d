"""What every entry must have to be published at all."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check import is_told, waiting
from publisher.model import Problem, Rule, Severity, Site
from publisher.model.source import GUIDE

TITLE = Rule("APPLE-060", Severity.ERROR, "An entry has a title", GUIDE)
RESERVED = Rule("ID-010", Severity.ERROR, "No slug is index", "docs/identity.md")


def has_title(site: Site) -> Iterator[Problem]:
    """APPLE-060."""
    for entry in waiting(site):
        if not entry.title and not is_told(site, entry.origin, "title"):
            fix = "write `title: …`"
            if not entry.origin.file.lower().endswith(".md"):
                stem = entry.path.rpartition("/")[2]
                fix = f"set the title tag of the file, or write {stem}.md beside it"
            yield TITLE.at(entry.origin.at("title"), f"this {entry.kind} has no title", fix)


def has_free_slug(site: Site) -> Iterator[Problem]:
    """ID-010: index.html is the show's own page."""
    for entry in waiting(site):
        if entry.slug == "index":
            message = "its page would be index.html, which is the show's own"
            yield RESERVED.at(entry.origin.at("slug"), message, "write `slug: …` with another word")
