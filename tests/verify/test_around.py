"""What stands open around the objects, at hosts that leave things open."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import cast

import pytest

from publisher.model import Finding, Severity
from publisher.verify.answer import Answer
from publisher.verify.around import NOWHERE, check_certificates, check_hidden, check_listing, check_plain
from publisher.verify.connections import Certificate
from publisher.verify.fault import UnheardError
from publisher.verify.listener import Listener
from tests.verify.host import Handler, Host, Page, redirect

HEAD = ".publisher/head.json"
LISTING = b'<?xml version="1.0"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">'
INDEX = b"<html><head><title>Index of /show/</title></head></html>"
NOW = datetime(2026, 6, 1, 6, 0, tzinfo=UTC)


class Pretender:
    """A listener for addresses and certificates that no test can have."""

    def __init__(
        self,
        answers: Mapping[str, Answer] | None = None,
        certificates: Mapping[str, Certificate] | None = None,
    ) -> None:
        self.answers, self.certificates = answers or {}, certificates or {}

    def ask(self, url: str, method: str = "GET", **_: object) -> Answer:
        if url not in self.answers:
            raise UnheardError("nothing answers there", fix="-")
        return self.answers[url]

    def as_listener(self) -> Listener:
        return cast(Listener, self)


def hidden(host: Host, listener: Listener) -> list[Finding]:
    return list(check_hidden(host.base_url, (HEAD, ".publisher/blobs/1"), listener))


@pytest.mark.parametrize("status", [403, 404, 401, 410, 405])
def test_what_nobody_can_read_is_hidden(host: Host, listener: Listener, status: int) -> None:
    host.pages[f"/show/{HEAD}"] = Page(b"{}", "application/json", status=status)
    assert hidden(host, listener) == []


@pytest.mark.parametrize("path", [HEAD, "%2Epublisher/head.json"])
def test_a_record_that_everybody_can_read_is_an_error(host: Host, listener: Listener, path: str) -> None:
    """In any spelling: what is in front of a bucket may not know that they are the same."""
    host.pages[f"/show/{path}"] = Page(b"{}", "application/json")
    (found,) = hidden(host, listener)
    assert (found.severity, found.key, found.what) == (Severity.ERROR, HEAD, "everybody can read it")
    assert found.url == f"{host.base_url}/{path}"


def test_a_record_behind_a_redirect_is_no_less_readable(host: Host, listener: Listener) -> None:
    host.instead[f"/show/{HEAD}"] = redirect("/public.json")
    host.pages["/public.json"] = Page(b"{}", "application/json")
    assert len(hidden(host, listener)) == 1


def any_path(handler: Handler) -> None:
    handler.give(Page(f"<p>{handler.path}</p>".encode(), "text/html; charset=utf-8"))


def test_a_host_that_answers_everything_with_a_page_is_told_of_once(host: Host, listener: Listener) -> None:
    """Its page is not our record."""
    for path in (NOWHERE, HEAD, ".publisher/blobs/1", "%2Epublisher/head.json", "%2Epublisher/blobs/1"):
        host.instead[f"/show/{path}"] = any_path
    (found,) = hidden(host, listener)
    assert (found.severity, "answered with 200" in found.what) == (Severity.WARNING, True)
    host.instead.pop(f"/show/{HEAD}")
    host.pages[f"/show/{HEAD}"] = Page(b"{}", "application/json")
    assert [one.severity for one in hidden(host, listener)] == [Severity.WARNING, Severity.ERROR]


def listed(host: Host, listener: Listener, base: str = "/show") -> list[str]:
    found = list(check_listing(host.url + base, listener))
    assert all(one.severity is Severity.ERROR and one.fix for one in found)
    return [one.url.removeprefix(host.url) for one in found]


@pytest.mark.parametrize("path", ["/show/", "/show/media/"])
@pytest.mark.parametrize("body", [LISTING, INDEX, INDEX.replace(b"Index of", b"Directory listing for")])
def test_a_listing_of_the_show_is_an_error(host: Host, listener: Listener, path: str, body: bytes) -> None:
    host.pages[path] = Page(body)
    assert listed(host, listener) == [path]


@pytest.mark.parametrize("path", ["/", "/bucket/"])
def test_a_listing_of_the_bucket_above_is_an_error(host: Host, listener: Listener, path: str) -> None:
    host.pages[path] = Page(LISTING)
    assert listed(host, listener, "/bucket/show") == [path]


def test_what_others_list_above_is_their_own(host: Host, listener: Listener) -> None:
    host.pages["/"] = Page(INDEX)
    assert listed(host, listener) == []


def test_a_page_for_a_folder_is_no_listing(host: Host, listener: Listener) -> None:
    host.pages["/show/"] = Page(b"<html><title>The show: index of all episodes</title></html>")
    host.pages["/show/media/"] = Page(LISTING, status=403)
    assert listed(host, listener) == []


def plain(answers: Mapping[str, Answer], base_url: str = "https://example.org/show") -> list[Finding]:
    return list(check_plain(base_url, Pretender(answers).as_listener()))


def test_http_that_leads_to_https_is_right() -> None:
    """As is http that is not answered, or refused."""
    url = "http://example.org/show/podcast.xml"
    assert plain({url: Answer(url=url.replace("http", "https"), status=200, hops=1)}) == []
    assert plain({}) == []
    assert plain({url: Answer(url=url, status=403)}) == []


def test_http_that_does_not_lead_to_https_is_told() -> None:
    url = "http://example.org/show/podcast.xml"
    for base in ("https://example.org/show", "https://example.org:443/show"):
        (found,) = plain({url: Answer(url=url, status=200)}, base)
        assert (found.severity, found.url) == (Severity.WARNING, url)


def test_a_show_at_http_or_at_a_port_of_its_own_has_no_other_address() -> None:
    class Deaf(Pretender):
        def ask(self, url: str, method: str = "GET", **_: object) -> Answer:
            raise AssertionError(url)

    for base in ("http://example.org/show", "https://example.org:8443/show"):
        assert list(check_plain(base, Deaf().as_listener())) == []


@pytest.mark.parametrize(
    ("life", "left", "severity"),
    [
        (90, 30, None),
        (90, 15, None),
        (90, 13, Severity.WARNING),
        (90, 2, Severity.ERROR),
        (365, 60, None),
        (365, 13, Severity.WARNING),
        (6, 2, None),
        (6, 1, Severity.WARNING),
        (6, 0.5, Severity.ERROR),
    ],
)
def test_a_certificate_that_ends_soon_is_told(life: float, left: float, severity: Severity | None) -> None:
    """Measured by its life: those of a few days are renewed in their last days."""
    end = NOW + timedelta(days=left)
    known = {"example.org": Certificate(start=end - timedelta(days=life), end=end)}
    listener = Pretender(certificates=known).as_listener()
    found = list(check_certificates(("example.org", "unheard.example"), listener, NOW))
    assert [one.severity for one in found] == ([severity] if severity else [])
    assert all(f"ends in {int(left)} days, on {end:%Y-%m-%d}" in one.what for one in found)
