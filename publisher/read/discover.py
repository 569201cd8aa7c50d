"""Which entries there are: folders with an episode.md, event.md or article.md, and audio files alone."""

from __future__ import annotations

import os
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from publisher.model import Place, Problem, Rule, Severity
from publisher.read.front_matter import has_front_matter
from publisher.read.text import below, is_folder, is_name, named, nfc

KINDS = ("episode", "event", "article")
NAMED = {f"{kind}.md": kind for kind in KINDS}
AUDIO = frozenset(
    ".mp3 .m4a .m4b .mp4 .aac .ogg .oga .opus .wav .flac .aif .aiff .wma .webm .mka .amr .3gp .caf".split()
)
SKIPPED_STARTS, SKIPPED_ENDS = (".", "_"), (".part", ".tmp", ".crdownload")

ONE_KIND = Rule("READ-015", Severity.ERROR, "An entry is one folder or one recording, and one kind of thing")
UNREADABLE = Rule("READ-016", Severity.ERROR, "Every folder of episodes/ can be read")
NAME = Rule("READ-017", Severity.ERROR, "The name of an entry is text, on one line")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An entry to read. `markdown` is None for an audio file alone; `audio` are the candidates."""

    kind: str
    path: str
    folder: Path
    markdown: Path | None
    audio: tuple[Path, ...] = ()

    @property
    def file(self) -> Path:
        """The file that speaks for the entry."""
        return self.markdown or self.audio[0]


@dataclass(slots=True)
class Discovery:
    """What lies in episodes/; `ignored` are the files that nothing is made of unless an entry names them."""

    found: list[Found]
    ignored: list[Path]
    problems: list[Problem]


def discover(home: Path, root: Path) -> Discovery:
    """Every entry below `home`, sorted by path, each path once. Linked folders are not entered."""
    search = _Search(home, root)
    search.run()
    return search.discovery


def is_skipped(name: str) -> bool:
    """Whether a file or folder of this name is none of our business."""
    return name.startswith(SKIPPED_STARTS) or name.lower().endswith(SKIPPED_ENDS)


def is_audio(path: Path) -> bool:
    """Whether the name promises a recording; the content decides later."""
    return path.suffix.lower() in AUDIO


class _Search:
    def __init__(self, home: Path, root: Path) -> None:
        self.home, self.root = home, root
        self.discovery = Discovery([], [], [])

    def run(self) -> None:
        # A stack instead of recursion: folders may be nested deeper than Python can call.
        waiting = [(self.home, True)]
        while waiting:
            waiting += self.enter(*waiting.pop())
        found = sorted(self.discovery.found, key=lambda entry: (entry.path, entry.file))
        for first, second in pairwise(found):
            if first.path == second.path:
                message = f"there is {named(first.file, self.root)} too, so both would be {first.path!r}"
                self.report(ONE_KIND, second.file, message, "rename one of them, or move them together")
        self.discovery.found = list({entry.path: entry for entry in reversed(found)}.values())[::-1]

    def enter(self, folder: Path, owned: bool) -> list[tuple[Path, bool]]:
        """Look into `folder`; `owned` is False inside an entry's folder, where loose audio is its own."""
        try:
            with os.scandir(folder) as listed:
                entries = sorted(listed, key=lambda entry: entry.name)
        except OSError as error:
            message = f"the folder cannot be read: {error.strerror}"
            self.report(UNREADABLE, folder, message, "check its permissions")
            return []
        ours = [(entry, item) for entry in entries if self.is_ours(item := folder / entry.name, entry.name)]
        files = [item for entry, item in ours if _is_file(entry)]
        folders = [item for entry, item in ours if _is_folder(entry)]
        is_home = folder == self.home
        self.discovery.ignored += [
            item for entry, item in ours if not (_is_folder(entry) or (is_home and entry.name == "show.toml"))
        ]
        markdowns = [file for file in files if _kind(file)]
        if is_home:
            self.homeless(markdowns)
        elif markdowns:
            self.entry(folder, files, markdowns)
            return [(inner, False) for inner in folders]
        if owned:
            named = set(markdowns)
            self.loose(folder, [file for file in files if file not in named] if named else files)
        return [(inner, owned) for inner in folders]

    def is_ours(self, item: Path, name: str) -> bool:
        """Whether to look at `item`; what we leave is ignored, or a problem where it was meant for us."""
        skipped = is_skipped(name)
        if not skipped and is_name(name):
            return True
        if skipped or not (is_folder(item) or is_audio(item) or item.suffix.lower() == ".md"):
            self.discovery.ignored.append(item)
        else:
            fix = "give it a name of letters and digits"
            self.report(NAME, item, "the name has characters that cannot be shown", fix)
        return False

    def homeless(self, markdowns: list[Path]) -> None:
        for file in markdowns:
            if has_front_matter(file):
                message = f"{file.name} lies in {self.home.name} itself"
                self.report(ONE_KIND, file, message, f"move it into a folder of its own in {self.home.name}")

    def entry(self, folder: Path, files: list[Path], markdowns: list[Path]) -> None:
        if len(markdowns) > 1:
            names = " and ".join(file.name for file in markdowns)
            fix = "move one of them into a folder of its own"
            self.report(ONE_KIND, markdowns[1], f"the folder has {names}", fix)
        audio = tuple(file for file in files if is_audio(file))
        self.add(_kind(markdowns[0]), below(folder, self.home), folder, markdowns[0], audio)

    def loose(self, folder: Path, files: list[Path]) -> None:
        # An archive may have ten thousand here: what is told of each is asked for once.
        stems: dict[str, tuple[list[Path], list[Path]]] = {}
        for file in files:
            ending = file.suffix.lower()
            if ending == ".md" or ending in AUDIO:
                recordings, written = stems.setdefault(nfc(file.stem), ([], []))
                (written if ending == ".md" else recordings).append(file)
        place = "" if folder == self.home else f"{below(folder, self.home)}/"
        for stem, (recordings, written) in stems.items():
            # Beside a recording, Markdown is about it; alone it may be anything, a README say.
            markdown = next((file for file in written if recordings or has_front_matter(file)), None)
            if recordings or markdown:
                self.add("episode", place + stem, folder, markdown, tuple(recordings))

    def add(self, kind: str, path: str, folder: Path, markdown: Path | None, audio: tuple[Path, ...]) -> None:
        self.discovery.found.append(
            Found(kind=kind, path=nfc(path), folder=folder, markdown=markdown, audio=audio)
        )

    def report(self, rule: Rule, path: Path, message: str, fix: str) -> None:
        self.discovery.problems.append(rule.at(Place(file=named(path, self.root)), message, fix))


def _is_file(entry: os.DirEntry[str]) -> bool:
    """Whether it is a file, or a link to one. Most folders tell without being asked for each."""
    try:
        return entry.is_file()
    except OSError:
        return False


def _is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether it is a folder, not a link to one."""
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _kind(file: Path) -> str:
    """The kind of entry that a file of this name describes, or nothing."""
    return NAMED.get(file.name.lower(), "")
