"""`publisher import`. The module is called otherwise because `import` is a word of Python's."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from publisher.cli import report, steps
from publisher.cli.failure import FAILED, say
from publisher.cli.fetch import fetch, source_name
from publisher.cli.options import folder, folder_options, moment
from publisher.model import Ledger, Problem, Severity, Site

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from publisher.adopt import Adoption
    from publisher.adopt.folders import Shelved

ALIKE = 3
"""Of problems with the same remedy, so many are shown; --json has all."""


@click.command("import")
@click.argument("source")
@click.argument("place", required=False, metavar="[DIR]", type=click.Path(path_type=Path))
@click.option("--no-media", is_flag=True, help="Leave recordings and pictures where they are.")
@click.option("--json", "as_json", is_flag=True, help="Print what was made, skipped and told, as JSON.")
@folder_options
def import_(source: str, place: Path | None, no_media: bool, as_json: bool) -> int:
    """Bring the events of a calendar into episodes/, with their UIDs.

    \b
    Example:
      publisher import calendar.ics
      publisher import webcal://example.org/calendar.ics my-show

    SOURCE is an iCalendar file, - for what is piped in, or an http, https or webcal address. DIR is
    the project's folder, like -C. Every event gets a folder of its own. Nothing that is there is
    changed, and what was imported before is skipped.

    Who is invited, and alarms, stay behind. Links to join online go into event.md, and no further. A
    calendar has no media, so --no-media changes nothing.
    """
    root = folder() / (place or "")
    adoption, shelved = _import(source, root)
    if as_json:
        click.echo(report.import_as_json(*_paths(shelved), report.in_order(adoption.problems)))
    else:
        _tell(adoption, shelved, source_name(source))
    return FAILED if any(one.severity is Severity.ERROR for one in adoption.problems) else 0


def _import(source: str, root: Path) -> tuple[Adoption, Shelved]:
    from publisher.add import add
    from publisher.adopt import Source, adopt
    from publisher.read import HOME, read

    site = read(root)
    # In another zone than the show's own, events would be at other times.
    steps.raise_if_wrong(site, tuple(one for one in site.problems if one.place.file == site.show.origin.file))
    now, name = moment(None, site.show.timezone), source_name(source)
    data = fetch(source, folder())
    adoption = adopt(Source(data=data, name=name, show=site.show, now=now, rule=_rule))
    shelved = _shelve(adoption, site, root / HOME)
    add({f"{name}/{draft.kind}.md": draft.text for name, draft in shelved.new.items()}, root / HOME)
    return adoption, shelved


def _rule(text: str, zone: ZoneInfo, whole: bool) -> str:
    from publisher.read.recurrence.rrule import parse

    return parse(text, zone, all_day=whole).text


def _shelve(adoption: Adoption, site: Site, home: Path) -> Shelved:
    from publisher.adopt.folders import shelve
    from publisher.read.slug import slug
    from publisher.settle.guid import entry_guid, show_guid

    # Our own calendar names events by what their guids are derived from.
    guid = show_guid(site.show, Ledger())
    events = {event.guid or entry_guid(guid, event.slug): event for event in site.events}
    taken = {slug(path.name) for path in home.iterdir()} | {entry.slug for entry in site.entries}
    return shelve(adoption.drafts, events, taken, slug)


def _paths(shelved: Shelved) -> tuple[list[str], list[str]]:
    """The files that were made, and those of the events that were there."""
    made = [f"episodes/{name}/{draft.kind}.md" for name, draft in shelved.new.items()]
    return made, [event.origin.file for event in shelved.known]


def _tell(adoption: Adoption, shelved: Shelved, name: str) -> None:
    made, known = _paths(shelved)
    for path in made:
        click.echo(path)
    _tell_problems(report.in_order(adoption.problems))
    title = f" {adoption.title!r}" if adoption.title else ""
    if not adoption.drafts:
        say(f"there are no events in the calendar{title} ({name}): nothing to import")
        return
    say(f"{_events(len(made))} imported from the calendar{title} ({name})")
    if known:
        say(f"{_events(len(known))} skipped: already in episodes/")
    if made:
        say("  → look through them, then run: publisher check")


def _tell_problems(problems: Iterable[Problem]) -> None:
    """A few of each kind: in a long calendar, one cause has many."""
    alike: dict[tuple[str, str], list[Problem]] = {}
    for problem in problems:
        alike.setdefault((problem.code, problem.fix), []).append(problem)
    for group in alike.values():
        for problem in group[:ALIKE]:
            say(report.as_text(problem))
        if len(group) > ALIKE:
            say(f"  … and {len(group) - ALIKE} more like these; --json lists all")


def _events(number: int) -> str:
    return f"{number} event{'s' * (number != 1)}"
