"""`publisher new`."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import click

from publisher.cli.options import folder, folder_options, moment
from publisher.errors import PublisherError

EPISODE = """\
---
title: {title}
summary: One or two sentences that make somebody press play.
# Without a date, it is the moment you publish.
# date: {date} 06:00
# Remove this line when it is ready. Drop the recording into this folder.
draft: true
---
What the episode is about, for those who read on.
"""
EVENT = """\
---
title: {title}
summary: One or two sentences that make somebody come.
start: {date} 09:00
end: {date} 10:00
online:
  platform: Zoom
# location: Street 1, 1000 Town
# registration: https://example.org/sign-up
# programme: [09:00 Welcome, 09:10 What it is about]
# recurrence: FREQ=WEEKLY;COUNT=6
# Remove this line when it is ready.
draft: true
---
What happens, and who it is for.
"""
ARTICLE = """\
---
title: {title}
summary: One or two sentences that say what it is about.
# Remove this line when it is ready.
draft: true
---
The text.
"""
TEMPLATES = {"episode": EPISODE, "event": EVENT, "article": ARTICLE}
AHEAD = timedelta(days=30)


@click.command()
@click.argument("kind", type=click.Choice(list(TEMPLATES)))
@click.argument("title")
@folder_options
def new(kind: str, title: str) -> int:
    """Start an episode, event or article, as a draft.

    \b
    Example:
      publisher new episode "Why politicians?"
    """
    from publisher.read.slug import slug

    home = folder() / "episodes"
    if not (home / "show.toml").is_file():
        raise PublisherError(f"there is no show in {folder()}", fix="start one with `publisher init`")
    name = slug(title)
    place = home / (f"{_number(home):03}-{name}" if kind == "episode" else name)
    words = " ".join(title.split())
    day = (moment(None, "UTC") + AHEAD).date().isoformat()
    text = TEMPLATES[kind].format(title="'" + words.replace("'", "''") + "'", date=day)
    try:
        place.mkdir()
        (place / f"{kind}.md").write_text(text, encoding="utf-8")
    except FileExistsError as error:
        raise PublisherError(f"{place} is there already", fix="choose another title") from error
    except OSError as error:
        raise PublisherError(f"{place} cannot be made: {error.strerror}", fix="check permissions") from error
    click.echo(place / f"{kind}.md")
    return 0


def _number(home: Path) -> int:
    """One more than the highest number that an entry's name starts with."""
    heads = (path.name.partition("-")[0] for path in home.iterdir())
    return max((int(head) for head in heads if head.isdecimal() and len(head) < 6), default=0) + 1
