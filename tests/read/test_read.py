"""Reading a whole show: whatever lies there, a Site comes of it."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from publisher.errors import PublisherError
from publisher.model import Site
from publisher.read import read
from tests.read.project import HOSTILE, MP3, PNG, Project, new_project, told


def test_every_entry_is_read_sorted_by_path(project: Project) -> None:
    project.entry("b/episode.md")
    project.entry("a/episode.md")
    project.entry("c/event.md", "title: x\nstart: 2026-01-31")
    project.entry("2026/d/article.md")
    project.write("0.mp3", MP3)
    site = project.read()
    assert [entry.path for entry in site.episodes] == ["0", "a", "b"]
    assert [entry.path for entry in site.entries] == ["0", "a", "b", "c", "2026/d"]


def test_a_folder_without_a_show_is_no_project(tmp_path: Path) -> None:
    (tmp_path / "folder/episodes/show.toml").mkdir(parents=True)
    (tmp_path / "empty/episodes").mkdir(parents=True)
    for name in ("folder", "empty", "missing", "x" * 5000):
        with pytest.raises(PublisherError, match=r"episodes/show\.toml is missing") as raised:
            read(tmp_path / name)
        assert "publisher init" in raised.value.fix


def test_a_pipe_is_no_show(tmp_path: Path) -> None:
    (tmp_path / "episodes").mkdir()
    os.mkfifo(tmp_path / "episodes/show.toml")
    with pytest.raises(PublisherError):
        read(tmp_path)


def test_all_problems_are_told_at_once(project: Project) -> None:
    project.show('author = "We"', 'autor = "We"')
    project.entry("a/article.md", "title: A: B\ndate: 1/2 2026\ntagz: [x]", "[x](y.pdf)")
    project.entry("b/episode.md", "title: B\nseason: one\nchapters: [")
    project.entry("c/event.md", "title: C")
    assert project.told() == [
        "episodes/a/article.md:2:9 READ-002",
        "episodes/a/article.md:3:1 READ-008",
        "episodes/a/article.md:4:1 READ-005",
        "episodes/a/article.md:6:5 READ-013",
        "episodes/b/episode.md:4:11 READ-002",
        "episodes/c/event.md:2:1 ICS-005",
        "episodes/show.toml:6:1 READ-005",
    ]


def test_drafts_are_held_to_the_rules_of_writing_only(project: Project) -> None:
    """Whether their files are there, and fit, is for later."""
    project.write("a/x.mp3", b"no recording yet")
    project.entry(
        "a/episode.md",
        "title: x\ndraft: true\nimage: later.png\nchapters: later.json\ntranscript: later.vtt\nevent: later\n"
        "seazon: 1\ndate: soon",
        "[x](later.pdf)",
    )
    project.entry("b/event.md", "draft: true")
    assert project.told() == ["episodes/a/episode.md:8:1 READ-005", "episodes/a/episode.md:9:1 READ-008"]
    assert "episodes/b/event.md" in project.read().ignored


def test_a_draft_that_cannot_be_read_is_told(project: Project) -> None:
    project.entry("a/episode.md", "title: [x\ndraft: true")
    assert project.told() == ["episodes/a/episode.md:2:8 READ-002"]


def test_files_of_which_nothing_is_made_are_named(project: Project) -> None:
    for name in (
        "a/x.mp3",
        "a/y.mp3",
        "a/notes.txt",
        "_old/z.mp3",
        ".hidden",
        "b.mp3.part",
        "c.mp3",
        "c.wav",
    ):
        project.write(name, MP3)
    project.entry("a/episode.md", "title: x\naudio: x.mp3")
    project.entry("c.md", "title: x\naudio: c.mp3")
    assert project.read().ignored == (
        "episodes/.hidden",
        "episodes/_old",
        "episodes/a/notes.txt",
        "episodes/a/y.mp3",
        "episodes/b.mp3.part",
        "episodes/c.wav",
    )


def test_a_recording_that_another_entry_names_is_no_episode_of_its_own(project: Project) -> None:
    project.write("recordings/x.mp3", MP3)
    project.write("recordings/y.mp3", MP3)
    project.entry("a/episode.md", "title: x\naudio: ../recordings/x.mp3")
    assert [entry.path for entry in project.read().episodes] == ["a", "recordings/y"]


def test_reading_is_the_same_from_anywhere(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.write("a/x.png", PNG)
    project.entry("a/article.md", "title: x\nimage: ../a/x.png", "![x](x.png) [y](y.pdf)")
    monkeypatch.chdir(project.root / "episodes")
    near, far = read(Path("..")), project.read()
    assert told(near.problems) == told(far.problems)
    assert [asset.key for entry in near.entries for asset in entry.assets] == [
        asset.key for entry in far.entries for asset in entry.assets
    ]


def holds(site: Site) -> None:
    """What is true of every Site, whatever it was read from."""
    site.show.title.encode()
    for entry in site.entries:
        assert entry.path
        text = "".join((entry.path, entry.slug, entry.title, entry.summary or "", entry.body, entry.html))
        text += "".join((entry.excerpt, entry.guid or "", entry.link or "", *entry.tags))
        text.encode()
        assert not set(text) & {chr(code) for code in range(32) if chr(code) not in "\t\n"}
        assert entry.date is None or entry.date.tzinfo
    for problem in site.problems:
        line = f"{problem.place.file}{problem.message}{problem.fix}"
        line.encode()
        assert len(line.splitlines()) == 1
        assert problem.message
        assert problem.fix
        assert len(line) < 1500
    assert all(len(name.splitlines()) == 1 and name.encode() for name in site.ignored)


@pytest.fixture(scope="module")
def reused(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A show whose files are written over again and again."""
    project = new_project(tmp_path_factory.mktemp("reused"))
    project.write("a/x.mp3", MP3)
    project.entry("b/event.md", "title: x\nstart: 2026-01-31")
    return project


