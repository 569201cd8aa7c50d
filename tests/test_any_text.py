"""Whatever is typed into whatever key: it is refused with a reason, or every feed of it is well-formed."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from lxml import etree

from publisher.check import check
from publisher.cli.report import as_text
from publisher.model import Artifact, Ledger, Problem, Severity
from publisher.read import read
from publisher.render import render
from publisher.settle import settle
from tests.read.project import MP3, SHOW, Project, new_project
from tests.test_docs import documented

NOW = datetime(2026, 6, 1, tzinfo=UTC)
ODD = (
    "<b>Mod</b> & mandat",
    "Mod&nbsp;og&#0;mandat &bogus;",
    "]]>",
    "<!DOCTYPE x [<!ENTITY y 'z'>]>&y;",
    "🎙️ 👩‍👩‍👧‍👦 \U0001f1e9\U0001f1f0",
    "שלום \u202eabc\u202c مرحبا",
    "a\tb\x00\x07\x1b[31m\x7f\x85\u2028c",
    "\ufeff\ufffe\uffff",
    "blåbærgrød på Ærø 100 %",
    "e\u0301e" + "\u0301" * 50,
    "\"quoted\" 'and' \\back\\ slashed: yes # no; , ^ {{ 7 }}",
    "BEGIN:VEVENT\r\nUID:x\nEND:VEVENT",
    "WEBVTT\n\n00:00.000 --> 00:01.000\n--> x",
    " " * 40,
    "ø" * 5000,
    "https://example.org/<å>?a=1&b=]]>",
    "javascript:alert(1)",
    "</title><script>alert(1)</script>",
)
TYPED = (
    st.sampled_from(ODD) | st.text(max_size=30) | st.text(st.characters(exclude_categories=[]), max_size=12)
)
SHAPES = (
    lambda text: text,
    lambda text: [text, text[::-1]],
    lambda text: {"name": text, "url": f"https://example.org/{text}"},
    lambda text: [{"title": text, "start": "0:01", "url": text}],
    lambda text: {text: text},
    lambda text: {"none": text, "text": text, "platform": text, "url": "https://example.org"},
)
FREE = {
    "show.toml": "title description author copyright license",
    "episode.md": "title summary license",
    "event.md": "title summary location audience price capacity",
    "article.md": "title summary",
}
LISTS = {
    "show.toml": "persons",
    "episode.md": "persons tags",
    "event.md": "speakers programme tags",
    "article.md": "authors tags",
}
NEEDED = {
    "show.toml": "",
    "episode.md": "title: An episode\nsummary: What it is about.\ndate: 2026-01-31 06:00",
    "event.md": "title: An event\nstart: 2026-07-01 09:00\nend: 2026-07-01 10:00\nonline: {platform: Zoom}",
    "article.md": "title: An article\ndate: 2026-02-28",
}
KEYS = [(file, key) for file, keys in documented().items() for key in sorted(keys) if file in NEEDED]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A show with one of everything."""
    made = new_project(tmp_path)
    for file in ("episode.md", "event.md", "article.md"):
        made.entry(f"{file[:-3]}/{file}", NEEDED[file])
    made.write("episode/a.mp3", MP3)
    return made


