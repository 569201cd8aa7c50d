"""Whether the bucket keeps what is overwritten; told only: it is the producer's choice."""

from __future__ import annotations

from publisher.model import State
from publisher.setup.wish import Wish
from publisher.store.bucket import Document, Spot

NAME = "versions"
SETTING = "versioning"
UNKNOWN = "the server keeps none"
NEEDED = False


def want(now: Document | None, spot: Spot) -> Wish:
    """Nothing; we keep what a rollback needs ourselves."""
    if (now or {}).get("Status") == "Enabled":
        return Wish(
            state=State.OK, what="the bucket keeps every version of what is overwritten, and you pay for it"
        )
    return Wish(state=State.OK, what="the bucket keeps no old versions; a rollback needs none")
