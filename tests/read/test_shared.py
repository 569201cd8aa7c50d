"""publisher.read.shared: what a show and an episode say in the same keys."""

from __future__ import annotations

import pytest

from publisher.model import Funding
from tests.read.project import MP3, Project


def spots(project: Project, lines: str) -> list[str]:
    project.write("talk.mp3", MP3)
    project.entry("talk.md", f"title: A talk\n{lines}")
    return project.told()


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("license: CC-BY-4.0", ("CC-BY-4.0", None)),
        ("license: {name: Vores, url: 'https://e.dk/'}", ("Vores", "https://e.dk/")),
        ("license: {name: Vores}", ("Vores", None)),
    ],
)
def test_a_license_is_a_name_or_a_table(
    project: Project, lines: str, expected: tuple[str, str | None]
) -> None:
    assert spots(project, lines) == []
    episode = project.only()
    assert (episode.license, episode.license_url) == expected


def test_a_license_without_a_name_is_told(project: Project) -> None:
    assert spots(project, "license: {url: 'https://e.dk/'}") == ["episodes/talk.md:3:10 READ-007"]


def test_an_episode_has_funding_of_its_own(project: Project) -> None:
    assert spots(project, "funding: {url: 'https://e.dk/', title: Støt}") == []
    assert project.only().funding == (Funding(url="https://e.dk/", title="Støt"),)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [("block: true", True), ("block: yes", True), ("block: false", False), ("title: X", False)],
)
def test_an_episode_is_blocked_or_not(project: Project, lines: str, expected: bool) -> None:
    project.write("talk.mp3", MP3)
    project.entry("talk.md", lines)
    (episode,) = project.read().episodes
    assert episode.block is expected


def test_services_are_blocked_by_the_show_alone(project: Project) -> None:
    assert spots(project, "block: spotify") == ["episodes/talk.md:3:1 READ-007"]


@pytest.mark.parametrize(("line", "expected"), [("true", True), ("false", False), ('["spotify"]', False)])
def test_a_show_is_blocked_everywhere_or_by_name(project: Project, line: str, expected: bool) -> None:
    project.show("guid =", f"block = {line}\nguid =")
    site = project.read()
    assert site.show.block is expected
    assert site.problems == ()


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("season: 2\nepisode: 3", (2, None, 3, None)),
        (
            "season: {number: 2, name: Foråret}\nepisode: {number: 3, display: Kap. 3}",
            (2, "Foråret", 3, "Kap. 3"),
        ),
    ],
)
def test_numbers_may_have_names(project: Project, lines: str, expected: tuple[object, ...]) -> None:
    """PN-017, PN-018."""
    assert spots(project, lines) == []
    episode = project.only()
    assert (episode.season, episode.season_name, episode.episode, episode.episode_display) == expected


def test_a_name_without_a_number_is_told(project: Project) -> None:
    assert spots(project, "season: {name: Foråret}") == ["episodes/talk.md:3:9 READ-007"]
