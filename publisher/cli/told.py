"""What came of telling others of a publish, in words and as data."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from publisher.model import Told


def told_as_text(told: Iterable[Told]) -> Iterator[str]:
    """A line for all who know, and one for each who could not be told and why."""
    known = defaultdict(list)
    failed = defaultdict(list)
    for one in told:
        if one.wrong is None:
            known[one.by].append(one.whom)
        else:
            failed[one.by, one.whom, one.wrong, one.fix].append(one.of)
    if known:
        names = (f"{by} ({', '.join(dict.fromkeys(whom))})" for by, whom in known.items())
        yield f"told {', '.join(names)}"
    for (by, whom, wrong, fix), of in failed.items():
        what = f" of {', '.join(of)}" if any(of) else ""
        yield f"warning: {by} could not tell {whom}{what}: {wrong}{f'; {fix}' if fix else ''}"


def told_as_rows(told: Iterable[Told]) -> list[dict[str, str | None]]:
    """As `publish --json` prints it."""
    return [
        {"by": one.by, "whom": one.whom, "of": one.of or None, "wrong": one.wrong, "fix": one.fix or None}
        for one in told
    ]
