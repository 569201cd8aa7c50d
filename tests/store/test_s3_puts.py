"""What is put the short way is what boto3 would have put, and whatever goes wrong is boto3's to answer."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from publisher.errors import ConflictError, StoreError
from publisher.store.s3 import S3Store
from tests import faults
from tests.authority import Authority
from tests.faults import Asked, Proxy
from tests.seaweed import Seaweed

OF_THE_MOMENT = ("authorization", "x-amz-date", "content-md5", "content-length", "amz-sdk-request")
OF_BOTO3 = ("amz-sdk-invocation-id", "amz-sdk-request", "connection", "accept-encoding")


@pytest.fixture(scope="module")
def bucket(seaweed: Seaweed) -> str:
    return seaweed.bucket()


@pytest.fixture
def proxy(seaweed: Seaweed, monkeypatch: pytest.MonkeyPatch) -> Iterator[Proxy]:
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        monkeypatch.delenv(name)
    for name, value in seaweed.environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("botocore.endpoint.time.sleep", lambda seconds: None)
    with Proxy(seaweed.endpoint) as proxy:
        yield proxy


@pytest.fixture
def store(proxy: Proxy, bucket: str, request: pytest.FixtureRequest) -> S3Store:
    return S3Store(bucket, f"small-{abs(hash(request.node.name))}", endpoint=proxy.endpoint)


@pytest.fixture
def boto3(store: S3Store, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The keys that boto3 was asked to put."""
    asked: list[str] = []
    events = store._client.meta.events
    events.register("before-call.s3.PutObject", lambda context, **_: asked.append(_key(context)))
    return asked


def _key(context: dict[str, Any]) -> str:
    return str(context["input_params"]["Key"]).rpartition("/")[2]


def put(store: S3Store, key: str, data: bytes = b"<p>page</p>", *, new: bool = False) -> bool:
    digest = hashlib.sha256(data).hexdigest()
    return store.put(key, data, type="text/html", cache="no-store", sha256=digest, new=new)


def test_boto3_puts_the_first_and_teaches_how(store: S3Store, boto3: list[str], proxy: Proxy) -> None:
    """Every later one is one request with the same headers, and is there as it was sent."""
    for key in ("a", "b", "c"):
        put(store, key, key.encode())
    assert boto3 == ["a"]
    first, second, _ = (asked.headers for asked in proxy.asked)
    unlike = {*OF_THE_MOMENT, *OF_BOTO3, "x-amz-content-sha256", "x-amz-meta-sha256"}
    assert {name: first[name] for name in first.keys() - unlike} == {
        name: second[name] for name in second.keys() - unlike
    }
    assert first.keys() - second.keys() <= set(OF_BOTO3)
    assert second.keys() <= first.keys()
    for key in ("a", "b", "c"):
        assert store.get(key) == key.encode()
        found = store.head(key)
        assert found
        assert (found.type, found.cache) == ("text/html", "no-store")
        assert found.sha256 == hashlib.sha256(key.encode()).hexdigest()


def test_keys_of_any_characters_come_where_boto3_puts_them(store: S3Store, boto3: list[str]) -> None:
    put(store, "first")
    keys = ["a+b", "a~b", "a b", "a%20b", "a=b&c", "a,b;c", "é".encode().hex() + "'()*!", "@:$", "x/y z"]
    for key in keys:
        put(store, key, key.encode())
    assert boto3 == ["first"]
    assert {known.key for known in store.list()} == {"first", *keys}
    assert [store.get(key) for key in keys] == [key.encode() for key in keys]


@pytest.mark.parametrize(
    "act",
    [faults.cut_before, faults.cut_in_body, faults.cut_after, faults.busy, faults.corrupt],
    ids=["cut before", "cut in body", "cut after", "busy", "corrupt"],
)
def test_what_goes_wrong_is_asked_of_boto3_which_teaches_again(
    act: Callable[[faults.Exchange], None], store: S3Store, boto3: list[str], proxy: Proxy
) -> None:
    put(store, "a")
    proxy.script = faults.once(lambda asked: asked.key.endswith("b"), act)
    for key in ("b", "c", "d"):
        put(store, key, key.encode())
        assert store.get(key) == key.encode()
    assert boto3 == ["a", "b"]


