"""How new objects are given out, before anything points at them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from publisher.model import Finding, StoredObject
from publisher.verify.asking import Patience, look_at
from publisher.verify.listener import Listener
from publisher.verify.look import Look, look
from publisher.verify.wanted import Wanted, wanted

WITNESSES = 3
"""Objects of before that are asked at most."""


class Served(StrEnum):
    """How base_url gives out a new object. `absent`: it does not lead to this target, or not yet."""

    RIGHT = "right"
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
    patience: Patience,
) -> tuple[Seen, ...]:
    """How base_url serves new objects, before anything points at them.

    It may not serve this target yet: then all are absent. What proves that it does is one object, of
    these or of those `published` before, that it gives out as it was stored; then absent is wrong.
    """
    base_url = base_url.rstrip("/")
    asked = [wanted(base_url, known) for known in objects]
    looks = look_at(asked, listener, patience)
    witnesses = islice(sorted(published, key=lambda known: known.key.count("/")), WITNESSES)
    proven = any(found.ours for found in looks) or any(
        look(wanted(base_url, known), listener).ours for known in witnesses
    )
    return tuple(_seen(one, found, proven) for one, found in zip(asked, looks, strict=True))


def _seen(asked: Wanted, found: Look, proven: bool) -> Seen:
    if found.right:
        return Seen(key=asked.key, served=Served.RIGHT, findings=found.findings)
    return Seen(key=asked.key, served=Served.WRONG if proven else Served.ABSENT, findings=found.findings)
