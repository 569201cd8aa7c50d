"""`publisher preview`, run as a producer runs it: another process, a real port, files that change."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest

from publisher.cli.commands import preview as command
from publisher.cli.preview.place import code
from publisher.serve import Address, Server
from tests.cli.conftest import ROOT, Run, edit
from tests.cli.preview.test_episodes import kept
from tests.serve.conftest import event

ARTICLE = "episodes/politisk-ledelse-af-innovation/article.md"
PAGE = "articles/politisk-ledelse-af-innovation.html"


@dataclass
class Preview:
    """A preview that runs, at `url`."""

    process: subprocess.Popen[str]
    url: str

    def get(self, key: str) -> str:
        """What is at `key`, wherever that leads."""
        try:
            with urlopen(self.url + key, timeout=20) as answer:
                return str(answer.read().decode())
        except HTTPError as error:
            with error:
                return error.read().decode()

    def after(self, change: Callable[[], object], key: str) -> str:
        """What is at `key` once the browser has been told of `change`."""
        version = self.get(key).rpartition('data-version="')[2].partition('"')[0]
        with closing(HTTPConnection(urlsplit(self.url).netloc, timeout=30)) as connection:
            connection.request("GET", f"/.preview/events?{version}")
            stream = connection.getresponse()
            change()
            assert event(stream)["event"] == "change"
        return self.get(key)

    def stop(self) -> tuple[int, str, float]:
        """Exit code, talk, and seconds until it had ended, after Ctrl-C."""
        started = time.monotonic()
        self.process.send_signal(signal.SIGINT)
        _, err = self.process.communicate(timeout=20)
        return self.process.returncode, err, time.monotonic() - started


Start = Callable[..., Preview]


@pytest.fixture
def start(project: Path) -> Iterator[Start]:
    """Run `publisher preview` with these words until the test ends."""
    with ExitStack() as stack:

        def start(*words: str) -> Preview:
            process = subprocess.Popen(
                [sys.executable, "-m", "publisher", "-C", project, "preview", "--port", "0", *words],
                env=os.environ | {"PYTHONPATH": str(ROOT)},
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            )
            stack.enter_context(process)
            stack.callback(process.kill)
            assert process.stdout
            return Preview(process, process.stdout.readline().strip())

        yield start


def test_a_day_of_writing(start: Start, project: Path) -> None:
    """Shown, changed, broken, mended, ended: the browser hears of each, and nothing else is touched."""
    before = kept(project)
    preview = start()
    assert preview.url.startswith("http://127.0.0.1:")
    assert preview.url.endswith("/co-pi/")
    assert "Når svaret ikke findes endnu" in preview.get(PAGE)

    written = project / ARTICLE
    page = preview.after(lambda: edit(written, "title: ", "title: Ny "), PAGE)
    assert "<publisher-preview>" not in page
    assert "Ny Når svaret" in page

    page = preview.after(lambda: edit(written, "title: ", "titel: "), PAGE)
    assert f"{ARTICLE}:2:1: READ-005" in page.partition("<publisher-preview>")[2]
    assert "Ny Når svaret" in page

    page = preview.after(lambda: edit(written, "titel: Ny ", "title: "), PAGE)
    assert "<publisher-preview>" not in page

    code, said, seconds = preview.stop()
    assert (code, seconds < 5) == (0, True)
    assert "Traceback" not in said
    assert [f"{ARTICLE} changed"] * 3 == [line for line in said.splitlines() if line.endswith("changed")]
    assert "titel is not a key I know; write title" in said
    assert kept(project) == before


def test_it_starts_with_errors_and_shows_the_rest(start: Start, project: Path) -> None:
    edit(project / ARTICLE, "title: ", "titel: ")
    preview = start()
    assert "<summary>1 error: something is missing here</summary>" in preview.get("index.html")
    assert "Retning – politisk ledelse" in preview.get("podcast.xml")
    page = preview.after(lambda: edit(project / ARTICLE, "titel: ", "title: "), PAGE)
    assert "<publisher-preview>" not in page
    assert preview.stop()[0] == 0


def test_it_starts_where_nothing_can_be_shown_and_waits(start: Start, project: Path) -> None:
    toml = project / "episodes/show.toml"
    text = toml.read_text(encoding="utf-8")
    toml.write_text("title = ", encoding="utf-8")
    preview = start()
    assert "show.toml:1" in preview.get("")

    def mend() -> None:
        toml.write_text(text, encoding="utf-8")

    assert "<publisher-preview>" not in preview.after(mend, "")
    assert preview.process.stdout
    assert preview.process.stdout.readline().strip() == f"{preview.url}co-pi/"
    assert preview.stop()[0] == 0


def test_what_was_published_is_shown_until_more_is(run: Run, start: Start, project: Path) -> None:
    run("publish")
    preview = start("--published")
    edit(project / ARTICLE, "title: ", "title: Ny ")
    assert "Ny Når svaret" not in preview.get(PAGE)
    assert "Ny Når svaret" in preview.after(lambda: run("publish"), PAGE)
    assert preview.stop()[0] == 0


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C as soon as there is nothing to do."""

    def interrupt(_: float) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(command, "sleep", interrupt)


@pytest.mark.usefixtures("at_once")
def test_the_address_is_the_only_word_on_stdout(run: Run) -> None:
    ran = run("preview", "--port", "0")
    assert (ran.code, ran.err) == (0, "Stop it with Ctrl-C.\n")
    assert urlsplit(ran.out.strip()).path == "/co-pi/"


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize(("words", "opened"), [(["--open"], 1), (["--no-open"], 0), ([], 0)])
def test_a_browser_is_opened_only_for_who_asks(
    run: Run, monkeypatch: pytest.MonkeyPatch, words: list[str], opened: int
) -> None:
    urls: list[str] = []
    monkeypatch.setattr("webbrowser.open", urls.append)
    ran = run("preview", "--port", "0", *words)
    assert urls == [ran.out.strip()] * opened


def test_ctrl_c_before_anything_is_shown_is_no_error(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("publisher.read.read", interrupt)
    assert run("preview", "--port", "0").code == 0


def test_a_port_in_use_is_said_and_how_to_go_on(run: Run) -> None:
    with Server("127.0.0.1", 0, lan=False, complain=print) as server:
        ran = run("preview", "--port", str(server.address.port))
    assert (ran.code, ran.out) == (1, "")
    assert f"port {server.address.port} is in use" in ran.err
    assert "→ " in ran.err


@pytest.mark.parametrize("words", [["--port", "70000"], ["--published", "--at", "2026-01-31"], ["--at", ""]])
def test_wrong_usage_is_said(run: Run, words: list[str]) -> None:
    assert run("preview", *words).code == 2


def test_without_a_show_it_ends_and_says_how_to_start_one(run: Run, tmp_path: Path) -> None:
    ran = run("preview", "--port", "0", folder=tmp_path)
    assert (ran.code, ran.out) == (1, "")
    assert "publisher init" in ran.err


def test_on_the_network_it_is_a_code_for_the_phone_and_a_warning(capsys: pytest.CaptureFixture[str]) -> None:
    with Server("127.0.0.1", 0, lan=True, complain=print) as server:
        server.address = Address(host="192.0.2.7", port=8000, lan=True)
        command._announce(server, "/co-pi", opened=False)
    said = capsys.readouterr()
    assert said.out == "http://192.0.2.7:8000/co-pi/\n"
    assert code("http://192.0.2.7:8000/co-pi/") in said.err
    assert "Everybody on this network can see this, with all drafts" in said.err
