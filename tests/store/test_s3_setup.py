"""The settings of real buckets, on two servers that know different ones, and on some that know none."""

from __future__ import annotations

import base64
import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from secrets import token_hex
from threading import Thread
from typing import Any, get_args
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from publisher.errors import StoreError, UnableError
from publisher.model import Requirement, State
from publisher.setup import apply, look
from publisher.store import open_bucket
from publisher.store.bucket import Setting
from publisher.store.s3_setup import S3Bucket
from tests.moto import Moto
from tests.seaweed import Seaweed

SETTINGS: tuple[Setting, ...] = get_args(Setting)
Server = Moto | Seaweed


@pytest.fixture(params=["seaweed", "moto"])
def server(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Server:
    """The server, with its credentials and no others in the environment."""
    found: Server = request.getfixturevalue(request.param)
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        monkeypatch.delenv(name)
    for name, value in found.environment.items():
        monkeypatch.setenv(name, value)
    return found


@pytest.fixture
def bucket(server: Server) -> S3Bucket:
    """A fresh bucket in which nothing is set, and a show in it."""
    name = server.bucket(public=False) if isinstance(server, Seaweed) else server.bucket()
    return S3Bucket(name, "show", endpoint=server.endpoint)


def states(found: tuple[Requirement, ...]) -> dict[str, State]:
    return {one.name: one.state for one in found if one.state is not State.OK}


def answer(server: Server, path: str, **headers: str) -> tuple[int, dict[str, str]]:
    """What the public gets."""
    try:
        with urlopen(Request(f"{server.endpoint}/{path}", headers=headers)) as found:
            return found.status, {name.lower(): value for name, value in found.headers.items()}
    except HTTPError as error:
        with error:
            return error.code, {}


def put(bucket: S3Bucket, key: str) -> None:
    bucket.put(key, b"x", type="text/plain", cache="no-store", sha256=hashlib.sha256(b"x").hexdigest())


def test_a_bucket_is_made_and_set_up_and_needs_nothing_more(server: Server) -> None:
    """A website is a courtesy that SeaweedFS does not have."""
    bucket = S3Bucket(f"new-{token_hex(6)}", "show", endpoint=server.endpoint)
    assert not bucket.exists()
    assert states(look(bucket))["bucket"] is State.MISSING
    assert not bucket.exists()
    done = apply(bucket)
    assert bucket.exists()
    assert states(done) == ({"website": State.CANNOT} if isinstance(server, Seaweed) else {})
    assert not any(one.open for one in look(bucket))
    bucket.create()


def test_listeners_get_what_is_published_and_not_the_record(server: Server, bucket: S3Bucket) -> None:
    apply(bucket)
    for key in ("podcast.xml", "404.html", "favicon.ico", "media/a.mp3", ".publisher/head.json"):
        put(bucket, key)
    base = f"{bucket.spot.bucket}/show"
    for key in ("podcast.xml", "404.html", "favicon.ico"):
        assert answer(server, f"{base}/{key}")[0] == 200
    assert answer(server, f"{base}/media/a.mp3", Range="bytes=0-1")[0] == 206
    assert answer(server, f"{base}/.publisher/head.json")[0] == 403
    assert answer(server, f"{base}/%2Epublisher/head.json")[0] == 403
    assert bucket.get(".publisher/head.json") == b"x"


def test_players_in_browsers_may_read(server: Server, bucket: S3Bucket) -> None:
    apply(bucket)
    put(bucket, "episodes/a/transcript.vtt")
    path = f"{bucket.spot.bucket}/show/episodes/a/transcript.vtt"
    _, headers = answer(server, path, Origin="https://player.example")
    assert headers["access-control-allow-origin"] in ("*", "https://player.example")
    assert "content-range" in headers["access-control-expose-headers"].lower()


def test_what_others_have_set_stays(server: Server, bucket: S3Bucket) -> None:
    theirs: dict[Setting, dict[str, Any]] = {
        "policy": {
            "Version": "2012-10-17",
            "Statement": [
                {
                    "Sid": "theirs",
                    "Effect": "Allow",
                    "Principal": "*",
                    "Action": "s3:GetObject",
                    "Resource": f"arn:aws:s3:::{bucket.spot.bucket}/other/*",
                }
            ],
        },
        "cors": {"CORSRules": [{"AllowedOrigins": ["https://x.example"], "AllowedMethods": ["PUT"]}]},
        "lifecycle": {
            "Rules": [
                {"ID": "theirs", "Status": "Enabled", "Filter": {"Prefix": "tmp/"}, "Expiration": {"Days": 9}}
            ]
        },
    }
    for setting, document in theirs.items():
        bucket.set_up(setting, document)
    assert set(states(apply(bucket)).values()) <= {State.CANNOT}
    now = {setting: bucket.look_up(setting) or {} for setting in theirs}
    for setting, name in (("policy", "Statement"), ("cors", "CORSRules"), ("lifecycle", "Rules")):
        first, *ours = now[setting][name]
        assert theirs[setting][name][0].items() <= first.items()
        assert len(ours) == 1


def test_two_shows_in_one_bucket_do_not_undo_each_other(server: Server, bucket: S3Bucket) -> None:
    other = S3Bucket(bucket.spot.bucket, "other", endpoint=server.endpoint)
    apply(bucket)
    apply(other)
    assert not any(one.open for one in (*look(bucket), *look(other)))


def test_settings_are_sent_with_the_checksum_that_all_servers_know(bucket: S3Bucket) -> None:
    sent: list[tuple[dict[str, bytes], bytes]] = []
    bucket._client.meta.events.register(
        "before-send.s3", lambda request, **_: sent.append((dict(request.headers), request.body or b""))
    )
    apply(bucket)
    writes = [(headers, body) for headers, body in sent if body]
    assert len(writes) >= 4
    for headers, body in writes:
        digest = hashlib.md5(body, usedforsecurity=False).digest()
        assert headers["Content-MD5"] == base64.b64encode(digest)
        assert not [name for name in headers if name.lower().startswith(("x-amz-checksum", "x-amz-sdk"))]


def test_nothing_is_looked_up_in_a_bucket_that_is_gone(server: Server) -> None:
    bucket = S3Bucket("no-such-bucket", endpoint=server.endpoint)
    with pytest.raises(StoreError, match="there is no bucket no-such-bucket") as caught:
        bucket.look_up("policy")
    assert not isinstance(caught.value, UnableError)


def test_public_access_block_is_opened_where_it_is(moto: Moto, monkeypatch: pytest.MonkeyPatch) -> None:
    """As new buckets of Amazon's have it."""
    for name, value in moto.environment.items():
        monkeypatch.setenv(name, value)
    bucket = S3Bucket(moto.bucket(), endpoint=moto.endpoint)
    four = ("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets")
    bucket.set_up("block", dict.fromkeys(four, True))
    assert states(look(bucket))["public access"] is State.DIFFERS
    assert states(apply(bucket)) == {}
    assert bucket.look_up("block") == dict(zip(four, (True, True, False, False), strict=True))


def test_a_bucket_is_made_in_its_region(moto: Moto, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in moto.environment.items():
        monkeypatch.setenv(name, value)
    name = f"new-{token_hex(6)}"
    bucket = S3Bucket(name, endpoint=moto.endpoint, region="eu-north-1")
    assert look(bucket)[0].will == "create it in eu-north-1"
    apply(bucket)
    assert moto.client.get_bucket_location(Bucket=name)["LocationConstraint"] == "eu-north-1"


Reply = Callable[[BaseHTTPRequestHandler], tuple[int, bytes]]


@contextmanager
def answering(reply: Reply) -> Iterator[str]:
    """A server that answers every question in one way; its endpoint."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            status, body = reply(self)
            self.send_response(status)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(b"" if self.command == "HEAD" else body)

        do_PUT = do_HEAD = do_GET  # noqa: N815

        def log_message(self, format: str, *args: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        thread = Thread(target=http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{http.server_port}"
        finally:
            http.shutdown()
            thread.join()


def refusing(status: int, code: str, message: str = "No") -> Reply:
    """It has the bucket, and refuses whatever is asked of it."""
    body = f"<?xml version='1.0'?><Error><Code>{code}</Code><Message>{message}</Message></Error>".encode()
    return lambda handler: (200, b"") if handler.command == "HEAD" else (status, body)


@pytest.fixture
def credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in Moto.environment.fget(None).items():  # type: ignore[attr-defined]
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("botocore.endpoint.time.sleep", lambda seconds: None)


@pytest.mark.usefixtures("credentials")
@pytest.mark.parametrize(
    ("status", "code"),
    [
        (501, "NotImplemented"),
        (400, "InvalidRequest"),
        (405, "MethodNotAllowed"),
        (404, "NotFound"),
        (409, "BucketAlreadyExists"),
    ],
)
def test_a_server_that_knows_no_settings_is_told_of_as_that(status: int, code: str) -> None:
    with answering(refusing(status, code)) as endpoint:
        bucket = S3Bucket("b", endpoint=endpoint)
        for setting in SETTINGS:
            with pytest.raises(UnableError, match="the server does not know it"):
                bucket.look_up(setting)
        found = {one.name: one for one in apply(bucket)}
    assert {name for name, one in found.items() if one.state is State.CANNOT} == {
        "public read",
        "private record",
        "players in browsers",
        "stale uploads",
        "website",
    }
    assert "console" in found["public read"].fix


@pytest.mark.usefixtures("credentials")
def test_a_server_that_answers_with_something_else_knows_no_settings() -> None:
    """Some give the listing of the bucket whatever is asked."""
    for body in (b"<?xml version='1.0'?><ListBucketResult/>", b"<Policy>none</Policy>"):
        with answering(lambda handler, body=body: (200, body)) as endpoint:  # type: ignore[misc]
            found = look(S3Bucket("b", endpoint=endpoint))
        assert {one.state for one in found} <= {State.OK, State.MISSING, State.CANNOT}


@pytest.mark.usefixtures("credentials")
def test_a_key_that_may_not_is_told_which_right_it_lacks() -> None:
    with answering(refusing(403, "AccessDenied")) as endpoint:
        found = {one.name: one for one in apply(S3Bucket("b", endpoint=endpoint))}
    assert {one.state for name, one in found.items() if name != "bucket"} == {State.CANNOT}
    assert "s3:GetBucketPolicy" in found["public read"].fix
    assert "s3:GetLifecycleConfiguration" in found["stale uploads"].fix
    assert "s3:GetBucketPublicAccessBlock" in found["public access"].fix


@pytest.mark.usefixtures("credentials")
def test_a_block_of_the_whole_account_is_called_so() -> None:
    words = "public policies are blocked by the BlockPublicPolicy block public access setting"

    def reply(handler: BaseHTTPRequestHandler) -> tuple[int, bytes]:
        if handler.command == "PUT":
            return refusing(403, "AccessDenied", words)(handler)
        return refusing(404, "NoSuchBucketPolicy")(handler)

    with answering(reply) as endpoint:
        found = {one.name: one for one in apply(S3Bucket("b", endpoint=endpoint))}
    assert "Block Public Access forbids it" in found["public read"].what
    assert "account" in found["public read"].fix


@pytest.mark.usefixtures("credentials")
def test_a_bucket_of_somebody_else_is_an_error() -> None:
    denied = pytest.raises(StoreError, match="cannot look for its bucket: access is denied")
    with answering(lambda handler: (403, b"")) as endpoint, denied:
        look(S3Bucket("b", endpoint=endpoint))

    def taken(handler: BaseHTTPRequestHandler) -> tuple[int, bytes]:
        return (404, b"") if handler.command == "HEAD" else refusing(409, "BucketAlreadyExists")(handler)

    with answering(taken) as endpoint, pytest.raises(StoreError, match="somebody else has a bucket called b"):
        apply(S3Bucket("b-b", endpoint=endpoint))


@pytest.mark.usefixtures("credentials")
@pytest.mark.parametrize("reply", [refusing(503, "SlowDown"), lambda handler: (200, b"<html><p>Welcome</p>")])
def test_a_server_that_breaks_is_an_error(reply: Reply) -> None:
    with answering(reply) as endpoint, pytest.raises(StoreError, match="overloaded or out of order"):
        look(S3Bucket("b", endpoint=endpoint))


@pytest.mark.usefixtures("credentials")
def test_the_names_of_resources_belong_to_the_cloud() -> None:
    assert S3Bucket("b", "show", region="eu-north-1").spot.resource == "arn:aws:s3:::b/show/"
    assert S3Bucket("b", region="cn-north-1").spot.resource == "arn:aws-cn:s3:::b/"


@pytest.mark.usefixtures("credentials")
@pytest.mark.parametrize(
    ("endpoint", "region", "told"),
    [
        (None, "eu-north-1", "eu-north-1"),
        (None, "us-east-1", ""),
        ("http://127.0.0.1:9", None, ""),
        ("http://127.0.0.1:9", "fsn1", "fsn1"),
        ("http://127.0.0.1:9", "auto", ""),
    ],
)
def test_a_region_is_named_where_the_server_wants_it(
    endpoint: str | None, region: str | None, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One of the environment is for Amazon; a server of one's own may not know it."""
    monkeypatch.setenv("AWS_DEFAULT_REGION", "eu-west-1")
    assert S3Bucket("b", endpoint=endpoint, region=region).spot.region == told


@pytest.mark.parametrize("target", ["memory:", "folder", "/abs/folder", "~/folder"])
def test_what_is_no_bucket_needs_no_setting(target: str) -> None:
    assert open_bucket(target) is None


@pytest.mark.parametrize("target", ["s3://", "s3:b", "s3://user@b/x"])
def test_what_names_no_bucket_is_refused(target: str) -> None:
    with pytest.raises(StoreError):
        open_bucket(target)
