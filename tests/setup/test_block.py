"""Public Access Block: switched off for policies, and left as it is for ACLs."""

from __future__ import annotations

from publisher.model import State
from publisher.setup.block import want
from publisher.store.bucket import Spot

SPOT = Spot(bucket="b")
ALL = dict.fromkeys(
    ("BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"), True
)


def test_what_new_buckets_have_is_opened_for_policies_alone() -> None:
    wish = want(ALL, SPOT)
    assert wish.state is State.DIFFERS
    assert wish.document == {**ALL, "BlockPublicPolicy": False, "RestrictPublicBuckets": False}
    assert want(wish.document, SPOT).state is State.OK


def test_either_of_the_two_keeps_the_public_out() -> None:
    for name in ("BlockPublicPolicy", "RestrictPublicBuckets"):
        wish = want({name: True}, SPOT)
        assert (wish.state, name in wish.what) == (State.DIFFERS, True)


def test_where_nothing_is_blocked_nothing_is_set() -> None:
    for now in (None, {}, {"BlockPublicAcls": True, "BlockPublicPolicy": False}):
        assert want(now, SPOT).document is None
