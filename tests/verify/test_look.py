"""One object against servers that lie about it: each lie is found, and told for what it is."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from publisher.model import Severity, StoredObject
from publisher.verify.listener import Listener
from publisher.verify.look import Look, look
from publisher.verify.wanted import Kind, Wanted, wanted
from tests.verify.host import Answerer, Handler, Host, Page, hang, redirect

FEED = "application/rss+xml; charset=utf-8"
VTT = "text/vtt; charset=utf-8"
CHAPTERS = "application/json+chapters"


def seen(host: Host, listener: Listener, known: StoredObject, *older: str) -> Look:
    before = {hashlib.sha256(text.encode()).hexdigest(): len(text) for text in older}
    return look(wanted(host.base_url, known, before), listener)


def told(found: Look) -> list[tuple[Severity, str]]:
    assert all(finding.fix and finding.url for finding in found.findings)
    return [(finding.severity, finding.what) for finding in found.findings]


def one(found: Look) -> tuple[Severity, str]:
    (only,) = told(found)
    return only


@pytest.mark.parametrize(
    ("key", "type", "kind"),
    [
        ("podcast.xml", FEED, Kind.FEED),
        ("feed.json", "application/feed+json", Kind.FEED),
        ("events.ics", "text/calendar; charset=utf-8", Kind.FEED),
        ("events/party.ics", "text/calendar; charset=utf-8", Kind.FEED),
        ("tags/a.xml", FEED, Kind.FEED),
        ("episodes/a/transcript.vtt", VTT, Kind.SIDECAR),
        ("episodes/a/chapters.json", CHAPTERS, Kind.SIDECAR),
        ("episodes/a.html", "text/html; charset=utf-8", Kind.PAGE),
        ("index.html", "text/html; charset=utf-8", Kind.PAGE),
        ("media/a-0123456789ab.mp3", "audio/mpeg", Kind.MEDIA),
        ("art/a-0123456789ab.jpg", "image/jpeg", Kind.ART),
    ],
)
def test_what_is_as_it_was_published_is_right(
    host: Host, listener: Listener, key: str, type: str, kind: Kind
) -> None:
    known = host.put(key, "some bytes", type)
    assert wanted(host.base_url, known).kind is kind
    found = seen(host, listener, known)
    assert told(found) == []
    assert (found.right, found.ours, found.absent, found.lagging) == (True, True, False, False)


@pytest.mark.parametrize("key", ["podcast.xml", "episodes/a/transcript.vtt", "media/a.mp3", "art/a.jpg"])
@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_what_is_not_there_is_absent(host: Host, listener: Listener, key: str, status: int) -> None:
    """A bucket that may not be listed calls it forbidden."""
    known = host.put(key, "x")
    host.page(key).status = status
    found = seen(host, listener, known)
    assert one(found) == (Severity.ERROR, f"it is not there, or not for everybody ({status})")
    assert found.absent
    assert len(host.asked) == 1


def test_a_server_that_breaks_is_not_absent(host: Host, listener: Listener) -> None:
    known = host.put("podcast.xml", "x")
    host.page("podcast.xml").status = 500
    found = seen(host, listener, known)
    assert (one(found)[1], found.absent) == ("it cannot be had (500)", False)


def test_other_bytes_are_wrong(host: Host, listener: Listener) -> None:
    known = host.put("podcast.xml", "what was published", FEED)
    host.page("podcast.xml").body = b"what is not the same"
    assert one(seen(host, listener, known))[1] == "it is not what was published, but longer"
    host.page("podcast.xml").body = b"short"
    assert one(seen(host, listener, known))[1] == "it is not what was published"
    host.page("podcast.xml").body = b"what was rewritten"
    assert one(seen(host, listener, known))[1] == "it is not what was published"


def test_the_bytes_of_an_older_revision_are_still_the_old_ones(host: Host, listener: Listener) -> None:
    """A cache may let go of them; of those of nobody it will not."""
    known = host.put("podcast.xml", "new bytes", FEED)
    host.page("podcast.xml").body = b"old bytes"
    found = seen(host, listener, known, "older", "old bytes")
    assert (one(found)[1], found.lagging) == ("it is still the old one", True)
    host.page("podcast.xml").headers["Age"] = "240"
    assert one(seen(host, listener, known, "old bytes"))[1] == (
        "it is still the old one: a cache has kept it for 240 s"
    )
    assert not seen(host, listener, known, "other").findings[0].what.startswith("it is still")


def test_an_older_one_that_is_longer_is_an_old_one_too(host: Host, listener: Listener) -> None:
    """An episode was taken out."""
    known = host.put("podcast.xml", "short", FEED)
    host.page("podcast.xml").body = b"much longer than that"
    found = seen(host, listener, known, "much longer than that")
    assert (one(found)[1], found.lagging) == ("it is still the old one", True)


@pytest.mark.parametrize("key", ["podcast.xml", "media/a.mp3"])
def test_what_a_cache_has_kept_wrong_may_get_right(host: Host, listener: Listener, key: str) -> None:
    known = host.put(key, "some bytes")
    host.page(key).headers |= {"Age": "5", "Content-Type": "text/html"}
    assert seen(host, listener, known).lagging
    host.page(key).status = 404
    assert seen(host, listener, known).lagging
    host.page(key).headers["Age"] = "0"
    assert not seen(host, listener, known).lagging


@pytest.mark.parametrize(
    ("said", "severity"),
    [
        ("application/rss+xml;charset=UTF-8", None),
        ('Application/RSS+XML; charset="utf-8"', None),
        ("application/rss+xml", Severity.WARNING),
        ("application/xml", Severity.ERROR),
        ("text/html; charset=utf-8", Severity.ERROR),
        ("", Severity.ERROR),
        (None, Severity.ERROR),
    ],
)
def test_types_are_compared_as_types(
    host: Host, listener: Listener, said: str | None, severity: Severity | None
) -> None:
    known = host.put("podcast.xml", "x", FEED)
    host.page("podcast.xml").headers["Content-Type"] = said
    assert [told for told, _ in told(seen(host, listener, known))] == ([severity] if severity else [])


@pytest.mark.parametrize("encoding", ["aws-chunked", "gzip,aws-chunked", "gzip", "br"])
@pytest.mark.parametrize("key", ["podcast.xml", "media/a.mp3"])
def test_an_encoding_that_nobody_asked_for_is_wrong(
    host: Host, listener: Listener, key: str, encoding: str
) -> None:
    known = host.put(key, "some bytes")
    host.page(key).headers["Content-Encoding"] = encoding
    severity, what = one(seen(host, listener, known))
    assert (severity, encoding in what) == (Severity.ERROR, True)


@pytest.mark.parametrize(
    ("said", "severity"),
    [
        ("max-age=300,public", None),
        ("max-age=60", Severity.WARNING),
        ("no-store", Severity.WARNING),
        (None, Severity.WARNING),
        ("max-age=soon", Severity.WARNING),
        ("public, max-age=604800", Severity.ERROR),
        ("public, max-age=0, s-maxage=604800", Severity.ERROR),
        ("public, max-age=31536000, immutable", Severity.ERROR),
    ],
)
def test_a_feed_that_caches_keep_for_long_is_wrong(
    host: Host, listener: Listener, said: str | None, severity: Severity | None
) -> None:
    known = host.put("podcast.xml", "x", FEED)
    host.page("podcast.xml").headers["Cache-Control"] = said
    assert [told for told, _ in told(seen(host, listener, known))] == ([severity] if severity else [])


def test_a_recording_that_is_kept_for_less_is_only_slower(host: Host, listener: Listener) -> None:
    known = host.put("media/a.mp3", "sound", "audio/mpeg")
    host.page("media/a.mp3").headers["Cache-Control"] = "max-age=864000"
    assert one(seen(host, listener, known))[0] is Severity.WARNING


@pytest.mark.parametrize(
    ("key", "type", "severity"),
    [
        ("podcast.xml", FEED, Severity.WARNING),
        ("events.ics", "text/calendar", Severity.WARNING),
        ("media/a.mp3", "audio/mpeg", Severity.WARNING),
        ("episodes/a/transcript.vtt", VTT, Severity.ERROR),
        ("episodes/a/chapters.json", CHAPTERS, Severity.ERROR),
        ("index.html", "text/html", None),
        ("art/a.jpg", "image/jpeg", None),
    ],
)
@pytest.mark.parametrize("allowed", [None, "https://other.example"])
def test_players_in_browsers_must_be_let_in(
    host: Host, listener: Listener, key: str, type: str, severity: Severity | None, allowed: str | None
) -> None:
    known = host.put(key, "some bytes", type)
    host.page(key).headers["Access-Control-Allow-Origin"] = allowed
    assert [told for told, _ in told(seen(host, listener, known))] == ([severity] if severity else [])


def test_a_server_may_name_the_page_that_asks(host: Host, listener: Listener) -> None:
    known = host.put("episodes/a/transcript.vtt", "WEBVTT", VTT)
    host.page(known.key).headers["Access-Control-Allow-Origin"] = "https://player.example"
    assert told(seen(host, listener, known)) == []


def recording(host: Host) -> StoredObject:
    return host.put("media/a.mp3", "sound " * 100, "audio/mpeg")


def lie(**headers: str | None) -> Answerer:
    def answer(handler: Handler) -> None:
        page = handler.host.page("media/a.mp3")
        more = {name.replace("_", "-"): value for name, value in headers.items()}
        handler.give(replace(page, headers={**page.headers, **more}))

    return answer


def to_ranges(answer: Answerer) -> Answerer:
    """Lie only where a range is asked for."""

    def answered(handler: Handler) -> None:
        if handler.headers.get("Range"):
            answer(handler)
        else:
            handler.give(handler.host.page("media/a.mp3"))

    return answered


def whole(handler: Handler) -> None:
    del handler.headers["Range"]
    handler.give(handler.host.page("media/a.mp3"))


def more(handler: Handler) -> None:
    handler.say(206, {"Content-Range": "bytes 0-3/600", "Content-Length": "4"}, b"soun")


def fewer(handler: Handler) -> None:
    handler.say(206, {"Content-Range": "bytes 0-0/600", "Content-Length": "1"}, b"s")


@pytest.mark.parametrize(
    ("answer", "what"),
    [
        (whole, "asked for its first two bytes, it answers 200"),
        (lie(Content_Range="bytes 0-1/*"), "asked for its first two bytes of 600, it tells bytes 0-1/*"),
        (lie(Content_Range="bytes 0-1/601"), "asked for its first two bytes of 600, it tells bytes 0-1/601"),
        (lie(Content_Range=None), "asked for its first two bytes of 600, it tells nothing"),
        (more, "asked for its first two bytes, it sends others"),
        (fewer, "asked for its first two bytes, it sends others"),
        (
            lambda handler: handler.say(416, {"Content-Length": "0"}),
            "asked for its first two bytes, it answers 416",
        ),
    ],
)
def test_a_recording_in_which_nobody_can_seek_is_wrong(
    host: Host, listener: Listener, answer: Answerer, what: str
) -> None:
    known = recording(host)
    host.instead["/show/media/a.mp3"] = to_ranges(answer)
    assert one(seen(host, listener, known)) == (Severity.ERROR, what)


def test_a_recording_of_another_length_is_wrong(host: Host, listener: Listener) -> None:
    """By HEAD and by its range; it is nobody's that we know."""
    known = recording(host)
    host.page("media/a.mp3").body = b"other sound"
    found = seen(host, listener, known)
    assert [what for _, what in told(found)] == [
        "it is 11 bytes long, not 600",
        "asked for its first two bytes of 600, it tells bytes 0-1/11",
    ]
    assert not found.ours


