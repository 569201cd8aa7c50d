"""Lifecycle rules beside those of others, and none that deletes what is published."""

from __future__ import annotations

from typing import Any

import pytest

from publisher.model import State
from publisher.setup.uploads import want
from publisher.store.bucket import Spot

SPOT = Spot(bucket="b", prefix="show/")
THEIRS = {"ID": "theirs", "Status": "Enabled", "Filter": {"Prefix": "tmp/"}, "Expiration": {"Days": 1}}


def aborting(**more: Any) -> dict[str, Any]:
    plain = {
        "ID": "x",
        "Status": "Enabled",
        "Filter": {"Prefix": ""},
        "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": 7},
    }
    return {name: value for name, value in (plain | more).items() if value is not None}


def test_rules_of_others_stay_with_what_belongs_to_them() -> None:
    size = {"TransitionDefaultMinimumObjectSize": "varies_by_storage_class"}
    wish = want({"Rules": [THEIRS], **size}, SPOT)
    assert wish.state is State.MISSING
    assert wish.document and wish.document["Rules"][0] == THEIRS
    ours = wish.document["Rules"][1]
    assert ours["Filter"] == {"Prefix": "show/"}
    assert ours["AbortIncompleteMultipartUpload"] == {"DaysAfterInitiation": 2}
    assert size.items() <= wish.document.items()
    assert want(wish.document, SPOT).state is State.OK


def test_shows_in_one_bucket_have_a_rule_each() -> None:
    first = want(None, SPOT).document
    second = want(first, Spot(bucket="b", prefix="other/")).document
    assert second and len({rule["ID"] for rule in second["Rules"]}) == 2


@pytest.mark.parametrize("rule", [aborting(), aborting(Filter=None, Prefix=""), aborting(Filter={})])
def test_a_rule_of_others_for_the_whole_bucket_does(rule: dict[str, Any]) -> None:
    assert want({"Rules": [rule]}, SPOT).state is State.OK


@pytest.mark.parametrize(
    "rule",
    [
        aborting(Status="Disabled"),
        aborting(Filter={"Prefix": "other/"}),
        aborting(Filter={"Prefix": "show/media/"}),
        aborting(Filter={"Tag": {"Key": "a", "Value": "b"}}),
        aborting(AbortIncompleteMultipartUpload={"DaysAfterInitiation": 1}),
        aborting(AbortIncompleteMultipartUpload=None),
    ],
)
def test_a_rule_of_others_that_does_less_or_too_much_does_not_do(rule: dict[str, Any]) -> None:
    """An interrupted upload is gone on with for two days."""
    assert want({"Rules": [rule]}, SPOT).state is State.MISSING


def test_a_rule_of_ours_that_was_altered_is_replaced() -> None:
    made = want(None, SPOT).document
    assert made
    altered = {**made["Rules"][0], "Status": "Disabled"}
    wish = want({"Rules": [altered]}, SPOT)
    assert (wish.state, wish.document) == (State.DIFFERS, made)


@pytest.mark.parametrize(
    "chosen",
    [
        {"Prefix": ""},
        {"Filter": {"Prefix": "show/"}},
        {"Filter": {"Prefix": "show/media/"}},
        {"Filter": {"And": {"Prefix": "show/", "ObjectSizeGreaterThan": 1000}}},
        {"Filter": {"ObjectSizeGreaterThan": 1000}},
    ],
)
def test_a_rule_that_deletes_what_is_published_is_theirs_to_mend(chosen: dict[str, Any]) -> None:
    rule = {"ID": "tidy", "Status": "Enabled", "Expiration": {"Days": 30}, **chosen}
    wish = want({"Rules": [rule]}, SPOT)
    assert (wish.state, wish.document, "tidy" in wish.what) == (State.DIFFERS, None, True)
    assert wish.fix
    assert want({"Rules": [{**rule, "Status": "Disabled"}]}, SPOT).document


@pytest.mark.parametrize(
    "rule",
    [
        THEIRS,
        {**THEIRS, "Filter": {"Tag": {"Key": "a", "Value": "b"}}},
        {**THEIRS, "Filter": {"And": {"Prefix": "", "Tags": [{"Key": "a", "Value": "b"}]}}},
        {**THEIRS, "Filter": {"Prefix": ""}, "Expiration": {"ExpiredObjectDeleteMarker": True}},
    ],
)
def test_a_rule_that_deletes_other_things_is_none_of_our_business(rule: dict[str, Any]) -> None:
    assert want({"Rules": [rule]}, SPOT).state is State.MISSING
