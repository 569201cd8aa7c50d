"""The name that was probably meant by one that is not there."""

from __future__ import annotations

import difflib
from bisect import bisect_left
from collections.abc import Sequence

MOST = 100
"""Names that are all compared: that takes long, and a show may lack thousands at once."""
BESIDE = 8
"""Of more names, those compared on either side of where the name would stand in their order."""


def nearest(name: str, names: Sequence[str], cutoff: float) -> str | None:
    """The one of the sorted `names` most like `name`, where it is at least `cutoff` (0 to 1) alike."""
    if len(names) > MOST:
        at = bisect_left(names, name)
        names = names[max(at - BESIDE, 0) : at + BESIDE]
    return next(iter(difflib.get_close_matches(name, names, n=1, cutoff=cutoff)), None)
