"""robots.txt: everything may be read (RFC 9309), the calendars too, or Google would show none (CAL-001).

Robots ask for it at the root of a host only (§2.3): where a show is published below the root, nobody reads
this one, and whoever has the root decides. The sitemap can be told to search engines without it.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.model import Artifact, Edition
from publisher.render.sitemap import KEY as SITEMAP
from publisher.render.wire import artifact

KEY = "robots.txt"


def render(edition: Edition) -> Iterator[Artifact]:
    """Let everybody in, and name the sitemap."""
    text = f"User-agent: *\nAllow: /\n\nSitemap: {edition.url(SITEMAP)}\n"
    yield artifact(KEY, "text/plain; charset=utf-8", text.encode())