def test_what_stays_wrong_is_told_as_boto3_tells_it(store: S3Store, proxy: Proxy) -> None:
    put(store, "a")
    proxy.script = faults.always(faults.refused(403, "RequestTimeTooSkewed"))
    with pytest.raises(StoreError, match="this computer's clock"):
        put(store, "b")
    proxy.script = faults.always(faults.busy)
    with pytest.raises(StoreError, match="overloaded"):
        put(store, "b")


def test_what_shall_be_new_replaces_nothing_the_short_way_either(store: S3Store, boto3: list[str]) -> None:
    put(store, "a")
    put(store, "b", b"1", new=True)
    assert boto3 == ["a"]
    with pytest.raises(ConflictError):
        put(store, "b", b"2", new=True)
    assert store.get("b") == b"1"


def test_credentials_are_asked_for_each_time(
    store: S3Store, boto3: list[str], proxy: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They may have been renewed meanwhile."""
    put(store, "a")
    credentials: Any = store._client._request_signer._credentials  # type: ignore[attr-defined]
    monkeypatch.setattr(credentials, "token", "renewed")
    with pytest.raises(StoreError):  # Of a session that the server does not know.
        put(store, "b")
    assert "x-amz-security-token" not in proxy.asked[0].headers
    assert proxy.asked[1].headers["x-amz-security-token"] == "renewed"


def test_the_answer_vouches_for_the_bytes_by_their_md5(store: S3Store, proxy: Proxy) -> None:
    """An ETag that is none is no word for it, as where a bucket encrypts by KMS."""
    assert put(store, "a")
    assert put(store, "b")

    def other_tag(exchange: faults.Exchange) -> None:
        answer = exchange.forward()
        kept = [(name, value) for name, value in answer.headers if name.lower() != "etag"]
        exchange.reply(faults.Answer(answer.status, (*kept, ("ETag", f'"{"0" * 32}"')), answer.body))

    proxy.script = faults.always(other_tag)
    assert not put(store, "c")


def test_over_tls_nothing_is_sent_that_servers_stumble_over(
    seaweed: Seaweed, proxy: Proxy, bucket: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One's own authority is believed the short way too, and nobody else's."""
    authority = Authority(tmp_path)
    monkeypatch.setenv("AWS_CA_BUNDLE", str(authority.file))
    with Proxy(seaweed.endpoint, tls=authority.server()) as secure:
        store = S3Store(bucket, "tls", endpoint=secure.endpoint)
        for key in ("a", "b"):
            assert put(store, key)
        assert [asked.headers["x-amz-content-sha256"] for asked in secure.asked] == ["UNSIGNED-PAYLOAD"] * 2
        assert not [asked for asked in secure.asked if _stumbles(asked)]


def _stumbles(asked: Asked) -> bool:
    names = asked.headers.keys()
    return bool(names & {"content-encoding", "transfer-encoding", "x-amz-trailer", "expect"})


def recording(folder: Path) -> Path:
    """Of three parts."""
    path = folder / "recording.mp3"
    path.write_bytes(os.urandom(1024) * 1024 * 20)
    return path


def put_file(store: S3Store, path: Path) -> None:
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    store.put("recording.mp3", path, type="audio/mpeg", cache="no-store", sha256=digest)
    assert store.get("recording.mp3") == path.read_bytes()


def parts(proxy: Proxy) -> list[str]:
    """Who sent each part: only boto3 counts its attempts."""
    sent = [asked for asked in proxy.asked if asked.method == "PUT" and "partNumber" in asked.query]
    return ["boto3" if "amz-sdk-request" in asked.headers else "us" for asked in sent]


def test_parts_go_the_same_way(store: S3Store, proxy: Proxy, tmp_path: Path) -> None:
    put(store, "a")
    put_file(store, recording(tmp_path))
    assert parts(proxy) == ["us"] * 3


def test_before_anything_was_learnt_boto3_sends_parts(store: S3Store, proxy: Proxy, tmp_path: Path) -> None:
    put_file(store, recording(tmp_path))
    assert parts(proxy) == ["boto3"] * 3


def test_a_part_that_goes_wrong_is_sent_by_boto3(store: S3Store, proxy: Proxy, tmp_path: Path) -> None:
    put(store, "a")
    proxy.script = faults.once(lambda asked: asked.query.get("partNumber") == "2", faults.corrupt)
    put_file(store, recording(tmp_path))
    assert sorted(parts(proxy)) in (["boto3", "us", "us", "us"], ["boto3", "boto3", "us", "us"])
