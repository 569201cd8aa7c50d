"""What only a bucket can do and suffer, on a real server; the rest is in `test_conformance`."""

from __future__ import annotations

import base64
import hashlib
import http.client
import os
import socket
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from botocore.awsrequest import AWSPreparedRequest, AWSResponse
from botocore.compat import HTTPHeaders
from botocore.exceptions import ClientError
from botocore.utils import InstanceMetadataFetcher
from urllib3 import HTTPResponse

from publisher.errors import StoreError
from publisher.model import StoredObject
from publisher.store.parts import PART, part_size
from publisher.store.s3 import S3Store, connect
from tests.seaweed import Seaweed

FEED = "application/rss+xml; charset=utf-8"
FRESH = "public, max-age=300"


@pytest.fixture(scope="module")
def bucket(seaweed: Seaweed) -> str:
    return seaweed.bucket()


@pytest.fixture
def aws(seaweed: Seaweed, monkeypatch: pytest.MonkeyPatch) -> Seaweed:
    """The server, with its credentials and no others in the environment."""
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        monkeypatch.delenv(name)
    for name, value in seaweed.environment.items():
        monkeypatch.setenv(name, value)
    return seaweed


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """No waiting between attempts."""
    monkeypatch.setattr("botocore.endpoint.time.sleep", lambda seconds: None)