def test_a_recording_that_does_not_tell_its_length_is_wrong(host: Host, listener: Listener) -> None:
    known = recording(host)

    def untold(handler: Handler) -> None:
        if handler.command == "HEAD":
            handler.say(
                200,
                {
                    "Content-Type": "audio/mpeg",
                    "Cache-Control": known.cache,
                    "Access-Control-Allow-Origin": "*",
                },
            )
        else:
            handler.give(handler.host.page("media/a.mp3"))

    host.instead["/show/media/a.mp3"] = untold
    assert one(seen(host, listener, known))[1] == "it does not tell its length"


def test_a_recording_that_the_bucket_knows_as_another_is_wrong(host: Host, listener: Listener) -> None:
    """Of the same length; buckets tell the sha256 that was stored with it."""
    known = recording(host)
    host.page("media/a.mp3").headers["x-amz-meta-sha256"] = "0" * 64
    found = seen(host, listener, known)
    assert (one(found)[1], found.ours) == ("it is not what was published, by its sha256", False)
    host.page("media/a.mp3").headers["x-amz-meta-sha256"] = known.sha256
    assert seen(host, listener, known).ours


def test_only_the_beginning_of_a_recording_is_asked_for(host: Host, listener: Listener) -> None:
    seen(host, listener, recording(host))
    assert host.asked == ["HEAD /show/media/a.mp3", "GET /show/media/a.mp3"]


