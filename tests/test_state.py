"""Records as JSON: the same value is the same bytes, and anything else is a clear error."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from publisher.errors import RecordError
from publisher.model import Head, Ledger, Revision
from publisher.plan import stored
from publisher.state import decode, encode
from tests.artifacts import artifact
from tests.settle.story import START, Story, article, episode, event


def ledger() -> Ledger:
    story = Story()
    story.publish(episode("001"), event("cafe"), article("case"))
    return story.ledger


def test_a_ledger_comes_back_equal() -> None:
    assert decode(encode(ledger()), Ledger, "here") == ledger()
    assert decode(encode(ledger(), indent=2), Ledger, "here") == ledger()


def test_a_revision_and_a_head_come_back_equal() -> None:
    revision = Revision(
        number=3, name="3-abc", moment=START, ledger=ledger(), objects=(stored(artifact("a", "b")),)
    )
    head = Head(site="guid", revision=3, name="3-abc", since=START, until=START + timedelta(hours=1))
    assert decode(encode(revision), Revision, "here") == revision
    assert decode(encode(head), Head, "here") == head


def test_what_is_at_its_default_is_left_out() -> None:
    assert json.loads(encode(Head(site="guid"))) == {"version": 1, "site": "guid", "state": "done"}


def test_moments_are_in_utc_whatever_zone_they_came_in() -> None:
    assert b'"moment":"2026-01-02T06:00:00Z"' in encode(ledger())


@pytest.mark.parametrize(
    "data",
    [b"", b"{}", b"[]", b"null", b"\xff", b'{"version": 1}', b'{"version": 1, "site": 5}', b"[" * 100_000],
)
def test_a_damaged_record_is_named(data: bytes) -> None:
    with pytest.raises(RecordError, match=r"head\.json is (damaged|no head)"):
        decode(data, Head, "head.json")


def test_a_record_of_a_newer_publisher_asks_for_an_update() -> None:
    data = encode(replace(Head(site="guid"), version=2))
    with pytest.raises(RecordError, match="newer Publisher") as caught:
        decode(data, Head, "head.json")
    assert "update Publisher" in caught.value.fix
