"""A publish tells whom show.toml names, once, when it is done; and never fails of that."""

from __future__ import annotations

import json
import shutil
import sys
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import Mock

import pytest

from publisher.errors import StoreError
from publisher.store.folder import FolderStore
from publisher.tell import tell
from tests.cli.conftest import Run, edit
from tests.tell.servers import Server, hangs, says, serving

SECRET = "nobody-may-see-this"
NOTES = "import sys; open('purged', 'a').write(sys.stdin.read())"


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOOK_SECRET", SECRET)
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


def notify(project: Path, *lines: str) -> None:
    """Write these lines below [notify]."""
    with (project / "episodes/show.toml").open("a", encoding="utf-8") as file:
        file.write("\n".join(("", "[notify]", *lines, "")))


def hook(server: Server) -> str:
    return f'webhook = {{ url = "{server.url}/x/{SECRET}", secret_env = "HOOK_SECRET" }}'


def sent(server: Server) -> list[Any]:
    return [json.loads(got.body) for got in server.got]


def test_each_revision_is_told_once_with_what_changed(run: Run, project: Path) -> None:
    with serving(says(204)) as server:
        notify(project, hook(server))
        assert run("publish").err.splitlines()[-1] == "told webhook (127.0.0.1)"
        run("publish")
        edit(project / "episodes/case-genbrug-af-loesninger/article.md", "Klokken er", "Kl. er")
        told = json.loads(run("publish", "--json").out)["told"]
    assert told == [{"by": "webhook", "whom": "127.0.0.1", "of": None, "wrong": None, "fix": None}]
    first, second = sent(server)
    assert (first["revision"], second["revision"]) == (1, 2)
    assert {entry["change"] for entry in first["entries"]} == {"new"}
    assert len(first["entries"]) == 6
    (entry,) = second["entries"]
    assert (entry["change"], entry["kind"]) == ("changed", "article")
    assert entry["url"] == "https://podcast.example.org/co-pi/articles/case-genbrug-af-loesninger.html"
    assert "https://podcast.example.org/co-pi/podcast.xml" not in second["feeds"]


def test_nothing_is_told_before_it_is_done(run: Run, project: Path) -> None:
    with serving(says(204)) as server:
        notify(project, hook(server), f"purge = {{ command = {json.dumps([sys.executable, '-c', NOTES])} }}")
        run("plan", "--diff")
        run("publish", "--dry-run")
        run("check")
        (project / "episodes/001-hvorfor-politikere/hvorfor-politikere.mp3").write_bytes(b"")
        assert run("publish").code == 1
        assert server.got == []
    assert not (project / "purged").exists()


def test_who_cannot_be_told_is_a_warning_without_secrets(run: Run, project: Path) -> None:
    with serving(says(500)) as server:
        notify(project, hook(server))
        ran = run("publish")
    assert ran.code == 0
    assert ran.err.splitlines()[-1] == "warning: webhook could not tell 127.0.0.1: it answered 500"
    assert SECRET not in ran.err + ran.out


def test_who_hangs_holds_nobody_up(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("publisher.cli.telling.tell", partial(tell, pace=0.05))
    with serving(hangs) as server:
        notify(project, hook(server))
        ran = run("publish")
    assert (ran.code, "it did not answer in time" in ran.err) == (0, True)


@pytest.mark.parametrize(
    ("error", "wrong"),
    [
        (StoreError("the target does not answer"), "the target does not answer"),
        (RuntimeError(f"can't start new thread {SECRET}"), "RuntimeError"),
    ],
)
def test_whatever_goes_wrong_in_telling_it_is_published(
    run: Run, monkeypatch: pytest.MonkeyPatch, error: Exception, wrong: str
) -> None:
    monkeypatch.setattr("publisher.cli.telling.news", Mock(side_effect=error))
    ran = run("publish")
    assert ran.code == 0
    assert ran.err.splitlines()[-1] == f"warning: notify could not tell anybody: {wrong}"


def test_copies_are_purged_before_anybody_looks(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is not as it was sent is purged all the same, and nobody is told to come and look."""
    head = FolderStore.head

    def lie(self: FolderStore, key: str) -> Any:
        if key == "index.html":
            assert (project / "purged").exists()
            return None
        return head(self, key)

    with serving(says(204)) as server:
        notify(project, hook(server), f"purge = {{ command = {json.dumps([sys.executable, '-c', NOTES])} }}")
        monkeypatch.setattr(FolderStore, "head", lie)
        assert run("publish").code == 3
        assert server.got == []
        monkeypatch.undo()
        monkeypatch.setenv("HOOK_SECRET", SECRET)
        assert run("publish").code == 0
        assert len(server.got) == 1
    urls = (project / "purged").read_text().splitlines()
    assert "https://podcast.example.org/co-pi/podcast.xml" in urls
    assert not any("/media/" in url for url in urls)


def test_a_run_that_goes_on_where_another_died_tells_of_all_of_it(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The ledger that the other left counts, but nobody had been told of it."""
    case = project / "episodes/case-genbrug-af-loesninger"
    shutil.move(case, project / "case")
    with serving(says(204)) as server:
        notify(project, hook(server))
        run("publish")
        shutil.move(project / "case", case)
        swap = FolderStore.swap

        def die(self: FolderStore, key: str, *words: Any, **more: Any) -> str:
            if key == "feed.xml":
                raise KeyboardInterrupt
            return swap(self, key, *words, **more)

        monkeypatch.setattr(FolderStore, "swap", die)
        assert run("publish").code == 1
        monkeypatch.undo()
        monkeypatch.setenv("HOOK_SECRET", SECRET)
        assert run("publish", "--take-over").code == 0
        _, last = sent(server)
    assert [(entry["change"], entry["kind"]) for entry in last["entries"]] == [("new", "article")]
    assert "https://podcast.example.org/co-pi/feed.xml" in last["feeds"]