def test_art_is_asked_for_by_head_alone(host: Host, listener: Listener) -> None:
    seen(host, listener, host.put("art/a.jpg", "picture", "image/jpeg"))
    assert host.asked == ["HEAD /show/art/a.jpg"]


def test_a_recording_may_be_reached_by_redirects(host: Host, listener: Listener) -> None:
    known = recording(host)
    host.instead["/show/media/a.mp3"] = redirect("/elsewhere.mp3")
    host.pages["/elsewhere.mp3"] = host.page("media/a.mp3")
    assert told(seen(host, listener, known)) == []


def test_who_cannot_be_heard_is_named(host: Host) -> None:
    known = recording(host)
    host.instead["/show/media/a.mp3"] = hang
    with Listener(silence=0.1, longest=1) as hasty:
        found = seen(host, hasty, known)
    assert "does not answer in time" in one(found)[1]
    assert found.absent


def test_of_media_elsewhere_we_can_only_warn(host: Host, listener: Listener) -> None:
    """Whatever is wrong there, and of caching and sharing not even that."""
    host.pages["/theirs.mp3"] = Page(
        b"x" * 10, "audio/mpeg", "", headers={"Access-Control-Allow-Origin": None}
    )
    hosted = Wanted(
        key="", url=f"{host.url}/theirs.mp3", kind=Kind.MEDIA, size=10, type="audio/mpeg", ours=False
    )
    assert told(look(hosted, listener)) == []
    found = look(replace(hosted, size=11, type="audio/ogg"), listener)
    assert {severity for severity, _ in told(found)} == {Severity.WARNING}
    assert len(found.findings) == 3
    assert found.right
    host.pages.clear()
    assert one(look(hosted, listener)) == (
        Severity.WARNING,
        "it is not there, or not for everybody (404)",
    )
