"""Guids: given, or derived so that a lost ledger derives them again.

podcast:guid: https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/guid.md
UUIDv5: RFC 9562 §5.5.
"""

from __future__ import annotations

import re
import uuid

from publisher.model import Ledger, Show

PODCAST = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
FEED = "podcast.xml"


def derived_show_guid(base_url: str) -> str:
    """The podcast:guid of the feed at `base_url`: UUIDv5 of its address without scheme."""
    address = re.sub(r"^https?://", "", f"{base_url}/{FEED}").rstrip("/")
    return str(uuid.uuid5(PODCAST, address))


def show_guid(show: Show, ledger: Ledger) -> str:
    """The show's guid: what show.toml says, else what was published, else derived."""
    return show.guid or (ledger.show.guid if ledger.show else derived_show_guid(show.base_url))


def entry_guid(show: str, slug: str) -> str:
    """A new entry's guid: UUIDv5 of its slug in the show's namespace."""
    try:
        namespace = uuid.UUID(show)
    except ValueError:
        namespace = uuid.uuid5(uuid.NAMESPACE_URL, show)
    return str(uuid.uuid5(namespace, slug))
