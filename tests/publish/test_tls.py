"""Publishing over TLS: what botocore does there by itself, and many servers stumble over, is not sent.

By default it would send `Content-Encoding: aws-chunked` with checksums behind the body, over https only:
Ceph and its like refuse that with 411, and SeaweedFS serves the encoding to listeners.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.authority import Authority
from tests.faults import Asked, Proxy
from tests.publish.changing import Changing
from tests.publish.conftest import Place, Publishing
from tests.read.audio.build import mp3


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return Authority(tmp_path)


@pytest.fixture
def secure(place: Place, authority: Authority) -> Iterator[Proxy]:
    """The server, behind a certificate."""
    with Proxy(place.server.endpoint, tls=authority.server()) as proxy:
        yield proxy


def test_a_show_with_a_large_recording_is_published_over_tls(
    publish: Publishing,
    place: Place,
    show: Changing,
    secure: Proxy,
    authority: Authority,
    aws: pytest.MonkeyPatch,
) -> None:
    aws.setenv("AWS_CA_BUNDLE", str(authority.file))
    show.record(mp3(60_000))
    ran = publish(endpoint=secure.endpoint)
    assert ran.code == 0, ran.err
    place.manifest()
    with place.listening() as listening:
        for key in place.listed():
            if not key.startswith(".publisher/"):
                assert listening.encoding(key) is None
    sent = [asked for asked in secure.asked if asked.method in ("PUT", "POST")]
    assert any("partNumber" in asked.query for asked in sent)
    assert not [asked for asked in sent if wrong(asked)]


def wrong(asked: Asked) -> bool:
    """Whether a server might stumble over it."""
    names = asked.headers.keys() & {"content-encoding", "transfer-encoding", "x-amz-trailer"}
    signed = asked.headers.get("x-amz-content-sha256", "")
    return bool(names or "STREAMING" in signed or "content-length" not in asked.headers)


def test_a_certificate_that_nobody_vouches_for_is_refused_before_anything_is_sent(
    publish: Publishing, place: Place, secure: Proxy, impatient: None
) -> None:
    ran = publish(endpoint=secure.endpoint)
    assert (ran.code, "no trusted TLS connection can be made" in ran.err) == (1, True), ran.err
    assert "AWS_CA_BUNDLE" in ran.err
    assert secure.asked == []
    assert place.listed() == []
