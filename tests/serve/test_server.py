"""A real server, asked over real sockets."""

from __future__ import annotations

import hashlib
import socket
from collections.abc import Callable
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

import pytest

from publisher.model import Artifact
from publisher.serve import Server, Shown
from tests.artifacts import artifact
from tests.serve.conftest import HTML, SOUND, Client, event, shown, sound

Serve = Callable[[Shown], Client]

FEED = artifact("podcast.xml", "<rss/>", type="application/rss+xml; charset=utf-8")
HOME = artifact("index.html", "<!doctype html><title>Home</title>", type=HTML)


def test_everything_is_served_as_it_is_and_kept_by_nobody(serve: Serve) -> None:
    status, headers, body = serve(shown(FEED)).ask("/show/podcast.xml")
    assert (status, body) == (200, b"<rss/>")
    assert headers["Content-Type"] == "application/rss+xml; charset=utf-8"
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Server"] == "publisher"


def test_head_tells_the_same_without_the_bytes(serve: Serve, tmp_path: Path) -> None:
    client = serve(shown(FEED, HOME, sound(tmp_path / "talk.mp3")))
    for path in ("/show/podcast.xml", "/show/", "/show/media/talk.mp3", "/show/no.html"):
        got, told = client.ask(path), client.ask(path, "HEAD")
        assert told[0] == got[0]
        assert told[1] | {"Date": ""} == got[1] | {"Date": ""}
        assert told[2] == b""


def test_a_recording_is_played_from_anywhere(serve: Serve, tmp_path: Path) -> None:
    client = serve(shown(sound(tmp_path / "talk.mp3")))
    assert client.ask("/show/media/talk.mp3")[2] == SOUND
    status, headers, body = client.ask("/show/media/talk.mp3", Range="bytes=1000-1999")
    assert (status, body) == (206, SOUND[1000:2000])
    assert headers["Content-Range"] == f"bytes 1000-1999/{len(SOUND)}"
    assert headers["Content-Type"] == "audio/mpeg"
    assert client.ask("/show/media/talk.mp3", Range="bytes=99999-")[0] == 416
    etag = headers["ETag"]
    assert client.ask("/show/media/talk.mp3", Range="bytes=0-9", If_Range=etag)[0] == 206
    assert client.ask("/show/media/talk.mp3", If_None_Match=etag)[0] == 304


def test_one_connection_serves_many_requests(serve: Serve, tmp_path: Path) -> None:
    client = serve(shown(FEED, sound(tmp_path / "talk.mp3")))
    with closing(HTTPConnection(client.server.address.netloc, timeout=10)) as connection:
        for path in ("/show/podcast.xml", "/show/media/talk.mp3", "/show/no.html", "/show/podcast.xml"):
            connection.request("GET", path, headers={"If-None-Match": '"other"'})
            connection.getresponse().read()
        used = connection.sock
        connection.request("GET", "/show/podcast.xml")
        assert connection.getresponse().read() == b"<rss/>"
        assert connection.sock is used


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])
def test_whatever_is_sent_is_refused_and_taken_for_no_request(serve: Serve, method: str) -> None:
    body = "GET /show/podcast.xml HTTP/1.1\r\nHost: x\r\n\r\n"
    client = serve(shown(FEED))
    status, headers, _ = client.ask("/show/", method, Content_Length=str(len(body)))
    assert (status, headers["Allow"], headers["Connection"]) == (405, "GET, HEAD", "close")


@pytest.mark.parametrize("method", ["PROPFIND", "get", "<script>"])
def test_a_method_that_is_none_is_refused(serve: Serve, method: str) -> None:
    status, _, body = serve(shown(FEED)).ask("/show/podcast.xml", method)
    assert status == 501
    assert b"<script>" not in body


def test_names_of_others_get_nothing(serve: Serve) -> None:
    client = serve(shown(FEED))
    assert client.ask("/show/podcast.xml", Host="evil.example")[0] == 421
    assert client.ask("/.preview/events", Host="evil.example")[0] == 421
    assert client.ask("/show/podcast.xml", Host="localhost")[1]["Location"].startswith("http://127.0.0.1:")


def test_a_request_of_http_1_1_without_a_host_or_with_two_is_none(serve: Serve) -> None:
    client = serve(shown(FEED))
    for hosts in ("", "Host: 127.0.0.1\r\nHost: evil.example\r\n"):
        with socket.create_connection(("127.0.0.1", client.server.address.port), timeout=10) as connection:
            connection.sendall(f"GET /show/podcast.xml HTTP/1.1\r\n{hosts}Connection: close\r\n\r\n".encode())
            assert connection.makefile("rb").readline() == b"HTTP/1.1 400 Bad Request\r\n"


def test_no_path_leads_to_a_file_that_is_not_shown(serve: Serve, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    client = serve(shown(sound(tmp_path / "talk.mp3")))
    for path in (
        "/show/media/../secret",
        "/show/media/%2e%2e/secret",
        f"/show/{tmp_path}/secret",
        "//secret",
    ):
        assert client.ask(path)[0] == 404


def test_a_client_that_goes_away_is_no_trouble(serve: Serve, tmp_path: Path) -> None:
    """As media players do, all the time."""
    path = tmp_path / "long.mp3"
    path.write_bytes(bytes(32 * 2**20))
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    long = Artifact(key="long.mp3", type="audio/mpeg", size=path.stat().st_size, sha256=digest, body=path)
    client = serve(shown(FEED, long))
    for _ in range(5):
        with client.asking("/show/long.mp3") as answer:
            assert len(answer.read(1000)) == 1000
    assert client.ask("/show/podcast.xml")[0] == 200
    client.server.shutdown()
    assert client.complaints == []


def test_a_stream_tells_of_each_version_that_the_page_has_not(serve: Serve) -> None:
    one, two, three = (shown(artifact("a", text)) for text in "123")
    client = serve(one)
    with client.asking(f"/.preview/events?{one.version}") as stream:
        assert stream.getheader("Content-Type") == "text/event-stream"
        client.live.show(two)
        assert event(stream) == {"retry": "1000", "event": "change", "data": two.version}
        client.live.show(three)
        assert event(stream) == {"event": "change", "data": three.version}


def test_a_page_from_before_a_restart_is_told_at_once(serve: Serve) -> None:
    client = serve(shown(FEED))
    with client.asking("/.preview/events?0123456789abcdef") as stream:
        assert event(stream)["data"] == client.live.shown.version


def test_streams_end_with_the_server(serve: Serve) -> None:
    client = serve(shown(FEED))
    with client.asking(f"/.preview/events?{client.live.shown.version}") as stream:
        assert stream.readline() == b"retry: 1000\n"
        client.live.close()
        assert stream.read().strip(b":\n") == b""


def test_what_goes_wrong_here_is_complained_of_and_nothing_else_stops(serve: Serve, tmp_path: Path) -> None:
    (tmp_path / "page.html").mkdir()
    broken = Artifact(key="page.html", type=HTML, size=1, sha256="a", body=tmp_path / "page.html")
    client = serve(shown(FEED, broken))
    with pytest.raises(ConnectionError):
        client.ask("/show/page.html")
    assert client.ask("/show/podcast.xml")[0] == 200
    assert [type(one) for one in client.complaints] == [IsADirectoryError]


def test_a_port_is_nobody_elses_while_it_is_used(serve: Serve) -> None:
    client = serve(shown(FEED))
    with pytest.raises(OSError, match="in use"):
        Server("127.0.0.1", client.server.address.port, lan=False, complain=print)
