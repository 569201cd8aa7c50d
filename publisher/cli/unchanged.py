"""Where nothing has changed since an earlier run, it comes to what it came to then."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from publisher.cli.kept import kept
from publisher.cli.options import moment, verbose
from publisher.model import Ledger, Site

if TYPE_CHECKING:
    from publisher.cli.steps import Made
    from publisher.kept import Outcome

BUILD, DRAFTS, PUBLISH = "build", "build with drafts", "publish"


def earlier(purpose: str) -> Outcome | None:
    """What the show came to for `purpose` in an earlier run; None where anything in episodes/ has changed."""
    known = kept()
    found = known.outcomes.find(purpose) if known else None
    # Who wants to hear which files are ignored wants them to be looked at.
    return None if verbose() else found


def holds(outcome: Outcome, ledger: Ledger, at: str | None) -> bool:
    """Whether it comes to the same with this `ledger`, now or at the moment that was asked for."""
    return outcome.holds(ledger, moment(at, outcome.show.timezone))


def remember(
    purpose: str,
    site: Site,
    before: Ledger,
    made: Made,
    now: datetime,
) -> None:
    """Keep what was `made` of `site` for `purpose`, until something appears, expires or passes by itself.

    It holds for the ledger that came of it, which the next run is given.
    """
    known = kept()
    if known is None:
        return
    from publisher.kept import Outcome, digest, rows
    from publisher.settle import changes, comes_again

    after = digest(made.ledger)
    if after != digest(before) and not comes_again(site, made.ledger, made.holders):
        return
    coming = changes(site, made.ledger, now, drafts=purpose == DRAFTS)
    outcome = Outcome(
        show=site.show,
        since=now,
        until=coming[0].moment if coming else None,
        ledger=after,
        warnings=made.warnings,
        rows=rows(made.artifacts),
    )
    known.outcomes.keep(purpose, outcome)
