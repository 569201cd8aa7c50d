"""What a retraction cannot reach, as honestly as we know."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.cli.steps import Prepared
from publisher.model import LedgerEntry
from publisher.retract.mention import Mention


def beyond(prepared: Prepared, row: LedgerEntry | None, mention: Mention | None) -> Iterator[str]:
    """A line for each; either the `row` of what was taken back, or who was: `mention`."""
    yield "what listeners have downloaded, and what apps, directories and search engines keep of it"
    yield (
        "caches on the way to listeners: pages up to 5 minutes, recordings and pictures up to a year, "
        "unless they are purged"
    )
    yield "what other people have copied, quoted or archived"
    if row:
        yield from _of_entry(prepared, row)
    if mention:
        yield from _of_person(prepared, mention)
    yield "the history of your repository (git filter-repo takes files out of it), and its copies elsewhere"
    yield "backups, feeds/ until the next build, and .publisher/cache on other machines and in CI"
    if prepared.store.name.startswith("s3://"):
        yield "older versions, if the bucket keeps any: look for versioning and object lock at your provider"


def _of_entry(prepared: Prepared, row: LedgerEntry) -> Iterator[str]:
    """Its address, and who leads there in words of the producer's own."""
    page = f"{row.kind}s/{row.slug}.html"
    yield f"the address {page}: its words stay, and its page says that it is gone"
    pages = {
        one.key: one.content for one in prepared.artifacts if one.key.endswith(".html") and one.key != page
    }
    for key, body in pages.items():
        if isinstance(body, bytes) and page.encode() in body:
            yield f"what leads there from {key}: mend it in episodes/"


def _of_person(prepared: Prepared, mention: Mention) -> Iterator[str]:
    """What was not looked into, and addresses that hold the name."""
    from publisher.read.slug import slug

    name = re.compile(rf"(?<![a-z0-9]){re.escape(slug(mention.name))}(?![a-z0-9])")
    yield from (
        f"the address {one.key}: its words stay" for one in prepared.artifacts if name.search(one.key)
    )
    if away := sum(one.body is None for one in prepared.artifacts):
        yield f"what is inside {away} recordings and pictures that are not on this machine"
    yield "what is said in recordings and seen in pictures, and the name where it is written otherwise"
