"""The bucket of the record: that it is there, that nobody else may read it, and no more."""

from __future__ import annotations

from publisher.errors import StoreError
from publisher.model import Requirement, State
from publisher.setup.apart import HEAD, apply_apart, leftover, look_apart
from publisher.standing import HEAD as THE_HEAD
from publisher.store.bucket import Spot
from tests.setup.bucket import MemoryBucket
from tests.setup.test_policy import allow, policy

SPOT = Spot(bucket="private", prefix="show/")


def states(found: tuple[Requirement, ...]) -> dict[str, State]:
    return {one.name: one.state for one in found}


def test_a_bucket_that_is_not_there_is_made_and_nothing_is_set_in_it() -> None:
    bucket = MemoryBucket(SPOT, there=False)
    assert states(look_apart(bucket)) == {
        "state: bucket": State.MISSING,
        "state: private record": State.OK,
    }
    assert not bucket.there
    assert set(states(apply_apart(bucket)).values()) == {State.OK}
    assert (bucket.there, bucket.written) == (True, [])


def test_a_statement_that_lets_everybody_read_is_named() -> None:
    bucket = MemoryBucket(SPOT)
    bucket.settings["policy"] = policy(allow(Sid="wide", Resource="arn:aws:s3:::private/*"))
    (found,) = (one for one in look_apart(bucket) if one.open)
    assert (found.name, "wide" in found.what, bool(found.fix)) == ("state: private record", True, True)


def test_where_policies_are_not_known_nobody_is_told_to_let_everybody_in() -> None:
    bucket = MemoryBucket(SPOT)
    bucket.unknown.add("policy")
    (found,) = (one for one in look_apart(bucket) if one.state is State.CANNOT)
    assert "nobody else may read .publisher/" in found.fix


def test_a_record_that_is_left_in_the_public_bucket_is_told() -> None:
    bucket = MemoryBucket()
    assert THE_HEAD == HEAD
    assert leftover(bucket, "s3://private/show") == ()
    bucket.put(HEAD, b"{}", type="application/json", cache="no-store", sha256="")
    (found,) = leftover(bucket, "s3://private/show")
    assert found.open
    assert "s3://private/show/.publisher/" in found.fix
    bucket.there = False
    assert leftover(bucket, "s3://private/show") == ()


def test_who_may_not_look_is_told_nothing() -> None:
    class Shut(MemoryBucket):
        def exists(self) -> bool:
            raise StoreError("no")

    assert leftover(Shut(), "s3://private/show") == ()
