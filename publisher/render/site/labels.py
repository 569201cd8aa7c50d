"""The short lines around an entry: its tags, its number, its licence, who supports it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from publisher.model import Element, Entry, Episode, Published
from publisher.render.site.cards import Card, card, number
from publisher.render.site.frame import Frame
from publisher.render.stream import related
from publisher.render.stream.topics import folded


@dataclass(frozen=True, slots=True)
class Label:
    """A word or two that may lead somewhere."""

    text: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Strand:
    """Another entry of the same thread, and what it is to this one."""

    label: str
    card: Card


def tags(frame: Frame, entry: Entry) -> tuple[Label, ...]:
    """Show the tags of `entry`; those that are topics lead to their pages."""
    return tuple(
        Label(tag, frame.topics.get(folded(tag))) for tag in dict.fromkeys(entry.tags) if tag.strip()
    )


def numbers(frame: Frame, episode: Episode) -> Iterator[str]:
    """Say the season and the number of `episode`."""
    if episode.season is not None:
        season = frame.w.text("Season {n}", n=episode.season)
        yield f"{season}: {episode.season_name}" if episode.season_name else season
    if episode.episode_display:
        yield episode.episode_display
    elif shown := number(episode):
        yield frame.w.text("Episode {n}", n=shown)


def thread(frame: Frame, item: Published[Entry]) -> tuple[Strand, ...]:
    """Show what hangs together with `item`."""
    return tuple(Strand(_relation(frame, one), card(frame, one)) for one in related(frame.edition, item))


def _relation(frame: Frame, other: Published[Entry]) -> str:
    if other.entry.kind == "event":
        return frame.w.text("From the event")
    return frame.w.text("Listen") if isinstance(other.entry, Episode) else frame.w.text("Read also")


def terms(frame: Frame, entry: Episode) -> Label | None:
    """Say under which licence `entry` is, its own or the show's."""
    show = frame.edition.show
    if entry.license:
        return Label(entry.license, entry.license_url)
    return Label(show.license, show.license_url) if show.license else None


def elsewhere(episode: Episode) -> tuple[Label, ...]:
    """Lead to where else `episode` can be seen or heard (podcast:contentLink)."""
    return tuple(
        Label(_words(element), element.get("href"))
        for element in episode.podcast
        if element.name == "podcast:contentLink" and element.get("href")
    )


def _words(element: Element) -> str:
    return element.text or element.get("href") or ""
