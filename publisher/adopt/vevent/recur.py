"""An RRULE (RFC 5545 §3.3.10) as event.md has it, and the times it gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time
from itertools import takewhile
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from publisher.adopt.vevent.moments import LAST, Hand

if TYPE_CHECKING:
    from icalendar import vRecur

Say = Callable[[str, ZoneInfo, bool], str]
"""What our reader makes of a rule; see `Source.rule`."""


class RecurError(ValueError):
    """A rule that event.md cannot say: why, in the producer's words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recur:
    """A rule by the clocks of an event. `text` is for event.md, `local` the same with UNTIL by the clock."""

    text: str
    local: str
    start: datetime
    """Naive, as clocks show it."""

    def starts(self, through: datetime | None = None) -> Iterator[datetime]:
        """When it happens, naive, as clocks show it; `through` is the last to ask for."""
        from dateutil.rrule import rrulestr

        rule = rrulestr(self.local, dtstart=self.start)
        return iter(rule) if through is None else takewhile(lambda one: one <= through, rule)

    def first(self, hand: Hand) -> datetime:
        """The first time."""
        return hand.take(next(self.starts()).replace(tzinfo=hand.zone))


def read_recur(value: str, hand: Hand, start: datetime, rule: Say) -> Recur:
    """The rule that `value` is, for an event that starts at `start`. Raises RecurError."""
    from icalendar import vRecur

    try:
        # Ours says best why not.
        rule(value, hand.zone, hand.whole)
        recur = vRecur.from_ical(value.upper())
        until = _until(recur, hand)
        recur.pop("UNTIL", None)
        rest = recur.to_ical().decode()
        written = (f"{until:%Y%m%d}" if hand.whole else f"{until:%Y%m%dT%H%M%SZ}") if until else ""
        made = Recur(
            text=rule(_with(rest, written), hand.zone, hand.whole),
            local=_with(rest, f"{until.astimezone(hand.zone):%Y%m%dT%H%M%S}" if until else ""),
            start=start.astimezone(hand.zone).replace(tzinfo=None),
        )
        if not any(True for _ in made.starts()):
            raise RecurError("gives no time at all")
        return made
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError) as error:
        raise RecurError(str(error) or "is no rule") from error


def _until(recur: vRecur, hand: Hand) -> datetime | None:
    """Until when, in UTC; of whole days the midnight that the last may start at, in the zone."""
    found = recur.get("UNTIL")
    if not found:
        return None
    until = found[0]
    if until.year > LAST:
        # Calendars write the last of all days for what never ends.
        return None
    if not isinstance(until, datetime):
        # A day alone is one that the series still happens on.
        last = time() if hand.whole else time(23, 59, 59)
        until = datetime.combine(until, last, hand.zone)
    local = until.astimezone(hand.zone) if until.tzinfo else until.replace(tzinfo=hand.zone)
    if hand.whole:
        return datetime.combine(local.date(), time(), hand.zone)
    return local.astimezone(UTC)


def _with(rule: str, until: str) -> str:
    frequency, _, rest = rule.partition(";")
    return ";".join(filter(None, (frequency, until and f"UNTIL={until}", rest)))
