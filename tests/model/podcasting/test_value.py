"""publisher.model.podcasting.value: what is right, and what only looks like it."""

from __future__ import annotations

import pytest

from publisher.model.podcasting import value
from publisher.model.podcasting.value import Value, choice, limit

CASES = {
    "URL": (
        value.URL,
        "https://example.org http://e.dk/a?b#c",
        "example.org ftp://e.dk https:// https://e.dk/<",
    ),
    "HTTPS": (value.HTTPS, "https://e.dk/ ipfs://x", "http://e.dk/"),
    "URI": (value.URI, "ipfs://Qm magnet:?xt=urn:btih:1 https://e.dk/", "x //e.dk 1:2 http:"),
    "EMAIL": (value.EMAIL, "we@example.org", "we@example example.org we@e@x.org"),
    "SERVER": (value.SERVER, "irc.example.org", "irc https://irc.example.org irc.example.org:6667"),
    "UUID": (
        value.UUID,
        "917393e3-1b1e-5cef-ace4-edaa54e1f810",
        "917393e3-1b1e-5cef-ace4 {917393e3-1b1e-5cef-ace4-edaa54e1f810}",
    ),
    "WHOLE": (value.WHOLE, "0 12", "-1 1.5 ½ ²"),
    "DECIMAL": (value.DECIMAL, "0 3.5 0.00000005000", "3. .5 3,5 1e3 -1"),
    "SECONDS": (value.SECONDS, "73.0 60", "1:13 -1"),
    "DURATION": (value.DURATION, "0.5 15", "0 0.0"),
    "BITE": (value.BITE, "15 120 60.5", "14.9 121"),
    "PERCENT": (value.PERCENT, "0 95 99.5 100", "101 -1 95%"),
    "MEDIA_TYPE": (value.MEDIA_TYPE, "audio/mpeg application/x-mpegURL image/svg+xml", "mp3 audio/ /mpeg"),
    "LANGUAGE": (value.LANGUAGE, "da en-GB zh-Hant-TW", "dansk_DK d da-"),
    "CODECS": (value.CODECS, "opus mp4a.40.2 avc1.64001e,mp4a.40.2", ",opus a;b"),
    "COUNTRY": (value.COUNTRY, "DK GB US", "UK dk DNK"),
    "GEO": (
        value.GEO,
        "geo:30.27,-97.74 geo:0,0,250 geo:39.78,-100.44;u=3900000 geo:1,2;crs=wgs84;u=5",
        "30.27,-97.74 geo:97.74,30.27 geo:0,181 geo:1 geo:1,2;",
    ),
    "OSM": (value.OSM, "R113314 N1 W5013364#188", "113314 X1 R r1"),
    "RATIO": (value.RATIO, "16/9 1/1 1.91/1", "16:9 0/1 16"),
    "RECURRENCE": (
        value.RECURRENCE,
        "FREQ=DAILY FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=10 FREQ=MONTHLY;BYDAY=+4TH;BYMONTH=11 "
        "FREQ=WEEKLY;UNTIL=2023-12-31T00:00:00.000Z FREQ=WEEKLY;UNTIL=20231231T000000Z;WKST=SU",
        "WEEKLY INTERVAL=2 FREQ=OFTEN FREQ=DAILY;COUNT=1;UNTIL=20231231 FREQ=DAILY;FREQ=DAILY "
        "FREQ=DAILY;COUNT=0 FREQ=DAILY;BYDAY=MON FREQ=DAILY;X=1",
    ),
    "MOMENT": (
        value.MOMENT,
        "2021-09-26T07:30:00.000-0600 2021-09-26T07:30:00Z",
        "2021-09-26 2021-09-26T07:30:00 2021-13-01T00:00:00Z soon",
    ),
    "DAY_OR_MOMENT": (value.DAY_OR_MOMENT, "2021-09-26 2023-08-28T00:00:00.000Z", "2021-02-30 soon"),
    "SRCSET": (
        value.SRCSET,
        "https://e.dk/a.jpg|1500w,|https://e.dk/b.jpg|600w",
        "a.jpg|1500w https://e.dk/a.jpg https://e.dk/a.jpg|w",
    ),
    "choice": (choice("yes", "no"), "yes no", "Yes true"),
    "any_case": (choice("Host", any_case=True), "Host host HOST", "hosts"),
    "limit": (limit(3), "æøå a", "æøåa"),
}


@pytest.mark.parametrize(("rule", "right", "wrong"), CASES.values(), ids=CASES)
def test_values_hold_or_do_not(rule: Value, right: str, wrong: str) -> None:
    """`|` stands for a blank."""
    assert [text for text in right.split() if not rule.holds(text.replace("|", " "))] == []
    assert [text for text in wrong.split() if rule.holds(text.replace("|", " "))] == []


def test_dates_are_those_of_mail_with_the_right_weekday() -> None:
    """PN-019, RSS-003."""
    right = ("Thu, 01 Apr 2021 08:00:00 EST", "Thu, 01 Apr 2021 08:00:00 +0000")
    wrong = ("Fri, 01 Apr 2021 08:00:00 +0000", "2021-04-01", "Tor, 01 Apr 2021 08:00:00 +0000", "Thu, soon")
    assert all(map(value.MAIL_DATE.holds, right))
    assert not any(map(value.MAIL_DATE.holds, wrong))


def test_every_example_is_right_or_read_as_what_is() -> None:
    """Times are written as producers write them."""
    times = {value.SECONDS, value.MOMENT, value.MAIL_DATE}
    rules = [rule for rule in vars(value).values() if isinstance(rule, Value) and rule not in times]
    assert [rule.must for rule in rules if rule.example and not rule.holds(rule.example)] == []
    assert [rule.must for rule in rules if not (rule.example or rule.fix)] == []


@pytest.mark.parametrize("text", ["", " ", "\x00", "\ud800", "9" * 400, "geo:" + "9" * 400 + ",1", "²"])
def test_no_text_is_too_odd_to_be_judged(text: str) -> None:
    for rule in vars(value).values():
        if isinstance(rule, Value):
            rule.holds(text)
