"""Which pictures the pages show, and how large."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from publisher.model import Asset, Edition, Entry, Episode

TYPES = ("image/jpeg", "image/png", "image/webp")
"""What is made smaller. A GIF moves, and loses that; others are documents."""

ART = (160, 320, 640, 1280)
"""Widths in pixels of a cover or an entry's image: from a mark in a list to the width of a page."""
TEXT = (320, 640, 1280)
"""Of a picture in a text: a phone's column, a page's, and twice that for fine screens."""
CHAPTER = (160, 320)
"""Of a chapter's picture, which stands in a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture by its bytes, and what is to be made of it."""

    path: Path
    type: str
    size: int
    sha256: str
    widths: tuple[int, ...]
    social: bool = False
    """Whether a link to its page shows it elsewhere (Open Graph)."""
    icons: bool = False
    """Whether the site has its icons and colours of it."""

    def __or__(self, other: Picture) -> Picture:
        """The same picture with what is to be made of either."""
        return Picture(
            path=self.path,
            type=self.type,
            size=self.size,
            sha256=self.sha256,
            widths=tuple(sorted({*self.widths, *other.widths})),
            social=self.social or other.social,
            icons=self.icons or other.icons,
        )


def shown(edition: Edition) -> dict[str, Picture]:
    """The pictures of `edition` by key; the same bytes under two keys are to be made into the same."""
    found: dict[str, Picture] = {}
    keys: dict[str, str] = {}
    for asset, picture in _pictures(edition):
        keys[asset.key] = asset.sha256
        found[asset.sha256] = found[asset.sha256] | picture if asset.sha256 in found else picture
    return {key: found[sha256] for key, sha256 in keys.items()}


def _pictures(edition: Edition) -> Iterator[tuple[Asset, Picture]]:
    if edition.show.cover:
        yield from _picture(edition.show.cover, ART, social=True, icons=True)
    site = edition.show.site
    for asset in site.assets:
        if asset.key in site.about + site.privacy + site.accessibility:
            yield from _picture(asset, TEXT)
    for item in (*edition.episodes, *edition.events, *edition.articles):
        yield from _of_entry(item.entry)


def _of_entry(entry: Entry) -> Iterator[tuple[Asset, Picture]]:
    if entry.image:
        yield from _picture(entry.image, ART, social=True)
    for asset in entry.assets:
        if asset.key in entry.html:
            yield from _picture(asset, TEXT)
    if isinstance(entry, Episode):
        for chapter in entry.chapters:
            if chapter.art:
                yield from _picture(chapter.art, CHAPTER)


def _picture(
    asset: Asset, widths: tuple[int, ...], *, social: bool = False, icons: bool = False
) -> Iterator[tuple[Asset, Picture]]:
    if asset.type in TYPES:
        yield (
            asset,
            Picture(
                path=asset.path,
                type=asset.type,
                size=asset.size,
                sha256=asset.sha256,
                widths=widths,
                social=social,
                icons=icons,
            ),
        )
