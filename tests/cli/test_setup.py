"""`publisher setup`: shown first, set with consent, and checked without a change."""

from __future__ import annotations

import json
import os
from pathlib import Path
from secrets import token_hex

import pytest

from tests.cli.conftest import Run, edit
from tests.moto import Moto
from tests.seaweed import Seaweed

STATES = {
    "bucket": "ok",
    "public access": "ok",
    "public read": "ok",
    "private record": "ok",
    "players in browsers": "ok",
    "stale uploads": "ok",
    "website": "ok",
    "versions": "ok",
    "two at once": "ok",
}


@pytest.fixture(params=["seaweed", "moto"])
def server(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Seaweed | Moto:
    found: Seaweed | Moto = request.getfixturevalue(request.param)
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        monkeypatch.delenv(name)
    for name, value in found.environment.items():
        monkeypatch.setenv(name, value)
    return found


@pytest.fixture
def words(server: Seaweed | Moto) -> tuple[str, ...]:
    """The options that name a bucket which is not there yet."""
    return ("--target", f"s3://new-{token_hex(6)}/show", "--endpoint", server.endpoint)


def states(out: str) -> dict[str, str]:
    return {one["name"]: one["state"] for one in json.loads(out)["requirements"]}


def test_a_check_shows_what_is_missing_and_changes_nothing(run: Run, words: tuple[str, ...]) -> None:
    for _ in range(2):
        ran = run("setup", "--check", *words)
        assert ran.code == 1
        assert ran.out.startswith(f"{words[1]} at {words[3]}\nmissing  bucket")
        assert "→ will create it" in ran.out


def test_what_is_set_up_passes_the_check_and_can_be_published_to(
    run: Run, words: tuple[str, ...], server: Seaweed | Moto
) -> None:
    ran = run("setup", "--yes", "--json", *words)
    assert ran.code == 0
    assert "will let everybody get what begins with a letter or digit" in ran.err
    assert states(ran.out) == STATES | ({"website": "cannot"} if isinstance(server, Seaweed) else {})
    assert run("setup", "--check", *words).code == 0
    assert run("publish", "--yes", *words).code == 0
    ran = run("setup", "--check", "--json", *words)
    assert (ran.code, states(ran.out)["two at once"]) == (0, "ok")


def test_what_nobody_can_consent_to_is_not_done(run: Run, words: tuple[str, ...]) -> None:
    """In a script, whose author did not say --yes."""
    ran = run("setup", *words)
    assert (ran.code, "say --yes" in ran.err) == (1, True)
    assert "missing  bucket" in run("setup", "--check", *words).out


@pytest.mark.parametrize(("answer", "code"), [("n\n", 1), ("y\n", 0)])
def test_at_a_terminal_it_asks(
    run: Run, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch, answer: str, code: int
) -> None:
    monkeypatch.setattr("publisher.cli.commands.setup.is_interactive", lambda: True)
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _: answer.strip())
    assert run("setup", *words).code == code
    assert run("setup", "--check", *words).code == (0 if code == 0 else 1)


def test_where_nothing_is_to_be_done_nobody_is_asked(run: Run, words: tuple[str, ...]) -> None:
    """Of a website that the host does not have, either."""
    run("setup", "--yes", *words)
    run("publish", *words)
    ran = run("setup", "--yes", "--json", *words)
    assert (ran.code, states(ran.out)["public read"]) == (0, "ok")


def test_a_policy_that_opens_the_record_is_for_its_author_to_mend(
    run: Run, seaweed: Seaweed, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in seaweed.environment.items():
        monkeypatch.setenv(name, value)
    words = ("--target", f"s3://{seaweed.bucket()}", "--endpoint", seaweed.endpoint)
    ran = run("setup", "--yes", *words)
    assert ran.code == 1
    assert "lets everybody read .publisher/" in ran.out
    assert run("setup", "--check", *words).code == 1


@pytest.mark.parametrize("target", ["somewhere", "memory:"])
def test_what_is_no_bucket_needs_nothing(run: Run, target: str) -> None:
    ran = run("setup", "--check", "--target", target)
    assert (ran.code, "is no bucket" in ran.err) == (0, True)


def test_the_target_of_the_show_is_set_up(run: Run, words: tuple[str, ...], project: Path) -> None:
    edit(
        project / "episodes/show.toml",
        '# [publish]\n# target = "s3://bucket/prefix"',
        f'[publish]\nendpoint = "{words[3]}"\ntarget = "{words[1]}"',
    )
    ran = run("setup", "--check")
    assert (ran.code, words[1] in ran.out) == (1, True)


def test_a_server_that_cannot_be_reached_is_called_so(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("botocore.endpoint.time.sleep", lambda seconds: None)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "x")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "x")
    ran = run("setup", "--check", "--target", "s3://b-b-b", "--endpoint", "http://127.0.0.1:9")
    assert (ran.code, "cannot be reached" in ran.err) == (1, True)
