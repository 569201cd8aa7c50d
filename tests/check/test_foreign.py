"""publisher.check.foreign: what cannot be carried is told where it is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from publisher.check import check
from tests.read.project import Project, new_project

HOSTED = "audio: {url: https://example.org/a.mp3, length: 1000, type: audio/mpeg, duration: 100}"


def told(tmp_path: Path, namespaces: str, extra: str) -> list[str]:
    """The problems of a show with these namespaces, and an episode with these tags."""
    project: Project = new_project(tmp_path)
    path = project.root / "episodes/show.toml"
    path.write_text(f"{path.read_text(encoding='utf-8')}{namespaces}\n", encoding="utf-8")
    project.entry("talk/episode.md", f"title: A talk\n{HOSTED}\n{extra}")
    problems = [problem for problem in check(project.read()) if problem.code.startswith("EXTRA")]
    return [f"{one.place.file}:{one.place.line}:{one.place.column} {one.code}" for one in problems]


@pytest.mark.parametrize(
    ("namespaces", "extra", "expected"),
    [
        ('[namespaces]\nex = "https://e.dk/"', "extra: {ex:a: x}", []),
        ("", "extra:\n  ex:a: x", ["episodes/talk/episode.md:5:3 EXTRA-002"]),
        ("", "extra:\n  itunes:keywords: x", ["episodes/talk/episode.md:5:3 EXTRA-003"]),
        ("", "extra:\n  title: x", ["episodes/talk/episode.md:5:3 EXTRA-001"]),
        ('[namespaces]\nitunes = "https://e.dk/"', "", ["episodes/show.toml:12:1 EXTRA-003"]),
        ('[namespaces]\nex = "here"', "", ["episodes/show.toml:12:1 EXTRA-004"]),
        ('[extra]\n"ex:a" = "x"', "", ["episodes/show.toml:12:1 EXTRA-002"]),
        (
            '[podcast.liveItem]\n"itunes:image" = { href = "x" }\n"ex:a" = "x"',
            "",
            ["episodes/show.toml:13:1 EXTRA-002"],
        ),
        ("", "draft: true\nextra: {ex:a: x}", []),
    ],
)
def test_tags_are_told_where_they_are_written(
    tmp_path: Path, namespaces: str, extra: str, expected: list[str]
) -> None:
    assert told(tmp_path, namespaces, extra) == expected
