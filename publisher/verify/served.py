"""How base_url gives out what a publish writes: before anything points at it, and after."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from publisher.model import Finding, StoredObject
from publisher.verify.asking import Patience, chosen, look_at
from publisher.verify.listener import Listener
from publisher.verify.look import Look, look
from publisher.verify.wanted import Wanted, wanted

WITNESSES = 3
"""Objects of before that are asked at most."""


class Served(StrEnum):
    """How base_url gives out an object.

    `late`: a cache still has what was there before. `absent`: base_url does not lead to this target, or
    not yet.
    """

    RIGHT = "right"
    LATE = "late"
    ABSENT = "absent"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """How one object is served, and what is not as it should be."""

    key: str
    served: Served
    findings: tuple[Finding, ...] = ()


def check_public(
    base_url: str,
    objects: Iterable[StoredObject],
    listener: Listener,
    *,
    published: Iterable[StoredObject] = (),
    sample: int | None = None,
    patience: Patience,
) -> tuple[Seen, ...]:
    """How base_url serves `objects` of a publish, or a `sample` of each kind.

    It may not serve this target yet: then all are absent. What proves that it does is one object, of
    these or of those `published` before, that it gives out as it was stored; then absent is wrong.
    """
    base_url, published = base_url.rstrip("/"), tuple(published)
    before = {known.key: {known.sha256 or "": known.size} for known in published}
    everything = [wanted(base_url, known, before.get(known.key)) for known in objects]
    asked = chosen(everything, sample, base_url)
    looks = look_at(asked, listener, patience)
    proven = any(found.ours for found in looks) or _is_served(base_url, published, listener)
    return tuple(_seen(one, found, proven) for one, found in zip(asked, looks, strict=True))


def _is_served(base_url: str, published: Iterable[StoredObject], listener: Listener) -> bool:
    """Whether base_url gives out any of a few objects of before."""
    witnesses = islice(sorted(published, key=lambda known: known.key.count("/")), WITNESSES)
    return any(look(wanted(base_url, known), listener).ours for known in witnesses)


def _seen(asked: Wanted, found: Look, proven: bool) -> Seen:
    if found.right:
        served = Served.RIGHT
    elif not proven:
        served = Served.ABSENT
    else:
        served = Served.LATE if found.lagging else Served.WRONG
    return Seen(key=asked.key, served=served, findings=found.findings)
