"""publisher.check.podcasting: every tag is accepted as it should be, and refused where it breaks a rule."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from publisher.check import check
from publisher.check.podcasting import keeps_to_the_namespace
from publisher.model import Origin, Person, Problem, Rule
from publisher.model.podcasting import rules
from publisher.model.podcasting.table import TAGS
from tests.podcasting import EPISODE, EPISODE_BREACHES, SHOW, SHOW_BREACHES, Right, Wrong
from tests.read.project import Project, new_project

from .site import episode, site

OURS = tuple(rule.code for rule in vars(rules).values() if isinstance(rule, Rule))
HOSTED = "audio: {url: https://example.org/a.mp3, length: 1000, type: audio/mpeg, duration: 100}\n"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A show without entries and without problems."""
    return new_project(tmp_path)


def toml(value: Any) -> str:
    """`value` as TOML has it, on one line."""
    if isinstance(value, dict):
        return "{ " + ", ".join(f'"{key}" = {toml(item)}' for key, item in value.items()) + " }"
    return "[" + ", ".join(map(toml, value)) + "]" if isinstance(value, list) else json.dumps(value)


def in_show(project: Project, tag: str, written: Any) -> str:
    """The line below `[podcast]` in show.toml."""
    line = f"{tag} = {toml(written)}"
    path = project.root / "episodes/show.toml"
    path.write_text(f"{path.read_text(encoding='utf-8')}\n[podcast]\n{line}\n", encoding="utf-8")
    project.write("talk/episode.md", f"---\ntitle: A talk\n{HOSTED}---\n")
    return line


def in_episode(project: Project, tag: str, written: Any) -> str:
    """The line below `podcast:` in the front matter."""
    line = f"  {tag}: {json.dumps(written, ensure_ascii=False)}"
    project.write("talk/episode.md", f"---\ntitle: A talk\npodcast:\n{line}\n{HOSTED}---\n")
    return line


def told(project: Project) -> list[Problem]:
    """What is wrong with the namespace."""
    return [problem for problem in check(project.read()) if problem.code in OURS]


@pytest.mark.parametrize("right", SHOW, ids=lambda right: right.tag)
def test_what_a_show_may_say_is_accepted(project: Project, right: Right) -> None:
    in_show(project, right.tag, right.written)
    assert told(project) == []


@pytest.mark.parametrize("right", EPISODE, ids=lambda right: right.tag)
def test_what_an_episode_may_say_is_accepted(project: Project, right: Right) -> None:
    in_episode(project, right.tag, right.written)
    assert told(project) == []


@pytest.mark.parametrize("wrong", SHOW_BREACHES, ids=lambda wrong: f"{wrong.tag}-{wrong.code}-{wrong.word}")
def test_a_show_is_told_of_each_breach_once_and_on_its_line(project: Project, wrong: Wrong) -> None:
    """TOML has no places inside a line."""
    line = in_show(project, wrong.tag, wrong.written)
    (problem,) = told(project)
    lines = (project.root / "episodes/show.toml").read_text(encoding="utf-8").splitlines()
    assert (problem.code, problem.severity) == (wrong.code, wrong.severity)
    assert lines[problem.place.line - 1] == line
    assert problem.fix
    assert problem.source.startswith("https://")


@pytest.mark.parametrize(
    "wrong", EPISODE_BREACHES, ids=lambda wrong: f"{wrong.tag}-{wrong.code}-{wrong.word}"
)
def test_an_episode_is_told_of_each_breach_once_and_at_its_key(project: Project, wrong: Wrong) -> None:
    line = in_episode(project, wrong.tag, wrong.written)
    (problem,) = told(project)
    assert (problem.code, problem.severity) == (wrong.code, wrong.severity)
    assert problem.place.line == 4
    key = f'"{wrong.word}"' if wrong.word else wrong.tag
    assert line[problem.place.column - 1 :].startswith(key)


def test_every_tag_has_a_right_and_a_wrong_example() -> None:
    """A tag inside another is in its parent's example."""
    text = json.dumps([right.written for right in (*SHOW, *EPISODE)])
    right = {right.tag for right in (*SHOW, *EPISODE)}
    missing = {name for name in TAGS if name not in right and f'"{name}"' not in text}
    assert missing - {"guid"} == {"images"}
    told = {wrong.code for wrong in (*SHOW_BREACHES, *EPISODE_BREACHES)}
    assert {tag.rule.code for tag in TAGS.values()} - told == {"PN-024"}


