"""What need not be read back, because the store has said by a digest of its own that it holds it.

A store that leaves out or rewrites types and cache policies does so always: one of each kind is looked
at all the same, and everything that was not vouched for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from publisher.model import Artifact


def doubtful(artifacts: Iterable[Artifact], vouched: Collection[str]) -> list[Artifact]:
    """Those of `artifacts` to read back, of which the store has `vouched` for these keys."""
    seen, found = set[tuple[str, str]](), list[Artifact]()
    for artifact in artifacts:
        kind = artifact.type, artifact.cache
        if artifact.key not in vouched or kind not in seen:
            found.append(artifact)
            seen.add(kind)
    return found
