"""One request: what any server answers is told in few words, and never where it leads."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.errors import NoticeError
from publisher.tell.wire.http import LONGEST, host, request
from tests.authority import Authority
from tests.tell.conftest import BASE, SECRET
from tests.tell.servers import Handler, floods, hangs_up, says, serving, writes


def test_a_request_says_whose_it_is() -> None:
    with serving(says(200, b"thank you")) as server:
        assert request(f"{server.url}/a?b=%20", BASE) == b"thank you"
        assert request(server.url, BASE, body=b"x", Content_Type="text/plain") == b"thank you"
    first, second = server.got
    assert (first.method, first.path, first.headers["User-Agent"]) == (
        "GET",
        "/a?b=%20",
        f"Publisher (+{BASE})",
    )
    assert (second.method, second.body, second.headers["Content-Type"]) == ("POST", b"x", "text/plain")


def test_of_an_answer_without_end_the_first_bytes_are_enough() -> None:
    with serving(floods) as server:
        assert len(request(server.url, BASE)) == LONGEST


@pytest.mark.parametrize(
    ("answer", "wrong", "passing"),
    [
        (says(400), "it answered 400", False),
        (says(404, b"x" * 1000), "it answered 404", False),
        (says(429), "it answered 429", True),
        (says(500), "it answered 500", True),
        (says(503, Retry_After="3600"), "it answered 503", True),
        (says(401, WWW_Authenticate="Basic"), "it answered 401", False),
        (says(407, Proxy_Authenticate="Basic"), "it answered 407", False),
        (says(304), "it answered 304", False),
        (writes(b"SSH-2.0-OpenSSH_9.2\r\n"), "its answer was not HTTP", True),
        (writes(b"HTTP/1.1 200 OK\r\n" + b"X: 1\r\n" * 200 + b"\r\n"), "its answer was not HTTP", True),
        (writes(b"HTTP/1.1 200 OK\r\nX: " + b"x" * 70_000 + b"\r\n\r\n"), "its answer was not HTTP", True),
        (hangs_up, "it cannot be reached", True),
    ],
)
def test_what_a_server_answers_is_told_in_few_words(
    answer: Callable[[Handler], None], wrong: str, passing: bool
) -> None:
    with serving(answer) as server, pytest.raises(NoticeError, match=re.escape(wrong)) as told:
        request(server.url, BASE)
    assert (str(told.value), told.value.passing) == (wrong, passing)


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
def test_no_redirect_is_followed_least_of_all_into_our_own_network(code: int) -> None:
    with serving(says(200)) as inside, serving(says(code, Location=f"{inside.url}/admin")) as server:
        with pytest.raises(NoticeError, match="which leads elsewhere") as told:
            request(server.url, BASE)
        assert inside.got == []
        assert inside.url not in str(told.value)


def test_nobody_there_is_told_of() -> None:
    with serving() as server:
        url = server.url
    with pytest.raises(NoticeError, match="it cannot be reached"):
        request(url, BASE)


def test_a_server_must_be_who_it_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    authority = Authority(tmp_path)
    with serving(says(200), tls=authority.server()) as server:
        with pytest.raises(NoticeError, match="its certificate is not valid"):
            request(server.url, BASE, Authorization=SECRET)
        assert server.got == []
        monkeypatch.setenv("SSL_CERT_FILE", str(authority.file))
        assert request(server.url, BASE) == b""
        with pytest.raises(NoticeError, match="its certificate is not valid"):
            request(server.url.replace("127.0.0.1", "localhost"), BASE)


@pytest.mark.parametrize("secret", [f"{SECRET}\nX-More: 1", f"{SECRET}🔑"])
def test_what_cannot_be_sent_is_not_quoted(secret: str) -> None:
    with serving(says(200)) as server, pytest.raises(NoticeError, match="cannot be sent") as told:
        request(server.url, BASE, Authorization=secret)
    assert server.got == []
    assert told.value.__cause__ is None
    assert SECRET not in f"{told.value}{told.value.fix}"


def test_only_the_host_of_an_address_is_shown() -> None:
    assert host("https://hooks.example.org:8443/services/T0/B0/x?key=y") == "hooks.example.org"