KEYS = (
    "title summary date guid uid slug audio season episode type explicit image persons tags chapters license "
    "transcript event link remaster draft start end timezone location online registration speakers organizer "
    "status recording authors updated ignore expires funding podcast extra block"
).split()
WORDS = (
    "a 1 -1 1e5 yes true null ~ [] {} [a] [[a]] {a:b} {name:a} [{name:a}] '' \"\\0\\u2028\" .. / . ../b "
    "x.mp3 a: episode.md /etc/passwd https://x.org javascript:x #x & *a !x @x 2026-01-31 09:00 31/1 `x` > "
    "|\n \ud7ff"
).split(" ")
VALUES = st.sampled_from(WORDS) | st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
FRONT = st.lists(st.tuples(st.sampled_from(KEYS), VALUES), max_size=8).map(
    lambda pairs: "\n".join(f"{key}: {value}" for key, value in pairs)
)


@HOSTILE
@given(st.sampled_from(["episode", "event", "article"]), FRONT, st.text(max_size=30))
@example("episode", "audio: a: b\nchapters: [[a]]\npersons: {a: {b: c}}", "")
@example("event", "start: 0001-01-01\nend: 9999-12-31\nonline: []", "")
@example("episode", 'title: "\\ud800"', "")
@example("article", "slug: ''\ntags: [[[a]]]", "[x](\\)")
def test_any_front_matter_is_read(reused: Project, kind: str, front: str, body: str) -> None:
    for name in ("episode", "event", "article"):
        (reused.root / f"episodes/a/{name}.md").unlink(missing_ok=True)
    reused.write(f"a/{kind}.md", f"---\n{front}\n---\n{body}".encode(errors="replace"))
    holds(reused.read())


@HOSTILE
@given(st.binary(max_size=80), st.binary(max_size=80), st.binary(max_size=80), st.binary(max_size=80))
@example(b"---\n", b"[" * 50_000, b"WEBVTT\n\n\xff", b"\xff\xfb")
@example(b"\xef\xbb\xbf---\r\n---\r", b'{"chapters":[null]}', b"1\n00:00:00,000 --> ", b"ID3")
def test_any_bytes_are_read(
    reused: Project, front: bytes, chapters: bytes, words: bytes, sound: bytes
) -> None:
    reused.write("c/episode.md", "---\ntitle: x\nchapters: c.json\ntranscript: t.vtt\naudio: s.mp3\n---\n")
    reused.write("d/article.md", front)
    for name, data in (("c/c.json", chapters), ("c/t.vtt", words), ("c/s.mp3", sound)):
        reused.write(name, data)
    holds(reused.read())


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a/episode.md", "---\ntitle: x\n---\n" + "[a](b.pdf) " * 2000),
        ("a/episode.md", "---\ntitle: x\n---\n" + "word " * 200_000),
        ("a/episode.md", "---\n" + "".join(f"k{n}: v\n" for n in range(5000)) + "---\n"),
        ("a/episode.md", "---\n" + "a: b\n" * 500_000 + "---\n"),
        ("a/episode.md", "---\ntitle: " + "x" * 90_000 + "\n---\n"),
        ("a/episode.md", "---\nemail: " + " " * 90_000 + "x: y\n---\n"),
        ("a/episode.md", "---\nx: " + "- " * 40_000 + "\n---\n"),
        ("a/episode.md", "x" * 20_000_000),
        ("show.toml", "a." * 5000 + "b = 1\n"),
        ("show.toml", "x = [" + '"a", ' * 15_000 + "]\n"),
        ("show.toml", "".join(f"k{n} = 1\n" for n in range(5000))),
    ],
)
def test_large_files_are_read_or_told_in_a_while(project: Project, name: str, content: str) -> None:
    project.write(name, content)
    start = time.process_time()
    holds(project.read())
    assert time.process_time() - start < 30


@pytest.mark.parametrize("key", ["chapters", "transcript"])
@pytest.mark.parametrize(
    "text",
    [
        "1" * 500_000,
        "0:" * 250_000,
        "00:00:00,000 " * 40_000,
        "WEBVTT\n\n" + "00:00:00.000 --> 00:00:01.000\nx\n\n" * 5_000,
        "<" * 200_000,
        "[" * 200_000,
        "<p>" * 20_000,
        " " * 500_000,
        "\n" * 500_000,
        "a: " * 100_000,
        json.dumps({"chapters": [{"startTime": n} for n in range(5_000)]}),
        json.dumps({"segments": [{"startTime": n, "body": "x"} for n in range(5_000)]}),
        "&amp;" * 100_000,
        "<v " * 100_000,
    ],
    ids=lambda text: text[:12],
)
def test_large_chapters_and_transcripts_are_read_or_told_in_a_while(
    project: Project, key: str, text: str
) -> None:
    project.write("a/x.txt", text)
    project.entry("a/episode.md", f"title: x\n{key}: x.txt")
    start = time.process_time()
    holds(project.read())
    assert time.process_time() - start < 30
