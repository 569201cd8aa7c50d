"""`recurrence` of an event: a rule, or a table with what is added to it, left out and changed.

RFC 5545 §3.8.5 (ICS-020). A rule that contradicts the start of its event is refused: of such a
series every calendar makes something else.
"""

from __future__ import annotations

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from publisher.model import Place, Recurrence, Rule, Severity
from publisher.model.source import RFC5545
from publisher.read.fields import VALUE, Fields
from publisher.read.moment import When
from publisher.read.recurrence.change import Change, instances, read_change
from publisher.read.recurrence.member import Members
from publisher.read.recurrence.rrule import EXAMPLE, RRule, RuleError, parse
from publisher.read.recurrence.series import AHEAD, Series, make_series
from publisher.read.span import Span

RULE = Rule(
    "ICS-020",
    Severity.ERROR,
    "A recurrence rule is one that calendars know, and gives the event's start first",
    f"{RFC5545}#section-3.3.10",
)
KEYS = ("rule", "except", "also", "changed")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    """What stands in `fields`, the rule at `key`."""

    fields: Fields
    key: str
    rule: str | None
    excluded: tuple[tuple[When, Place], ...] = ()
    added: tuple[tuple[When, Place], ...] = ()
    changes: tuple[Change, ...] = ()


def read_recurrence(fields: Fields, zone: ZoneInfo, span: Span | None) -> Recurrence | None:
    """When the event with this span happens again; None where it does not, or nobody can tell."""
    table = fields.table("recurrence") if fields.is_table("recurrence") else None
    if table is None:
        text = fields.text("recurrence")
        written = _Written(fields=fields, key="recurrence", rule=text)
    else:
        written = _table(table, zone)
    rule = _rule(written, zone, all_day=span.all_day if span else False)
    if span is None or (rule is None and (written.rule or not written.added)):
        return None
    return _recurrence(written, rule, Members(span=span, zone=zone, problems=fields.problems))


def _table(table: Fields, zone: ZoneInfo) -> _Written:
    written = _Written(
        fields=table,
        key="rule",
        rule=table.uncut("rule", KEYS),
        excluded=table.whens("except", zone),
        added=table.whens("also", zone),
        changes=table.each("changed", lambda inside: read_change(inside, zone)),
    )
    if table.missing("also"):
        table.require(VALUE, "rule", table.line("rule", EXAMPLE))
    table.close()
    return written


def _rule(written: _Written, zone: ZoneInfo, *, all_day: bool) -> RRule | None:
    """The rule that was written, or None with the problem recorded."""
    try:
        return parse(written.rule, zone, all_day=all_day) if written.rule else None
    except RuleError as error:
        written.fields.report(RULE, written.key, str(error), error.fix)
        return None


def _recurrence(written: _Written, rule: RRule | None, members: Members) -> Recurrence:
    """The series that all of it makes, with what is wrong with it recorded."""
    also = (members.moment(when, place, "recurrence.also") for when, place in written.added)
    added = tuple(sorted({moment for moment in also if moment}))
    named = (*(when for when, _ in written.excluded), *(change.original for change in written.changes))
    far = max((when.over or when.moment for when in named), default=members.span.start)
    series = make_series(rule, members.span, members.zone, added, far)
    fault = _contradiction(rule, series, members) if rule else None
    if fault:
        written.fields.report(RULE, written.key, *fault)
        return Recurrence(rule=rule.text if rule else None, starts=(members.span.start,))
    out = (members.named(series, when, place, "recurrence.except") for when, place in written.excluded)
    excluded = tuple(sorted({moment for moments in out for moment in moments}))
    changed = instances(written.changes, members, series, excluded)
    if series.complete and set(series.starts) <= set(excluded):
        fix = "leave one in, or write `status: cancelled` for the event"
        written.fields.report(RULE, "except", "leaves out every time there is", fix)
    return Recurrence(
        rule=rule.text if rule else None,
        added=added,
        excluded=excluded,
        changed=changed,
        last=series.over(excluded, changed),
        starts=series.ahead(excluded, changed),
    )


def _contradiction(rule: RRule, series: Series, members: Members) -> tuple[str, str] | None:
    """Why the rule is none for this event, and what to do."""
    start, first = members.span.start, series.first
    if rule.until and rule.until < start:
        return "ends before the event starts", "write a later UNTIL, or remove it"
    if first is None:
        fix = f"write a rule that happens on {members.shown(start)}"
        return f"never happens: in {AHEAD} years, no day is like that", fix
    if first != start:
        message = (
            f"gives {members.shown(first)} as the first time; the event starts on {members.shown(start)}"
        )
        return message, f"write `start: {members.written(first)}`, or a rule that gives the start"
    if not series.complete and len(series.starts) == 1:
        return f"happens once, and not again in {AHEAD} years", "write a smaller INTERVAL"
    return None
