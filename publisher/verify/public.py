"""What the public gets through base_url, as data: how far that is from what was published."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from urllib.parse import urlsplit

from publisher.model import Enclosure, Finding, Severity, StoredObject
from publisher.verify.around import check_certificates, check_hidden, check_listing, check_plain
from publisher.verify.asking import Patience, chosen, look_at
from publisher.verify.listener import Listener
from publisher.verify.look import Look
from publisher.verify.named import FEED, named
from publisher.verify.wanted import Kind, Wanted, wanted

SAMPLE = 50
"""Of each kind, where not all are asked for. Feeds, and what else has no folder, are always."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Public:
    """What should be public at `base_url`, and what of it is asked for."""

    base_url: str
    objects: tuple[StoredObject, ...]
    older: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """Per key what earlier revisions had there, sha256 → size."""
    elsewhere: tuple[Enclosure, ...] = ()
    """Media that somebody else hosts."""
    hidden: tuple[str, ...] = ()
    """Keys that nobody may read."""
    sample: int | None = SAMPLE
    """How many of each kind; None is all."""
    seed: str = ""
    """Which ones: the same for the same seed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What was found; `asked` of `known` objects were asked for."""

    findings: tuple[Finding, ...] = ()
    asked: int = 0
    known: int = 0
    days: int | None = None
    """For how long base_url's certificate is valid yet, if it has one."""

    @property
    def right(self) -> bool:
        """Whether nothing is wrong but what only some listeners miss."""
        return not any(finding.severity is Severity.ERROR for finding in self.findings)


def verify_public(public: Public, listener: Listener, *, patience: Patience, now: datetime) -> Heard:
    """Everything that is not as it was published, worst first."""
    base_url = public.base_url.rstrip("/")
    everything = [wanted(base_url, known, public.older.get(known.key)) for known in public.objects]
    everything += [_hosted(enclosure) for enclosure in public.elsewhere]
    asked = chosen(everything, public.sample, public.seed)
    looks = look_at(asked, listener, patience)
    return _heard(base_url, public.hidden, asked, looks, len(everything), listener, now)


def verify_feed(
    base_url: str, hidden: tuple[str, ...], listener: Listener, *, sample: int | None, now: datetime
) -> Heard:
    """As `verify_public`, without knowing what was published: by what the feed itself names."""
    base_url = base_url.rstrip("/")
    everything, wrong = named(base_url, listener)
    feed = Wanted(key=FEED, url=f"{base_url}/{FEED}", kind=Kind.FEED, type="application/rss+xml")
    asked = chosen(everything, sample, base_url) if wrong else [feed, *chosen(everything, sample, base_url)]
    looks = look_at(asked, listener, Patience(seconds=0))
    heard = _heard(base_url, hidden, asked, looks, len(everything) + 1, listener, now)
    return replace(heard, findings=_sorted((*wrong, *heard.findings)))


def _heard(
    base_url: str,
    hidden: tuple[str, ...],
    asked: list[Wanted],
    looks: list[Look],
    known: int,
    listener: Listener,
    now: datetime,
) -> Heard:
    """Everything about the objects, and what is around them if anything is there at all."""
    findings = [finding for found in looks for finding in found.findings]
    if any(one.ours and not found.absent for one, found in zip(asked, looks, strict=True)):
        findings += check_hidden(base_url, hidden, listener)
        findings += check_listing(base_url, listener)
        findings += check_plain(base_url, listener)
    hosts = dict.fromkeys(urlsplit(one.url).hostname or "" for one in asked if one.ours)
    findings += check_certificates(hosts, listener, now)
    certificate = listener.certificates.get(urlsplit(base_url).hostname or "")
    days = max(0, (certificate.end - now).days) if certificate else None
    return Heard(findings=_sorted(findings), asked=len(asked), known=known, days=days)


def _hosted(enclosure: Enclosure) -> Wanted:
    return Wanted(
        key="",
        url=enclosure.url or "",
        kind=Kind.MEDIA,
        size=enclosure.length,
        type=enclosure.type,
        ours=False,
    )


def _sorted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda one: (one.severity, one.where, one.what)))
