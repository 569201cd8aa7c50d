"""What is left of interrupted uploads is cleared away: it costs money and nobody sees it.

docs.aws.amazon.com/AmazonS3/latest/userguide/mpu-abort-incomplete-mpu-lifecycle-config.html
"""

from __future__ import annotations

from publisher.model import State
from publisher.setup.wish import Wish, mark
from publisher.store.bucket import Document, Spot

NAME = "stale uploads"
SETTING = "lifecycle"
UNKNOWN = ""
DAYS = 2
"""After which an interrupted upload is not gone on with any more."""


def want(now: Document | None, spot: Spot) -> Wish:
    """A rule of ours beside those of others, of which none may delete what is published."""
    rules = (now or {}).get("Rules", [])
    if expiring := next((rule for rule in rules if _expires(rule, spot)), None):
        return Wish(
            state=State.DIFFERS,
            what=f"a lifecycle rule ({expiring.get('ID') or 'without an ID'}) deletes what is published",
            fix=f"Take it out, or give it a filter that leaves out s3://{spot.bucket}/{spot.prefix}.",
        )
    if any(_aborts(rule, spot) for rule in rules):
        return Wish(state=State.OK, what="they are cleared away")
    id = mark("uploads", spot)
    others = [rule for rule in rules if rule.get("ID") != id]
    ours = {
        "ID": id,
        "Status": "Enabled",
        "Filter": {"Prefix": spot.prefix},
        "AbortIncompleteMultipartUpload": {"DaysAfterInitiation": DAYS},
    }
    return Wish(
        state=State.DIFFERS if len(others) < len(rules) else State.MISSING,
        what="what is left of interrupted uploads stays, and costs",
        will=f"clear it away after {DAYS} days (lifecycle rule {id}; others stay)",
        document={**(now or {}), "Rules": [*others, ours]},
    )


def _aborts(rule: Document, spot: Spot) -> bool:
    """Whether it clears away all of ours, no sooner than we would."""
    days = rule.get("AbortIncompleteMultipartUpload", {}).get("DaysAfterInitiation", 0)
    return _is_on(rule) and days >= DAYS and not _narrowed(rule) and spot.prefix.startswith(_prefix(rule))


def _expires(rule: Document, spot: Spot) -> bool:
    """Whether it deletes some of ours; by tags and sizes too, since recordings are large."""
    prefix = _prefix(rule)
    overlaps = spot.prefix.startswith(prefix) or prefix.startswith(spot.prefix)
    expires = {"Days", "Date"} & set(rule.get("Expiration", {}))
    tagged = "Tag" in rule.get("Filter", {}) or rule.get("Filter", {}).get("And", {}).get("Tags")
    return _is_on(rule) and bool(expires) and overlaps and not tagged


def _is_on(rule: Document) -> bool:
    return rule.get("Status") == "Enabled"


def _prefix(rule: Document) -> str:
    chosen = rule.get("Filter", {})
    return str(rule.get("Prefix") or chosen.get("Prefix") or chosen.get("And", {}).get("Prefix") or "")


def _narrowed(rule: Document) -> bool:
    """Whether it chooses by more than the prefix."""
    return bool(set(rule.get("Filter", {})) - {"Prefix"})
