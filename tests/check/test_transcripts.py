"""The gate: an episode has a transcript or says why not, and it is that of the recording."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from publisher.check.transcripts import ends_inside, has_transcript
from publisher.model import Cue, Origin, Place, Transcript
from tests.read.project import MP3, Project, told

from .site import SHOW, episode, found, heard, said, site


@pytest.mark.parametrize(("accessibility", "severity"), [("encouraged", "warning"), ("required", "error")])
def test_an_episode_without_a_transcript(accessibility: str, severity: str) -> None:
    """TR-003."""
    show = replace(SHOW, accessibility=accessibility)
    assert found(has_transcript, site(episode(transcripts=()), show=show)) == [f"TR-003 {severity}"]


def test_a_reason_is_enough_and_drafts_may_wait() -> None:
    assert found(has_transcript, heard(transcripts=(), untranscribed="Only music")) == []
    assert found(has_transcript, heard(transcripts=(), draft=True)) == []
    assert found(has_transcript, heard()) == []


@pytest.mark.parametrize(
    ("file", "fix"),
    [
        (
            "episodes/001/episode.md",
            'write `transcript: …` with the file, or `transcript: {none: "Only music"}` with the reason',
        ),
        ("episodes/talk.mp3", "put talk.vtt beside it, or .srt, .json or .txt"),
    ],
)
def test_what_to_do_is_said(file: str, fix: str) -> None:
    path = file.removeprefix("episodes/").removesuffix("/episode.md").removesuffix(".mp3")
    lacking = episode(path, transcripts=(), origin=Origin(file=file))
    assert said(has_transcript, site(lacking))[1] == fix


@pytest.mark.parametrize("front", ["transcript: no.vtt", "transcript: t.txt", "transcript: {language: da}"])
def test_one_mistake_is_one_problem(project: Project, front: str) -> None:
    """What is named and cannot be read is not missing too."""
    project.write("a/t.txt", "")
    project.write("a/a.mp3", MP3)
    project.entry("a/episode.md", front)
    site = project.read()
    assert len(told(site.problems)) == 1
    assert found(has_transcript, site) == []


def test_a_key_with_nothing_behind_it_is_no_transcript(project: Project) -> None:
    project.write("a/a.mp3", MP3)
    project.entry("a/episode.md", "transcript:")
    (problem,) = has_transcript(project.read())
    assert (problem.place.line, problem.code) == (2, "TR-003")


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [(1799, 1800, []), (1799, 1802, []), (1799, 1803, ["TR-010 warning"]), (1803, None, ["TR-010 warning"])],
)
def test_words_after_the_end_of_the_recording(start: float, end: float | None, expected: list[str]) -> None:
    """TR-010, with two seconds of patience."""
    cue = Cue(
        text="x",
        start=timedelta(seconds=start),
        end=None if end is None else timedelta(seconds=end),
        place=Place(file="t.vtt", line=7),
    )
    late = heard(transcripts=(Transcript(cues=(cue,)),))
    assert found(ends_inside, late) == expected
    assert [problem.place.line for problem in ends_inside(late)] == [7] * len(expected)
    assert found(ends_inside, heard(transcripts=(Transcript(cues=(cue,)),), recording=None)) == []


def test_it_is_told_once_for_each_file() -> None:
    cues = tuple(Cue(text="x", start=timedelta(hours=n)) for n in range(4))
    assert said(ends_inside, heard(transcripts=(Transcript(cues=cues),)))[0] == (
        "this is said 60:00 into a recording of 30:00, like 2 more"
    )
