"""Whether policies of others open the record of what was published."""

from __future__ import annotations

from typing import Any

import pytest

from publisher.model import State
from publisher.setup.reading import want as want_reading
from publisher.setup.record import want
from publisher.store.bucket import Spot
from tests.setup.test_policy import allow, policy

SPOT = Spot(bucket="b", prefix="show/")


def test_our_own_statement_opens_nothing_of_it() -> None:
    assert want(want_reading(None, SPOT).document, SPOT).state is State.OK
    assert want(None, SPOT).state is State.OK


@pytest.mark.parametrize(
    "statement",
    [
        allow(Sid="wide"),
        allow(Sid="wide", Resource="arn:aws:s3:::b/show/*"),
        allow(Sid="wide", Resource="arn:aws:s3:::b/*.json"),
        allow(Sid="wide", Resource="arn:aws:s3:::b/show/.publisher/blobs/*"),
    ],
)
def test_a_statement_that_opens_it_is_named(statement: dict[str, Any]) -> None:
    wish = want(policy(statement), SPOT)
    assert (wish.state, wish.document) == (State.DIFFERS, None)
    assert "wide" in wish.what
    assert wish.fix


def test_a_statement_that_denies_it_closes_it() -> None:
    shut = allow(Effect="Deny", Resource="arn:aws:s3:::b/show/.publisher/*")
    assert want(policy(allow(), shut), SPOT).state is State.OK
