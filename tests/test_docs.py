"""Docs that can fail: commands, keys and problems are compared with the code."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from publisher.cli import COMMANDS
from publisher.cli import publisher as group
from publisher.cli.catalogue import catalogue
from publisher.model.podcasting.keys import KEYS
from publisher.model.podcasting.table import TAGS
from publisher.read import read
from publisher.read.fields import Fields
from tests.read.project import new_project

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def same(path: Path, text: str) -> None:
    """`path` holds `text`; with RENEW_GOLDENS it is made to."""
    if os.environ.get("RENEW_GOLDENS"):
        path.write_text(text, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == text


def help_of(name: str) -> str:
    parent = click.Context(group, info_name="publisher", **group.context_settings)
    command = group.get_command(parent, name)
    assert command
    return command.get_help(click.Context(command, parent, info_name=name, terminal_width=100))


def test_every_command_is_documented_as_it_is() -> None:
    parts = [f"## {name}\n\n```\n{help_of(name)}\n```\n" for name in COMMANDS]
    lead = "# Commands\n\nWhat `publisher COMMAND --help` says.\n\n"
    codes = (
        "\n## Exit codes\n\n0 done, with or without warnings · 1 problems or failure · 2 wrong usage · "
        "3 published, but not verified\n"
    )
    same(ROOT / "docs/commands.md", lead + "\n".join(parts) + codes)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_shows_an_example(name: str) -> None:
    assert f"publisher {name}" in help_of(name).partition("Example:")[2]


def test_every_problem_is_documented_as_it_is() -> None:
    """By the list that `check --list-rules` prints."""
    path = ROOT / "docs/problems.md"
    lead, mark, _ = path.read_text(encoding="utf-8").partition("|---|---|---|---|\n")
    assert mark
    rows = [f"| {rule.code} | {rule.severity} | {rule.summary} | {rule.source} |" for rule in catalogue()]
    same(path, lead + mark + "\n".join(rows) + "\n")


def tags() -> Iterator[str]:
    """A row for every tag of Podcasting 2.0: what it can say, where, and under which key."""
    named = {key.tag: f"`{key.name}`" for key in reversed(KEYS.values())}
    for name, tag in TAGS.items():
        said = ", ".join(f"**{one.name}**" if one.required else one.name for one in tag.attributes)
        parents = ", ".join(
            {"channel": "show", "item": "episode"}.get(parent, parent) for parent in tag.parents
        )
        once = "once" if tag.single else "any"
        yield f"| [{name}]({tag.rule.source}) | {parents} | {once} | {said} | {named.get(name, '')} |"


def test_every_tag_is_documented_as_it_is() -> None:
    path = ROOT / "docs/podcasting.md"
    lead, mark, _ = path.read_text(encoding="utf-8").partition("|---|---|---|---|---|\n")
    assert mark
    same(path, lead + mark + "\n".join(tags()) + "\n")


def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, set[str]]:
    """The keys that reading asks for, by file name."""
    shutil.copytree(ROOT / "episodes", tmp_path / "episodes")
    seen: dict[str, set[str]] = {}
    close = Fields.close

    def note(self: Fields) -> None:
        if not self._name:
            seen[Path(self.origin.file).name] = set(self._asked)
        close(self)

    monkeypatch.setattr(Fields, "close", note)
    read(tmp_path)
    return seen


def documented() -> dict[str, set[str]]:
    """The keys in the tables of docs/writing.md, by heading."""
    sections = (ROOT / "docs/writing.md").read_text(encoding="utf-8").split("\n## ")[1:]
    cells = {
        section.partition("\n")[0]: re.findall(r"^\| (`.*?) \|", section, re.MULTILINE)
        for section in sections
    }
    return {name: set(re.findall(r"`(\w+)`", " ".join(found))) for name, found in cells.items()}


def test_every_key_is_documented(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert asked(tmp_path, monkeypatch) == documented()


def examples() -> list[str]:
    """The events that docs/writing.md shows."""
    events = (ROOT / "docs/writing.md").read_text(encoding="utf-8").partition("\n## event.md\n")[2]
    return re.findall(r"^```yaml\n(.*?)^```$", events.partition("\n## ")[0], re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("front", examples())
def test_every_example_of_an_event_is_one(front: str, tmp_path: Path) -> None:
    project = new_project(tmp_path)
    project.entry("a/event.md", front)
    event = project.only()
    assert event.title


def test_there_are_examples_of_every_kind_of_event() -> None:
    keys = {key for front in examples() for key in re.findall(r"^(\w+):", front, re.MULTILINE)}
    assert keys >= {"end", "location", "online", "programme", "recurrence", "registration"}


def test_the_readme_names_every_command_and_every_page_of_docs() -> None:
    assert all(f"publisher {name}" in README for name in COMMANDS)
    assert all(f"docs/{page.name}" in README for page in (ROOT / "docs").glob("*.md"))


def test_links_between_pages_lead_somewhere() -> None:
    for page in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")):
        text = re.sub(r"`[^`]*`", "", page.read_text(encoding="utf-8"))
        for link in re.findall(r"\]\((?!https?:)([^)#]+)", text):
            assert (page.parent / link).exists(), f"{page.name}: {link}"


def test_ci_runs_the_readmes_own_test_command() -> None:
    command = next(line for line in README.splitlines() if ".venv/bin/pytest -n auto" in line)
    assert command in (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()
    assert command in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").splitlines()
