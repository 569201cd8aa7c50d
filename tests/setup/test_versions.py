"""What is told of versions."""

from __future__ import annotations

import pytest

from publisher.model import State
from publisher.setup.versions import want
from publisher.store.bucket import Spot


@pytest.mark.parametrize(
    ("status", "words"), [("Enabled", "keeps every version"), ("Suspended", "no old"), (None, "no old")]
)
def test_they_are_told_and_left_alone(status: str | None, words: str) -> None:
    wish = want({"Status": status} if status else {}, Spot(bucket="b"))
    assert (wish.state, wish.document, words in wish.what) == (State.OK, None, True)