@pytest.fixture
def large(tmp_path: Path) -> Path:
    path = tmp_path / "recording.mp3"
    path.write_bytes(os.urandom(1000) * (2 * PART // 1000 + 1))
    return path


def put(store: S3Store, key: str, body: bytes | Path = b"<rss/>", type: str = FEED) -> None:
    data = body if isinstance(body, bytes) else body.read_bytes()
    store.put(key, body, type=type, cache=FRESH, sha256=hashlib.sha256(data).hexdigest())


def ask(
    server: Seaweed, path: str, method: str = "GET", **headers: str
) -> tuple[http.client.HTTPResponse, bytes]:
    """What the public gets: no credentials, no S3 client."""
    connection = http.client.HTTPConnection(server.endpoint.removeprefix("http://"), timeout=30)
    try:
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        return answer, answer.read()
    finally:
        connection.close()


def failure(attempt: Callable[[], object]) -> StoreError:
    """The StoreError of `attempt`, which has something to say and gives no secret away."""
    with pytest.raises(StoreError) as caught:
        attempt()
    text = f"{caught.value} {caught.value.fix}"
    assert caught.value.fix
    for secret in ("hush", Seaweed.secret_key, "Signature=", "AWS4-HMAC", "X-Amz"):
        assert secret not in text
    return caught.value


def every_operation(store: S3Store, large: Path) -> list[Callable[[], object]]:
    return [
        lambda: store.get("feed.xml"),
        lambda: store.head("feed.xml"),
        lambda: put(store, "feed.xml"),
        lambda: store.copy("feed.xml", "copy", type="x", cache="x", sha256="0"),
        lambda: put(store, "media/large.mp3", large),
        lambda: store.delete("feed.xml"),
        lambda: list(store.list()),
    ]


def test_listeners_get_type_cache_and_bytes(aws: Seaweed, bucket: str) -> None:
    """Over plain HTTP, as a podcast app asks, with nothing encoded on the way."""
    put(S3Store(bucket, "show", endpoint=aws.endpoint), "podcast.xml")
    answer, body = ask(aws, f"/{bucket}/show/podcast.xml")
    assert (answer.status, body) == (200, b"<rss/>")
    assert answer.headers["Content-Type"] == FEED
    assert answer.headers["Cache-Control"] == FRESH
    assert answer.headers["Content-Encoding"] is None


def test_players_can_seek_in_a_recording(aws: Seaweed, bucket: str, large: Path) -> None:
    """HEAD tells length and ranges; a range across two parts is 206 with the right bytes (S3-005)."""
    put(S3Store(bucket, endpoint=aws.endpoint), "media/a.mp3", large, "audio/mpeg")
    data = large.read_bytes()
    answer, body = ask(aws, f"/{bucket}/media/a.mp3", "HEAD")
    assert (answer.status, body) == (200, b"")
    assert answer.headers["Content-Length"] == str(len(data))
    assert answer.headers["Accept-Ranges"] == "bytes"
    assert answer.headers["Content-Type"] == "audio/mpeg"
    first, last = PART - 10, PART + 9
    answer, body = ask(aws, f"/{bucket}/media/a.mp3", Range=f"bytes={first}-{last}")
    assert (answer.status, body) == (206, data[first : last + 1])
    assert answer.headers["Content-Range"] == f"bytes {first}-{last}/{len(data)}"


def test_a_recording_goes_in_equal_parts(aws: Seaweed, bucket: str, large: Path) -> None:
    """Of 8 MiB each, the last one shorter; a file of one part goes in one request."""
    store = S3Store(bucket, "parts", endpoint=aws.endpoint)
    put(store, "large", large)
    assert aws.client.head_object(Bucket=bucket, Key="parts/large")["ETag"].endswith('-3"')
    large.write_bytes(b"x" * PART)
    put(store, "small", large)
    assert "-" not in aws.client.head_object(Bucket=bucket, Key="parts/small")["ETag"]


def test_an_interrupted_recording_goes_on_where_it_was(aws: Seaweed, bucket: str, large: Path) -> None:
    """The old object stays until the new one is whole; parts that have arrived are not sent again."""
    store = S3Store(bucket, "broken", endpoint=aws.endpoint)
    aws.client.put_object(Bucket=bucket, Key="broken/a.mp3", Body=b"old")

    def refuse(params: dict[str, Any], **_: object) -> None:
        if params["query_string"].get("partNumber") == 2:
            raise ClientError({"Error": {"Code": "SlowDown", "Message": "Please"}}, "UploadPart")

    store._client.meta.events.register("before-call.s3.UploadPart", refuse)
    error = failure(lambda: put(store, "a.mp3", large))
    assert f"s3://{bucket}/broken at {aws.endpoint}: cannot write a.mp3: the server is overloaded" in str(
        error
    )
    assert store.get("a.mp3") == b"old"
    again = S3Store(bucket, "broken", endpoint=aws.endpoint)
    sent: list[int] = []
    again._client.meta.events.register(
        "before-call.s3.UploadPart", lambda params, **_: sent.append(params["query_string"]["partNumber"])
    )
    put(again, "a.mp3", large)
    assert 2 in sent
    assert 1 not in sent
    assert again.get("a.mp3") == large.read_bytes()
    assert not aws.client.list_multipart_uploads(Bucket=bucket, Prefix="broken/").get("Uploads")


def test_parts_of_another_file_are_not_taken_for_this_one_s(aws: Seaweed, bucket: str, large: Path) -> None:
    """What was left by an earlier run is compared, part by part."""
    begun = aws.client.create_multipart_upload(Bucket=bucket, Key="other/a.mp3")
    aws.client.upload_part(
        Bucket=bucket, Key="other/a.mp3", UploadId=begun["UploadId"], PartNumber=1, Body=b"x" * PART
    )
    store = S3Store(bucket, "other", endpoint=aws.endpoint)
    put(store, "a.mp3", large)
    assert store.get("a.mp3") == large.read_bytes()


def test_a_file_that_changes_on_the_way_is_thrown_away(aws: Seaweed, bucket: str, large: Path) -> None:
    store = S3Store(bucket, "changed", endpoint=aws.endpoint)
    with pytest.raises(StoreError, match="changed while"):
        store.put("a.mp3", large, type="audio/mpeg", cache="no-store", sha256="0" * 64)
    assert store.head("a.mp3") is None
    assert not aws.client.list_multipart_uploads(Bucket=bucket, Prefix="changed/").get("Uploads")


def test_parts_are_equal_and_never_too_many() -> None:
    assert part_size(1) == PART
    assert part_size(PART * 10_000) == PART
    huge = 5 * 1024**4
    assert part_size(huge) * 10_000 >= huge
    assert part_size(huge) % 1024**2 == 0


def sent_by(store: S3Store, body: bytes | Path) -> list[dict[str, bytes]]:
    """The headers of every request that it takes to put `body`."""
    sent: list[dict[str, bytes]] = []
    store._client.meta.events.register(
        "before-send.s3", lambda request, **_: sent.append(dict(request.headers))
    )
    put(store, "sent", body)
    return sent


def test_a_small_put_is_one_checked_request(aws: Seaweed, bucket: str) -> None:
    """Content-MD5 is the check that most servers make; nobody is asked first whether it may be sent."""
    (headers,) = sent_by(S3Store(bucket, endpoint=aws.endpoint), b"<rss/>")
    md5 = hashlib.md5(b"<rss/>", usedforsecurity=False).digest()
    assert headers["Content-MD5"] == base64.b64encode(md5)
    assert headers["x-amz-meta-sha256"] == hashlib.sha256(b"<rss/>").hexdigest().encode()
    assert "Expect" not in headers


def test_nothing_is_sent_that_servers_stumble_over(aws: Seaweed, bucket: str, large: Path) -> None:
    """No checksum that was not asked for, no chunked encoding, no ACL: in no request of either kind."""
    store = S3Store(bucket, endpoint=aws.endpoint)
    requests = sent_by(store, b"<rss/>") + sent_by(store, large)
    names = {name.lower() for headers in requests for name in headers}
    assert {"content-type", "cache-control", "x-amz-meta-sha256", "x-amz-date"} <= names
    assert not [name for name in names if name.startswith(("x-amz-checksum", "x-amz-sdk", "x-amz-trailer"))]
    assert not names & {"content-encoding", "transfer-encoding", "x-amz-acl"}


def refuses(store: S3Store, operation: str, status: int) -> list[str]:
    """Have the server answer `status` to `operation`; what is asked of it, as it comes in."""
    asked: list[str] = []

    def answer(request: AWSPreparedRequest, **_: object) -> AWSResponse:
        asked.append(request.method or "")
        return AWSResponse(
            request.url or "", status, HTTPHeaders(), HTTPResponse(BytesIO(), preload_content=False)
        )

    store._client.meta.events.register(
        f"before-send.s3.{operation}",
        answer,  # type: ignore[arg-type]
    )
    return asked


def test_a_copy_is_made_by_the_server(aws: Seaweed, bucket: str) -> None:
    store = S3Store(bucket, "copied", endpoint=aws.endpoint)
    put(store, "page.html", b"page")
    asked = refuses(store, "GetObject", 500)
    assert store.copy("page.html", "copy", type="x", cache="x", sha256=hashlib.sha256(b"page").hexdigest())
    assert asked == []


@pytest.mark.parametrize("status", [400, 403, 405, 501])
def test_where_the_server_makes_no_copies_it_goes_by_way_of_us(
    aws: Seaweed, bucket: str, status: int
) -> None:
    store = S3Store(bucket, f"uncopied{status}", endpoint=aws.endpoint)
    put(store, "page.html", b"page")
    asked = refuses(store, "CopyObject", status)
    sha256 = hashlib.sha256(b"page").hexdigest()
    assert store.copy("page.html", "copy", type="text/x", cache="x", sha256=sha256) == store.tag("page.html")
    assert store.head("copy") == StoredObject(key="copy", size=4, sha256=sha256, type="text/x", cache="x")
    assert len(asked) == 1


@pytest.mark.parametrize("status", [404, 412])
def test_what_is_replaced_while_it_is_looked_at_is_not_copied(aws: Seaweed, bucket: str, status: int) -> None:
    store = S3Store(bucket, f"raced{status}", endpoint=aws.endpoint)
    put(store, "page.html", b"page")
    refuses(store, "CopyObject", status)
    sha256 = hashlib.sha256(b"page").hexdigest()
    assert store.copy("page.html", "copy", type="x", cache="x", sha256=sha256) is None
    assert store.head("copy") is None


def test_of_others_the_bytes_are_looked_at(aws: Seaweed, bucket: str) -> None:
    """Nothing is noted with them."""
    aws.client.put_object(Bucket=bucket, Key="theirs/page.html", Body=b"page")
    store = S3Store(bucket, "theirs", endpoint=aws.endpoint)
    assert (
        store.copy("page.html", "copy", type="x", cache="x", sha256=hashlib.sha256(b"p").hexdigest()) is None
    )
    assert store.head("copy") is None
    assert store.copy("page.html", "copy", type="x", cache="x", sha256=hashlib.sha256(b"page").hexdigest())
    assert store.get("copy") == b"page"


def test_a_prefix_shuts_out_its_neighbours(aws: Seaweed, bucket: str) -> None:
    """Neither `near2` nor the rest of the bucket belongs to `near`; a console's folder mark is no object."""
    one = S3Store(bucket, "near", endpoint=aws.endpoint)
    two = S3Store(bucket, "near2", endpoint=aws.endpoint)
    whole = S3Store(bucket, endpoint=aws.endpoint)
    put(one, "a")
    put(two, "b")
    aws.client.put_object(Bucket=bucket, Key="near/mark/", Body=b"")
    assert [stored.key for stored in one.list()] == ["a"]
    assert [stored.key for stored in two.list()] == ["b"]
    assert {"near/a", "near2/b"} <= {stored.key for stored in whole.list()}
    one.delete("a")
    assert two.get("b") is not None


def test_an_object_of_others_has_no_sha256(aws: Seaweed, bucket: str) -> None:
    """It is known by size and type only."""
    aws.client.put_object(Bucket=bucket, Key="others/page.html", Body=b"x", ContentType="text/html")
    found = S3Store(bucket, "others", endpoint=aws.endpoint).head("page.html")
    assert found is not None
    assert (found.size, found.sha256, found.type) == (1, None, "text/html")


def test_the_client_suits_every_measured_server(aws: Seaweed) -> None:
    """s3-measured.md, section 4.7."""
    config: Any = connect(aws.endpoint, "eu-north-1").meta.config
    assert config.signature_version == "s3v4"
    assert config.request_checksum_calculation == "when_required"
    assert config.response_checksum_validation == "when_required"
    assert config.retries == {"mode": "standard", "total_max_attempts": 6}
    assert (config.connect_timeout, config.read_timeout, config.max_pool_connections) == (5, 60, 32)
    assert config.s3 == {"addressing_style": "path"}
    assert config.region_name == "eu-north-1"
    assert connect(None, "eu-north-1").meta.config.s3 == {"addressing_style": "auto"}  # type: ignore[attr-defined]


def test_a_server_of_ones_own_is_not_told_the_machines_role(
    aws: Seaweed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The metadata service is asked for AWS only, and the environment is left as it was."""
    asked: list[str] = []

    def ask_role(self: InstanceMetadataFetcher) -> dict[str, str]:
        asked.append("role")
        return {}

    monkeypatch.setattr(InstanceMetadataFetcher, "retrieve_iam_role_credentials", ask_role)
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    before = dict(os.environ)
    connect(aws.endpoint, None)
    assert asked == []
    connect(None, "eu-north-1")
    assert asked == ["role"]
    assert dict(os.environ) == before


def test_a_missing_bucket_is_named(aws: Seaweed, large: Path) -> None:
    """By every operation, HEAD included, whose answer does not tell; with the command that makes one."""
    store = S3Store("no-such-bucket", endpoint=aws.endpoint)
    for attempt in every_operation(store, large):
        error = failure(attempt)
        assert f"s3://no-such-bucket at {aws.endpoint}: cannot " in str(error)
        assert "there is no bucket no-such-bucket" in str(error)
        assert f"aws s3 mb s3://no-such-bucket --endpoint-url {aws.endpoint}" in error.fix


def test_wrong_credentials_are_called_so(
    aws: Seaweed, bucket: str, large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """HEAD cannot tell them from a missing right; the advice covers both."""
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "hush-hush")
    for attempt in every_operation(S3Store(bucket, endpoint=aws.endpoint), large):
        error = failure(attempt)
        assert "key or its secret is wrong" in str(error) or "access is denied (403" in str(error)
        assert "secret" in error.fix.lower()
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "unknown")
    assert "wrong" in str(failure(lambda: S3Store(bucket, endpoint=aws.endpoint).get("a")))


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("variable", ["AWS_ACCESS_KEY_ID", "AWS_SESSION_TOKEN"])
def test_a_pasted_line_break_does_not_give_the_secret_away(
    aws: Seaweed, bucket: str, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    """Here botocore's own message quotes the header with the token or the signature."""
    monkeypatch.setenv(variable, "hush\nhush")
    error = failure(lambda: S3Store(bucket, endpoint=aws.endpoint).get("a"))
    assert "line break" in error.fix


@pytest.mark.parametrize(
    "absent", [["AWS_SECRET_ACCESS_KEY"], ["AWS_SECRET_ACCESS_KEY", "AWS_ACCESS_KEY_ID"]]
)
def test_no_credentials_are_called_so(
    aws: Seaweed, bucket: str, monkeypatch: pytest.MonkeyPatch, absent: list[str]
) -> None:
    """Half of them is none."""
    for name in absent:
        monkeypatch.delenv(name)
    error = failure(lambda: S3Store(bucket, endpoint=aws.endpoint).get("a"))
    assert "there are no credentials" in str(error)
    assert "AWS_SECRET_ACCESS_KEY" in error.fix


def test_an_unknown_profile_is_called_so(aws: Seaweed, bucket: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """At once, when the store is opened."""
    monkeypatch.setenv("AWS_PROFILE", "nobody")
    error = failure(lambda: S3Store(bucket, endpoint=aws.endpoint))
    assert "cannot open it: the credentials cannot be had (ProfileNotFound)" in str(error)


@pytest.mark.usefixtures("impatient")
def test_a_closed_port_is_named(aws: Seaweed, large: Path) -> None:
    """Whoever mistyped the endpoint reads it in the error."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        endpoint = f"http://127.0.0.1:{probe.getsockname()[1]}"
    for attempt in every_operation(S3Store("show", endpoint=endpoint), large):
        error = failure(attempt)
        assert f"s3://show at {endpoint}: cannot" in str(error)
        assert "the server cannot be reached" in str(error)
        assert "endpoint" in error.fix


@pytest.mark.usefixtures("impatient")
def test_a_server_without_tls_is_called_so(aws: Seaweed, bucket: str) -> None:
    """https where the server speaks http, or a certificate that nobody trusts."""
    error = failure(lambda: S3Store(bucket, endpoint=aws.endpoint.replace("http", "https")).get("a"))
    assert "no trusted TLS connection" in str(error)


@pytest.mark.usefixtures("impatient")
def test_a_missing_authority_file_is_called_so(
    aws: Seaweed, bucket: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """AWS_CA_BUNDLE is how one's own certificate authority is told."""
    monkeypatch.setenv("AWS_CA_BUNDLE", "/no/such/bundle.pem")
    error = failure(lambda: S3Store(bucket, endpoint=aws.endpoint.replace("http", "https")).get("a"))
    assert "AWS_CA_BUNDLE" in error.fix


def test_what_is_no_bucket_name_is_called_so(aws: Seaweed) -> None:
    """Before anything is sent."""
    assert "cannot be the name of a bucket" in str(
        failure(lambda: S3Store("My Show", endpoint=aws.endpoint).get("a"))
    )


def test_what_is_no_region_is_called_so(aws: Seaweed) -> None:
    """When the store is opened."""
    assert "region" in str(failure(lambda: S3Store("show", endpoint=aws.endpoint, region="north of here")))


def test_an_endpoint_of_the_environment_is_shown_without_its_user(
    aws: Seaweed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """boto3 takes AWS_ENDPOINT_URL silently, so errors tell where requests go."""
    monkeypatch.setenv("AWS_ENDPOINT_URL", aws.endpoint.replace("//", "//user:hush@"))
    error = failure(lambda: S3Store("no-such-bucket").get("a"))
    assert aws.endpoint in str(error)
