"""favicon.ico: the cover, where browsers look for an icon whatever a page says (S3-017).

They look at the root of the host; a show that is published below it has its icon named in its pages.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.model import Artifact, Edition


def render(edition: Edition) -> Iterator[Artifact]:
    """Pass on the icon, if there is a cover to make one of."""
    icon = edition.favicon
    if icon:
        yield Artifact(key=icon.key, type=icon.type, size=icon.size, sha256=icon.sha256, body=icon.content)
