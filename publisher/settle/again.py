"""Whether a show that was settled comes to the same once more, with the ledger that came of it.

It nearly always does: what was given a row keeps it, and what was not has none. But an entry that is still
hidden may claim what was only now given to another, and who retires what never was is told of it only
where there is a ledger.
"""

from __future__ import annotations

from collections.abc import Mapping

from publisher.model import Ledger, Site
from publisher.settle.match import answering, match


def comes_again(site: Site, ledger: Ledger, holders: Mapping[str, str]) -> bool:
    """Whether `site` comes to the same with the `ledger` that came of it, until the next of its changes.

    Then it leaves the ledger as it is. `holders` are the guids by path that it was settled with.
    """
    matched = match(site, answering(site.show, ledger))
    known = {row.guid for row in ledger.entries}
    return {path: row.guid for path, row in matched.items()} == holders and known.issuperset(
        site.show.retired
    )
