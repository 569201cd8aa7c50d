"""A real server on loopback, and clients that say exactly what they are told to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from publisher.model import Artifact
from publisher.serve import Address, Live, Server, Shown, serving
from tests.artifacts import artifact

HTML = "text/html; charset=utf-8"
SOUND = bytes(range(256)) * 40
ADDRESS = Address(host="127.0.0.1", port=8000)


def shown(*artifacts: Artifact, root: str = "/show") -> Shown:
    """These below `root`."""
    return Shown(root=root, artifacts={one.key: one for one in artifacts})


def sound(path: Path) -> Artifact:
    """A recording that lies at `path`, which is written."""
    path.write_bytes(SOUND)
    made = artifact("media/talk.mp3", SOUND.decode("latin-1"), type="audio/mpeg")
    return Artifact(key=made.key, type=made.type, size=len(SOUND), sha256=made.sha256, body=path)


@dataclass
class Client:
    """Asks `server`, whose `live` may be changed; `complaints` are what it could not do."""

    server: Server
    live: Live
    complaints: list[BaseException] = field(default_factory=list)

    @contextmanager
    def asking(self, path: str, method: str = "GET", **headers: str) -> Iterator[HTTPResponse]:
        """The answer while it is being read; `if_range` is the header If-Range."""
        with closing(HTTPConnection(self.server.address.netloc, timeout=10)) as connection:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, path, headers=named)
            yield connection.getresponse()

    def ask(self, path: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body of the answer."""
        with self.asking(path, method, **headers) as answer:
            return answer.status, dict(answer.getheaders()), answer.read()


def event(stream: HTTPResponse) -> dict[str, str]:
    """The next event of a stream, waiting for it; fields by name."""
    told: dict[str, str] = {}
    while line := stream.readline().decode():
        name, _, value = line.rstrip("\n").partition(": ")
        if name and value:
            told[name] = value
        elif "data" in told:
            return told
    raise AssertionError(f"the stream ended with {told}")


@pytest.fixture
def serve() -> Iterator[Callable[[Shown], Client]]:
    """Serve this at a free port until the test ends."""
    with ExitStack() as stack:

        def start(shown: Shown) -> Client:
            complaints: list[BaseException] = []
            server = Server("127.0.0.1", 0, lan=False, complain=complaints.append)
            live = Live(shown)
            stack.enter_context(serving(server, live))
            return Client(server, live, complaints)

        yield start
