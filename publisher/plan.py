"""Artifacts × the target's objects → Plan: what it takes to make the one equal to the other.

Compared are sha256, size, media type and cache policy, as sets: never ETags, times or a listing
(S3-002, S3-006).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from publisher.errors import PublisherError, UnsafePlanError
from publisher.model import Artifact, Plan, StoredObject, Upload, is_immutable

LARGEST_CUT = 20
"""Deletions that need no consent; more than a tenth of what is published needs it too, if that is more."""


def plan(
    artifacts: Iterable[Artifact],
    objects: Iterable[StoredObject],
    *,
    revision: int,
    touching: Collection[str] = (),
    withdrawn: Collection[str] = (),
    renewed: bool = False,
) -> Plan:
    """The plan from `objects`, as of `revision`, to `artifacts`.

    `touching` are keys that a run left half done: whatever they hold, they are written again.
    `renewed` makes a new revision even of equal objects, because the ledger moved on.
    Immutable objects are never deleted here, unless they are `withdrawn`, so that nobody may get them
    any more. Raises PublisherError where bytes are nowhere to be had.
    """
    known, unsure = {stored.key: stored for stored in objects}, frozenset(touching)
    wanted = {artifact.key: artifact for artifact in artifacts}
    reasons = ((key, _why(artifact, known.get(key), key in unsure)) for key, artifact in wanted.items())
    changed = sorted((key, why) for key, why in reasons if why)
    upload = tuple(Upload(artifact=wanted[key], why=why) for key, why in changed)
    _raise_if_absent(upload)
    gone = (known.keys() | unsure) - wanted.keys()
    delete = tuple(sorted(key for key in gone if not is_immutable(key) or key in withdrawn))
    changes = bool(upload or delete or renewed)
    return Plan(revision=revision + changes, upload=upload, delete=delete, keep=len(wanted) - len(upload))


def raise_if_unsafe(plan: Plan, published: int) -> None:
    """Raise UnsafePlanError when `plan` takes away more of the `published` objects than is usual."""
    if len(plan.delete) > max(LARGEST_CUT, published // 10):
        raise UnsafePlanError(
            f"this would delete {len(plan.delete)} of {published} published files, such as {plan.delete[0]}",
            fix="if that is what you want, say --force",
        )


def stored(artifact: Artifact) -> StoredObject:
    """What a revision records of `artifact`."""
    return StoredObject(
        key=artifact.key, size=artifact.size, sha256=artifact.sha256, type=artifact.type, cache=artifact.cache
    )


def _why(artifact: Artifact, known: StoredObject | None, touched: bool) -> str | None:
    if touched:
        return "unknown"
    if known is None:
        return "new"
    if (known.sha256, known.size) != (artifact.sha256, artifact.size):
        return "changed"
    return None if (known.type, known.cache) == (artifact.type, artifact.cache) else "retyped"


def _raise_if_absent(upload: tuple[Upload, ...]) -> None:
    absent = [item.artifact.key for item in upload if item.artifact.body is None]
    if absent:
        raise PublisherError(
            f"{', '.join(absent)}: the recording is neither on this machine nor at the target",
            fix="run this where the recording is as it was published, "
            "or write `remaster: 1` to publish it as it is now",
        )
