"""What all pages of an edition share: the site around them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, TypeVar, TypeVarTuple, cast

from markupsafe import Markup

from publisher.model import Artifact, Edition, Entry, Event, Published
from publisher.render.site.environment import environment
from publisher.render.site.keys import ABOUT, ARTICLES, EPISODES, EVENTS, topic_page
from publisher.render.site.people import KEY as PEOPLE
from publisher.render.site.pictures import Gallery
from publisher.render.site.static import files
from publisher.render.stream import related
from publisher.render.stream.topics import folded
from publisher.render.wire.part import Part
from publisher.render.words import Words, words

T = TypeVar("T")
Needs = TypeVarTuple("Needs")


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the site that the navigation leads to."""

    key: str
    label: str


class Frame:
    """The site around the pages of `edition`: its navigation, words, pictures and files."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.w: Words = words(edition.show.language)
        self.gallery = Gallery(edition)
        self.files = files(edition)
        self.templates = environment(edition.theme, edition.show.language)
        self._next = {upcoming.item.guid: upcoming.start for upcoming in edition.upcoming}
        self._kept: dict[tuple[object, ...], Markup] = {}
        self._made: dict[tuple[object, ...], Any] = {}

    def url(self, key: str) -> str:
        """Give the public URL of `key`."""
        return self.edition.url(key)

    def begins(self, guid: str, event: Event) -> datetime:
        """Say when `event` starts; of a series the next time, or the first where all are over."""
        starts = event.recurrence.starts if event.recurrence else ()
        return self._next.get(guid) or next(iter(starts), event.start)

    def next(self, guid: str) -> datetime | None:
        """Say when the next time of an event starts that is neither over nor called off."""
        return self._next.get(guid)

    def is_coming(self, guid: str) -> bool:
        """Whether an event is neither over nor called off."""
        return guid in self._next

    def kept(self, part: str, *needs: object, caller: Callable[[], Markup]) -> Markup:
        """Give what a template has between `{% call frame.kept(…) %}` and `{% endcall %}`, made once.

        Of a page it may use nothing but its `needs`. The templates of a theme may use anything anywhere,
        so with them every part is made for every page.
        """
        if self.edition.theme.templates:
            return caller()
        known = self._kept.get((part, *needs))
        if known is None:
            known = self._kept[part, *needs] = caller()
        return known

    def once(self, make: Callable[[Frame, *Needs], T], *needs: *Needs) -> T:
        """Give what `make` makes of this site and its `needs`, which are the same on many pages."""
        if (make, *needs) not in self._made:
            self._made[make, *needs] = make(self, *needs)
        return cast(T, self._made[make, *needs])

    def part(
        self, name: str, make: Callable[[], tuple[Artifact, ...]], item: Published[Entry], also: object = None
    ) -> Part:
        """Tell how a page of `item` is made, which shows its thread too; events in it when they are next."""
        of = (item, *related(self.edition, item))
        coming = tuple(self.next(one.guid) for one in of)
        return Part(name=name, of=of, also=(coming, also), make=make)

    @cached_property
    def topics(self) -> dict[str, str]:
        """The addresses of the pages of topics, by their folded tags."""
        declared = self.edition.show.topics
        return {folded(topic.tag): self.url(topic_page(topic)) for topic in declared}

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The parts of the site that have something in them, as the navigation shows them."""
        return tuple(self._sections())

    def _sections(self) -> Iterator[Section]:
        edition, w = self.edition, self.w
        if edition.episodes:
            yield Section(EPISODES, w.text("Episodes"))
        if edition.events:
            yield Section(EVENTS, w.text("Events"))
        if edition.articles:
            yield Section(ARTICLES, w.text("Articles"))
        entries = (*edition.episodes, *edition.events, *edition.articles)
        if edition.show.persons or any(item.entry.persons for item in entries):
            yield Section(PEOPLE, w.text("People"))
        yield Section(ABOUT, w.text("About"))
