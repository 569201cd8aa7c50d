"""The only place that parses what producers write: episodes/ into a Site.

Each file is opened once. Nothing here raises for what a file contains: it becomes a problem.
"""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

from publisher.errors import PublisherError
from publisher.model import Article, Entry, Episode, Event, Place, Problem, Show, Site
from publisher.read.article import read_article
from publisher.read.discover import Found, discover
from publisher.read.episode import read_episode
from publisher.read.event import read_event
from publisher.read.fields import Fields
from publisher.read.front_matter import Document, read_document
from publisher.read.node import Mapping
from publisher.read.show import read_show
from publisher.read.source import Source
from publisher.read.thread import join

HOME = "episodes"


def read(root: Path) -> Site:
    """The show in the project at `root`. Raises PublisherError when there is none."""
    home = root / HOME
    if not (home / "show.toml").is_file():
        raise PublisherError(
            f"there is no show in {root}: {HOME}/show.toml is missing",
            fix="go to the folder that holds episodes/, or make a show there with `publisher init`",
        )
    show, problems = read_show(home / "show.toml", root)
    discovery = discover(home, root)
    read_ = [_read_entry(found, root, show) for found in discovery.found]
    entries, tangled = join(tuple(entry for entry, _ in read_ if entry))
    used = {show.cover.path if show.cover else None}.union(*(source.used for _, source in read_))
    return Site(
        show=show,
        episodes=tuple(entry for entry in entries if isinstance(entry, Episode)),
        events=tuple(entry for entry in entries if isinstance(entry, Event)),
        articles=tuple(entry for entry in entries if isinstance(entry, Article)),
        problems=(
            *problems,
            *discovery.problems,
            *(problem for _, source in read_ for problem in source.fields.problems),
            *tangled,
        ),
        ignored=tuple(
            sorted(path.relative_to(root).as_posix() for path in discovery.ignored if path not in used)
        ),
    )


def _read_entry(found: Found, root: Path, show: Show) -> tuple[Entry | None, Source]:
    written = found.markdown or found.audio[0]
    file = written.relative_to(root).as_posix()
    problems: list[Problem] = []
    document = Document(Mapping((), Place(file=file)), "", 1)
    if found.markdown:
        document, broken = read_document(found.markdown, file)
        problems += broken
    source = Source(
        root=root,
        home=root / HOME,
        folder=found.folder,
        path=found.path,
        show=show,
        zone=ZoneInfo(show.timezone),
        fields=Fields(document.keys, file, problems),
        body=document.body,
        line=document.line,
    )
    if found.markdown:
        source.used.add(found.markdown)
    entry = _make(source, found)
    if document.keys.items:
        source.fields.close()
    return entry, source


def _make(source: Source, found: Found) -> Entry | None:
    if found.kind == "event":
        return read_event(source)
    if found.kind == "article":
        return read_article(source)
    return read_episode(source, found)
