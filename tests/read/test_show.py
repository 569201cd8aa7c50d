"""show.toml into a Show."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from publisher.model import Calendar, Funding, Person, Publishing, Topic
from publisher.read.show import read_show
from tests.read.project import HOSTILE, JPEG, SHOW, Project, new_project, spots


def problems(project: Project) -> list[str]:
    """What is wrong with show.toml, as `line:column CODE`."""
    return spots(read_show(project.root / "episodes/show.toml", project.root)[1])


def test_a_show_is_what_its_file_says(project: Project) -> None:
    project.show(
        'author = "We"',
        'author = "We"\n'
        'explicit = true\ntype = "serial"\ncopyright = "Us"\nlocked = false\nlink = "https://x.org"\n'
        'persons = ["A", { name = "B", role = "host" }]\n',
    )
    project.write(
        "show.toml",
        (project.root / "episodes/show.toml").read_text(encoding="utf-8")
        + '[[funding]]\nurl = "https://x.org/give"\ntitle = "Give"\n'
        + '[publish]\ntarget = "s3://b/p"\nendpoint = "https://s3.x.org"\nregion = "eu"\n'
        + 'state = "s3://private/p"\n'
        + '[identity]\nretired = ["a", "b"]\n'
        + '[feeds]\npage_size = 100\nhub = "https://hub.example.org"\n'
        + '[calendar]\ntitle = "Cafés"\nrefresh = 6\n'
        + '[[topics]]\ntag = "Ledelse"\n',
    )
    show, told = read_show(project.root / "episodes/show.toml", project.root)
    assert told == ()
    assert (show.title, show.base_url, show.language) == ("A show", "https://example.org/show", "da")
    assert (show.explicit, show.type, show.copyright, show.locked) == (True, "serial", "Us", False)
    assert show.owner == Person(name="We", email="we@example.org")
    assert show.persons == (Person(name="A"), Person(name="B", role="host"))
    assert show.funding == (Funding(url="https://x.org/give", title="Give"),)
    assert show.publishing == Publishing(
        target="s3://b/p", endpoint="https://s3.x.org", region="eu", state="s3://private/p"
    )
    assert show.retired == ("a", "b")
    assert (show.page_size, show.hub) == (100, "https://hub.example.org")
    assert show.calendar == Calendar(title="Cafés", refresh=timedelta(hours=6))
    assert show.topics == (Topic(tag="Ledelse", slug="ledelse"),)
    assert show.cover
    assert show.cover.key.startswith("art/cover-")
    assert show.origin.at("author").line == 6


def test_values_without_quotes_mean_what_they_say(project: Project) -> None:
    project.show('title = "A show"', "title = 1984")
    show, told = read_show(project.root / "episodes/show.toml", project.root)
    assert (show.title, told) == ("1984", ())


@pytest.mark.parametrize(
    ("old", "new", "spot"),
    [
        ('title = "', 'titel = "', "1:1 READ-005"),
        ('title = "A show"', "title = A show", "1:9 READ-003"),
        ('title = "A show"', 'title = ["A", "show"]', "1:1 READ-006"),
        ('"https://example.org/show"', '"example.org/show"', "3:1 READ-007"),
        ('"https://example.org/show"', '"https://example.org/show?a=1"', "3:1 READ-007"),
        ('"https://example.org/show"', '"https://example.org/show?"', "3:1 READ-007"),
        ('"https://example.org/show"', '"https://example.org/#show"', "3:1 READ-007"),
        ('"https://example.org/show"', '"https://æøå.dk/show"', "3:1 READ-007"),
        ('"https://example.org/show"', '"ftp://example.org"', "3:1 READ-007"),
        ('"Europe/Copenhagen"', '"Copenhagen"', "5:1 READ-009"),
        ('"Europe/Copenhagen"', '"../../etc/passwd"', "5:1 READ-009"),
        ('{ name = "We", email = "we@example.org" }', '{ email = "we@example.org" }', "7:1 READ-007"),
        ('email = "we@example.org"', 'email = "we"', "7:1 READ-007"),
        ('email = "we@example.org"', 'mail = "we@example.org"', "7:1 READ-005"),
        ('{ name = "We", email = "we@example.org" }', "[]", None),
        ('"cover.png"', '"covr.png"', "8:1 READ-010"),
        ('"cover.png"', '"../../../../etc/passwd"', "8:1 READ-010"),
        ('"cover.png"', '"/etc/passwd"', "8:1 READ-010"),
        ('"cover.png"', '"show.toml"', "8:1 READ-011"),
        ('"cover.png"', '"."', "8:1 READ-010"),
        ('["Government"]', '"Government"', None),
        ('["Government"]', '[["Government"]]', "9:1 READ-006"),
        ('guid = "', 'explicit = "yes"\nguid = "', "10:1 READ-018"),
        ('guid = "', 'explicit = yes\nguid = "', "10:12 READ-003"),
        ('guid = "', 'type = "weekly"\nguid = "', "10:1 READ-007"),
        ('guid = "', 'locked = "maybe"\nguid = "', "10:1 READ-007"),
        ('guid = "', 'link = "x"\nguid = "', "10:1 READ-007"),
        ('guid = "', 'publish = "s3://x"\nguid = "', "10:1 READ-006"),
        ('guid = "', 'publish = { state = "s3://x" }\nguid = "', "10:1 READ-007"),
        ('guid = "', 'publish = { target = "s3://x", state = "s3://x/" }\nguid = "', "10:1 READ-007"),
        ('guid = "', 'publish = { target = "s3://x", state = "s3://x/y" }\nguid = "', "10:1 READ-007"),
        ('guid = "', 'publish = { target = "s3://x/y", state = "s3://x/yz" }\nguid = "', None),
        ('guid = "', 'publish = { target = "out", state = "./out/../out/x" }\nguid = "', "10:1 READ-007"),
        ('guid = "', 'publish = { target = ".", state = "../x" }\nguid = "', None),
        ('guid = "', 'publish = { target = "out", state = "s3://out" }\nguid = "', None),
        ('guid = "', 'funding = "https://x.org"\nguid = "', "10:1 READ-006"),
        ('guid = "', 'feeds = { hub = "x" }\nguid = "', "10:1 READ-007"),
        ('guid = "', 'feeds = { hubs = "https://x.org" }\nguid = "', "10:1 READ-005"),
        ('guid = "', 'funding = [{ url = "https://x.org" }]\nguid = "', "10:1 READ-007"),
    ],
)
def test_one_mistake_is_one_problem_at_its_key(
    project: Project, old: str, new: str, spot: str | None
) -> None:
    project.show(old, new)
    assert problems(project) == ([spot] if spot else [])


def test_an_address_that_everybody_is_given_has_no_password_in_it(project: Project) -> None:
    project.show('"https://example.org/show"', '"https://me:hush-hush@example.org/show"')
    found = project.read().problems
    assert ["user name" in problem.message for problem in found] == [True]
    assert "hush" not in found[0].message + found[0].fix


def test_an_address_may_end_in_a_slash(project: Project) -> None:
    project.show('org/show"', 'org/show//"')
    assert (
        read_show(project.root / "episodes/show.toml", project.root)[0].base_url == "https://example.org/show"
    )


@pytest.mark.parametrize(
    ("data", "spot"),
    [
        (b"", None),
        (b"\xef\xbb\xbf" + SHOW.encode(), None),
        (SHOW.replace("\n", "\r\n").encode(), None),
        (SHOW.replace("\n", "\r").encode(), None),
        (SHOW.encode("utf-16"), "1:1 READ-001"),
        (b'title = "L\xf8n"', "1:11 READ-001"),
        (b"\0" * 100, None),
        (b"<!doctype html><title>404</title>", "1:1 READ-003"),
        (JPEG, "1:1 READ-001"),
    ],
)
def test_any_file_is_a_show_or_a_problem(project: Project, data: bytes, spot: str | None) -> None:
    project.write("show.toml", data)
    assert problems(project) == ([spot] if spot else [])


@HOSTILE
@given(st.binary(max_size=100) | st.text("=[]{}\"'\n#,.a1 -:T", max_size=60).map(str.encode))
@example(b"cover = 'a\\u0000'")
@example(b'cover = "\\u0000"')
@example(b"persons = [[]]\nowner = 1\nfunding = [1]\nidentity = []")
@example(b"timezone = 'America'")
def test_reading_never_fails(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    project = new_project(tmp_path_factory.getbasetemp())
    project.write("show.toml", data)
    project.read()


def test_a_picture_that_cannot_be_read_is_told(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Path.open

    def refuse(self: Path, *words: Any, **more: Any) -> object:
        if self.name == "cover.png":
            raise PermissionError(13, "Permission denied")
        return opened(self, *words, **more)

    monkeypatch.setattr(Path, "open", refuse)
    assert problems(project) == ["8:1 READ-010"]


def test_a_pipe_is_no_picture(project: Project) -> None:
    os.mkfifo(project.root / "episodes/pipe.png")
    project.show("cover.png", "pipe.png")
    assert problems(project) == ["8:1 READ-010"]
