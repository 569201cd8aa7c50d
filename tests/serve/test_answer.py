"""What a request is answered with, without a socket."""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus
from pathlib import Path

import pytest

from publisher.serve import Address, Shown, Trouble
from publisher.serve.answer import Answer, Request, answer, refusal
from tests.artifacts import artifact
from tests.serve.conftest import ADDRESS, HTML, SOUND, shown, sound

FEED = artifact("podcast.xml", "<rss/>", type="application/rss+xml; charset=utf-8")
HOME = artifact("index.html", "<!doctype html><title>Home</title>", type=HTML)
DEEP = artifact("episodes/index.html", "<!doctype html><title>Episodes</title>", type=HTML)
SITE = shown(FEED, HOME, DEEP)


def ask(target: str, shown: Shown = SITE, method: str = "GET", **headers: str) -> Answer:
    request = Request(method=method, target=target, host=ADDRESS.netloc, **headers)
    return refusal(request, ADDRESS) or answer(request, shown, ADDRESS)


def header(answer: Answer, name: str) -> str:
    return dict(answer.headers)[name]


def test_an_artifact_is_served_as_what_it_is() -> None:
    got = ask("/show/podcast.xml")
    assert (got.status, got.body) == (HTTPStatus.OK, b"<rss/>")
    assert header(got, "Content-Type") == "application/rss+xml; charset=utf-8"


@pytest.mark.parametrize("target", ["/show/", "/show/index.html", "/show/?a=b"])
def test_the_index_stands_for_its_folder(target: str) -> None:
    got = ask(target)
    assert isinstance(got.body, bytes)
    assert got.body.startswith(b"<!doctype html><title>Home")


@pytest.mark.parametrize(
    ("target", "to"),
    [
        ("/", "/show/"),
        ("/show", "/show/"),
        ("/show/episodes", "/show/episodes/"),
    ],
)
def test_a_folder_without_its_slash_leads_to_the_one_with_it_for_this_once(target: str, to: str) -> None:
    got = ask(target)
    assert (got.status, header(got, "Location")) == (HTTPStatus.TEMPORARY_REDIRECT, ADDRESS.origin + to)


@pytest.mark.parametrize(
    "target",
    [
        "/show/no.html",
        "/podcast.xml",
        "/show/../show/podcast.xml",
        "/show/%2e%2e/%2e%2e/etc/passwd",
        "/show//etc/passwd",
        "/show/%00",
        "/show/%ff",
        "/.preview/server.py",
        "/.preview/../podcast.xml",
        "/etc/passwd",
    ],
)
def test_only_what_is_shown_is_there(target: str) -> None:
    assert ask(target).status == HTTPStatus.NOT_FOUND


def test_the_sites_own_page_tells_what_is_not_there() -> None:
    own = artifact("404.html", "<!doctype html><title>Ikke fundet</title>", type=HTML)
    got = ask("/show/no.html", shown(HOME, own))
    assert got.status == HTTPStatus.NOT_FOUND
    assert isinstance(got.body, bytes)
    assert b"Ikke fundet" in got.body
    assert b"preview.js" in got.body


def test_pages_are_dressed_and_nothing_else_is() -> None:
    troubled = replace(SITE, trouble=Trouble(heading="1 error"))
    for target in ("/show/", "/show/no.html"):
        body = ask(target, troubled).body
        assert isinstance(body, bytes)
        assert b"1 error" in body
        assert b"preview.js" in body
    assert ask("/show/podcast.xml", troubled).body == b"<rss/>"
    assert HOME.body == b"<!doctype html><title>Home</title>"


def test_until_there_is_anything_every_page_waits_for_it() -> None:
    got = ask("/show/", Shown(trouble=Trouble(heading="1 error: nothing can be shown yet")))
    assert got.status == HTTPStatus.SERVICE_UNAVAILABLE
    assert isinstance(got.body, bytes)
    assert b"nothing can be shown yet" in got.body
    assert b"preview.js" in got.body


@pytest.mark.parametrize(
    ("range", "status", "extent", "part"),
    [
        ("bytes=10-19", HTTPStatus.PARTIAL_CONTENT, "bytes 10-19/10240", slice(10, 20)),
        ("bytes=-5", HTTPStatus.PARTIAL_CONTENT, "bytes 10235-10239/10240", slice(10235, None)),
        ("bytes=0-", HTTPStatus.PARTIAL_CONTENT, "bytes 0-10239/10240", slice(None)),
        ("bytes=10240-", HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, "bytes */10240", None),
    ],
)
def test_a_part_is_served_with_its_extent(
    range: str, status: HTTPStatus, extent: str, part: slice | None, tmp_path: Path
) -> None:
    got = ask("/show/media/talk.mp3", shown(HOME, sound(tmp_path / "talk.mp3")), range=range)
    assert (got.status, header(got, "Content-Range")) == (status, extent)
    if part is not None:
        assert SOUND[got.part.start : got.part.stop] == SOUND[part]


