"""Where one entry is read from: its folder, its front matter and its body.

Everything an episode, an event and an article have in common is read here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict
from zoneinfo import ZoneInfo

from publisher.model import Asset, Ignore, Origin, Person, Place, Rule, Severity, Show
from publisher.read.asset import leads_out, locate, why_not
from publisher.read.fields import Fields
from publisher.read.ignore import read_ignore
from publisher.read.links import Links
from publisher.read.markdown import first_words, to_html
from publisher.read.show import FILE, picture
from publisher.read.slug import slug
from publisher.read.text import named, read_text, shown

if TYPE_CHECKING:
    from publisher.read.audio import Known

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
    ignore: tuple[Ignore, ...]
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
    draft: bool = False
    body: str = ""
    line: int = 1
    known: Known | None = None
    used: set[Path] = field(default_factory=set)
    """The files that something was made of, or will be once they are right."""

    def relative(self, path: Path) -> str:
        """`path` as the producer knows it."""
        return named(path, self.root)

    def named(self, key: str) -> Path | None:
        """The file that the value of `key` names, or None with the problem recorded."""
        name = self.fields.text(key)
        path = self.find(name) if name else None
        if name and path is None:
            why, fix = why_not(self.folder, name, self.home)
            self.fields.report(FILE, key, f"names {shown(name)}, {why}", fix)
        return path

    def find(self, name: str) -> Path | None:
        """The file called `name` beside the entry's, as one that is used."""
        path = locate(self.folder, name, self.home)
        self.used.update({path} if path else ())
        return path

    def picture(self, fields: Fields, key: str) -> Asset | None:
        """The picture that the value of `key` in `fields` names, as one that is used."""
        asset = picture(fields, key, self.folder, self.home)
        self.used.update({asset.path} if asset else ())
        return asset

    def text(self, path: Path) -> str | None:
        """What a text file says, or None with the problem recorded."""
        if leads_out(path, self.home):
            place = Place(file=self.relative(path))
            fix = "copy the file itself here"
            self.fields.problems.append(FILE.at(place, "this is a link out of the project", fix))
            return None
        text, problems = read_text(path, self.relative(path))
        self.fields.problems.extend(problems)
        return None if problems else text

    def common(
        self, people: str, *, uid: str = "guid", title: str = "", summary: str | None = None
    ) -> Common:
        """What every entry has. `people` and `uid` are the keys for persons and guid.

        `title` and `summary` stand in where none is written.
        """
        fields = self.fields
        written = fields.text("summary") or summary
        links = self._links()
        html = to_html(self.body, links.resolve, links.lose)
        image = picture(fields, "image", self.folder, self.home)
        self.used.update(links.used, {image.path} if image else ())
        fields.problems.extend(links.problems)
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
            draft=self.draft,
            assets=tuple(dict.fromkeys(links.assets)),
            ignore=read_ignore(fields),
            origin=fields.origin,
        )

    def _links(self) -> Links:
        return Links(
            folder=self.folder,
            home=self.home,
            base_url=self.show.base_url,
            body=self.body,
            place=Place(file=self.fields.origin.file, line=self.line),
        )

    def _slug(self) -> str:
        wanted = self.fields.text("slug")
        if wanted is None:
            return slug(self.path.rpartition("/")[2])
        if slug(wanted) != wanted:
            message = f"is {shown(wanted)}, but may have only a-z, 0-9 and single hyphens between them"
            self.fields.report(SLUG, "slug", message, f"write `slug: {slug(wanted)}`")
        return slug(wanted)
