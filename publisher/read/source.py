"""Where one entry is read from: its folder, its front matter and its body.

Everything an episode, an event and an article have in common is read here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TypedDict
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo

from publisher.model import Asset, Origin, Person, Place, Rule, Severity, Show
from publisher.read.asset import DOCUMENTS, locate, read_asset
from publisher.read.fields import Fields
from publisher.read.markdown import first_words, to_html
from publisher.read.show import FILE, picture
from publisher.read.slug import slug
from publisher.read.text import read_text

LINK = Rule(
    "READ-013", Severity.ERROR, "A file that the text shows or links to is there and can be published"
)
SLUG = Rule("READ-014", Severity.ERROR, "A slug is lower-case letters, digits and hyphens")


class Common(TypedDict):
    """What every entry is made with."""

    path: str
    slug: str
    guid: str | None
    title: str
    summary: str | None
    body: str
    html: str
    excerpt: str
    date: datetime | None
    image: Asset | None
    persons: tuple[Person, ...]
    tags: tuple[str, ...]
    link: str | None
    draft: bool
    assets: tuple[Asset, ...]
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One entry's files. `path` is the entry's in episodes/, `home` the episodes folder itself."""

    root: Path
    home: Path
    folder: Path
    path: str
    show: Show
    zone: ZoneInfo
    fields: Fields
    body: str = ""
    line: int = 1
    used: set[Path] = field(default_factory=set)
    """The files that something was made of, or will be once they are right."""
    _assets: list[Asset] = field(default_factory=list)

    def relative(self, path: Path) -> str:
        """`path` as the producer knows it."""
        return path.relative_to(self.root).as_posix()

    def named(self, key: str) -> Path | None:
        """The file that the value of `key` names, or None with the problem recorded."""
        name = self.fields.text(key)
        if name is None:
            return None
        path = locate(self.folder, name, self.home)
        if path is None:
            self.fields.report(
                FILE,
                key,
                f"names {name}, which is not there",
                f"put the file into {self.relative(self.folder)}",
            )
        else:
            self.used.add(path)
        return path

    def text(self, path: Path) -> str:
        """What a text file says."""
        text, problems = read_text(path, self.relative(path))
        self.fields.problems.extend(problems)
        return text

    def common(
        self, people: str, *, uid: str = "guid", title: str = "", summary: str | None = None
    ) -> Common:
        """What every entry has. `people` and `uid` are the keys for persons and guid.

        `title` and `summary` stand in where none is written.
        """
        fields = self.fields
        written = fields.text("summary") or summary
        html = to_html(self.body, self._resolve)
        image = picture(fields, "image", self.folder, self.home)
        self.used.update({image.path} if image else ())
        return Common(
            path=self.path,
            slug=self._slug(),
            guid=fields.text(uid),
            title=" ".join((fields.text("title") or title).split()),
            summary=written,
            body=self.body,
            html=html,
            excerpt=written or first_words(self.body),
            date=fields.moment("date", self.zone),
            image=image,
            persons=fields.people(people),
            tags=fields.texts("tags"),
            link=fields.url("link"),
            draft=fields.flag("draft") or False,
            assets=tuple(dict.fromkeys(self._assets)),
            origin=fields.origin,
        )

    def _slug(self) -> str:
        wanted = self.fields.text("slug")
        if wanted is None:
            return slug(self.path.rpartition("/")[2])
        if slug(wanted) != wanted:
            self.fields.report(SLUG, "slug", f"is {wanted!r}", f"write `slug: {slug(wanted)}`")
        return slug(wanted)

    def _resolve(self, address: str) -> str | None:
        """An address in the body, absolute: files beside the entry become assets."""
        try:
            parts = urlsplit(address)
        except ValueError:
            return None
        if parts.scheme:
            return address
        if parts.netloc:
            return "https:" + address
        if not parts.path:
            return None
        path = locate(self.folder, unquote(parts.path), self.home)
        try:
            asset = read_asset(path) if path else None
        except OSError:
            asset = None
        if asset is None:
            self._unlinked(address, path)
            return None
        self.used.add(asset.path)
        self._assets.append(asset)
        return f"{self.show.base_url}/{asset.key}"

    def _unlinked(self, address: str, path: Path | None) -> None:
        before, found, _ = self.body.partition(address)
        line = self.line + before.count("\n") if found else self.line
        column = len(before.rpartition("\n")[2]) + 1 if found else 1
        if path is None:
            message, fix = (
                f"the text names {address}, which is not there",
                f"put the file into {self.relative(self.folder)}",
            )
        else:
            kinds = ", ".join(sorted(DOCUMENTS))
            message, fix = (
                f"the text names {address}, which cannot be published",
                f"use a JPEG, PNG, GIF, WebP, or {kinds}",
            )
        place = Place(file=self.fields.origin.file, line=line, column=column)
        self.fields.problems.append(LINK.at(place, message, fix))
