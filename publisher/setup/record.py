"""Nobody else may read the record of what was published, `.publisher/`."""

from __future__ import annotations

from publisher.model import State
from publisher.setup.policy import allowing, is_public, told
from publisher.setup.wish import Wish
from publisher.store.bucket import Document, Spot

NAME = "private record"
SETTING = "policy"
UNKNOWN = ""
BY_HAND = "See in the provider's console that nobody else may read .publisher/."
KEYS = (".publisher/head.json", ".publisher/revisions/1.json", ".publisher/blobs/1")


def want(now: Document | None, spot: Spot) -> Wish:
    """A statement of others that opens it can only be narrowed by them."""
    for key in KEYS:
        resource = f"{spot.resource}{key}"
        if is_public(now, resource):
            statement = told(next(allowing(now, resource)))
            return Wish(
                state=State.DIFFERS,
                what=f"a statement of the bucket policy ({statement}) lets everybody read .publisher/",
                fix="Take it out of the bucket policy, then run this again, which adds a narrower one.",
            )
    return Wish(state=State.OK, what="no statement lets everybody read .publisher/")