def front(project: Project, lines: str) -> list[str]:
    """The problems of an episode with these lines, as `line:column code severity`."""
    project.write("talk/episode.md", f"---\ntitle: A talk\n{lines}{HOSTED}---\n")
    return [f"{one.place.line}:{one.place.column} {one.code} {one.severity}" for one in told(project)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("persons:\n  - Åse\n  - name: Bo\n    role: hest\n", ["6:5 PN-015 warning"]),
        ("soundbites:\n  - {start: 1:30, duration: 20}\n", ["4:5 PN-014 error"]),
        ("soundbites:\n  - {start: 0:00, duration: 1, title: T}\n", ["4:19 PN-014 warning"]),
        ("location:\n  name: Byen\n  country: XX\n", ["5:3 PN-016 warning"]),
        ("location:\n  nam: Byen\n", ["4:3 PN-016 warning"]),
        ("license: Vores egen\n", ["3:1 PN-020 warning"]),
        ("license: cc-by-sa-4.0\n", []),
        ("season: 2\npodcast:\n  season: 3\n", ["5:3 PN-050 error"]),
        ("episode: 3\npodcast:\n  episode: 4.5\n", ["5:3 PN-051 warning"]),
        ("episode: 3\npodcast:\n  episode: 3.5\n", []),
        ("images:\n  url: https://example.org/i.png\n  aspect_ratio: wide\n", ["5:3 PN-040 warning"]),
        (
            "alternate_enclosures:\n  type: audio/opus\n  length: 9\n  sources: [{uri: x}]\n",
            ["6:13 PN-022 error"],
        ),
        ("social: twiter\n", ["3:1 PN-031 error"]),
        ("draft: true\nsocial: twiter\n", []),
    ],
)
def test_keys_of_our_own_are_told_of_in_their_own_words(
    project: Project, lines: str, expected: list[str]
) -> None:
    assert front(project, lines) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            "persons:\n  name: Bo\n  role: gest\n",
            (
                "persons: role is 'gest', but must be a role of podcasttaxonomy.com: apps will show a host",
                "write `role: Guest`",
            ),
        ),
        (
            "podcast:\n  chat: {servr: irc.example.org, protocol: irc}\n",
            ("podcast.chat: servr is not a key I know", "write server"),
        ),
        (
            "content_links:\n  titel: Se\n  url: https://example.org/\n",
            ("content_links: titel is not a key I know", "write title"),
        ),
        ("podcast:\n  persn: Bo\n", ("podcast.persn is no tag of Podcasting 2.0", "write person")),
        (
            "podcast:\n  locked: yes\n",
            ("podcast.locked does not belong here", "move it to show.toml"),
        ),
    ],
)
def test_problems_say_what_to_write(project: Project, lines: str, expected: tuple[str, str]) -> None:
    front(project, lines)
    problem = told(project)[0]
    assert (problem.message, problem.fix) == expected


def test_a_show_is_told_what_to_write_in_toml(project: Project) -> None:
    in_show(project, "publisher", {"remoteItem": {"feedGuid": "917393e3-1b1e-5cef-ace4-edaa54e1f810"}})
    (problem,) = told(project)
    assert problem.fix == (
        'write `remoteItem = {medium = "publisher", feedGuid = "…", feedUrl = "https://…"}`'
    )


def test_that_our_own_addresses_are_no_https_is_told_once(project: Project) -> None:
    """APPLE-010 tells of base_url; nobody wrote the address of the picture."""
    project.show("https://example.org/show", "http://example.org/show")
    project.show("guid =", 'images = ["cover.png"]\nguid =')
    assert told(project) == []


def test_what_the_docs_show_is_right(project: Project) -> None:
    """Every example of docs/podcasting.md."""
    page = (Path(__file__).parents[2] / "docs/podcasting.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```(\w+)\n(.*?)^```", page, re.DOTALL | re.MULTILINE)
    path = project.root / "episodes/show.toml"
    text = path.read_text(encoding="utf-8") + "\n".join(body for kind, body in blocks if kind == "toml")
    path.write_text(text, encoding="utf-8")
    project.entry(
        "talk/episode.md", "title: A talk\n" + HOSTED + "".join(b for k, b in blocks if k == "yaml")
    )
    problems = check(project.read())
    assert [one.message for one in problems if one.severity == "error"] == []
    assert [*told(project)] == []
    assert len(project.read().show.podcast) == 3


def test_each_of_many_who_say_the_same_is_told_of_it_at_its_own_place() -> None:
    """What is judged once is told to everybody, whatever their numbers, and no number hides behind it."""
    wrong = (Person(name="Åse", role="hest"),)
    marks = (("persons.0.role", 7, 3), ("season", 5, 1))
    one, two, right, odd = (
        replace(episode(path, **fields), origin=Origin(file=path, marks=marks))
        for path, fields in {
            "001": {"persons": wrong, "season": 1, "episode": 1},
            "002": {"persons": wrong, "season": 1, "episode": 2},
            "003": {"persons": (Person(name="Åse", role="host"),), "season": 1, "episode": 3},
            "004": {"persons": wrong, "season": -1, "episode": 4},
        }.items()
    )
    assert [
        (problem.code, problem.place.file, problem.place.line)
        for problem in keeps_to_the_namespace(site(one, two, right, odd))
    ] == [("PN-015", "001", 7), ("PN-015", "002", 7), ("PN-017", "004", 5), ("PN-015", "004", 7)]