def test_a_part_of_what_is_in_memory_is_cut_from_it() -> None:
    got = ask("/show/podcast.xml", range="bytes=1-3")
    assert (got.status, got.body, got.length) == (HTTPStatus.PARTIAL_CONTENT, b"rss", 3)


@pytest.mark.parametrize("range", ["bytes=0-1,3-4", "lines=1-2", "bytes=2-1"])
def test_what_is_no_single_range_gets_everything(range: str) -> None:
    got = ask("/show/podcast.xml", range=range)
    assert (got.status, got.body) == (HTTPStatus.OK, b"<rss/>")


def test_head_knows_no_ranges() -> None:
    assert ask("/show/podcast.xml", method="HEAD", range="bytes=1-3").status == HTTPStatus.OK


def test_a_range_holds_only_for_the_same_bytes() -> None:
    etag = header(ask("/show/podcast.xml"), "ETag")
    same = ask("/show/podcast.xml", range="bytes=1-3", if_range=etag)
    for other in ('"another"', f"W/{etag}", "Wed, 21 Oct 2026 07:28:00 GMT"):
        assert ask("/show/podcast.xml", range="bytes=1-3", if_range=other).status == HTTPStatus.OK
    assert same.status == HTTPStatus.PARTIAL_CONTENT


def test_who_has_it_already_gets_nothing() -> None:
    etag = header(ask("/show/podcast.xml"), "ETag")
    for known in (etag, f"W/{etag}", f'"other", {etag}', "*"):
        got = ask("/show/podcast.xml", if_none_match=known, range="bytes=1-3")
        assert (got.status, got.body, header(got, "ETag")) == (HTTPStatus.NOT_MODIFIED, b"", etag)
    assert ask("/show/podcast.xml", if_none_match='"other"').status == HTTPStatus.OK


def test_a_page_with_another_banner_is_another_page() -> None:
    troubled = replace(SITE, trouble=Trouble(heading="1 error"))
    etag = header(ask("/show/"), "ETag")
    assert ask("/show/", troubled, if_none_match=etag).status == HTTPStatus.OK
    assert ask("/show/", if_none_match=etag).status == HTTPStatus.NOT_MODIFIED


def test_a_recording_that_is_elsewhere_or_has_changed_is_not_there(tmp_path: Path) -> None:
    talk = sound(tmp_path / "talk.mp3")
    assert ask("/show/media/talk.mp3", shown(HOME, talk)).status == HTTPStatus.OK
    assert ask("/show/media/talk.mp3", shown(HOME, replace(talk, body=None))).status == HTTPStatus.NOT_FOUND
    (tmp_path / "talk.mp3").write_bytes(b"shorter")
    assert ask("/show/media/talk.mp3", shown(HOME, talk)).status == HTTPStatus.NOT_FOUND
    (tmp_path / "talk.mp3").unlink()
    assert ask("/show/media/talk.mp3", shown(HOME, talk)).status == HTTPStatus.NOT_FOUND


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE"])
def test_nothing_can_be_done_but_read(method: str) -> None:
    got = ask("/show/", method=method)
    assert (got.status, header(got, "Allow")) == (HTTPStatus.METHOD_NOT_ALLOWED, "GET, HEAD")


def test_names_of_others_get_nothing() -> None:
    """Else a page of theirs could read drafts by having its name lead here (DNS rebinding)."""
    request = Request(target="/show/", host="evil.example:8000")
    got = refusal(request, ADDRESS)
    assert got
    assert got.status == HTTPStatus.MISDIRECTED_REQUEST
    assert refusal(replace(request, host=None), ADDRESS) is not None


@pytest.mark.parametrize(
    ("target", "to"),
    [
        ("/show/a.html?q=%C3%A6", "/show/a.html?q=%C3%A6"),
        ("http://x/show/", "/show/"),
        ("/a\x7f\xe6", "/a%7F%C3%A6"),
    ],
)
def test_who_comes_as_localhost_is_led_to_the_address_that_pages_name(target: str, to: str) -> None:
    """Where `script-src 'self'` is another origin, nothing would work."""
    got = refusal(Request(target=target, host="localhost:8000"), ADDRESS)
    assert got
    assert (got.status, header(got, "Location")) == (HTTPStatus.TEMPORARY_REDIRECT, ADDRESS.origin + to)


@pytest.mark.parametrize("target", ["@evil.example/", "evil.example:80", "*", ""])
def test_nobody_is_led_elsewhere(target: str) -> None:
    got = refusal(Request(target=target, host="localhost:8000"), ADDRESS)
    assert got
    assert got.status == HTTPStatus.BAD_REQUEST


def test_on_the_network_any_name_of_this_machine_leads_to_its_address() -> None:
    address = Address(host="192.0.2.7", port=8000, lan=True)
    got = refusal(Request(target="/show/", host="desk.local:8000"), address)
    assert got
    assert header(got, "Location") == "http://192.0.2.7:8000/show/"
