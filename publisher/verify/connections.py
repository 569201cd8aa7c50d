"""Connections to web servers, kept for the next question, and bounded in time and size.

Nothing is taken from the environment: no proxy, no cookies, no cache; what is heard is what the server says.
"""

from __future__ import annotations

import io
import socket
import ssl
import time
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, partial
from http.client import HTTPConnection, HTTPResponse, HTTPSConnection, IncompleteRead, RemoteDisconnected
from threading import Lock
from typing import Any
from urllib.parse import SplitResult

from publisher.verify.answer import Answer

Place = tuple[str, str, int | None]
"""Scheme, host and port."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """From when to when a host's certificate is valid."""

    start: datetime
    end: datetime


class Connections:
    """Several threads may ask at once. `silence` is how long a server may say nothing, `longest` how long
    an answer may take, both in seconds."""

    def __init__(self, *, silence: float, longest: float, trust: ssl.SSLContext | None) -> None:
        self._silence, self._longest = silence, longest
        self._trust = trust
        self._idle: dict[Place, list[HTTPConnection]] = defaultdict(list)
        self._lock = Lock()
        self.certificates: dict[str, Certificate] = {}

    def ask(self, method: str, url: SplitResult, headers: Mapping[str, str], most: int) -> Answer:
        """The answer of `url`, with up to `most` bytes of its body. Raises OSError, HTTPException."""
        place = (url.scheme, url.hostname or "", url.port)
        with self._lock:
            kept = self._idle[place].pop() if self._idle[place] else None
        if kept:
            try:
                return self._exchange(kept, place, method, url, headers, most)
            except (RemoteDisconnected, ConnectionError):
                pass  # The server had hung up meanwhile, as it may.
        return self._exchange(self._open(place), place, method, url, headers, most)

    def close(self) -> None:
        """Hang up."""
        with self._lock:
            for kept in self._idle.values():
                for connection in kept:
                    connection.close()
            self._idle.clear()

    def _open(self, place: Place) -> HTTPConnection:
        scheme, host, port = place
        if scheme == "https":
            return HTTPSConnection(host, port, timeout=self._silence, context=self._trust or _authorities())
        return HTTPConnection(host, port, timeout=self._silence)

    def _exchange(
        self,
        connection: HTTPConnection,
        place: Place,
        method: str,
        url: SplitResult,
        headers: Mapping[str, str],
        most: int,
    ) -> Answer:
        deadline = time.monotonic() + self._longest
        connection.response_class = partial(  # type: ignore[assignment]
            _Response, deadline=deadline, silence=self._silence
        )
        done = False
        try:
            connection.request(method, _target(url), headers=dict(headers))
            self._look_at_certificate(connection, place[1])
            with connection.getresponse() as response:
                body = response.read(most + 1)
                if response.length and len(body) <= most:
                    raise IncompleteRead(body, response.length)
                done = len(body) <= most and not response.will_close
                return _answer(url, response, body, most)
        finally:
            if done:
                with self._lock:
                    self._idle[place].append(connection)
            else:
                connection.close()

    def _look_at_certificate(self, connection: HTTPConnection, host: str) -> None:
        if host in self.certificates or not isinstance(connection.sock, ssl.SSLSocket):
            return
        told = connection.sock.getpeercert() or {}
        if "notBefore" in told and "notAfter" in told:
            start, end = (_moment(str(told[name])) for name in ("notBefore", "notAfter"))
            self.certificates[host] = Certificate(start=start, end=end)


def _answer(url: SplitResult, response: HTTPResponse, body: bytes, most: int) -> Answer:
    headers: dict[str, str] = {}
    for name, value in response.getheaders():
        name = name.lower()
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return Answer(
        url=url.geturl(),
        status=response.status,
        headers=headers,
        body=body[:most],
        whole=len(body) <= most,
    )


def _target(url: SplitResult) -> str:
    return (url.path or "/") + (f"?{url.query}" if url.query else "")


def _moment(text: str) -> datetime:
    return datetime.fromtimestamp(ssl.cert_time_to_seconds(text), UTC)


class _Response(HTTPResponse):
    """An answer that must be there by its deadline, however slowly it drips."""

    def __init__(
        self, sock: socket.socket, *args: Any, deadline: float, silence: float, **kwargs: Any
    ) -> None:
        super().__init__(sock, *args, **kwargs)
        self.fp.close()
        self.fp = io.BufferedReader(_Timed(sock, deadline, silence))


class _Timed(io.RawIOBase):
    def __init__(self, sock: socket.socket, deadline: float, silence: float) -> None:
        self._sock, self._deadline, self._silence = sock, deadline, silence
        self._raw = sock.makefile("rb", buffering=0)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        left = self._deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError("it took too long")
        self._sock.settimeout(min(left, self._silence))
        return self._raw.readinto(buffer)

    def close(self) -> None:
        self._raw.close()
        super().close()


@cache
def _authorities() -> ssl.SSLContext:
    """Those that this machine trusts; to read them takes a while."""
    return ssl.create_default_context()
