"""A private link is private: wherever else it is written, that is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from publisher.check.private import is_told_by_nobody
from publisher.model import Event, Instance, Online, Recurrence, Session, Site
from tests.settle.story import SHOW, START, article, event

JOIN = "https://zoom.example/j/1?pwd=SECRET&x=1"


def held(**fields: object) -> Event:
    return event("cafe", online=Online(platform="Zoom", join=JOIN), **fields)


def told(*entries: object) -> list[str]:
    events = tuple(entry for entry in entries if isinstance(entry, Event))
    others = tuple(entry for entry in entries if not isinstance(entry, Event))
    site = Site(show=SHOW, events=events, articles=others)  # type: ignore[arg-type]
    return [problem.message.partition(" ")[0] for problem in is_told_by_nobody(site)]


def test_where_it_belongs_it_is_safe() -> None:
    assert told(held(), article("read", body="Come to zoom.example")) == []


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("body", f"Join [here]({JOIN})"),
        ("body", "zoom.example/j/1?pwd=SECRET&amp;x=1"),
        ("summary", JOIN.upper()),
        ("registration", JOIN),
        ("tags", (JOIN,)),
        ("programme", (Session(title=JOIN),)),
        ("recurrence", Recurrence(changed=(Instance(original=START, location=JOIN),))),
    ],
)
def test_anywhere_else_in_the_event_it_is_told(key: str, value: object) -> None:
    assert told(held(**{key: value})) == [key]


def test_another_entry_must_not_tell_it_either() -> None:
    assert told(held(), article("read", body=f"It was at {JOIN}.")) == ["body"]
    assert told(held(), article("read", body=JOIN, draft=True)) == []


def test_what_is_public_may_be_told() -> None:
    public = event("cafe", online=Online(join=JOIN, public=True), body=JOIN)
    assert told(public) == []


def test_the_address_itself_must_not_be_the_link() -> None:
    assert told(event("cafe", online=Online(url=JOIN, join=JOIN))) == ["online"]


def test_a_bare_host_tells_nobody_the_way() -> None:
    assert told(replace(held(body="zoom.example"), online=Online(join="https://zoom.example/"))) == []


def test_of_many_links_at_one_host_each_is_told_by_itself() -> None:
    """What is of the same host is no link yet, and what stands in two texts is told of the first."""
    one, two, far = (
        event(path, title=path, online=Online(join=f"https://{path}?pwd=X"))
        for path in ("zoom.example/1", "zoom.example/2", "teams.example/1")
    )
    told = article(
        "read", title="https://TEAMS.example/1?pwd=X", body="zoom.example/2?pwd=X, or zoom.example"
    )
    site = Site(show=SHOW, events=(one, two, far), articles=(told,))
    assert [problem.message.partition(",")[0] for problem in is_told_by_nobody(site)] == [
        "body has the link to join zoom.example/2",
        "title has the link to join teams.example/1",
    ]
