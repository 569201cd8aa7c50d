"""HTTP/1.1 over a socket: requests in, answers out, and the stream of what changes.

Server-sent events: https://html.spec.whatwg.org/multipage/server-sent-events.html
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from socketserver import ThreadingTCPServer
from threading import Thread

from publisher.serve import pages
from publisher.serve.address import Address, path_of
from publisher.serve.answer import Answer, Request, answer, refusal
from publisher.serve.live import Live

HEARTBEAT = 15.0
"""Seconds after which a stream without news says that it is there, and finds out if nobody listens."""

ALWAYS = (
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
    # What is shown here is not for pages of others to embed.
    ("Cross-Origin-Resource-Policy", "same-origin"),
)


class Server(ThreadingTCPServer):
    """Listens from the start, at any free port if `port` is 0; answers while it is `serving`.

    Raises OSError where that cannot be had. `complain` is told of errors that are no client's fault,
    by any thread.
    """

    daemon_threads = True
    # Where it means that a port can be had twice, it is not wanted.
    allow_reuse_address = os.name != "nt"
    request_queue_size = 64

    def __init__(
        self, host: str, port: int, *, lan: bool, complain: Callable[[BaseException], object]
    ) -> None:
        super().__init__((host, port), _Handler)
        self.address = Address(host=host, port=self.socket.getsockname()[1], lan=lan)
        self.complain = complain
        self.live: Live

    def handle_error(self, request: object, client_address: object) -> None:
        """Complain of what went wrong; that a client has gone is nothing wrong."""
        error = sys.exception()
        if error and not isinstance(error, ConnectionError | TimeoutError):
            self.complain(error)


@contextmanager
def serving(server: Server, live: Live) -> Iterator[None]:
    """Serve what is `live` until the end of the block, and then no longer listen."""
    server.live = live
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
    thread.start()
    try:
        yield
    finally:
        live.close()
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"
    timeout = 60
    """Seconds that a client may keep a connection without taking or asking anything."""

    def do_GET(self) -> None:
        """Answer; the method is looked at there."""
        if self.headers.get("Content-Length", "0") != "0" or "Transfer-Encoding" in self.headers:
            self.close_connection = True  # the body that we leave unread is no request
        request = self._request()
        refused = refusal(request, self.server.address)
        if refused:
            self._send(refused)
        elif path_of(request.target) == pages.EVENTS and request.method == "GET":
            self._follow(request.target.partition("?")[2])
        else:
            self._send(answer(request, self.server.live.shown, self.server.address))

    def version_string(self) -> str:
        """The program, and nothing of what it runs on."""
        return "publisher"

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing of every request."""

    def _request(self) -> Request:
        hosts = self.headers.get_all("Host", [])
        return Request(
            method=self.command,
            target=self.path,
            host=hosts[0].strip() if len(hosts) == 1 else None,
            range=self.headers["Range"],
            if_range=self.headers["If-Range"],
            if_none_match=self.headers["If-None-Match"],
        )

    def _send(self, answer: Answer) -> None:
        self.send_response(answer.status)
        for name, value in (*answer.headers, *ALWAYS):
            self.send_header(name, value)
        if answer.status != HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", str(answer.length))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command == "HEAD" or not answer.length:
            return
        if isinstance(answer.body, Path):
            self._send_file(answer.body, answer.part)
        else:
            self.wfile.write(answer.body)

    def _send_file(self, path: Path, part: range) -> None:
        with path.open("rb") as file:
            sent = self.connection.sendfile(file, part.start, len(part))
        # Less than was promised: it has been cut short since, and the client must notice.
        self.close_connection |= sent < len(part)

    def _follow(self, version: str) -> None:
        """Tell of every version that is another than the one the client has, until it goes."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        for name, value in (("Content-Type", "text/event-stream"), ("Connection", "close"), *ALWAYS):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(b"retry: 1000\n\n")
        while not self.server.live.closed:
            now = self.server.live.wait(version, HEARTBEAT)
            told = f"event: change\ndata: {now}\n\n" if now != version else ":\n\n"
            self.wfile.write(told.encode())
            version = now


for _method in ("HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT"):
    setattr(_Handler, f"do_{_method}", _Handler.do_GET)
