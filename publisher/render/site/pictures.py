"""Pictures in pages: in the sizes there are, so that a phone fetches no poster (HTML, `srcset`)."""

from __future__ import annotations

from dataclasses import dataclass

from publisher.model import Asset, Edition, Rendition


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """What an `img` needs to know. Sides are in pixels, None where nobody has opened the picture."""

    src: str
    srcset: str | None = None
    width: int | None = None
    height: int | None = None


class Gallery:
    """The pictures of an edition, by their keys."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.renditions = dict(edition.renditions)

    def image(self, asset: Asset | None) -> Image | None:
        """Show `asset`."""
        if not asset:
            return None
        sides = (asset.picture.width, asset.picture.height) if asset.picture else (None, None)
        return self.at(asset.key, *sides)

    def at(self, key: str, width: int | None = None, height: int | None = None) -> Image:
        """Show the picture at `key`: the largest of its renditions, or itself if it has none."""
        sizes = self.renditions.get(key, ())
        if not sizes:
            return Image(src=self.edition.url(key), width=width, height=height)
        largest = sizes[-1]
        return Image(
            src=self.edition.url(largest.asset.key),
            srcset=", ".join(map(self._candidate, sizes)),
            width=largest.width,
            height=largest.height,
        )

    def _candidate(self, rendition: Rendition) -> str:
        return f"{self.edition.url(rendition.asset.key)} {rendition.width}w"