def toml(value: Any) -> str:
    """`value` as TOML has it, on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{toml(key)} = {toml(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml, value)) + "]"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")


def type_in(project: Project, file: str, values: dict[str, Any], body: str = "") -> None:
    """Write `values`, as a program would that knows how to quote."""
    if file == "show.toml":
        kept = [line for line in SHOW.splitlines() if line.partition(" = ")[0] not in values]
        # A key of a table comes after all others.
        lines = kept + [f"{key} = {toml(value)}" for key, value in values.items()]
        typed(project, "show.toml", "\n".join(lines) + "\n")
        return
    front = [line for line in NEEDED[file].splitlines() if line.partition(":")[0] not in values]
    front += [f"{key}: {json.dumps(value)}" for key, value in values.items()]
    typed(project, f"{file[:-3]}/{file}", "---\n" + "\n".join(front) + f"\n---\n{body}\n")


def typed(project: Project, name: str, text: str) -> None:
    project.write(name, text.encode("utf-8", "surrogatepass"))


def published(project: Project) -> tuple[tuple[Problem, ...], tuple[Artifact, ...]]:
    """What is wrong with the show, and what would be published of it: nothing where that is an error."""
    site = read(project.root)
    settlement = settle(site, Ledger(), NOW)
    problems = (*check(site), *settlement.problems)
    wrong = any(problem.severity is Severity.ERROR for problem in problems)
    return problems, () if wrong else render(settlement.edition)


def assert_told(problems: tuple[Problem, ...]) -> None:
    """Each can be shown on one line of any terminal, and says what to do."""
    for problem in problems:
        line = as_text(problem).encode().decode()
        assert "\n" not in line
        assert len(line) < 1500, line
        assert problem.fix


def assert_well_formed(artifacts: tuple[Artifact, ...]) -> None:
    for artifact in artifacts:
        if not isinstance(artifact.body, bytes):
            continue
        text = artifact.body.decode()
        if artifact.key.endswith((".xml", ".atom")):
            document: Any = etree.fromstring(artifact.body)
            urls = document.xpath("//@url|//@href|//@src|//link/text()")
            assert all(str(url).isascii() for url in urls)
        elif artifact.key.endswith(".json"):
            json.loads(text)
        elif artifact.key.endswith(".ics"):
            assert not [event.errors for event in Calendar.from_ical(text).events if event.errors]
            assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
        elif artifact.key.endswith(".html"):
            scripts = etree.HTML(artifact.body).xpath("//script[not(@type)]|//@*[starts-with(name(), 'on')]")
            assert scripts == []
            assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f]", text)


@pytest.mark.parametrize("text", ODD, ids=ascii)
def test_nothing_that_is_typed_breaks_a_feed(project: Project, text: str) -> None:
    """The same odd text wherever words may be."""
    for file, keys in FREE.items():
        values: dict[str, Any] = dict.fromkeys(keys.split(), text)
        values |= {key: [text] for key in LISTS[file].split()}
        type_in(project, file, values, body=f"# {text}\n\n{text}\n\n<div>{text}")
    problems, artifacts = published(project)
    assert_told(problems)
    assert_well_formed(artifacts)
    errors = {problem.code for problem in problems if problem.severity is Severity.ERROR}
    assert artifacts or errors


def test_most_odd_texts_are_published(project: Project) -> None:
    """Or the test above would show nothing."""
    for text in ODD[:9]:
        type_in(project, "article.md", {"title": text, "summary": text}, body=text)
        _, artifacts = published(project)
        assert artifacts, text
        feed = next(one.body for one in artifacts if one.key == "feed.json")
        assert isinstance(feed, bytes)
        assert json.loads(feed)["items"]


@pytest.mark.parametrize(("file", "key"), KEYS)
def test_every_key_can_have_lines_and_signs_in_it(project: Project, file: str, key: str) -> None:
    for shape in SHAPES:
        type_in(project, file, {key: shape("<p\nclass='x'>\u202e]]>&nbsp;\n\nb")})
        problems, artifacts = published(project)
        assert_told(problems)
        assert_well_formed(artifacts)


@given(where=st.sampled_from(KEYS), text=TYPED, shape=st.sampled_from(SHAPES))
@settings(max_examples=250, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_text_in_any_key_is_refused_or_well_formed(
    tmp_path_factory: pytest.TempPathFactory, where: tuple[str, str], text: str, shape: Any
) -> None:
    project = fresh(tmp_path_factory)
    file, key = where
    type_in(project, file, {key: shape(text)})
    problems, artifacts = published(project)
    assert_told(problems)
    assert_well_formed(artifacts)


@given(where=st.sampled_from(KEYS), text=TYPED)
@settings(max_examples=150, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_text_that_nobody_quoted_is_refused_or_well_formed(
    tmp_path_factory: pytest.TempPathFactory, where: tuple[str, str], text: str
) -> None:
    """As people type it: a key, a colon, and what comes to mind."""
    project = fresh(tmp_path_factory)
    file, key = where
    if file == "show.toml":
        typed(project, file, f"{SHOW}\n{key} = {text}\n")
    else:
        typed(project, f"{file[:-3]}/{file}", f"---\n{NEEDED[file]}\n{key}: {text}\n---\n{text}\n")
    problems, artifacts = published(project)
    assert_told(problems)
    assert_well_formed(artifacts)


def fresh(factory: pytest.TempPathFactory) -> Project:
    """One folder for all, put right again each time: making a thousand takes long."""
    project = new_project(factory.getbasetemp() / "any-text")
    for file in ("episode.md", "event.md", "article.md"):
        project.entry(f"{file[:-3]}/{file}", NEEDED[file])
    project.write("episode/a.mp3", MP3)
    return project
