"""New media before anything points at them: served right, wrong, or by somebody else altogether."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from publisher.model import StoredObject
from publisher.verify.asking import Patience
from publisher.verify.listener import Listener
from publisher.verify.served import Seen, Served, check_public
from tests.verify.host import Handler, Host, Page
from tests.verify.test_listener import closed_port


@pytest.fixture
def new(host: Host) -> tuple[StoredObject, ...]:
    return tuple(host.put(f"media/{name}.mp3", f"{name} " * 50, "audio/mpeg") for name in ("a", "b"))


def seen(
    host: Host,
    listener: Listener,
    new: Iterable[StoredObject],
    published: Iterable[StoredObject] = (),
    base_url: str = "",
) -> tuple[Seen, ...]:
    return check_public(
        base_url or host.base_url, new, listener, published=published, patience=Patience(seconds=0)
    )


def verdicts(found: tuple[Seen, ...]) -> list[Served]:
    assert all(one.findings for one in found if one.served is not Served.RIGHT)
    return [one.served for one in found]


def test_what_is_served_as_it_was_stored_is_right(
    host: Host, listener: Listener, new: tuple[StoredObject, ...]
) -> None:
    found = seen(host, listener, new)
    assert [one.key for one in found] == ["media/a.mp3", "media/b.mp3"]
    assert verdicts(found) == [Served.RIGHT, Served.RIGHT]


def test_what_some_listeners_miss_does_not_make_it_wrong(
    host: Host, listener: Listener, new: tuple[StoredObject, ...]
) -> None:
    host.page("media/a.mp3").headers["Access-Control-Allow-Origin"] = None
    found = seen(host, listener, new)
    assert verdicts(found) == [Served.RIGHT, Served.RIGHT]
    assert found[0].findings


def test_an_address_where_nobody_is_yet_has_none(
    host: Host, listener: Listener, new: tuple[StoredObject, ...]
) -> None:
    for base_url in (f"http://127.0.0.1:{closed_port()}/show", "https://nowhere.invalid/show"):
        assert verdicts(seen(host, listener, new, base_url=base_url)) == [Served.ABSENT] * 2


@pytest.mark.parametrize("status", [403, 404])
def test_an_address_that_does_not_lead_here_has_none(
    host: Host, listener: Listener, new: tuple[StoredObject, ...], status: int
) -> None:
    """The old host still has the show, with a feed of its own."""
    for known in new:
        host.page(known.key).status = status
    feed = host.put("podcast.xml", "<rss>ours</rss>")
    host.page("podcast.xml").body = b"<rss>theirs</rss>"
    assert verdicts(seen(host, listener, new, [feed])) == [Served.ABSENT] * 2


def test_a_page_for_everything_proves_nothing(
    host: Host, listener: Listener, new: tuple[StoredObject, ...]
) -> None:
    def welcome(handler: Handler) -> None:
        handler.give(Page(b"<h1>Soon here</h1>", "text/html"))

    for known in new:
        host.instead[f"/show/{known.key}"] = welcome
    assert verdicts(seen(host, listener, new)) == [Served.ABSENT] * 2


def test_where_one_is_served_the_other_must_be(
    host: Host, listener: Listener, new: tuple[StoredObject, ...]
) -> None:
    host.page("media/b.mp3").status = 404
    assert verdicts(seen(host, listener, new)) == [Served.RIGHT, Served.WRONG]


def test_where_the_published_feed_is_served_the_new_must_be(
    host: Host, listener: Listener, new: tuple[StoredObject, ...]
) -> None:
    feed = host.put("podcast.xml", "<rss/>")
    for known in new:
        host.page(known.key).status = 403
    assert verdicts(seen(host, listener, new, [feed])) == [Served.WRONG] * 2


def test_what_is_surely_ours_and_served_wrongly_is_wrong(
    host: Host, listener: Listener, new: tuple[StoredObject, ...]
) -> None:
    """On a first publication too: it is the very length that was stored."""
    for known in new:
        host.page(known.key).headers["Content-Type"] = "application/octet-stream"
    assert verdicts(seen(host, listener, new)) == [Served.WRONG] * 2


def test_of_what_was_published_only_a_few_are_asked(
    host: Host, listener: Listener, new: tuple[StoredObject, ...]
) -> None:
    published = [host.put(f"episodes/{number}.html", "x") for number in range(50)]
    for known in (*new, *published):
        host.page(known.key).status = 404
    seen(host, listener, new, published)
    assert len([line for line in host.asked if "episodes" in line]) == 3


def test_nothing_new_is_nothing_to_ask(host: Host, listener: Listener) -> None:
    assert seen(host, listener, ()) == ()
    assert host.asked == []
