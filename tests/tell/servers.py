"""A server on loopback that answers as it is told to: rightly, or as servers do that fail, hang and lie."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ssl import SSLContext
from threading import Event, Thread


@dataclass(frozen=True)
class Got:
    """A request."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Server:
    """Listens at `url`. The nth request is answered by the nth of `answers`, later ones by the last."""

    answers: tuple[Callable[[Handler], None], ...]
    url: str = ""
    got: list[Got] = field(default_factory=list)
    closing: Event = field(default_factory=Event)


class Handler(BaseHTTPRequestHandler):
    """Notes a request, then answers."""

    ours: Server

    def handle(self) -> None:
        # Who does not trust us hangs up.
        with suppress(OSError):
            super().handle()

    def do_GET(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.ours.got.append(Got(self.command, self.path, dict(self.headers), body))
        answer = self.ours.answers[min(len(self.ours.got), len(self.ours.answers)) - 1]
        with suppress(OSError):
            answer(self)
        self.close_connection = True

    do_POST = do_GET  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:
        pass


def says(code: int, body: bytes = b"", **headers: str) -> Callable[[Handler], None]:
    """Answer with this status."""

    def answer(handler: Handler) -> None:
        handler.send_response(code)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return answer


def writes(data: bytes) -> Callable[[Handler], None]:
    """Answer with these bytes, whatever they are."""

    def answer(handler: Handler) -> None:
        handler.wfile.write(data)

    return answer


def hangs(handler: Handler) -> None:
    """Say nothing, and keep the line."""
    handler.ours.closing.wait(30)


def drips(handler: Handler) -> None:
    """Send a header that never ends, so that something always comes."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Long: ")
    while not handler.ours.closing.wait(0.02):
        handler.wfile.write(b"x")


def floods(handler: Handler) -> None:
    """Send a body that never ends, as fast as it is taken."""
    handler.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
    while not handler.ours.closing.is_set():
        handler.wfile.write(b"x" * 65_536)


def hangs_up(handler: Handler) -> None:
    """Close the line without a word."""


@contextmanager
def serving(*answers: Callable[[Handler], None], tls: SSLContext | None = None) -> Iterator[Server]:
    """A server on a free port until the end of the block."""
    server = Server(answers=answers)
    handler = type("Ours", (Handler,), {"ours": server})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as http:
        http.daemon_threads = True
        server.url = f"http{'s' * bool(tls)}://127.0.0.1:{http.server_port}"
        if tls:
            http.socket = tls.wrap_socket(http.socket, server_side=True, do_handshake_on_connect=False)
        thread = Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.closing.set()
            http.shutdown()
            thread.join()
