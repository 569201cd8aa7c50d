"""CORS rules beside those of others."""

from __future__ import annotations

from typing import Any

import pytest

from publisher.model import State
from publisher.setup.browsers import RULE, want
from publisher.store.bucket import Spot

SPOT = Spot(bucket="b")
THEIRS: dict[str, Any] = {"AllowedOrigins": ["https://admin.example"], "AllowedMethods": ["PUT"]}


def test_rules_of_others_stay_and_come_first() -> None:
    wish = want({"CORSRules": [THEIRS]}, SPOT)
    assert wish.state is State.MISSING
    assert wish.document == {"CORSRules": [THEIRS, RULE]}
    assert want(wish.document, SPOT).state is State.OK


@pytest.mark.parametrize("now", [None, {}, {"CORSRules": []}])
def test_without_rules_ours_is_the_only_one(now: dict[str, Any] | None) -> None:
    assert want(now, SPOT).document == {"CORSRules": [RULE]}


def test_a_rule_of_others_may_do() -> None:
    """Whatever it is called, and however its headers are spelled; servers may forget our ID."""
    rule = {name: value for name, value in RULE.items() if name != "ID"}
    rule["ExposeHeaders"] = ["etag", "content-length", "content-range", "accept-ranges", "date"]
    rule["AllowedMethods"] = ["HEAD", "GET", "PUT"]
    assert want({"CORSRules": [rule]}, SPOT).state is State.OK


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("AllowedOrigins", ["https://example.org"]),
        ("AllowedMethods", ["GET"]),
        ("AllowedHeaders", []),
        ("ExposeHeaders", ["ETag"]),
    ],
)
def test_a_rule_of_ours_that_was_altered_is_replaced(name: str, value: list[str]) -> None:
    wish = want({"CORSRules": [THEIRS, {**RULE, name: value}]}, SPOT)
    assert (wish.state, wish.document) == (State.DIFFERS, {"CORSRules": [THEIRS, RULE]})
