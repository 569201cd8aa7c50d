"""What earlier runs have made of this folder, for the command that runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from publisher.cli.options import UNCACHED, folder

if TYPE_CHECKING:
    from publisher.kept import Kept

CACHE = ".publisher/cache"
"""Where pictures, entries and pages lie that were made once. It may be deleted at any time."""
HERE = "publisher.kept"


def kept() -> Kept | None:
    """What is kept, until the command ends; None where nobody wants it."""
    context = click.get_current_context()
    if context.meta.get(UNCACHED):
        return None
    if HERE not in context.meta:
        from publisher.kept import Kept

        context.meta[HERE] = found = Kept(folder() / CACHE, folder())
        context.call_on_close(found.close)
    made: Kept = context.meta[HERE]
    return made
