"""An earlier revision × what the target has → Plan: pages and feeds as they were, byte for byte.

Small objects come from their copies in `.publisher/blobs/`, or from where they still stand; only those that
differ, and each held against its sha256. Recordings and pictures are not moved: they are still there, or it
is no way back. Calendars are not put back but made anew (see `publisher.settle.earlier`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import cast

from publisher.each import each
from publisher.errors import PublisherError, StoreError, some
from publisher.model import PODCAST, Artifact, Plan, Revision, StoredObject, is_immutable
from publisher.past import is_calendar
from publisher.plan import plan, stored
from publisher.standing import Standing, blob_key
from publisher.store.interface import Store

ELSE = "choose another one that `publisher history` lists, or put it right in episodes/ and publish"


def roll_back(
    old: Revision,
    made: Iterable[Artifact],
    found: Standing,
    store: Store,
    *,
    base_url: str,
    withdrawn: Collection[str] = (),
) -> tuple[Plan, tuple[Artifact, ...]]:
    """The plan that puts `old` back, with the calendars and what else was `made` for it, and its artifacts.

    The lasting files that the target has now stay named, for the publish that brings the newer content
    back. Raises PublisherError where something that `old` names is gone, or `old` was made for another
    address than `base_url`.
    """
    there = {known.key: known for known in found.objects}
    ours = {artifact.key: artifact for artifact in made}
    wanted = [_artifact(known) for known in old.objects if not is_calendar(known.key)]
    lasting = [artifact for artifact in wanted if is_immutable(artifact.key)]
    passing = [artifact for artifact in wanted if not is_immutable(artifact.key) and artifact.key not in ours]
    _raise_if_gone(old, [one for one in lasting if not _is_same(one, there.get(one.key))], store)
    brought = _brought(old, [one for one in passing if there.get(one.key) != stored(one)], store)
    _raise_if_elsewhere(old, brought, base_url)
    still = [_artifact(known) for known in found.objects if is_immutable(known.key)]
    whole = ours | {one.key: one for one in (*still, *passing, *lasting, *brought)}
    artifacts = tuple(whole[key] for key in sorted(whole))
    here = {one.key: stored(one) for one in (*still, *lasting)}
    return (
        plan(
            artifacts,
            (there | here).values(),
            revision=found.head.revision,
            touching=set(found.touching) - set(here),
            withdrawn=withdrawn,
            renewed=True,
        ),
        artifacts,
    )


def _artifact(known: StoredObject) -> Artifact:
    """The artifact that `known` was made of; its bytes are at the target."""
    return Artifact(
        key=known.key, type=known.type or "", size=known.size, sha256=known.sha256 or "", body=None
    )


def _is_same(artifact: Artifact, known: StoredObject | None) -> bool:
    """Whether the bytes at `artifact`'s key are its own."""
    sha256 = known.sha256 or artifact.sha256 if known else None
    return bool(known and known.size == artifact.size and sha256 == artifact.sha256)


def _raise_if_gone(old: Revision, lasting: list[Artifact], store: Store) -> None:
    """Look for what only earlier revisions name."""
    found = each(lasting, lambda artifact: store.head(artifact.key))
    gone = [one.key for one, there in zip(lasting, found, strict=True) if not _is_same(one, there)]
    if gone:
        raise PublisherError(
            f"revision {old.number} cannot come back: these are not there any more: {some(gone)}", fix=ELSE
        )


def _brought(old: Revision, absent: list[Artifact], store: Store) -> list[Artifact]:
    """The artifacts with their bytes."""
    bodies = each(absent, lambda artifact: _body(artifact, store))
    copies = list(zip(absent, bodies, strict=True))
    if gone := [artifact.key for artifact, body in copies if body is None]:
        raise PublisherError(
            f"revision {old.number} cannot come back: there are no copies any more of {some(gone)}", fix=ELSE
        )
    return [replace(artifact, body=body) for artifact, body in copies]


def _body(artifact: Artifact, store: Store) -> bytes | None:
    """Its copy, or itself where it was never written over."""
    copy = store.get(blob_key(artifact.sha256))
    if copy is not None and hashlib.sha256(copy).hexdigest() != artifact.sha256:
        raise StoreError(f"{store.name}: the copy of {artifact.key} is damaged", fix=ELSE)
    if copy is not None:
        return copy
    here = store.get(artifact.key)
    return here if here is not None and hashlib.sha256(here).hexdigest() == artifact.sha256 else None


def _raise_if_elsewhere(old: Revision, brought: list[Artifact], base_url: str) -> None:
    """A feed says where it is: one of another address would lead everybody there."""
    address = f"{base_url}/{PODCAST}".encode()
    for artifact in brought:
        if artifact.key == PODCAST and address not in cast("bytes", artifact.content):
            raise PublisherError(
                f"revision {old.number} was made for another address than {base_url}: "
                "its feeds and pages would lead there",
                fix="undo the change in episodes/ instead, for example with git revert, and publish",
            )
