"""publisher.model.podcasting.demand: elements that are wrong though each of their values is right.

Every demand is broken once in tests/podcasting.py; here are those with several ways to be right.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from publisher.model import Element
from publisher.model.podcasting import demand
from publisher.model.podcasting.elements import made

REMOTE, RECIPIENT = made("remoteItem", feedGuid="x"), made("valueRecipient", type="node")


@pytest.mark.parametrize(
    ("rule", "dtstart", "holds"),
    [
        ("FREQ=DAILY", None, True),
        ("FREQ=DAILY;COUNT=3", None, False),
        ("FREQ=DAILY;COUNT=3", "2026-01-01", True),
        ("FREQ=DAILY;UNTIL=20260301", "2026-01-01", True),
        ("FREQ=DAILY;UNTIL=20260301", "2026-01-01T06:00:00Z", False),
        ("FREQ=DAILY;UNTIL=20260301T000000Z", "2026-01-01T06:00:00Z", True),
    ],
)
def test_a_schedule_starts_where_it_counts(rule: str, dtstart: str | None, holds: bool) -> None:
    """PN-036."""
    assert demand.SCHEDULED.holds(made("updateFrequency", "x", rrule=rule, dtstart=dtstart)) == holds


@pytest.mark.parametrize(
    ("children", "holds"),
    [
        ((REMOTE,), True),
        ((RECIPIENT, RECIPIENT), True),
        ((), False),
        ((REMOTE, REMOTE), False),
        ((REMOTE, RECIPIENT), False),
    ],
)
def test_a_time_split_is_for_one_elsewhere_or_for_some_here(
    children: tuple[Element, ...], holds: bool
) -> None:
    """PN-027."""
    assert demand.SPLIT.holds(replace(made("valueTimeSplit"), children=children)) == holds


@pytest.mark.parametrize(
    ("type", "value", "holds"),
    [
        ("sri", "sha384-ExVqijgYHm15PqQqdXfW95x+Rs6C==", True),
        ("sri", "sha256-a sha512-b", True),
        ("sri", "md5-a", False),
        ("pgp-signature", "iQEzBAABCAAdFiEE", True),
    ],
)
def test_a_digest_is_one_that_browsers_know(type: str, value: str, holds: bool) -> None:
    """PN-023."""
    assert demand.SUBRESOURCE.holds(made("integrity", type=type, value=value)) == holds
