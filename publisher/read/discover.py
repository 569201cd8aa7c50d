"""Which entries there are: folders with an episode.md, event.md or article.md, and audio files alone."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from publisher.model import Place, Problem, Rule, Severity
from publisher.read.front_matter import has_front_matter

KINDS = ("episode", "event", "article")
AUDIO = frozenset(
    ".mp3 .m4a .m4b .mp4 .aac .ogg .oga .opus .wav .flac .aif .aiff .wma .webm .mka .amr .3gp .caf".split()
)
SKIPPED_STARTS, SKIPPED_ENDS = (".", "_"), (".part", ".tmp", ".crdownload")

ONE_KIND = Rule("READ-015", Severity.ERROR, "A folder is one entry: an episode, an event or an article")
UNREADABLE = Rule("READ-016", Severity.ERROR, "Every folder of episodes/ can be read")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An entry to read. `markdown` is None for an audio file alone; `audio` are the candidates."""

    kind: str
    path: str
    folder: Path
    markdown: Path | None
    audio: tuple[Path, ...] = ()


@dataclass(slots=True)
class Discovery:
    """What lies in episodes/; `ignored` are the files that nothing is made of unless an entry names them."""

    found: list[Found]
    ignored: list[Path]
    problems: list[Problem]


def discover(home: Path, root: Path) -> Discovery:
    """Every entry below `home`, sorted by path. Linked folders are not entered."""
    discovery = Discovery([], [], [])
    _enter(home, home, root, discovery, owned=True)
    discovery.found.sort(key=lambda entry: entry.path)
    return discovery


def is_skipped(name: str) -> bool:
    """Whether a file or folder of this name is none of our business."""
    return name.startswith(SKIPPED_STARTS) or name.lower().endswith(SKIPPED_ENDS)


def _enter(folder: Path, home: Path, root: Path, discovery: Discovery, *, owned: bool) -> None:
    """Look into `folder`; `owned` is False inside an entry's folder, where loose audio is its own."""
    try:
        names = sorted(os.scandir(folder), key=lambda item: item.name)
    except OSError as error:
        place = Place(file=folder.relative_to(root).as_posix())
        discovery.problems.append(
            UNREADABLE.at(place, f"the folder cannot be read: {error.strerror}", "check its permissions")
        )
        return
    discovery.ignored += [folder / item.name for item in names if is_skipped(item.name)]
    items = [item for item in names if not is_skipped(item.name)]
    files = [folder / item.name for item in items if item.is_file()]
    markdowns = [file for file in files if file.suffix == ".md" and file.stem in KINDS]
    if folder == home or not markdowns:
        _loose(folder, files, home, discovery, owned=owned)
    else:
        owned = False
        _entry(folder, files, markdowns, home, root, discovery)
    for item in items:
        if item.is_dir(follow_symlinks=False):
            _enter(folder / item.name, home, root, discovery, owned=owned)
        elif not item.is_file():
            discovery.ignored.append(folder / item.name)


def _entry(
    folder: Path, files: list[Path], markdowns: list[Path], home: Path, root: Path, discovery: Discovery
) -> None:
    if len(markdowns) > 1:
        names = " and ".join(file.name for file in markdowns)
        place = Place(file=markdowns[1].relative_to(root).as_posix())
        discovery.problems.append(
            ONE_KIND.at(place, f"the folder has {names}", "move one of them into a folder of its own")
        )
    discovery.ignored += [file for file in files if file != markdowns[0]]
    discovery.found.append(
        Found(
            kind=markdowns[0].stem,
            path=folder.relative_to(home).as_posix(),
            folder=folder,
            markdown=markdowns[0],
            audio=tuple(file for file in files if file.suffix.lower() in AUDIO),
        )
    )


def _is_loose(file: Path) -> bool:
    return file.suffix.lower() in AUDIO or (
        file.suffix == ".md" and file.stem not in KINDS and has_front_matter(file)
    )


def _loose(folder: Path, files: list[Path], home: Path, discovery: Discovery, *, owned: bool) -> None:
    stems: dict[str, list[Path]] = {}
    for file in files:
        if folder == home and file.name == "show.toml":
            continue
        if owned and _is_loose(file):
            stems.setdefault(file.stem, []).append(file)
        else:
            discovery.ignored.append(file)
    for stem, group in stems.items():
        discovery.found.append(
            Found(
                kind="episode",
                path=(folder / stem).relative_to(home).as_posix(),
                folder=folder,
                markdown=next((file for file in group if file.suffix == ".md"), None),
                audio=tuple(file for file in group if file.suffix != ".md"),
            )
        )
