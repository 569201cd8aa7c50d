"""publisher.read.beside: what is called like the recording is about it, unless it may be something else."""

from __future__ import annotations

import pytest

from tests.read.project import MP3, Project

VTT = "WEBVTT\n\n00:00:00.000 --> 00:00:01.000\n<v Åse>Hej.\n"
SRT = "1\n00:00:00,000 --> 00:00:01,000\nSRT\n"
JSON = '{"version": "1.0.0", "segments": [{"startTime": 0, "body": "JSON"}]}'
SPOKEN = "Lars: Hej\n\nBirthe: Ja"


def said(project: Project) -> list[str]:
    """The first words of each transcript of the only episode."""
    return [one.cues[0].text for one in project.only().transcripts]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({"talk.vtt": VTT}, ["Hej."]),
        ({"talk.srt": SRT}, ["SRT"]),
        ({"talk.json": JSON}, ["JSON"]),
        ({"talk.txt": SPOKEN}, ["Hej"]),
        ({"talk.txt": "[0:00] Hej\n[0:05] Ja " + "og meget mere " * 10}, ["Hej"]),
        ({"talk.txt": SPOKEN, "talk.json": JSON, "talk.srt": SRT}, ["SRT"]),
        ({"other.vtt": VTT}, []),
        ({"talk.txt": "Husk: ring til Bo om tilladelsen"}, []),
        ({"talk.txt": b"\xe6"}, []),
        ({"talk.txt": "0:00 Intro\n1:30 Mandat"}, []),
        ({"talk.txt": "0.0\t0.0\tIntro"}, []),
        ({"talk.json": '{"chapters": []}'}, []),
        ({"talk.json": "{"}, []),
    ],
)
def test_a_bare_recordings_transcript(
    project: Project, files: dict[str, str | bytes], expected: list[str]
) -> None:
    """No Markdown is needed; notes and chapters are no transcript."""
    project.write("talk.mp3", MP3)
    for name, content in files.items():
        project.write(name, content)
    assert said(project) == expected


def test_a_used_file_is_not_ignored_and_another_is(project: Project) -> None:
    project.write("talk.mp3", MP3)
    project.write("talk.vtt", VTT)
    project.write("talk.srt", SRT)
    project.only()
    assert project.read().ignored == ("episodes/talk.srt",)


def test_markdown_beside_it_has_the_last_word(project: Project) -> None:
    project.write("talk.mp3", MP3)
    project.write("talk.vtt", VTT)
    project.entry("talk.md", "title: A title")
    assert said(project) == ["Hej."]
    project.entry("talk.md", "transcript: {none: Only music}")
    assert said(project) == []
    project.write("talk.srt", SRT)
    project.entry("talk.md", "transcript: talk.srt")
    assert said(project) == ["SRT"]


def test_in_a_folder_of_its_own_an_entry_names_its_files(project: Project) -> None:
    """There the recording's name may be unknown, on a machine that has none."""
    project.write("a/talk.mp3", MP3)
    project.write("a/talk.vtt", VTT)
    project.entry("a/episode.md")
    assert said(project) == []


def test_a_bare_recordings_chapters(project: Project) -> None:
    """MP4Chaps calls them so."""
    project.write("talk.mp3", MP3)
    project.write("talk.chapters.txt", "0:00 Intro\n1:30 Mandat")
    assert [chapter.title for chapter in project.only().chapters] == ["Intro", "Mandat"]
