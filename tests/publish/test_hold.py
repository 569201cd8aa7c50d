"""Having a target for oneself: the first that is written, and that nobody is left out afterwards."""

from __future__ import annotations

from dataclasses import replace

import pytest

from publisher.errors import HeldError, StoreError
from publisher.model import Head
from publisher.publish.hold import Run, hold
from publisher.standing import HEAD, REVISIONS, standing
from publisher.state import decode
from tests.artifacts import WatchedStore
from tests.settle.story import GUID, START, Story, article

RUN = Run(now=START, token="t")


def head(store: WatchedStore) -> Head:
    return decode(store.get(HEAD) or b"", Head, HEAD)


def test_a_new_target_gets_the_identity_that_it_starts_from_first() -> None:
    story = Story()
    story.publish(article("case"))
    store = WatchedStore()
    with hold(store, standing(store, GUID, carried=story.ledger), RUN) as held:
        assert store.writes == [f"{REVISIONS}0-t.json", HEAD]
        assert held.head.name == "0-t"
    assert standing(store, GUID).ledger == story.ledger


def test_while_it_is_held_nobody_else_gets_in_but_who_takes_over() -> None:
    store = WatchedStore()
    with hold(store, standing(store, GUID), RUN):
        other = replace(RUN, token="u")
        with pytest.raises(HeldError), hold(store, standing(store, GUID), other):
            pytest.fail("two at once")
        with hold(store, standing(store, GUID), replace(other, take_over=True)) as held:
            assert held.head.token == "u"


def test_after_a_failure_the_next_one_gets_in_at_once() -> None:
    store = WatchedStore()
    with pytest.raises(StoreError, match="cut"), hold(store, standing(store, GUID), RUN):
        raise StoreError("cut")
    assert (head(store).state, head(store).until) == ("busy", None)
    with hold(store, standing(store, GUID), replace(RUN, token="u")) as held:
        assert held.head.token == "u"
