"""Taking back for good: what holds an entry or a person goes at once, whatever its grace."""

from __future__ import annotations

import re

from publisher.model import LedgerEntry, Mark


def is_taken(mark: Mark, row: LedgerEntry | None) -> bool:
    """Whether what is not needed any more goes with the entry of `row`, or with a person if None.

    Which pictures and pages tell of an entry nobody remembers, so all of them go. Other entries' old
    recordings stay for their grace, unless a person may be heard in them.
    """
    if row is None or mark.orphan or not mark.key.startswith("media/"):
        return True
    return bool(re.fullmatch(rf"media/{re.escape(row.slug)}-(r\d+-)?[0-9a-f]{{12}}\.\w+", mark.key))
