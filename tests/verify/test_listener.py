"""Asking over real connections: servers that redirect, hang, drip, cut, flood, or have no certificate."""

from __future__ import annotations

import socket
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from publisher.verify.fault import UnheardError
from publisher.verify.listener import HOPS, Listener
from tests.authority import DAY, Authority
from tests.verify.host import (
    Answerer,
    Handler,
    Host,
    Page,
    babble,
    cut,
    drip,
    drip_body,
    flood,
    hang,
    redirect,
    serve,
)


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return Authority(tmp_path_factory.mktemp("authority"))


def closed_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def test_a_connection_is_used_again(host: Host, listener: Listener) -> None:
    host.put("a.html", "x" * 100)
    for _ in range(5):
        assert listener.ask(f"{host.base_url}/a.html", most=100).body == b"x" * 100
        assert listener.ask(f"{host.base_url}/a.html", "HEAD").length == 100
    assert host.connections == 1


def test_a_connection_that_was_closed_meanwhile_is_made_anew(
    host: Host, listener: Listener, pauses: list[float]
) -> None:
    """A server may hang up after any answer without saying so."""
    host.put("a.html", "x")

    def leave(handler: Handler) -> None:
        handler.give(host.page("a.html"))
        handler.connection.shutdown(socket.SHUT_RDWR)

    host.instead["/left"] = leave
    assert listener.ask(f"{host.url}/left", most=1).body == b"x"
    assert listener.ask(f"{host.base_url}/a.html", most=1).body == b"x"
    assert (host.connections, pauses) == (2, [])


def test_what_is_longer_than_asked_for_is_cut(host: Host, listener: Listener) -> None:
    host.put("a.html", "x" * 1000)
    answer = listener.ask(f"{host.base_url}/a.html", most=10)
    assert (answer.body, answer.whole, answer.length) == (b"x" * 10, False, 1000)
    assert listener.ask(f"{host.base_url}/a.html", most=1000).whole


def test_a_flood_is_cut(host: Host, listener: Listener) -> None:
    host.instead["/flood"] = flood
    answer = listener.ask(f"{host.url}/flood", most=100_000)
    assert (len(answer.body), answer.whole) == (100_000, False)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed_and_counted(host: Host, listener: Listener, status: int) -> None:
    host.put("a.html", "x")
    host.instead["/1"] = redirect("/2", status)
    host.instead["/2"] = redirect("show/a.html", status)
    answer = listener.ask(f"{host.url}/1", most=1)
    assert (answer.status, answer.body, answer.hops) == (200, b"x", 2)
    assert answer.url == f"{host.base_url}/a.html"


def test_as_many_redirects_as_apps_follow_are_followed_and_no_more(host: Host, listener: Listener) -> None:
    host.put("a.html", "x")
    host.instead["/0"] = redirect("/show/a.html")
    for number in range(1, HOPS + 1):
        host.instead[f"/{number}"] = redirect(f"/{number - 1}")
    assert listener.ask(f"{host.url}/{HOPS - 1}").hops == HOPS
    with pytest.raises(UnheardError, match="more than 5 times"):
        listener.ask(f"{host.url}/{HOPS}")


def test_a_circle_ends(host: Host, listener: Listener) -> None:
    host.instead["/round"] = redirect("/round")
    with pytest.raises(UnheardError, match="more than 5 times"):
        listener.ask(f"{host.url}/round")


@pytest.mark.parametrize("to", ["file:///etc/passwd", "ftp://127.0.0.1/x", "http://[::1/x", "//:9"])
def test_a_redirect_leads_to_the_web_only(host: Host, listener: Listener, to: str) -> None:
    host.instead["/1"] = redirect(to)
    with pytest.raises(UnheardError, match="no web address"):
        listener.ask(f"{host.url}/1")


def test_a_redirect_from_https_to_http_is_not_followed(host: Host, authority: Authority) -> None:
    with serve(authority.server()) as safe, Listener(trust=authority.trust) as listener:
        safe.instead["/1"] = redirect(f"{host.url}/2")
        with pytest.raises(UnheardError, match="from https to http"):
            listener.ask(f"{safe.url}/1")
    assert host.asked == []


@pytest.mark.parametrize("answerer", [hang, drip, drip_body])
def test_nobody_waits_for_ever(host: Host, answerer: Answerer) -> None:
    """Neither for a server that is silent, nor for one that always has a little more to say."""
    host.instead["/slow"] = answerer
    with Listener(silence=0.2, longest=0.5) as hasty:
        start = time.monotonic()
        with pytest.raises(UnheardError, match="does not answer in time"):
            hasty.ask(f"{host.url}/slow", most=100_000)
        assert time.monotonic() - start < 5


def test_a_silent_host_is_given_up_after_a_few_questions(host: Host) -> None:
    host.instead["/slow"] = hang
    with Listener(silence=0.1, longest=1) as hasty:
        for _ in range(10):
            with pytest.raises(UnheardError, match="in time"):
                hasty.ask(f"{host.url}/slow")
    assert len(host.asked) == 3


