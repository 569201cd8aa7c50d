"""How long texts may be (standards: APPLE-007, 021, 069, PSP-003, 011, 021)."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check import is_told, waiting, waiting_episodes
from publisher.model import Origin, Problem, Rule, Severity, Site
from publisher.model.source import GUIDE, PSP1

VALUE = Rule("APPLE-007", Severity.WARNING, "A title, a name or an address is at most 255 characters", GUIDE)
DESCRIPTION = Rule("APPLE-021", Severity.WARNING, "A show's description is at most 4,000 bytes", GUIDE)
SUMMARY = Rule("APPLE-069", Severity.WARNING, "A summary is at most 4,000 bytes", GUIDE)
SAID = Rule("PSP-021", Severity.WARNING, "An episode says what it is about", PSP1)

LONGEST = 255
"""Characters."""
LARGEST = 4000
"""Bytes of UTF-8: what is longer is cut there, at a word."""


def has_values_that_fit(site: Site) -> Iterator[Problem]:
    """APPLE-007, PSP-003."""
    show, owner = site.show, site.show.owner
    values = {"title": show.title, "author": show.author, "copyright": show.copyright, "link": show.link}
    values |= {"owner": max(owner.name, owner.email or "", key=len) if owner else None}
    for key, value in values.items():
        yield from _long(show.origin, key, value)
    for entry in waiting(site):
        yield from _long(entry.origin, "title", entry.title)
        if entry.kind != "event":
            yield from _long(entry.origin, "guid", entry.guid)


def has_a_description_that_fits(site: Site) -> Iterator[Problem]:
    """APPLE-021: the rest is cut when it is written."""
    size = _size(site.show.description)
    if size > LARGEST:
        yield DESCRIPTION.at(site.show.origin.at("description"), _cut("description", size), _shorter(size))


def has_summaries_that_fit(site: Site) -> Iterator[Problem]:
    """APPLE-069: the rest is cut when it is written; the text below the front matter may be longer."""
    for entry in waiting(site):
        size = _size(entry.summary or "")
        if size > LARGEST:
            fix = f"{_shorter(size)}, and put the rest into the text below"
            yield SUMMARY.at(entry.origin.at("summary"), _cut("summary", size), fix)


def has_something_said_of_it(site: Site) -> Iterator[Problem]:
    """PSP-021: apps show the title twice where there is nothing else."""
    for episode in waiting_episodes(site):
        silent = not episode.excerpt and not episode.html
        if silent and episode.title and not is_told(site, episode.origin, "summary"):
            fix = "write `summary: …`, one or two sentences that make somebody press play"
            if not episode.origin.file.lower().endswith(".md"):
                stem = episode.path.rpartition("/")[2]
                fix = f"put {stem}.md with a summary beside it, or set the comment tag of the file"
            message = "nothing is said of this episode but its title: listeners cannot know what it is about"
            yield SAID.at(episode.origin.at("summary"), message, fix)


def _long(origin: Origin, key: str, value: str | None) -> Iterator[Problem]:
    if value and len(value) > LONGEST:
        message = f"{key} has {len(value)} characters; directories cut it after {LONGEST}, or refuse it"
        yield VALUE.at(origin.at(key), message, "write it shorter")


def _size(text: str) -> int:
    return len(text.strip().encode())


def _cut(key: str, size: int) -> str:
    return f"{key} has {size} bytes; it is cut at the last word that fits in {LARGEST}"


def _shorter(size: int) -> str:
    return f"write it {size - LARGEST} bytes shorter (æ, ø and å are two each)"
