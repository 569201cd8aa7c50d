"""The only place that parses what producers write: episodes/ into a Site.

Nothing here raises for what a file contains: it becomes a problem.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from publisher.errors import PublisherError
from publisher.model import Article, Entry, Episode, Event, Place, Problem, Show, Site, Theme
from publisher.read.article import read_article
from publisher.read.asset import forget
from publisher.read.discover import Found, discover
from publisher.read.earlier import Earlier, Nothing, Read
from publisher.read.episode import read_episode
from publisher.read.event import read_event
from publisher.read.fields import Fields
from publisher.read.front_matter import Document, read_document
from publisher.read.node import Mapping
from publisher.read.show import read_show
from publisher.read.source import Source
from publisher.read.text import is_file, named
from publisher.read.theme import FOLDER, read_theme
from publisher.read.thread import join
from publisher.spread import spread

if TYPE_CHECKING:
    from publisher.read.audio import Known

HOME = "episodes"
DRAFT = frozenset(f"READ-{number:03}" for number in (*range(1, 10), 12, 14, 15, 17, 18, 19))
"""The rules of writing: what a draft is held to. Whether its files are there and fit is for later."""


def read(root: Path, known: Known | None = None, earlier: Earlier | None = None) -> Site:
    """The show in the project at `root`. Raises PublisherError when there is none.

    Who reads it again and again keeps the recordings `known`; what `earlier` runs have read is not read
    again.
    """
    home = root / HOME
    if not is_file(home / "show.toml"):
        raise PublisherError(
            f"there is no show in {root}: {HOME}/show.toml is missing",
            fix="go to the folder that holds episodes/, or make a show there with `publisher init`",
        )
    forget()
    show, problems = read_show(home / "show.toml", root)
    theme, unfit = read_theme(home, root, show.base_url)
    discovery = discover(home, root)
    pairs = _without_borrowed(
        discovery.found, _read_entries(discovery.found, root, show, known, earlier or Nothing())
    )
    made = [one for _, one in pairs]
    unread = [found.path for found, one in pairs if one.entry is None]
    entries, tangled = join(tuple(one.entry for one in made if one.entry), unread)
    art = (*((show.cover,) if show.cover else ()), *show.assets, *show.site.assets, *theme.files)
    used = {asset.path for asset in art}.union(show.site.files, *(one.used for one in made))
    used |= {folder for path in show.site.files for folder in path.parents}
    used |= {home / FOLDER} if theme != Theme() else set()
    return Site(
        show=show,
        episodes=tuple(entry for entry in entries if isinstance(entry, Episode)),
        events=tuple(entry for entry in entries if isinstance(entry, Event)),
        articles=tuple(entry for entry in entries if isinstance(entry, Article)),
        problems=(
            *problems,
            *unfit,
            *discovery.problems,
            *(problem for one in made for problem in one.problems),
            *tangled,
        ),
        ignored=tuple(sorted(named(path, root) for path in discovery.ignored if path not in used)),
        theme=theme,
    )


def _without_borrowed(found: list[Found], made: list[Read]) -> list[tuple[Found, Read]]:
    """All but the recordings lying alone that another entry names: those are no episodes of their own."""
    pairs = list(zip(found, made, strict=True))
    named = {path for one, read in pairs if one.markdown for path in read.used}
    return [(one, read) for one, read in pairs if one.markdown or named.isdisjoint(one.audio)]


def _read_entries(
    found: list[Found], root: Path, show: Show, known: Known | None, earlier: Earlier
) -> list[Read]:
    def read_one(one: Found) -> Any:
        return earlier.lay(one, _read_entry(one, root, show, known))

    read = {one.path: made for one in found if (made := earlier.find(one, show))}
    new = [one for one in found if one.path not in read]
    # What copies of this process come to know, this one does not.
    for one, laid in zip(new, map(read_one, new) if known else spread(read_one, new), strict=True):
        read[one.path] = earlier.keep(one, laid)
    return [read[one.path] for one in found]


def _read_entry(found: Found, root: Path, show: Show, known: Known | None) -> Read:
    file = named(found.file, root)
    document, problems = Document(Mapping((), Place(file=file)), "", 1), list[Problem]()
    if found.markdown:
        document, broken = read_document(found.markdown, file)
        problems += broken
    fields = Fields(document.keys, file, problems, complete=document.complete)
    source = Source(
        root=root,
        home=root / HOME,
        folder=found.folder,
        path=found.path,
        show=show,
        zone=ZoneInfo(show.timezone),
        fields=fields,
        draft=fields.flag("draft") or False,
        body=document.body,
        line=document.line,
        known=known,
    )
    entry = _make(source, found)
    if found.markdown:
        fields.close()
    if source.draft:
        problems = [problem for problem in problems if problem.code in DRAFT]
    if found.markdown and (entry or problems):
        source.used.add(found.markdown)
    digests = ((found.markdown, document.digest),) if found.markdown and document.digest else ()
    return Read(entry, frozenset(source.used), tuple(problems), digests)


def _make(source: Source, found: Found) -> Entry | None:
    if found.kind == "event":
        return read_event(source)
    if found.kind == "article":
        return read_article(source)
    return read_episode(source, found)
