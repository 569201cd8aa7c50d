"""Which entries there are."""

from __future__ import annotations

import inspect
import os
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from publisher.read.discover import Discovery, discover, is_skipped
from publisher.read.text import named
from tests.read.project import HOSTILE, MP3, Project, new_project, told

FRONT = "---\ntitle: x\n---\n"


def found(project: Project) -> Discovery:
    return discover(project.root / "episodes", project.root)


def paths(project: Project) -> list[tuple[str, str]]:
    """The entries as kind and path."""
    return [(entry.kind, entry.path) for entry in found(project).found]


def ignored(project: Project) -> list[str]:
    return sorted(named(path, project.root / "episodes") for path in found(project).ignored)


@pytest.mark.parametrize(
    ("files", "entries"),
    [
        (["001/episode.md"], [("episode", "001")]),
        (["b/event.md", "a/article.md"], [("article", "a"), ("event", "b")]),
        (["2026/01/episode.md"], [("episode", "2026/01")]),
        (["a/Episode.MD", "b/EVENT.md"], [("episode", "a"), ("event", "b")]),
        (["a.mp3"], [("episode", "a")]),
        (["a.MP3", "b.wav", "2026/c.Opus"], [("episode", "2026/c"), ("episode", "a"), ("episode", "b")]),
        (["a.mp3", "a.md"], [("episode", "a")]),
        (["a.md"], [("episode", "a")]),
        (["1.5 a.mp3", "1.5 b.mp3"], [("episode", "1.5 a"), ("episode", "1.5 b")]),
        (["a/episode.md", "a/a.mp3", "a/b.mp3", "a/more/c.mp3"], [("episode", "a")]),
        (["a/episode.md", "a/b/episode.md"], [("episode", "a"), ("episode", "a/b")]),
        (["notes.txt", "a.pdf", "x/y.jpg"], []),
        (["_a/episode.md", ".b/episode.md", "_c.mp3", ".d.mp3"], []),
        (["a.mp3.part", "b.tmp", "c.mp3.crdownload", "d.PART", "e.part/episode.md"], []),
    ],
)
def test_entries_are_folders_with_markdown_and_recordings_alone(
    project: Project, files: list[str], entries: list[tuple[str, str]]
) -> None:
    for name in files:
        project.write(name, FRONT)
    assert paths(project) == entries
    assert found(project).problems == []


def test_markdown_and_recording_are_told_apart(project: Project) -> None:
    for name in ("001/episode.md", "001/a.mp3", "001/b.jpg", "x.mp3", "x.md"):
        project.write(name, FRONT)
    folder, loose = found(project).found
    assert folder.markdown == project.root / "episodes/001/episode.md"
    assert [path.name for path in folder.audio] == ["a.mp3"]
    assert loose.markdown == project.root / "episodes/x.md"
    assert [path.name for path in loose.audio] == ["x.mp3"]


@pytest.mark.parametrize(
    ("text", "entries"),
    [("# A README\n", []), ("", []), ("----\n", []), (FRONT, [("episode", "notes")])],
)
def test_markdown_alone_is_an_entry_if_it_starts_like_one(
    project: Project, text: str, entries: list[tuple[str, str]]
) -> None:
    project.write("notes.md", text)
    assert paths(project) == entries


def test_markdown_beside_a_recording_is_about_it_whatever_it_starts_with(project: Project) -> None:
    """Else what was written would be left out without a word."""
    project.write("a.mp3", MP3)
    project.write("a.md", "# No front matter\n")
    (entry,) = found(project).found
    assert entry.markdown


def test_names_are_one_in_both_unicode_forms(project: Project) -> None:
    """An entry keeps its path when a Mac's folder comes to Linux."""
    project.write(unicodedata.normalize("NFD", "Årsmøde å/episode.md"), FRONT)
    project.write(unicodedata.normalize("NFD", "ål.mp3"), MP3)
    project.write(unicodedata.normalize("NFC", "ål.md"), FRONT)
    assert paths(project) == [("episode", "Årsmøde å"), ("episode", "ål")]


def test_everything_else_is_ignored_by_name(project: Project) -> None:
    for name in ("_a/x.mp3", ".DS_Store", "b.part", "notes.txt", "001/episode.md", "001/x.pdf", "README.md"):
        project.write(name, FRONT if name.endswith("episode.md") else "x")
    project.write("Icon\r")
    expected = [
        ".DS_Store",
        "001/episode.md",
        "001/x.pdf",
        "Icon\\r",
        "README.md",
        "_a",
        "b.part",
        "cover.png",
        "notes.txt",
    ]
    assert ignored(project) == expected


def test_what_is_no_file_is_ignored_and_never_opened(project: Project) -> None:
    home = project.root / "episodes"
    for name in ("x.mp3", "y.md"):
        os.mkfifo(home / name)
    project.write("001/x.txt")
    os.mkfifo(home / "001/episode.md")
    (home / "loop.mp3").symlink_to("loop.mp3")
    (home / "lost.mp3").symlink_to("nowhere.mp3")
    (home / "outside").symlink_to("/")
    (home / "up").symlink_to("..")
    assert paths(project) == []
    assert set(ignored(project)) >= {
        "x.mp3",
        "y.md",
        "001/episode.md",
        "loop.mp3",
        "lost.mp3",
        "outside",
        "up",
    }


