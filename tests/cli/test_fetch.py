"""publisher.cli.fetch: files from anywhere, and addresses that nobody gets to see."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.client import HTTPMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.request import Request

import pytest

from publisher.cli import fetch as module
from publisher.cli.fetch import fetch, source_name
from publisher.errors import PublisherError

SECRET = "private-0123456789abcdef"
Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Server:
    """A web server on loopback that answers as it is told to; `asked` are the paths it was asked for."""

    port: int
    answer: Answer
    asked: list[str] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/{SECRET}/basic.ics?token={SECRET}"


@pytest.fixture
def server() -> Iterator[Server]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            made.asked.append(self.path)
            made.answer(self)

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        made = Server(http.server_address[1], with_status(200))
        threading.Thread(target=http.serve_forever, daemon=True).start()
        yield made
        http.shutdown()


def with_status(status: int, body: bytes = b"", **headers: str) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def refused(source: str, folder: Path) -> PublisherError:
    with pytest.raises(PublisherError) as raised:
        fetch(source, folder)
    assert raised.value.fix
    assert SECRET not in f"{raised.value} {raised.value.fix}"
    return raised.value


def test_a_file_is_relative_to_where_one_stands(tmp_path: Path) -> None:
    (tmp_path / "a.ics").write_bytes(b"x")
    assert fetch("a.ics", tmp_path) == fetch(str(tmp_path / "a.ics"), Path("/")) == b"x"


@pytest.mark.parametrize("name", ["none.ics", ".", "a\0b", "x" * 5000])
def test_what_is_no_file_is_said(name: str, tmp_path: Path) -> None:
    assert "cannot be read: " in str(refused(name, tmp_path))


@pytest.mark.parametrize("source", ["file:///etc/passwd", "ftp://example.org/a.ics", "s3://bucket/a.ics"])
def test_other_addresses_are_refused(source: str, tmp_path: Path) -> None:
    assert "is no address to import from" in str(refused(source, tmp_path))


def test_an_address_is_downloaded(server: Server, tmp_path: Path) -> None:
    server.answer = with_status(200, b"calendar")
    assert fetch(server.url, tmp_path) == b"calendar"
    assert server.asked == [f"/{SECRET}/basic.ics?token={SECRET}"]


def test_letters_in_an_address_are_encoded(server: Server, tmp_path: Path) -> None:
    server.answer = with_status(200, b"calendar")
    assert fetch(f"http://127.0.0.1:{server.port}/kalender æ%20ø.ics", tmp_path) == b"calendar"
    assert server.asked == ["/kalender%20%C3%A6%20%C3%B8.ics"]


@pytest.mark.parametrize("scheme", ["webcal", "webcals", "WEBCAL"])
def test_webcal_is_https(scheme: str, server: Server, tmp_path: Path) -> None:
    """Which this server does not speak."""
    source = server.url.replace("http", scheme)
    assert str(refused(source, tmp_path)) == "127.0.0.1 cannot prove that it is what it says"
    assert server.asked == []


def test_a_redirect_is_followed(server: Server, tmp_path: Path) -> None:
    there = with_status(200, b"calendar")
    away = with_status(302, Location="/there")
    server.answer = lambda handler: (there if handler.path == "/there" else away)(handler)
    assert fetch(server.url, tmp_path) == b"calendar"


@pytest.mark.parametrize("location", ["file:///etc/passwd", "ftp://example.org/x", "data:,x", "/" + SECRET])
def test_a_redirect_to_anything_but_the_web_or_without_end_is_refused(
    server: Server, location: str, tmp_path: Path
) -> None:
    server.answer = with_status(302, Location=location)
    assert str(refused(server.url, tmp_path)) == "127.0.0.1 leads to an address that is not safe to open"


@pytest.mark.parametrize(
    ("before", "after", "is_followed"),
    [("https", "https", True), ("http", "https", True), ("http", "http", True), ("https", "http", False)],
)
def test_a_secret_is_never_sent_on_in_the_open(before: str, after: str, is_followed: bool) -> None:
    asked = Request(f"{before}://example.org/{SECRET}")
    there = f"{after}://example.org/{SECRET}"
    made = module._Redirects().redirect_request(asked, io.BytesIO(), 302, "", HTTPMessage(), there)
    assert (made is not None) == is_followed


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (401, "asks for a password"),
        (403, "does not let us in"),
        (404, "has nothing at that address"),
        (410, "has nothing at that address any more"),
        (500, "answers with error 500"),
    ],
)
def test_an_error_is_in_words_and_names_the_host_only(
    server: Server, status: int, said: str, tmp_path: Path
) -> None:
    server.answer = with_status(status, SECRET.encode())
    assert str(refused(server.url, tmp_path)) == f"127.0.0.1 {said}"


def test_an_answer_that_breaks_off_is_said(server: Server, tmp_path: Path) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "100")
        handler.end_headers()
        handler.wfile.write(b"half")

    server.answer = answer
    assert "does not give us the calendar" in str(refused(server.url, tmp_path))


def test_a_server_that_is_silent_is_given_up(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0.2)
    end = threading.Event()

    def answer(_: BaseHTTPRequestHandler) -> None:
        end.wait(20)

    server.answer = answer
    assert str(refused(server.url, tmp_path)) == "127.0.0.1 does not answer"
    end.set()


def test_nobody_there_is_said(tmp_path: Path) -> None:
    assert "does not give us the calendar" in str(refused(f"http://127.0.0.1:1/{SECRET}", tmp_path))
    assert "is not found" in str(refused(f"https://nobody.invalid/{SECRET}", tmp_path))


def test_too_much_is_too_much_wherever_it_comes_from(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "LARGEST", 4)
    server.answer = with_status(200, b"12345")
    (tmp_path / "a.ics").write_bytes(b"12345")
    assert "has more than" in str(refused(server.url, tmp_path))
    assert "has more than" in str(refused("a.ics", tmp_path))
    server.answer = with_status(200, b"1234")
    assert fetch(server.url, tmp_path) == b"1234"


@pytest.mark.parametrize(
    "source",
    [f"https://user:{SECRET}@example.org/a.ics", f"https://{SECRET}@example.org/", f"https://[{SECRET}/"],
)
def test_passwords_in_addresses_are_neither_used_nor_shown(source: str, tmp_path: Path) -> None:
    refused(source, tmp_path)
    assert SECRET not in source_name(source)


def test_messages_know_a_source_by_its_host(tmp_path: Path) -> None:
    assert source_name(f"webcal://Calendar.example.org/{SECRET}") == "calendar.example.org"
    assert source_name("-") == "what was piped in"
    assert source_name("some/calendar.ics") == "some/calendar.ics"
