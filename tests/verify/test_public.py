"""A whole show as the public gets it: right as it stands, and found out in each way in which it is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from publisher.model import Enclosure, Severity, StoredObject
from publisher.verify.asking import Patience
from publisher.verify.listener import Listener
from publisher.verify.public import Heard, Public, verify_feed, verify_public
from tests.authority import DAY, Authority
from tests.verify.host import Host, Page, serve
from tests.verify.test_named import FEED, TYPE

NOW = datetime.now(UTC)
HIDDEN = (".publisher/head.json",)
PATIENCE = Patience(seconds=0)


def fill(host: Host) -> tuple[StoredObject, ...]:
    """A little show that is served as it should be."""
    return (
        host.put("podcast.xml", FEED.format(base=host.base_url), TYPE),
        host.put("events.ics", "BEGIN:VCALENDAR", "text/calendar; charset=utf-8"),
        host.put("index.html", "<!doctype html>", "text/html; charset=utf-8"),
        host.put("episodes/a.html", "<!doctype html>", "text/html; charset=utf-8"),
        host.put("episodes/a/transcript.vtt", "WEBVTT", "text/vtt; charset=utf-8"),
        host.put("episodes/a/chapters.json", "{}", "application/json+chapters"),
        host.put("media/a.mp3", "sound " * 100, "audio/mpeg"),
        host.put("art/a.jpg", "picture", "image/jpeg"),
    )


def heard(host: Host, listener: Listener, objects: tuple[StoredObject, ...], **more: object) -> Heard:
    public = replace(Public(base_url=host.base_url, objects=objects, hidden=HIDDEN), **more)  # type: ignore[arg-type]
    return verify_public(public, listener, patience=PATIENCE, now=NOW)


def hosted(url: str) -> Enclosure:
    return Enclosure(
        source="",
        sound="",
        recipe="",
        key="",
        sha256="",
        length=10,
        type="audio/mpeg",
        duration=timedelta(),
        url=url,
    )


def test_a_show_that_is_served_as_it_was_published_has_no_findings(host: Host, listener: Listener) -> None:
    objects = fill(host)
    host.pages["/theirs.mp3"] = Page(b"x" * 10, "audio/mpeg")
    found = heard(host, listener, objects, elsewhere=(hosted(f"{host.url}/theirs.mp3"),))
    assert found == Heard(asked=9, known=9)
    assert found.right


def test_findings_come_worst_first_and_each_by_its_key(host: Host, listener: Listener) -> None:
    objects = fill(host)
    host.pages[f"/show/{HIDDEN[0]}"] = Page(b"{}", "application/json")
    host.pages["/show/media/"] = Page(b"<ListBucketResult>")
    host.page("podcast.xml").body = b"<rss/>"
    host.page("media/a.mp3").headers["Cache-Control"] = None
    found = heard(host, listener, objects, elsewhere=(hosted(f"{host.url}/theirs.mp3"),))
    assert [(one.severity, one.where.removeprefix(host.url)) for one in found.findings] == [
        (Severity.ERROR, ".publisher/head.json"),
        (Severity.ERROR, "/show/media/"),
        (Severity.ERROR, "podcast.xml"),
        (Severity.WARNING, "/theirs.mp3"),
        (Severity.WARNING, "media/a.mp3"),
    ]
    assert not found.right


def test_what_only_some_listeners_miss_is_right(host: Host, listener: Listener) -> None:
    objects = fill(host)
    host.page("podcast.xml").headers["Access-Control-Allow-Origin"] = None
    found = heard(host, listener, objects)
    assert ([one.severity for one in found.findings], found.right) == ([Severity.WARNING], True)


def test_of_many_a_sample_is_asked_for(host: Host, listener: Listener) -> None:
    objects = tuple(host.put(f"episodes/{n}.html", "x") for n in range(30))
    assert heard(host, listener, objects, sample=10) == Heard(asked=10, known=30)
    assert heard(host, listener, objects, sample=None) == Heard(asked=30, known=30)


def test_where_nothing_is_served_only_that_is_told(host: Host, listener: Listener) -> None:
    """And nobody asks whether the rest is hidden."""
    objects = fill(host)
    host.pages.clear()
    found = heard(host, listener, objects)
    assert {one.what for one in found.findings} == {"it is not there, or not for everybody (404)"}
    assert len(host.asked) == len(objects)


def test_a_slash_at_the_end_of_base_url_changes_nothing(host: Host, listener: Listener) -> None:
    objects = fill(host)
    assert heard(host, listener, objects, base_url=f"{host.base_url}/").findings == ()


@pytest.mark.parametrize("days", [40, 10])
def test_a_show_behind_tls_is_told_when_its_certificate_ends(
    tmp_path_factory: pytest.TempPathFactory, days: int
) -> None:
    authority = Authority(tmp_path_factory.mktemp("authority"))
    context = authority.server(start=NOW - 80 * DAY, end=NOW + days * DAY)
    with serve(context) as host, Listener(trust=authority.trust) as listener:
        found = heard(host, listener, fill(host))
    assert [one.what.partition(",")[0] for one in found.findings] == (
        [] if days == 40 else ["its certificate ends in 9 days"]
    )
    assert found.days == days - 1


def test_by_the_feed_alone_what_it_names_is_heard(host: Host, listener: Listener) -> None:
    """Length and type as the feed says; what others host is theirs."""
    fill(host)
    found = verify_feed(host.base_url, HIDDEN, listener, sample=None, now=NOW)
    assert [(one.severity, one.url) for one in found.findings] == [
        (Severity.WARNING, "https://hosted.example/b.mp3?x=1&y=2")
    ]
    assert (found.right, found.asked, found.known) == (True, 5, 5)
    host.page("media/a.mp3").body = b"shorter"
    host.pages[f"/show/{HIDDEN[0]}"] = Page(b"{}", "application/json")
    host.page("episodes/a/chapters.json").headers["Content-Type"] = "text/plain"
    found = verify_feed(host.base_url, HIDDEN, listener, sample=None, now=NOW)
    assert {one.key for one in found.findings if one.severity is Severity.ERROR} == {
        "media/a.mp3",
        "episodes/a/chapters.json",
        HIDDEN[0],
    }


def test_a_feed_that_is_none_is_an_error(host: Host, listener: Listener) -> None:
    found = verify_feed(host.base_url, HIDDEN, listener, sample=None, now=NOW)
    assert [(one.key, one.severity) for one in found.findings] == [("podcast.xml", Severity.ERROR)]
