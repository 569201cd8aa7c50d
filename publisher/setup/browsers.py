"""Players in browsers may read from any site, and ask for ranges (CORS; S3-009)."""

from __future__ import annotations

from publisher.model import State
from publisher.setup.wish import Wish, texts
from publisher.store.bucket import Document, Spot

NAME = "players in browsers"
SETTING = "cors"
UNKNOWN = ""
ID = "publisher-cors"
"""One for the whole bucket: CORS knows no prefixes."""
EXPOSED = ("ETag", "Content-Length", "Content-Range", "Accept-Ranges")
RULE = {
    "ID": ID,
    "AllowedOrigins": ["*"],
    "AllowedMethods": ["GET", "HEAD"],
    "AllowedHeaders": ["*"],
    "ExposeHeaders": list(EXPOSED),
    "MaxAgeSeconds": 3600,
}


def want(now: Document | None, spot: Spot) -> Wish:
    """A rule of ours after those of others; none where one of theirs does."""
    rules = (now or {}).get("CORSRules", [])
    if any(_does(rule) for rule in rules):
        return Wish(state=State.OK, what="they may read from any site")
    others = [rule for rule in rules if rule.get("ID") != ID]
    return Wish(
        state=State.DIFFERS if len(others) < len(rules) else State.MISSING,
        what="those on other sites may not read transcripts, chapters and feeds",
        will=f"let them (CORS rule {ID}: GET and HEAD from anywhere; others stay)",
        document={"CORSRules": [*others, RULE]},
    )


def _does(rule: Document) -> bool:
    exposed = {name.lower() for name in texts(rule.get("ExposeHeaders"))}
    return (
        "*" in texts(rule.get("AllowedOrigins"))
        and {"GET", "HEAD"} <= set(texts(rule.get("AllowedMethods")))
        and "*" in texts(rule.get("AllowedHeaders"))
        and {name.lower() for name in EXPOSED} <= exposed
    )
