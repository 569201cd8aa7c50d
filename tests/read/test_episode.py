"""episode.md or a recording's own tags into an Episode."""

from __future__ import annotations

from datetime import timedelta

import pytest

from publisher.model import Episode, Severity
from tests.read.audio.build import id3, mutagen
from tests.read.project import MP3, Project


def episode(project: Project, front: str = "title: A title") -> Episode:
    """The episode with this front matter, which has no problems."""
    project.entry("a/episode.md", front)
    made = project.only()
    assert isinstance(made, Episode)
    return made


def tagged(title: str) -> bytes:
    frames = mutagen("id3")
    return id3(frames.TIT2(encoding=3, text=[title]), frames.TDES(encoding=3, text=["What it is"])) + MP3


def test_an_episode_is_what_its_file_says(project: Project) -> None:
    project.write("a/x.mp3", tagged("Not this"))
    made = episode(
        project, "title: A\nseason: 2\nepisode: 007\ntype: bonus\nexplicit: true\npersons: [A]\nremaster: 1"
    )
    assert (made.title, made.season, made.episode, made.type) == ("A", 2, 7, "bonus")
    assert (made.explicit, made.remaster, made.audio) == (True, 1, "episodes/a/x.mp3")
    assert made.recording
    assert made.recording.duration > timedelta(seconds=1)
    assert made.summary is None


def test_a_recording_alone_speaks_for_itself(project: Project) -> None:
    project.write("003 Årets møde.mp3", tagged("A title"))
    made = project.only()
    assert (made.title, made.summary, made.path, made.slug) == (
        "A title",
        "What it is",
        "003 Årets møde",
        "003-aarets-moede",
    )
    assert made.origin.file == "episodes/003 Årets møde.mp3"


def test_the_content_decides_what_a_recording_is(project: Project) -> None:
    project.material("audio/renamed-m4a-as.mp3", "a/x.mp3")
    project.entry("a/episode.md")
    (made,) = project.read().episodes
    assert made.recording
    assert (made.recording.type, made.recording.extension) == ("audio/x-m4a", ".m4a")


def test_the_only_recording_is_taken_and_of_several_the_one_that_is_named(project: Project) -> None:
    project.write("a/x.mp3", MP3)
    assert episode(project).audio == "episodes/a/x.mp3"
    project.write("a/y.mp3", MP3)
    assert episode(project, "title: A\naudio: y.mp3").audio == "episodes/a/y.mp3"
    project.entry("a/episode.md")
    assert project.told() == ["episodes/a/episode.md:2:1 AUDIO-020"]
    assert project.read().problems[0].fix == "write `audio: x.mp3`"


def test_two_recordings_of_one_name_are_told(project: Project) -> None:
    project.write("a.mp3", MP3)
    project.write("a.wav", MP3)
    (problem,) = (one for one in project.read().problems if one.code == "AUDIO-020")
    assert "a.mp3, a.wav" in problem.message
    assert problem.place.file == "episodes/a.mp3"


def test_a_recording_may_lie_elsewhere_in_the_show(project: Project) -> None:
    """Then it is no episode of its own."""
    project.write("recordings/x.mp3", MP3)
    assert episode(project, "title: A\naudio: ../recordings/x.mp3").audio == "episodes/recordings/x.mp3"


def test_without_any_recording_nothing_is_told_yet(project: Project) -> None:
    """In CI, listeners keep what was published; settling tells where nothing was."""
    assert (episode(project).audio, episode(project).absent) == (None, None)
    named = episode(project, "title: A\naudio: x.mp3")
    assert (named.audio, named.absent and named.absent.message) == (
        None,
        "audio names 'x.mp3', which is not there",
    )


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("y.mp3", "which is not there; write x.mp3, or put the file into a"),
        (".", "which is a folder"),
        ("../../x.mp3", "which is outside episodes"),
        ("/etc/passwd", "which is outside episodes"),
    ],
)
def test_a_recording_that_is_named_wrongly_is_told_once(project: Project, name: str, words: str) -> None:
    project.write("a/x.mp3", MP3)
    project.entry("a/episode.md", f"title: A\naudio: {name}")
    site = project.read()
    assert project.told() == ["episodes/a/episode.md:3:1 READ-010"]
    assert words in f"{site.problems[0].message}; {site.problems[0].fix}"
    assert site.episodes[0].audio
    assert site.episodes[0].recording is None


