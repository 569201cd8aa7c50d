"""What the host's website address shows for a folder, and for what is not there (S3-015).

Every link that we make works without; so it is a courtesy, and not all servers can.
"""

from __future__ import annotations

from publisher.model import State
from publisher.setup.wish import Wish
from publisher.store.bucket import Document, Spot

NAME = "website"
SETTING = "website"
UNKNOWN = ""
NEEDED = False


def want(now: Document | None, spot: Spot) -> Wish:
    """An index and a page for what is not there; one for the bucket, so that of others stays."""
    if now:
        return Wish(state=State.OK, what="the bucket has its own index and page for what is not there")
    return Wish(
        state=State.MISSING,
        what="the host's website address has no index, and no page for what is not there",
        will=f"show index.html for folders, and {spot.prefix}404.html for what is not there",
        document={
            "IndexDocument": {"Suffix": "index.html"},
            "ErrorDocument": {"Key": f"{spot.prefix}404.html"},
        },
    )