def test_a_folder_called_like_a_file_is_a_folder(project: Project) -> None:
    for name in ("x.mp3/episode.md", "y/episode.md/a.txt", "show.toml.d/a.txt"):
        project.write(name, FRONT)
    assert paths(project) == [("episode", "x.mp3")]


def test_a_link_to_a_recording_is_a_recording(project: Project, tmp_path: Path) -> None:
    """git-annex keeps large files this way."""
    (tmp_path / "elsewhere.mp3").write_bytes(MP3)
    (project.root / "episodes/a.mp3").symlink_to(tmp_path / "elsewhere.mp3")
    assert paths(project) == [("episode", "a")]


def test_a_folder_of_two_kinds_is_told(project: Project) -> None:
    for kind in ("episode", "event", "article"):
        project.write(f"a/{kind}.md", FRONT)
    assert paths(project) == [("article", "a")]
    assert told(found(project).problems) == ["episodes/a/episode.md:1:1 READ-015"]
    assert "article.md and episode.md and event.md" in found(project).problems[0].message


def test_an_entry_in_no_folder_of_its_own_is_told(project: Project) -> None:
    project.write("episode.md", FRONT)
    project.write("event.md", "# Notes, no entry")
    assert paths(project) == []
    assert told(found(project).problems) == ["episodes/episode.md:1:1 READ-015"]


def test_two_entries_of_one_path_are_told(project: Project) -> None:
    """Their slugs and their identity would be one."""
    project.write("001-a/episode.md", FRONT)
    project.write("001-a.mp3", MP3)
    assert len(paths(project)) == 1
    (problem,) = found(project).problems
    assert (problem.place.file, problem.code) == ("episodes/001-a.mp3", "READ-015")
    assert "episodes/001-a/episode.md" in problem.message


@pytest.mark.parametrize("name", ["a\nb", "a\x1bb", os.fsdecode(b"\xff"), "a\u2028b"])
def test_a_name_that_is_no_text_is_told_where_it_matters(project: Project, name: str) -> None:
    project.write(f"{name}.mp3", MP3)
    project.write(f"{name}.md", FRONT)
    project.write(f"{name}/episode.md", FRONT)
    project.write(f"{name}.xyz", "x")
    assert paths(project) == []
    problems = found(project).problems
    assert [problem.code for problem in problems] == ["READ-017"] * 3
    assert all(problem.place.file.isprintable() for problem in problems)
    assert len([one for one in ignored(project) if one.endswith(".xyz")]) == 1


def test_a_folder_that_cannot_be_read_is_told(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.write("a/episode.md", FRONT)
    project.write("b/episode.md", FRONT)
    scandir = os.scandir

    def refuse(folder: Path) -> object:
        if folder.name == "a":
            raise PermissionError(13, "Permission denied")
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    assert paths(project) == [("episode", "b")]
    assert told(found(project).problems) == ["episodes/a:1:1 READ-016"]


def test_folders_may_be_nested_deeper_than_python_can_call(project: Project) -> None:
    deep = "a/" * 200
    project.write(deep + "episode.md", FRONT)
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack(0)) + 100)
    try:
        assert paths(project) == [("episode", deep.rstrip("/"))]
    finally:
        sys.setrecursionlimit(limit)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (".a", True),
        ("_a", True),
        ("a.part", True),
        ("A.TMP", True),
        ("a.crdownload", True),
        ("a_.mp3", False),
    ],
)
def test_unfinished_and_private_files_are_skipped(name: str, expected: bool) -> None:
    assert is_skipped(name) is expected


NAMES = st.lists(
    st.binary(min_size=1, max_size=12).filter(lambda name: b"/" not in name and b"\0" not in name)
    | st.sampled_from(
        [b"episode.md", b"event.md", b"a.mp3", b"\xff.md", b"a\n.mp3", b"x.part", b"\xcc\x8a.mp3"]
    ),
    min_size=1,
    max_size=3,
).filter(lambda parts: not {b".", b".."} & {*parts})


@HOSTILE
@given(st.lists(NAMES, max_size=4))
@example([[b"\xff", b"episode.md"]])
def test_any_names_are_entries_ignored_or_told(
    tmp_path_factory: pytest.TempPathFactory, names: list[list[bytes]]
) -> None:
    project = new_project(tmp_path_factory.mktemp("names"))
    for parts in names:
        try:
            project.write(os.fsdecode(b"/".join(parts)), FRONT)
        except (FileExistsError, NotADirectoryError, IsADirectoryError):
            continue
    discovery = found(project)
    assert all(entry.path.encode() for entry in discovery.found)
    assert all(problem.place.file.isprintable() for problem in discovery.problems)