@pytest.mark.parametrize("content", [b"", b"<!doctype html><title>404</title>", b"x" * 1000, b"\0" * 1000])
def test_what_is_no_recording_is_told_with_its_own_name(project: Project, content: bytes) -> None:
    project.write("a/x.mp3", content)
    project.entry("a/episode.md")
    (problem,) = project.read().problems
    assert problem.place.file == "episodes/a/x.mp3"
    assert (problem.code[:6], problem.severity) == ("AUDIO-", Severity.ERROR)


@pytest.mark.parametrize(
    ("front", "spot"),
    [
        ("season: 0", "3:1 READ-007"),
        ("season: S1", "3:1 READ-007"),
        ("episode: 1.5", "3:1 READ-007"),
        ("type: Trailer", "3:1 READ-007"),
        ("explicit: yes", "3:1 READ-018"),
        ("explicit: clean", "3:1 READ-007"),
        ("remaster: -1", "3:1 READ-007"),
        ("chapters: none.json", "3:1 READ-010"),
        ("chapters: ../../../etc/passwd", "3:1 READ-010"),
        ("transcript: none.vtt", "3:1 READ-010"),
        ("transcript: .", "3:1 READ-010"),
        ("speakers: [A]", "3:1 READ-005"),
    ],
)
def test_one_mistake_is_one_problem_at_its_place(project: Project, front: str, spot: str) -> None:
    project.entry("a/episode.md", f"title: A\n{front}")
    assert project.told() == [f"episodes/a/episode.md:{spot}"]


@pytest.mark.parametrize("key", ["chapters", "transcript"])
def test_a_named_file_that_is_no_text_is_told_once(project: Project, key: str) -> None:
    project.write("a/x.bin", b"\xff\xfe\x00\x00 no text")
    project.entry("a/episode.md", f"title: A\n{key}: x.bin")
    (line,) = project.told()
    assert line.startswith("episodes/a/x.bin:1:1 ")


def test_a_transcript_that_links_out_of_the_project_is_not_read(project: Project) -> None:
    (project.root.parent / "secret.txt").write_text("Host: my password is\n")
    project.entry("a/episode.md", "title: A\ntranscript: t.txt")
    (project.root / "episodes/a/t.txt").symlink_to(project.root.parent / "secret.txt")
    assert project.told() == ["episodes/a/t.txt:1:1 READ-010"]


def test_a_recording_may_be_a_link_to_another_disk(project: Project) -> None:
    (project.root.parent / "disk.mp3").write_bytes(MP3)
    project.write("a/notes.txt")
    (project.root / "episodes/a/x.mp3").symlink_to(project.root.parent / "disk.mp3")
    assert episode(project, "title: A\naudio: x.mp3").recording


def test_an_address_where_a_file_belongs_is_told_how_to_write_it(project: Project) -> None:
    """Even on a machine without any recording, where a missing file is no mistake."""
    project.entry(
        "a/episode.md", "title: A\naudio: https://example.org/a.mp3\nimage: https://example.org/a.png"
    )
    fixes = [problem.fix for problem in project.read().problems]
    assert fixes == [
        "write `audio: {url: 'https://example.org/a.mp3', length: …, type: audio/mpeg}`, length in bytes",
        "download it into a and write the name of the file",
    ]


def test_a_pointer_to_a_recording_tells_which_one_it_is(project: Project) -> None:
    """Settling knows whether anybody misses it."""
    oid = "4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393"
    project.write(
        "a/x.mp3", f"version https://git-lfs.github.com/spec/v1\noid sha256:{oid}\nsize 12345\n".encode()
    )
    made = episode(project)
    assert (made.recording, made.audio, made.pointer) == (None, None, oid)
    assert made.absent
    assert "git lfs pull" in made.absent.fix
