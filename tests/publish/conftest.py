"""Commands run on a bucket, by way of a network that does what a test wants."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from secrets import token_hex
from typing import Any, Protocol

import pytest

from publisher.cli import main
from publisher.model import is_immutable
from publisher.store import s3
from tests.faults import Proxy
from tests.publish.changing import Changing
from tests.publish.listening import Listening
from tests.seaweed import Seaweed

connect_once = cache(s3.connect)
"""Making a client takes a quarter of a second."""


class Server(Protocol):
    """An S3 server of the tests."""

    @property
    def endpoint(self) -> str: ...
    @property
    def environment(self) -> dict[str, str]: ...
    @property
    def client(self) -> Any: ...


@dataclass(frozen=True)
class Place:
    """A prefix of a bucket, seen with eyes of the tests' own."""

    server: Server
    bucket: str
    prefix: str

    @property
    def target(self) -> str:
        """As a command takes it."""
        return f"s3://{self.bucket}/{self.prefix}"

    def listening(self) -> AbstractContextManager[Listening]:
        """Somebody who listens there."""
        return Listening(f"{self.server.endpoint}/{self.bucket}/{self.prefix}")

    def hear(self) -> dict[str, str]:
        """What everybody can have: sha256 by key."""
        with self.listening() as listening:
            return listening.hear()

    def manifest(self) -> dict[str, str]:
        """What the public revision has; fails unless that is what is there, and no more of what may go."""
        wanted = self._wanted()
        assert wanted.items() >= self.hear().items()
        return wanted

    def recorded(self) -> dict[str, str]:
        """As `manifest`, where nobody can listen without credentials."""
        wanted = self._wanted()
        assert wanted == {key: hashlib.sha256(self.read(key)).hexdigest() for key in wanted}
        return wanted

    def begun(self) -> dict[str, str]:
        """What the last run wanted there to be, if it came so far as to write that down."""
        head = self.head()
        revision = json.loads(self.read(f".publisher/revisions/{head.get('next', head['name'])}.json"))
        return {known["key"]: known["sha256"] for known in revision["objects"]}

    def _wanted(self) -> dict[str, str]:
        assert self.head()["state"] == "done"
        wanted = self.begun()
        public = {key for key in self.listed() if not key.startswith(".publisher/")}
        assert wanted.keys() <= public
        assert all(is_immutable(key) for key in public - wanted.keys())
        return wanted

    def head(self) -> dict[str, Any]:
        """The one pointer."""
        return dict(json.loads(self.read(".publisher/head.json")))

    def read(self, key: str) -> bytes:
        """What stands there."""
        found = self.server.client.get_object(Bucket=self.bucket, Key=f"{self.prefix}/{key}")
        return bytes(found["Body"].read())

    def write(self, key: str, data: bytes) -> None:
        """Somebody else writes there."""
        self.server.client.put_object(Bucket=self.bucket, Key=f"{self.prefix}/{key}", Body=data)

    def uploads(self) -> list[str]:
        """The keys of uploads that were begun and not ended."""
        client = self.server.client
        with suppress(client.exceptions.NoSuchUpload):  # That is how rclone says that there is none.
            found = client.list_multipart_uploads(Bucket=self.bucket, Prefix=f"{self.prefix}/")
            return [known["Key"] for known in found.get("Uploads", ())]
        return []

    def listed(self) -> list[str]:
        """All of them."""
        pages = self.server.client.get_paginator("list_objects_v2").paginate(
            Bucket=self.bucket, Prefix=f"{self.prefix}/"
        )
        return [
            known["Key"].removeprefix(f"{self.prefix}/")
            for page in pages
            for known in page.get("Contents", ())
        ]


@dataclass(frozen=True)
class Ran:
    """What a command left: its exit code, its result and its talk."""

    code: int
    out: str
    err: str


class Publishing(Protocol):
    """`publisher publish` of a show to a place, in this process; or another `command` there."""

    def __call__(self, *more: str, command: str = "publish", endpoint: str | None = None) -> Ran: ...


@pytest.fixture
def show(tmp_path: Path) -> Changing:
    return Changing(tmp_path / "show")


@pytest.fixture(scope="module")
def bucket(seaweed: Seaweed) -> str:
    return seaweed.bucket()


@pytest.fixture
def place(seaweed: Seaweed, bucket: str) -> Place:
    return Place(seaweed, bucket, token_hex(4))


@pytest.fixture
def proxy(seaweed: Seaweed) -> Iterator[Proxy]:
    """Before the server. Connections are kept from one command to the next."""
    with Proxy(seaweed.endpoint) as proxy:
        yield proxy


@pytest.fixture
def aws(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """No credentials and no settings but a test's own."""
    for name in [name for name in os.environ if name.startswith("AWS_") or name == "SOURCE_DATE_EPOCH"]:
        monkeypatch.delenv(name)
    return monkeypatch


@pytest.fixture
def publish(
    place: Place,
    show: Changing,
    proxy: Proxy,
    aws: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Publishing:
    """By the proxy unless told otherwise; nothing secret may be said."""
    secret = place.server.environment["AWS_SECRET_ACCESS_KEY"]
    for name, value in place.server.environment.items():
        aws.setenv(name, value)
    aws.setattr(s3, "connect", connect_once)

    def publish(*more: str, command: str = "publish", endpoint: str | None = None) -> Ran:
        words = [command, "-C", str(show.folder), "--target", place.target]
        with pytest.raises(SystemExit) as ended:
            main([*words, "--endpoint", endpoint or proxy.endpoint, *more])
        said = capsys.readouterr()
        for never in ("Traceback", "should not have happened", secret, "Signature=", "X-Amz-"):
            assert never not in said.out + said.err
        return Ran(int(ended.value.code or 0), said.out, said.err)

    return publish


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """No waiting between attempts, and as many as it takes.

    botocore gives up after some 35 that end in 404 or 412, which here are soon reached: all goes wrong.
    """
    monkeypatch.setattr("botocore.endpoint.time.sleep", lambda seconds: None)
    monkeypatch.setattr("botocore.retries.quota.RetryQuota.acquire", lambda quota, amount: True)
