"""All settings of a bucket together: shown without a change, set once, and told where they cannot be."""

from __future__ import annotations

import pytest

from publisher.errors import StoreError
from publisher.model import Requirement, State
from publisher.setup import apply, conditions, look, unprobed
from publisher.store.bucket import Document, Setting, Spot
from tests.setup.bucket import MemoryBucket

NAMES = [
    "bucket",
    "public access",
    "public read",
    "private record",
    "players in browsers",
    "stale uploads",
    "website",
    "versions",
]


def states(found: tuple[Requirement, ...]) -> dict[str, State]:
    assert [one.name for one in found] == NAMES
    return {one.name: one.state for one in found if one.state is not State.OK}


def test_looking_changes_nothing() -> None:
    bucket = MemoryBucket()
    found = look(bucket)
    assert states(found) == dict.fromkeys(
        ("public read", "players in browsers", "stale uploads", "website"), State.MISSING
    )
    assert all(one.will for one in found if one.state is State.MISSING)
    assert bucket.written == []


def test_a_bucket_that_is_not_there_lacks_everything() -> None:
    bucket = MemoryBucket(Spot(bucket="b", region="eu-north-1"), there=False)
    found = look(bucket)
    assert found[0].will == "create it in eu-north-1"
    assert len(states(found)) == 6
    assert not bucket.there
    assert states(apply(bucket)) == {}
    assert bucket.there


def test_what_is_set_once_is_right_and_is_not_set_again() -> None:
    bucket = MemoryBucket()
    bucket.settings["block"] = {"BlockPublicPolicy": True, "RestrictPublicBuckets": True}
    assert states(apply(bucket)) == {}
    assert bucket.written == ["block", "policy", "cors", "lifecycle", "website"]
    assert states(look(bucket)) == states(apply(bucket)) == {}
    assert len(bucket.written) == 5


@pytest.mark.parametrize("setting", ["policy", "cors", "lifecycle", "website"])
def test_what_the_server_does_not_know_is_told_and_the_rest_is_set(setting: Setting) -> None:
    bucket = MemoryBucket()
    bucket.unknown.add(setting)
    found = apply(bucket)
    assert set(states(found).values()) == {State.CANNOT}
    assert set(bucket.settings) == {"policy", "cors", "lifecycle", "website"} - {setting}
    assert all(one.fix for one in found if one.state is State.CANNOT and one.name != "website")
    assert not any(one.open for one in found)


def test_a_server_without_public_access_block_or_versions_lacks_nothing() -> None:
    bucket = MemoryBucket()
    bucket.unknown |= {"block", "versioning"}
    assert states(apply(bucket)) == {}


@pytest.mark.parametrize("setting", ["block", "policy", "cors", "lifecycle", "website", "versioning"])
def test_what_the_key_may_not_see_is_unknown_and_told(setting: Setting) -> None:
    bucket = MemoryBucket()
    bucket.forbidden.add(setting)
    cannot = [one for one in apply(bucket) if one.state is State.CANNOT]
    assert cannot
    assert {one.fix for one in cannot} == {"Allow it."}


def test_a_setting_that_can_be_asked_for_and_not_set_is_told() -> None:
    """As SeaweedFS's website; a courtesy does not keep a check from passing."""
    bucket = MemoryBucket()
    bucket.unsettable.add("website")
    assert states(apply(bucket)) == {"website": State.CANNOT}
    found = look(bucket)
    assert states(found) == {"website": State.MISSING}
    assert not any(one.open for one in found)


class Forgetful(MemoryBucket):
    def set_up(self, setting: Setting, document: Document) -> None:
        if setting == "cors":
            document = {}
        super().set_up(setting, document)


def test_what_a_server_says_it_has_set_is_looked_at_again() -> None:
    found = apply(Forgetful())
    assert states(found) == {"players in browsers": State.MISSING}
    assert any(one.open for one in found)


class Broken(MemoryBucket):
    def set_up(self, setting: Setting, document: Document) -> None:
        if setting == "policy":
            raise StoreError("b: the server is overloaded", fix="Wait.")
        super().set_up(setting, document)


def test_one_setting_that_fails_keeps_no_other_from_being_set() -> None:
    bucket = Broken()
    found = {one.name: one for one in apply(bucket)}
    assert (found["public read"].state, found["public read"].fix) == (State.CANNOT, "Wait.")
    assert set(bucket.settings) == {"cors", "lifecycle", "website"}


def test_what_only_a_person_can_mend_stays_open() -> None:
    bucket = MemoryBucket()
    bucket.settings["lifecycle"] = {
        "Rules": [{"ID": "tidy", "Status": "Enabled", "Prefix": "", "Expiration": {"Days": 30}}]
    }
    found = {one.name: one for one in apply(bucket)}
    assert (found["stale uploads"].state, found["stale uploads"].open) == (State.DIFFERS, True)
    assert found["stale uploads"].fix


def test_it_is_told_whether_two_publishers_are_kept_apart() -> None:
    assert [conditions(found).state for found in ("quoted", "bare", "none")] == [
        State.OK,
        State.OK,
        State.CANNOT,
    ]
    assert conditions("none").fix
    assert unprobed(StoreError("s3://b: access is denied", fix="Ask.")).state is State.CANNOT
