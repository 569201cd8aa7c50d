"""publisher.model.podcasting.lawful: what breaks the table is not written."""

from __future__ import annotations

from publisher.model import Element
from publisher.model.podcasting.breach import breaches
from publisher.model.podcasting.elements import made
from publisher.model.podcasting.lawful import lawful


def test_attributes_that_are_wrong_are_left_out_and_the_rest_is_in_order() -> None:
    """PN-015: a role outside the taxonomy, PN-016: a country that is none."""
    said = made("person", "Åse", href="https://e.dk/", role="hest", group="cast")
    assert lawful([said], "item") == (made("person", "Åse", group="cast", href="https://e.dk/"),)


def test_what_is_only_too_long_or_no_https_is_written() -> None:
    """A warning, and still what was meant."""
    said = made("funding", "æ" * 200, url="http://e.dk/")
    assert lawful([said], "channel") == (said,)


def test_what_would_not_say_enough_is_not_said() -> None:
    said = [
        made("funding", "Støt"),
        made("person", " "),
        made("transcript", url="https://e.dk/", type="text/srt"),
        made("podroll"),
        made("nonsense", "x"),
        made("source", uri="https://e.dk/"),
        Element(name="title", text="x"),
        Element(name="media:x"),
    ]
    assert lawful(said, "item") == ()


def test_a_parent_is_judged_without_the_children_that_are_left_out() -> None:
    """PN-021: an alternate enclosure whose only source has no address."""
    bad = Element(
        name="podcast:alternateEnclosure",
        attributes=(("type", "video/mp4"),),
        children=(made("source", contentType="video/mp4"),),
    )
    assert lawful([bad], "item") == ()


def test_of_tags_that_stand_once_the_first_stands() -> None:
    """PN-052."""
    first, second = made("medium", "music"), made("medium", "film")
    assert lawful([first, second], "channel") == (first,)


def test_a_live_item_keeps_its_tags_of_rss() -> None:
    """PN-029."""
    live = Element(
        name="podcast:liveItem",
        attributes=(("status", "live"), ("start", "2026-09-26T07:30:00Z")),
        children=(
            Element(name="title", text="Live"),
            Element(name="guid", text="x"),
            Element(name="enclosure", attributes=(("url", "https://e.dk/"),)),
            Element(name="itunes:image"),
            made("contentLink", "Her", href="https://e.dk/"),
        ),
    )
    assert lawful([live], "channel") == (live,)


def test_what_is_written_breaks_nothing_but_advice() -> None:
    """The writer and the checker read one table."""
    said = [made("person", "Åse", role="hest", img="x"), made("location", "Byen", country="UK", geo="1,2")]
    assert [*breaches(lawful(said, "item"), "item")] == []
    assert len([*breaches(said, "item")]) == 4
