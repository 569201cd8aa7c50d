"""`[calendar]` of show.toml (RFC 7986 §5): what the calendar says of itself, and for how long."""

from __future__ import annotations

import re
from datetime import timedelta
from difflib import get_close_matches

from publisher.model import Calendar, Rule, Severity
from publisher.model.source import CSS_COLOURS
from publisher.read.fields import Fields
from publisher.read.text import shown

COLOUR = Rule("ICX-003", Severity.ERROR, "The colour of a calendar is a name of CSS3", CSS_COLOURS)
RAREST = 24 * 366
"""Hours: who looks once a year need not look."""
LONGEST = 36_500
"""Days: a century."""


def read_calendar(fields: Fields) -> Calendar:
    """What the table `calendar` says."""
    table = fields.table("calendar")
    if table is None:
        return Calendar()
    refresh = table.whole("refresh", least=1, most=RAREST)
    keep = table.whole("keep", most=LONGEST)
    calendar = Calendar(
        title=table.text("title"),
        description=table.text("description"),
        color=_colour(table),
        refresh=timedelta(hours=refresh) if refresh else Calendar().refresh,
        keep=None if keep is None else timedelta(days=keep),
    )
    table.close()
    return calendar


def _colour(fields: Fields) -> str | None:
    """The name of a colour, in small letters."""
    written = fields.text("color")
    if written is None:
        return None
    import webcolors

    names: list[str] = webcolors.names(webcolors.CSS3)
    name = re.sub(r"[\s_-]", "", written).lower()
    if name in names:
        return name
    near = _nearest(written, names) or next(iter(get_close_matches(name[:40], names, n=1)), None)
    fix = fields.line("color", near or "steelblue")
    message = f"is {shown(written)}, and calendars know colours by their names in CSS only"
    fields.report(COLOUR, "color", message, fix if near else f"{fix}, or another name of CSS")
    return None


def _nearest(written: str, names: list[str]) -> str | None:
    """The name of the colour that looks most like `#rrggbb`."""
    import webcolors

    try:
        wanted = webcolors.hex_to_rgb(f"#{written.removeprefix('#')}")
    except ValueError:
        return None

    def distance(name: str) -> int:
        return sum((one - other) ** 2 for one, other in zip(webcolors.name_to_rgb(name), wanted, strict=True))

    return min(names, key=distance)
