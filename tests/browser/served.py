"""Artifacts over loopback HTTP as a bucket serves them: with ranges, types, a page for what is not there.

Not `publisher.serve`: that adds a script of its own to every page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

from publisher.model import Artifact


class Server(ThreadingHTTPServer):
    """Serves `roots`, artifacts by the first part of the path and then by key."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.roots: dict[str, dict[str, Artifact]] = {}
        self.origin = f"http://127.0.0.1:{self.server_port}"


@contextmanager
def serving() -> Iterator[Server]:
    """A server on a free port until the end of the block."""
    with Server() as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


class _Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        root, _, key = unquote(urlsplit(self.path).path).lstrip("/").partition("/")
        artifacts = self.server.roots.get(root, {})
        found = artifacts.get(key)
        status = HTTPStatus.OK if found else HTTPStatus.NOT_FOUND
        found = found or artifacts.get("404.html")
        body = _bytes(found) if found else b""
        self._answer(status, found.type if found else "text/plain", body)

    def _answer(self, status: HTTPStatus, type: str, body: bytes) -> None:
        size = len(body)
        wanted = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        headers = {"Content-Type": type, "Accept-Ranges": "bytes", "Cache-Control": "no-cache"}
        if wanted and status == HTTPStatus.OK and int(wanted[1]) < size:
            first, last = int(wanted[1]), min(int(wanted[2] or size), size - 1)
            status, body = HTTPStatus.PARTIAL_CONTENT, body[first : last + 1]
            headers["Content-Range"] = f"bytes {first}-{last}/{size}"
        self.send_response(status)
        for name, value in (headers | {"Content-Length": str(len(body))}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass

    def handle(self) -> None:
        # A browser stops reading a recording whenever it has enough.
        with suppress(ConnectionError):
            super().handle()


def _bytes(artifact: Artifact) -> bytes:
    body = artifact.content
    assert body is not None
    return body.read_bytes() if isinstance(body, Path) else body
