"""Calendars made of a few lines, and what importing makes of them."""

from __future__ import annotations

from collections.abc import Mapping as Table
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from publisher.adopt import Adoption, Draft, Source, adopt
from publisher.model import Show
from publisher.read.front_matter import read_document
from publisher.read.node import Mapping, Node, Scalar
from publisher.read.recurrence.rrule import parse
from tests.read.project import Project

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
SHOW = Show(title="A show", timezone="Europe/Copenhagen")
NAME = "calendar.ics"


def rule(text: str, zone: ZoneInfo, whole: bool) -> str:
    """What our reader makes of a rule."""
    return parse(text, zone, all_day=whole).text


def source(data: bytes, *, show: Show = SHOW, now: datetime = NOW) -> Source:
    return Source(data=data, name=NAME, show=show, now=now, rule=rule)


def calendar(*events: str, before: str = "") -> bytes:
    """A calendar with these VEVENTs, each given by its lines; `before` are lines of its own and its zones."""
    parts = [f"BEGIN:VEVENT\n{event.strip()}\nEND:VEVENT" for event in events]
    lines = "\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", before.strip(), *parts, "END:VCALENDAR", ""])
    return (
        "\n".join(line.strip() for line in lines.split("\n") if line.strip()).replace("\n", "\r\n").encode()
    )


def imported(*events: str, before: str = "", show: Show = SHOW, now: datetime = NOW) -> Adoption:
    """What importing a calendar with these VEVENTs gives."""
    return adopt(source(calendar(*events, before=before), show=show, now=now))


def told(adoption: Adoption) -> list[str]:
    """Each problem as `line CODE`."""
    return [f"{one.place.line} {one.code}" for one in adoption.problems]


def keys(draft: Draft, folder: Path) -> dict[str, object]:
    """The front matter of a draft, as our own reader has it."""
    path = folder / "event.md"
    path.write_text(draft.text, encoding="utf-8")
    document, problems = read_document(path, path.name)
    assert problems == ()
    return _value(document.keys)  # type: ignore[return-value]


def _value(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {key.text: _value(value) for key, value in node.items}
    return [_value(one) for one in node.items]


def put(adoption: Adoption, project: Project) -> Table[str, Draft]:
    """Put every draft into the project, in a folder of its own."""
    placed = {f"{number:03}": draft for number, draft in enumerate(adoption.drafts)}
    for name, draft in placed.items():
        project.write(f"{name}/{draft.kind}.md", draft.text)
    return placed
