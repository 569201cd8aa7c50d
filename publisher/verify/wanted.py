"""What a listener should get at an address, and what would be wrong there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from publisher.model import Finding, Severity, StoredObject, is_immutable
from publisher.verify.answer import media_type

FEEDS = ("application/rss+xml", "application/atom+xml", "application/feed+json", "text/calendar")


class Kind(StrEnum):
    """What is asked of an object depends on who asks for it."""

    FEED = "feed"
    SIDECAR = "sidecar"
    """A transcript or chapters: players in browsers fetch them from other sites (PN-054)."""
    PAGE = "page"
    """What is only read where it stands: pages, and what they load."""
    MEDIA = "media"
    ART = "art"
    """Pictures and files under hashed keys: apps ask for their length first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What should be at `url`. What is None is not known and not compared.

    `older` is what earlier revisions had there, sha256 → size. What is not `ours` can only be warned of.
    """

    key: str
    url: str
    kind: Kind
    size: int | None = None
    sha256: str | None = None
    type: str | None = None
    cache: str | None = None
    older: Mapping[str, int] = field(default_factory=dict, hash=False)
    ours: bool = True

    def error(self, what: str, fix: str) -> Finding:
        """Something that listeners lose."""
        severity = Severity.ERROR if self.ours else Severity.WARNING
        return Finding(key=self.key, url=self.url, what=what, fix=fix, severity=severity)

    def warning(self, what: str, fix: str) -> Finding:
        """Something that some listeners miss."""
        return Finding(key=self.key, url=self.url, what=what, fix=fix, severity=Severity.WARNING)


def wanted(base_url: str, known: StoredObject, older: Mapping[str, int] | None = None) -> Wanted:
    """What `known` should look like from outside."""
    return Wanted(
        key=known.key,
        url=f"{base_url.rstrip('/')}/{known.key}",
        kind=_kind(known),
        size=known.size,
        sha256=known.sha256,
        type=known.type,
        cache=known.cache,
        older=older or {},
    )


def _kind(known: StoredObject) -> Kind:
    if known.key.startswith("media/"):
        return Kind.MEDIA
    if is_immutable(known.key):
        return Kind.ART
    if media_type(known.type or "")[0] in FEEDS:
        return Kind.FEED
    return Kind.SIDECAR if known.key.startswith("episodes/") and known.key.count("/") > 1 else Kind.PAGE
