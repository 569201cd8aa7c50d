"""publisher.adopt.vevent.joins: links that let people in, in any text."""

from __future__ import annotations

import pytest

from publisher.adopt.vevent.joins import joins_in, masked, platform_of

WRAPPED = "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fus02web.zoom.us%2Fj%2F1%3Fpwd%3DX&data=1"


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("https://us02web.zoom.us/j/1?pwd=X", "https://us02web.zoom.us/j/1?pwd=X"),
        ("us02web.zoom.us/j/1?pwd=X", "https://us02web.zoom.us/j/1?pwd=X"),
        ("//zoom.us/j/1?pwd=X", "https://zoom.us/j/1?pwd=X"),
        ("ZOOM.us:443/J/1?pwd=X", "https://ZOOM.us:443/J/1?pwd=X"),
        ("user@zoom.us/j/1?pwd=X", "https://user@zoom.us/j/1?pwd=X"),
        ("https://user:pw@zoom.us:443/j/1", "https://user:pw@zoom.us:443/j/1"),
        ("teams.microsoft.com/l/meetup-join/X", "https://teams.microsoft.com/l/meetup-join/X"),
        ("msteams:/l/meetup-join/X", "msteams:/l/meetup-join/X"),
        ("zoommtg://zoom.us/join?confno=1", "zoommtg://zoom.us/join?confno=1"),
        (WRAPPED, WRAPPED),
        (WRAPPED.replace("%", "%25"), WRAPPED.replace("%", "%25")),
        (
            "google.com/url?q=https%3A%2F%2Fzoom.us%2Fj%2F1",
            "https://google.com/url?q=https%3A%2F%2Fzoom.us%2Fj%2F1",
        ),
        ("https://google.com/url?q=https://zoom.us/j/1", "https://google.com/url?q=https://zoom.us/j/1"),
        ("https://zoom.us&#47;j/1?a=1&amp;b=2", "https://zoom.us/j/1?a=1&b=2"),
    ],
)
def test_a_link_is_known_however_it_is_written(link: str, address: str) -> None:
    text = f"Come ({link}), all"
    assert (list(joins_in(text)), masked(text)) == ([address], "Come (…), all")


@pytest.mark.parametrize(
    "text",
    [
        "https://zoom.us/webinar/register/WN_1",
        "https://us02web.zoom.us/meeting/register/x",
        "https://support.zoom.us/hc",
        "https://zoom.us.example.org/j/1",
        "https://www.microsoft.com/teams",
        "notzoom.us/j/1",
        "On Zoom: 9-10, and/or msteams: soon",
    ],
)
def test_to_sign_up_or_read_is_not_to_join(text: str) -> None:
    assert (platform_of(text), list(joins_in(text)), masked(text)) == (None, [], text)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Join:zoom.us/j/1", "Join:…"),
        ("[Join](https://zoom.us/j/1?pwd=X)", "[Join](…)"),
        ("https://x.org/a zoom.us/j/1?pwd=X\nCode 5", "https://x.org/a …\nCode 5"),
        ("zoom.us/j/1,https://x.org", "…"),
        ("<a href='zoom.us/j/1'>Join</a>", "Join"),
        ("zoom.us/j/1?pwd=a\\_b", "…"),
        ("x.org/room, y.org/room", "…, y.org/room"),
    ],
)
def test_nothing_of_a_link_is_left(text: str, left: str) -> None:
    assert masked(text, ["https://x.org/room"]) == left
