"""`publisher check --list-rules`, and living with a warning."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest

import publisher
from publisher.cli.catalogue import catalogue
from publisher.model import Rule
from tests.cli.conftest import Run, edit


def test_every_rule_of_the_code_is_in_the_catalogue() -> None:
    modules = (
        one.name for one in walk_packages(publisher.__path__, "publisher.") if "__main__" not in one.name
    )
    written = {
        thing for name in modules for thing in vars(import_module(name)).values() if isinstance(thing, Rule)
    }
    assert written == set(catalogue())


def test_a_code_and_a_severity_are_one_rule() -> None:
    """One code may be an error here and a warning there, with words of its own for each."""
    keys = [(rule.code, rule.severity) for rule in catalogue()]
    assert keys == sorted(set(keys))


def test_rules_are_listed_a_line_each(run: Run, tmp_path: Path) -> None:
    """Anywhere: it is not about a show."""
    ran = run("check", "--list-rules", folder=tmp_path)
    lines = ran.out.splitlines()
    assert (ran.code, ran.err, len(lines)) == (0, "", len(catalogue()))
    assert any(line.startswith("APPLE-079  warning A recording is mono") for line in lines)
    assert all(line[11:18] in ("error  ", "warning") for line in lines)


def test_rules_are_listed_as_json(run: Run, tmp_path: Path) -> None:
    rules = json.loads(run("check", "--list-rules", "--json", folder=tmp_path).out)["rules"]
    assert {tuple(rule) for rule in rules} == {("code", "severity", "summary", "source")}
    assert len(rules) == len(catalogue())


IGNORE = '\n[check]\nignore = [{{ code = "{}", reason = "{}" }}]\n'


def without_author(project: Path, code: str = "APPLE-031", reason: str = "we are nobody") -> None:
    show = project / "episodes/show.toml"
    edit(show, 'author = "CO-PI"\n', "")
    show.write_text(show.read_text(encoding="utf-8") + IGNORE.format(code, reason), encoding="utf-8")


def test_a_warning_that_a_producer_lives_with_is_silent_everywhere(run: Run, project: Path) -> None:
    without_author(project)
    assert "APPLE-031" not in run("check", "--strict").out
    assert "APPLE-031" not in run("check", "--json").out
    assert "APPLE-031" not in run("build").err
    assert "APPLE-031" not in run("publish").err


def test_without_a_reason_it_is_not(run: Run, project: Path) -> None:
    without_author(project, reason="")
    out = run("check").out
    assert ": READ-007 check.ignore: reason is missing; write `reason = " in out
    assert ": APPLE-031 warning: " in out


def test_a_misspelt_code_is_a_warning_with_the_nearest(run: Run, project: Path) -> None:
    without_author(project, code="APPLE-31")
    out = run("check").out
    assert ": CHECK-001 warning: there is no rule APPLE-31; write APPLE-031" in out
    assert ": APPLE-031 warning: " in out


@pytest.mark.parametrize("code", ["APPLE-060", "CHECK-003"])
def test_what_is_not_there_any_more_is_a_warning(run: Run, project: Path, code: str) -> None:
    show = project / "episodes/show.toml"
    show.write_text(show.read_text(encoding="utf-8") + IGNORE.format(code, "old"), encoding="utf-8")
    assert f": CHECK-003 warning: there is no {code} to ignore any more; remove it" in run("check").out
    assert run("check", "--strict").code == 1


def test_an_episode_lives_with_its_own(run: Run, project: Path) -> None:
    episode = project / "episodes/001-hvorfor-politikere/episode.md"
    edit(
        episode,
        "title: Hvorfor",
        "ignore: [{code: APPLE-060, reason: It is called so}]\ntitle: 'Afsnit 1: Hvorfor",
    )
    edit(episode, "innovation?\n", "innovation?'\n")
    assert "APPLE-060" not in run("check").out
    edit(episode, "ignore: [{code: APPLE-060, reason: It is called so}]\n", "")
    assert ": APPLE-060 warning: " in run("check").out
