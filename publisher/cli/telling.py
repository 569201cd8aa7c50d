"""Telling others of a publish: the clock, the environment and the folder that it needs."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from publisher.cli.options import folder
from publisher.cli.steps import Prepared, memory
from publisher.errors import PublisherError
from publisher.model import News, Told
from publisher.news import news
from publisher.standing import read_revision
from publisher.tell import Means, tell


def news_of(prepared: Prepared) -> News:
    """What carrying out the plan changes, counted from the last revision that listeners saw whole."""
    found = prepared.standing
    before = found.ledger
    if found.head.next and found.head.name:
        # What stands there is the ledger of a run that died: nobody has been told of it yet.
        remembered = memory()
        before = read_revision(prepared.store, found.head.name, remembered).ledger
    return news(prepared.plan, prepared.site, before=before, after=prepared.ledger)


def purge(prepared: Prepared) -> tuple[Told, ...]:
    """Have old copies forgotten, before anybody looks for the new ones."""
    return _tell(prepared, purge=True)


def announce(prepared: Prepared) -> tuple[Told, ...]:
    """Tell everybody else."""
    return _tell(prepared, purge=False)


def _tell(prepared: Prepared, *, purge: bool) -> tuple[Told, ...]:
    means = Means(environment=os.environ, moment=datetime.now(UTC), folder=folder())
    try:
        return tell(news_of(prepared), prepared.site.show, means, purge=purge)
    except Exception as error:
        # It is published, whatever this is.
        wrong = str(error) if isinstance(error, PublisherError) else type(error).__name__
        return (Told(by="notify", whom="anybody", wrong=wrong),)
