"""What came of telling others, in words and as data."""

from __future__ import annotations

from publisher.cli.told import told_as_rows, told_as_text
from publisher.model import Told

HUB = Told(by="websub", whom="hub.example.org", of="podcast.xml")


def failed(of: str) -> Told:
    return Told(by="websub", whom="hub.example.org", of=of, wrong="it answered 500")


def test_who_knows_is_one_line() -> None:
    told = (
        HUB,
        Told(by="websub", whom="hub.example.org", of="feed.xml"),
        Told(by="webhook", whom="example.org"),
    )
    assert list(told_as_text(told)) == ["told websub (hub.example.org), webhook (example.org)"]


def test_one_reason_is_one_line_however_many_feeds_it_is_about() -> None:
    told = (
        failed("feed.xml"),
        failed("podcast.xml"),
        Told(by="command", whom="x", wrong="why", fix="mend it"),
    )
    assert list(told_as_text(told)) == [
        "warning: websub could not tell hub.example.org of feed.xml, podcast.xml: it answered 500",
        "warning: command could not tell x: why; mend it",
    ]


def test_nobody_told_is_nothing_to_say() -> None:
    assert list(told_as_text(())) == []
    assert told_as_rows(()) == []


def test_each_is_a_row() -> None:
    assert told_as_rows((HUB, failed("feed.xml"))) == [
        {"by": "websub", "whom": "hub.example.org", "of": "podcast.xml", "wrong": None, "fix": None},
        {
            "by": "websub",
            "whom": "hub.example.org",
            "of": "feed.xml",
            "wrong": "it answered 500",
            "fix": None,
        },
    ]