def test_an_answer_that_is_cut_is_asked_for_again(
    host: Host, listener: Listener, pauses: list[float]
) -> None:
    host.instead["/cut"] = cut
    with pytest.raises(UnheardError, match="breaks before all is there"):
        listener.ask(f"{host.url}/cut", most=2000)
    assert (len(host.asked), pauses) == (3, [0.5, 1.0])


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_busy_server_is_asked_again(
    host: Host, listener: Listener, pauses: list[float], status: int
) -> None:
    host.put("a.html", "x")

    def busy(handler: Handler) -> None:
        del host.instead["/show/a.html"]
        handler.say(status, {"Content-Length": "0"})

    host.instead["/show/a.html"] = busy
    assert listener.ask(f"{host.base_url}/a.html").status == 200
    assert pauses == [0.5]


def test_a_server_that_stays_busy_is_heard_as_that(host: Host, listener: Listener) -> None:
    host.pages["/x"] = Page(b"", status=503)
    assert listener.ask(f"{host.url}/x").status == 503
    assert len(host.asked) == 3


def test_what_speaks_no_http_is_called_so(host: Host, listener: Listener) -> None:
    host.instead["/mail"] = babble
    with pytest.raises(UnheardError, match="not answer as web servers do"):
        listener.ask(f"{host.url}/mail")


def test_a_closed_port_is_asked_once(listener: Listener) -> None:
    port = closed_port()
    for path in ("a", "b"):
        with pytest.raises(UnheardError, match=f"127.0.0.1:{port}: nothing answers there") as caught:
            listener.ask(f"http://127.0.0.1:{port}/{path}")
        assert caught.value.fix
    with socket.socket() as late:
        late.bind(("127.0.0.1", port))
        late.listen()
        with pytest.raises(UnheardError, match="nothing answers"):
            listener.ask(f"http://127.0.0.1:{port}/c")


def test_a_name_that_nobody_knows_is_called_so(listener: Listener) -> None:
    with pytest.raises(UnheardError, match=r"nowhere\.invalid: nobody knows this name"):
        listener.ask("https://nowhere.invalid/podcast.xml")


def test_no_proxy_is_taken_from_the_environment(
    host: Host, listener: Listener, monkeypatch: pytest.MonkeyPatch
) -> None:
    host.put("a.html", "x")
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, f"http://127.0.0.1:{closed_port()}")
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    assert listener.ask(f"{host.base_url}/a.html").status == 200


@pytest.mark.parametrize("url", ["", "mailto:a@example.org", "file:///etc/passwd", "http://", "http://a:b/"])
def test_what_is_no_web_address_is_not_asked(listener: Listener, url: str) -> None:
    with pytest.raises(UnheardError, match="no web address"):
        listener.ask(url)


def test_an_address_is_asked_as_it_stands(host: Host, listener: Listener) -> None:
    """What is quoted stays so, what is not becomes so; no user name and no fragment is sent."""
    listener.ask(f"{host.url.replace('//', '//user:hush@')}/a%20b c/æ?x=1&y=%2F#there")
    assert host.asked == ["GET /a%20b%20c/%C3%A6?x=1&y=%2F"]


def test_a_trusted_certificate_is_noted(authority: Authority) -> None:
    end = datetime.now(UTC).replace(microsecond=0) + 9 * DAY
    with serve(authority.server(end=end)) as host, Listener(trust=authority.trust) as listener:
        host.put("a.html", "x")
        assert listener.ask(f"{host.base_url}/a.html", most=1).body == b"x"
        known = listener.certificates["127.0.0.1"]
        assert known.end == end
        assert known.end - known.start > timedelta(days=9)


def test_a_certificate_of_nobody_is_refused(authority: Authority, tmp_path: Path) -> None:
    with serve(authority.server()) as host:
        for trust in (None, Authority(tmp_path).trust):
            with Listener(trust=trust) as listener, pytest.raises(UnheardError, match="apps trust") as caught:
                listener.ask(f"{host.url}/")
            assert caught.value.fix
        assert host.asked == []


@pytest.mark.parametrize(("days", "reason"), [(-30, "has expired"), (1, "not valid yet")])
def test_a_certificate_out_of_its_time_is_refused(authority: Authority, days: int, reason: str) -> None:
    start = datetime.now(UTC) + days * DAY
    context = authority.server(start=start, end=start + DAY)
    refused = pytest.raises(UnheardError, match=reason)
    with serve(context) as host, Listener(trust=authority.trust) as listener, refused:
        listener.ask(f"{host.url}/")


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost"])
def test_a_certificate_for_another_name_is_refused(authority: Authority, name: str) -> None:
    with serve(authority.server(("example.org", "192.0.2.1"))) as host:
        url = host.url.replace("127.0.0.1", name)
        with Listener(trust=authority.trust) as listener, pytest.raises(UnheardError, match="for another"):
            listener.ask(f"{url}/")


def test_https_where_the_server_speaks_http_is_called_so(host: Host, listener: Listener) -> None:
    with pytest.raises(UnheardError, match="no TLS connection"):
        listener.ask(f"{host.url.replace('http', 'https')}/")
