"""What a bucket needs before it can serve listeners: looked at first, then set, rule by rule.

Rules of others stay as they are. What a server does not know, or the key may not do, is told as that.
"""

from __future__ import annotations

from types import ModuleType

from publisher.errors import StoreError, UnableError
from publisher.model import Requirement, State
from publisher.setup import block, browsers, reading, record, uploads, versions, website
from publisher.setup.wish import Wish
from publisher.store.bucket import Bucket

ITEMS = (block, reading, record, browsers, uploads, website, versions)
"""In the order in which they are set: a policy is refused while public access is blocked."""
CONDITIONS = "two at once"
BY_HAND = {
    "policy": "Let everybody read it in the provider's console or by a domain in front, but not .publisher/.",
    "cors": "Set Access-Control-Allow-Origin in the provider's console, or in what is in front of it.",
    "lifecycle": "Clear stale uploads away in the provider's console, if it has a place for that.",
}


def look(bucket: Bucket, items: tuple[ModuleType, ...] = ITEMS) -> tuple[Requirement, ...]:
    """What `bucket` needs. Nothing is changed. Raises StoreError where it cannot be asked at all."""
    there = bucket.exists()
    return (_bucket(bucket, there), *(_look(item, bucket, there) for item in items))


def apply(bucket: Bucket, items: tuple[ModuleType, ...] = ITEMS) -> tuple[Requirement, ...]:
    """Set all that can be set, and look again. Each failure is told with its requirement."""
    if not bucket.exists():
        bucket.create()
    return (_bucket(bucket, bucket.exists()), *(_apply(item, bucket) for item in items))


def conditions(found: str) -> Requirement:
    """Whether the store can keep two publishers apart, by what a probe has found."""
    if found == "none":
        return Requirement(
            name=CONDITIONS,
            state=State.CANNOT,
            what="this server cannot keep two publishers apart for sure (it knows no conditional writes)",
            fix="Publish from one place only, such as a CI job of which one runs at a time.",
        )
    return Requirement(name=CONDITIONS, state=State.OK, what="the server keeps two publishers apart")


def unprobed(error: StoreError) -> Requirement:
    """The same, where it could not be found out: this key may set up the bucket, but not write."""
    return Requirement(name=CONDITIONS, state=State.CANNOT, what=str(error), fix=error.fix)


def _bucket(bucket: Bucket, there: bool) -> Requirement:
    if there:
        return Requirement(name="bucket", state=State.OK, what="it is there")
    where = f" in {bucket.spot.region}" if bucket.spot.region else ""
    return Requirement(
        name="bucket",
        state=State.MISSING,
        what=f"there is no bucket {bucket.spot.bucket}",
        will=f"create it{where}",
    )


def _look(item: ModuleType, bucket: Bucket, there: bool) -> Requirement:
    if not there:
        return _told(item, getattr(item, "NEW", None) or item.want(None, bucket.spot))
    try:
        return _told(item, item.want(bucket.look_up(item.SETTING), bucket.spot))
    except UnableError as error:
        return _unable(item, error)


def _apply(item: ModuleType, bucket: Bucket) -> Requirement:
    try:
        wish: Wish = item.want(bucket.look_up(item.SETTING), bucket.spot)
        if wish.document is None:
            return _told(item, wish)
        bucket.set_up(item.SETTING, wish.document)
        return _told(item, item.want(bucket.look_up(item.SETTING), bucket.spot))
    except UnableError as error:
        return _unable(item, error)
    except StoreError as error:
        return Requirement(name=item.NAME, state=State.CANNOT, what=str(error), fix=error.fix)


def _told(item: ModuleType, wish: Wish) -> Requirement:
    return Requirement(
        name=item.NAME,
        state=wish.state,
        what=wish.what,
        will=wish.will,
        fix=wish.fix,
        needed=getattr(item, "NEEDED", True),
    )


def _unable(item: ModuleType, error: UnableError) -> Requirement:
    """What the server does not know may be no loss; what the key may not do is unknown."""
    if item.UNKNOWN and not error.fix:
        return Requirement(name=item.NAME, state=State.OK, what=item.UNKNOWN)
    fix = error.fix or getattr(item, "BY_HAND", "") or BY_HAND.get(item.SETTING, "")
    return Requirement(name=item.NAME, state=State.CANNOT, what=str(error), fix=fix)
