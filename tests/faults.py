"""A bad network for tests: a proxy before an S3 server that does to each request what a script says.

An act is what happens to one request. `Proxy.script` chooses one for each; `through` is no harm at all.
"""

from __future__ import annotations

import http.client
import ssl
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import count
from socket import SHUT_RDWR
from threading import Condition, Event, Lock, Thread
from typing import Any, Self
from urllib.parse import parse_qs, unquote, urlsplit

PASSING = frozenset(("connection", "keep-alive", "transfer-encoding", "expect"))
"""Headers that mean one connection only (RFC 9110 §7.6.1), and what we have answered ourselves."""


@dataclass(frozen=True)
class Asked:
    """The head of a request. `key` is the part of its path behind the bucket; empty of the bucket itself."""

    number: int
    method: str
    key: str
    query: dict[str, str]
    headers: dict[str, str]
    """By names in lower case."""

    @property
    def is_write(self) -> bool:
        """Whether it may change anything."""
        return self.method in ("PUT", "POST", "DELETE")

    def writes(self, ending: str | tuple[str, ...]) -> bool:
        """Whether it puts an object whose key ends like that, or like one of those."""
        return self.method == "PUT" and self.key.endswith(ending)


@dataclass(frozen=True)
class Answer:
    """What a server says."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes


Act = Callable[["Exchange"], None]
Script = Callable[[Asked], Act]


class Exchange:
    """One request on its way, for an act to play with."""

    def __init__(self, handler: _Handler, asked: Asked) -> None:
        self.asked = asked
        self._handler = handler
        self._left = int(asked.headers.get("content-length", 0))
        self._body = b""

    def body(self, most: int | None = None) -> bytes:
        """Its body, as far as `most` says."""
        size = self._left if most is None else min(most, self._left)
        if size:
            self._body += self._handler.rfile.read(size)
            self._left -= size
        return self._body

    def forward(self, body: bytes | None = None) -> Answer:
        """Have the server do it, with its own body unless told otherwise."""
        return self._handler.forward(self.asked, self.body() if body is None else body)

    def forward_half(self) -> None:
        """Let the server see half of the body, and then nobody any more."""
        self._handler.forward_part(self.asked, self.body(self._left // 2))

    def reply(self, answer: Answer, *, most: int | None = None) -> None:
        """Tell the client, of the body `most` bytes at most."""
        self._handler.reply(self.asked, answer, most)

    def cut(self) -> None:
        """End the connection, as a router that restarts."""
        self._handler.cut()


def through(exchange: Exchange) -> None:
    """No harm."""
    exchange.reply(exchange.forward())


def cut_before(exchange: Exchange) -> None:
    """The request gets lost."""
    exchange.body()
    exchange.cut()


def cut_in_body(exchange: Exchange) -> None:
    """Half of the request arrives."""
    exchange.forward_half()
    exchange.cut()


def cut_after(exchange: Exchange) -> None:
    """The answer gets lost: it is done, and nobody knows."""
    exchange.forward()
    exchange.cut()


def cut_in_answer(exchange: Exchange) -> None:
    """Half of the answer arrives."""
    answer = exchange.forward()
    exchange.reply(answer, most=len(answer.body) // 2)
    exchange.cut()


def twice(exchange: Exchange) -> None:
    """The request arrives twice; the client hears what is said of the second."""
    exchange.forward()
    through(exchange)


def corrupt(exchange: Exchange) -> None:
    """A byte of the body changes on the way."""
    exchange.reply(exchange.forward(_spoiled(exchange.body())))


def corrupt_answer(exchange: Exchange) -> None:
    """A byte of the answer changes on the way."""
    answer = exchange.forward()
    exchange.reply(replace(answer, body=_spoiled(answer.body)))


def slowly(seconds: float) -> Act:
    """The request takes its time."""

    def act(exchange: Exchange) -> None:
        exchange.body()
        time.sleep(seconds)
        through(exchange)

    return act


def refused(status: int, code: str, message: str = "Because.") -> Act:
    """The server will not, and says why as S3 does."""
    body = f"<Error><Code>{code}</Code><Message>{message}</Message></Error>"
    answer = Answer(status, (("Content-Type", "application/xml"),), body.encode())

    def act(exchange: Exchange) -> None:
        exchange.body()
        exchange.reply(answer)

    return act


busy = refused(503, "SlowDown", "Please reduce your request rate.")


def once(choose: Callable[[Asked], bool], act: Act) -> Script:
    """`act` on the first request of those to choose from; the others go through."""
    return on(nth(1, choose), act)


def each_once(choose: Callable[[Asked], bool], act: Act) -> Script:
    """`act` on the first attempt at each thing; what is tried again goes through."""
    seen: set[tuple[str, str, str]] = set()
    lock = Lock()

    def script(asked: Asked) -> Act:
        what = asked.method, asked.key, str(sorted(asked.query.items()))
        with lock:
            if not choose(asked) or what in seen:
                return through
            seen.add(what)
            return act

    return script


def nth(number: int, choose: Callable[[Asked], bool]) -> Callable[[Asked], bool]:
    """Chooses the one with that number of those to choose from."""
    seen, lock = count(1), Lock()

    def chosen(asked: Asked) -> bool:
        if not choose(asked):
            return False
        with lock:
            return next(seen) == number

    return chosen


def on(choose: Callable[[Asked], bool], act: Act) -> Script:
    """`act` on those to choose from, again and again."""
    return lambda asked: act if choose(asked) else through


def always(act: Act) -> Script:
    """`act` on everything."""
    return lambda asked: act


class Hold:
    """A script that holds those to choose from back, until told to let them go, or to forget them."""

    def __init__(self, choose: Callable[[Asked], bool]) -> None:
        self._choose, self._held, self._decided = choose, Event(), Event()
        self._act = through

    def __call__(self, asked: Asked) -> Act:
        return self._hold if self._choose(asked) else through

    def wait(self) -> None:
        """Until one is held back."""
        assert self._held.wait(60)

    def go(self) -> None:
        """Let them through, these and all others."""
        self._decided.set()

    def forget(self) -> None:
        """Let them get lost, these and all others."""
        self._act = cut_before
        self._decided.set()

    def _hold(self, exchange: Exchange) -> None:
        exchange.body()
        self._held.set()
        assert self._decided.wait(60)
        self._act(exchange)


class Proxy:
    """Between any client and `upstream`, inside `with`. With `tls` it speaks https on its own side."""

    def __init__(self, upstream: str, *, tls: ssl.SSLContext | None = None) -> None:
        self.script: Script = always(through)
        self.asked: list[Asked] = []
        self.answered: list[Asked] = []
        self.upstream = urlsplit(upstream).netloc
        self._numbers = count(1)
        self._open, self._changed = 0, Condition()
        self._server = _Server(self, tls)
        self.endpoint = f"http{'s' * bool(tls)}://127.0.0.1:{self._server.server_address[1]}"

    def __enter__(self) -> Self:
        Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def wait(self) -> None:
        """Until every client has hung up and all that they asked for has been seen to."""
        self.wait_for(lambda: not self._open)

    def wait_for(self, state: Callable[[], bool]) -> None:
        """Until it is so."""
        with self._changed:
            assert self._changed.wait_for(state, timeout=60)

    def tell(self, asked: Asked) -> None:
        """What was asked for has been seen to."""
        with self._changed:
            self.answered.append(asked)
            self._changed.notify_all()

    def count_connection(self, change: int) -> None:
        """One more or less is open."""
        with self._changed:
            self._open += change
            self._changed.notify_all()

    def note(self, handler: _Handler) -> Asked:
        """A request that has just arrived."""
        parts = urlsplit(handler.path)
        asked = Asked(
            number=next(self._numbers),
            method=handler.command,
            key=unquote(parts.path).lstrip("/").partition("/")[2],
            query={name: values[0] for name, values in parse_qs(parts.query, True).items()},
            headers={name.lower(): value for name, value in handler.headers.items()},
        )
        self.asked.append(asked)
        return asked


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def __init__(self, proxy: Proxy, tls: ssl.SSLContext | None) -> None:
        self.proxy, self._tls = proxy, tls
        super().__init__(("127.0.0.1", 0), _Handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        self.proxy.count_connection(+1)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        super().shutdown_request(request)
        self.proxy.count_connection(-1)

    def finish_request(self, request: Any, client_address: Any) -> None:
        # In the connection's own thread: a client that never shakes hands keeps nobody waiting.
        if self._tls:
            request = self._tls.wrap_socket(request, server_side=True)
        super().finish_request(request, client_address)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Clients that hang up are what this is about."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    server: _Server

    def setup(self) -> None:
        super().setup()
        self._upstream: http.client.HTTPConnection | None = None

    def finish(self) -> None:
        with suppress(OSError):
            super().finish()
        self.connection.close()
        self._hang_up()

    def do_GET(self) -> None:
        proxy = self.server.proxy
        asked = proxy.note(self)
        proxy.script(asked)(Exchange(self, asked))
        proxy.tell(asked)

    do_HEAD = do_PUT = do_POST = do_DELETE = do_GET  # noqa: N815

    def forward(self, asked: Asked, body: bytes) -> Answer:
        """Send the request on and read what is said; again where the server had hung up meanwhile."""
        while True:
            fresh = self._upstream is None
            connection = self._begin(len(body))
            try:
                connection.send(body)
                answer = connection.getresponse()
                found = Answer(answer.status, tuple(answer.getheaders()), answer.read())
            except (ConnectionError, http.client.RemoteDisconnected):
                self._hang_up()
                if fresh:
                    raise
                continue
            if answer.will_close:
                self._hang_up()
            return found

    def forward_part(self, asked: Asked, body: bytes) -> None:
        """Send the beginning of the request on, and no more."""
        self._begin(int(asked.headers.get("content-length", 0))).send(body)
        self._hang_up()

    def reply(self, asked: Asked, answer: Answer, most: int | None) -> None:
        """Hand the server's answer back."""
        self.send_response_only(answer.status)
        names = {name.lower() for name, _ in answer.headers}
        for name, value in answer.headers:
            if name.lower() not in PASSING:
                self.send_header(name, value)
        if "content-length" not in names and answer.status != 204:
            self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        if asked.method != "HEAD":
            self.wfile.write(answer.body[:most])

    def cut(self) -> None:
        """End the connection."""
        self.close_connection = True
        with suppress(OSError):
            self.connection.shutdown(SHUT_RDWR)

    def log_message(self, format: str, *args: object) -> None:
        """Quiet: the script knows."""

    def _begin(self, size: int) -> http.client.HTTPConnection:
        if self._upstream is None:
            self._upstream = http.client.HTTPConnection(self.server.proxy.upstream, timeout=60)
        connection = self._upstream
        connection.putrequest(self.command, self.path, skip_host=True, skip_accept_encoding=True)
        for name, value in self.headers.items():
            if name.lower() not in {*PASSING, "content-length"}:
                connection.putheader(name, value)
        if size or self.command in ("PUT", "POST"):
            connection.putheader("Content-Length", str(size))
        connection.endheaders()
        return connection

    def _hang_up(self) -> None:
        if self._upstream:
            self._upstream.close()
            self._upstream = None


def _spoiled(data: bytes) -> bytes:
    """`data` with one byte changed in its middle."""
    if not data:
        return data
    middle = len(data) // 2
    return data[:middle] + bytes((data[middle] ^ 1,)) + data[middle + 1 :]
