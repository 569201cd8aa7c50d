"""Amazon's Public Access Block, which new buckets have: it refuses or overrides a public policy.

docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html
"""

from __future__ import annotations

from publisher.model import State
from publisher.setup.wish import Wish
from publisher.store.bucket import Document, Spot

NAME = "public access"
SETTING = "block"
UNKNOWN = "nothing blocks a public policy: the server has no such thing"
POLICIES = ("BlockPublicPolicy", "RestrictPublicBuckets")


NEW = Wish(
    state=State.MISSING,
    what="a new bucket may keep the public out",
    will="switch that off for policies, if it does",
)
"""Before there is a bucket: Amazon's come with all of it on."""


def want(now: Document | None, spot: Spot) -> Wish:
    """Policies may be public. What is said of ACLs stays: we use none."""
    blocked = [name for name in POLICIES if now and now.get(name)]
    if not blocked:
        return Wish(state=State.OK, what="nothing blocks a public policy")
    return Wish(
        state=State.DIFFERS,
        what=f"{' and '.join(blocked)} keep the public out",
        will="switch these off; public ACLs stay as they are",
        document={**(now or {}), **dict.fromkeys(POLICIES, False)},
    )
