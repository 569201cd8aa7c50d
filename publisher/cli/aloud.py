"""What a publish writes, as listeners get it: recordings before anything points at them, the rest after."""

from __future__ import annotations

import time
from collections.abc import Iterable

from publisher.cli.failure import say
from publisher.cli.heard import is_bucket
from publisher.cli.steps import Prepared
from publisher.errors import StoreError, some
from publisher.model import Artifact
from publisher.plan import stored
from publisher.verify.asking import Patience
from publisher.verify.listener import Listener
from publisher.verify.public import SAMPLE
from publisher.verify.served import Seen, Served, check_public

NEW = 30
"""Seconds that are left to a cache which remembers that a new object was not there."""
NAMED = 3
"""Files that a message names."""


class Aloud:
    """Asks as listeners do, where they have an address; says once if it does not lead to the target."""

    def __init__(self, prepared: Prepared) -> None:
        self._prepared, self._base_url = prepared, prepared.site.show.base_url
        self._can_ask = is_bucket(prepared.store) and self._base_url.startswith(("http://", "https://"))

    def check(self, artifacts: Iterable[Artifact]) -> None:
        """Raise StoreError where listeners would not get one of the new `artifacts`."""
        wrong = [one for one in self._seen(artifacts, NEW) if one.served in (Served.WRONG, Served.LATE)]
        if wrong:
            first, *others = wrong
            more = f", as are {len(others)} more" if others else ""
            raise StoreError(
                f"{first.key} is stored, but not given out at {self._base_url}{more}: "
                f"{first.findings[0].what}; listeners have what they had",
                fix=f"{first.findings[0].fix} Then run again; --no-verify publishes all the same.",
            )

    def wrong(self, artifacts: Iterable[Artifact]) -> tuple[tuple[str, str], ...]:
        """What listeners do not get as it was published, with the reason; late is not wrong."""
        seen = self._seen(artifacts, 0)
        late = [one.key for one in seen if one.served is Served.LATE]
        if late:
            say(
                f"a cache still gives out the old {some(late, NAMED)}, for 5 minutes at most; "
                "`publisher verify` waits for it"
            )
        return tuple((one.key, one.findings[0].what) for one in seen if one.served is Served.WRONG)

    def _seen(self, artifacts: Iterable[Artifact], seconds: float) -> tuple[Seen, ...]:
        new = [stored(artifact) for artifact in artifacts]
        if not new or not self._can_ask:
            return ()
        with Listener() as listener:
            seen = check_public(
                self._base_url,
                new,
                listener,
                published=self._prepared.standing.objects,
                sample=SAMPLE,
                patience=Patience(seconds=seconds, wait=_wait),
            )
        if any(one.served is Served.ABSENT for one in seen):
            self._can_ask = False
            say(
                f"warning: {self._base_url} does not give out what is at {self._prepared.store.name}: "
                f"{seen[0].findings[0].what}; what was sent is read back from there. "
                "`publisher setup --check` and `publisher verify` tell more"
            )
        return seen


def _wait(seconds: float) -> None:
    say(f"a cache does not know of what is new yet; asking again in {seconds:.0f} s")
    time.sleep(seconds)
