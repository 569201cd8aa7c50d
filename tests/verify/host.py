"""A web server that gives out objects as it should, except where a test tells it to lie."""

from __future__ import annotations

import re
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

from publisher.model import StoredObject
from tests.artifacts import artifact

Answerer = Callable[["Handler"], None]


@dataclass
class Page:
    """What stands at a path. `headers` are added, or replace; None takes one away."""

    body: bytes
    type: str = "text/plain"
    cache: str = "public, max-age=300"
    status: int = 200
    headers: dict[str, str | None] = field(default_factory=dict)


@dataclass
class Host:
    """`pages` are what it has, `instead` what it does at a path before it looks there."""

    url: str = ""
    pages: dict[str, Page] = field(default_factory=dict)
    instead: dict[str, Answerer] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    """`METHOD path` of every request."""
    connections: int = 0
    closing: Event = field(default_factory=Event)
    """Set at the end: whoever hangs until then is let go."""

    def put(self, key: str, text: str, type: str = "text/plain") -> StoredObject:
        """Have it, as it should be, below `/show/`; what is recorded of it."""
        made = artifact(key, text, type=type)
        self.pages[f"/show/{key}"] = Page(text.encode(), made.type, made.cache)
        return StoredObject(key=key, size=made.size, sha256=made.sha256, type=made.type, cache=made.cache)

    def page(self, key: str) -> Page:
        return self.pages[f"/show/{key}"]

    @property
    def base_url(self) -> str:
        return f"{self.url}/show"


class Handler(BaseHTTPRequestHandler):
    """HTTP/1.1 with connections that are kept."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    host: Host

    def setup(self) -> None:
        super().setup()
        self.host.connections += 1

    def do_GET(self) -> None:
        self.host.asked.append(f"{self.command} {self.path}")
        if self.path in self.host.instead:
            self.host.instead[self.path](self)
            return
        page = self.host.pages.get(self.path)
        self.give(page or Page(b"<Error/>", "application/xml", "", 404))

    do_HEAD = do_GET  # noqa: N815

    def give(self, page: Page) -> None:
        status, body, more = page.status, page.body, {}
        wanted = re.fullmatch(r"bytes=(\d+)-(\d+)", self.headers.get("Range", ""))
        if wanted and status == 200:
            first, last = int(wanted[1]), min(int(wanted[2]), len(body) - 1)
            more = {"Content-Range": f"bytes {first}-{last}/{len(body)}"}
            status, body = 206, body[first : last + 1]
        headers: dict[str, str | None] = {
            "Content-Type": page.type,
            "Content-Length": str(len(body)),
            "Cache-Control": page.cache or None,
            "Access-Control-Allow-Origin": "*" if self.headers.get("Origin") else None,
            **more,
            **page.headers,
        }
        self.say(status, headers, b"" if self.command == "HEAD" else body)

    def say(self, status: int, headers: dict[str, str | None], body: bytes = b"") -> None:
        self.send_response(status)
        for name, value in headers.items():
            if value is not None:
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that hangs up is no news."""


@contextmanager
def serve(context: ssl.SSLContext | None = None) -> Iterator[Host]:
    """A host on a free port of loopback until the end of the block."""
    host = Host()
    handler: Any = type("Bound", (Handler,), {"host": host})
    with _Server(("127.0.0.1", 0), handler) as http:
        if context:
            http.socket = context.wrap_socket(http.socket, server_side=True)
        host.url = f"{'https' if context else 'http'}://127.0.0.1:{http.server_port}"
        thread = Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield host
        finally:
            host.closing.set()
            http.shutdown()
            thread.join()


def redirect(to: str, status: int = 302) -> Answerer:
    """Lead to `to`."""
    return lambda handler: handler.say(status, {"Location": to, "Content-Length": "0"})


def hang(handler: Handler) -> None:
    """Say nothing at all."""
    handler.host.closing.wait(30)
    handler.close_connection = True


def cut(handler: Handler) -> None:
    """Promise more than comes."""
    handler.say(200, {"Content-Length": "1000"}, b"only this")
    handler.close_connection = True


def drip(handler: Handler) -> None:
    """Give a byte of a header now and then, for ever."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    while not handler.host.closing.wait(0.05):
        handler.wfile.write(b"x")
    handler.close_connection = True


def drip_body(handler: Handler) -> None:
    """Give a byte of the body now and then, for ever."""
    handler.say(200, {"Content-Length": "100000"})
    while not handler.host.closing.wait(0.05):
        handler.wfile.write(b"x")
    handler.close_connection = True


def flood(handler: Handler) -> None:
    """Give a body without end."""
    handler.say(200, {"Transfer-Encoding": "chunked"})
    while not handler.host.closing.is_set():
        handler.wfile.write(b"10000\r\n" + b"x" * 0x10000 + b"\r\n")


def babble(handler: Handler) -> None:
    """Answer, but not in HTTP."""
    handler.wfile.write(b"220 mail.example.org ESMTP\r\n" * 10)
    handler.close_connection = True
