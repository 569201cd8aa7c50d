"""`[site]` of show.toml: the texts that pages have besides the show's own, and where else it is heard."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

from publisher.model import Asset, Place, Platform, Rule, Severity, Website
from publisher.read.asset import leads_out, locate, why_not
from publisher.read.fields import VALUE, Fields, is_url
from publisher.read.front_matter import has_front_matter
from publisher.read.links import Links
from publisher.read.markdown import to_html
from publisher.read.text import named, read_text, shown

TEXT = Rule("SITE-001", Severity.ERROR, "A text of the site is a Markdown file in episodes/, no entry")

MARKDOWN = (".md", ".markdown", ".txt")


def read_website(fields: Fields, home: Path, root: Path, base_url: str) -> Website:
    """The web site that the show at `fields` has. Files are named as they lie in `home`."""
    table = fields.table("site")
    if table is None:
        return Website()
    texts = _Texts(table, home, root, base_url)
    about, privacy = texts.html("about"), texts.html("privacy")
    is_elsewhere = bool(re.match(r"https?:|www\.", table.text("accessibility") or "", re.IGNORECASE))
    website = Website(
        about=about,
        privacy=privacy,
        accessibility="" if is_elsewhere else texts.html("accessibility"),
        accessibility_url=table.url("accessibility") if is_elsewhere else None,
        contact=_contact(table),
        listen=table.each("listen", _platform),
        assets=tuple(dict.fromkeys(texts.assets)),
        files=tuple(texts.files),
    )
    table.close()
    return website


@dataclass(slots=True)
class _Texts:
    """The Markdown files that keys of `table` name."""

    table: Fields
    home: Path
    root: Path
    base_url: str
    assets: list[Asset] = field(default_factory=list)
    files: list[Path] = field(default_factory=list)

    def html(self, key: str) -> str:
        """The file named at `key` as HTML; nothing, with the problem recorded, where there is none."""
        name = self.table.text(key)
        path = self._find(key, name) if name else None
        if path is None:
            return ""
        self.files.append(path)
        file = named(path, self.root)
        body, problems = read_text(path, file)
        links = Links(
            folder=path.parent,
            home=self.home,
            base_url=self.base_url,
            body=body,
            place=Place(file=file),
        )
        made = to_html(body, links.resolve, links.lose)
        self.assets += links.assets
        self.table.problems.extend((*problems, *links.problems))
        return made

    def _find(self, key: str, name: str) -> Path | None:
        path = locate(self.home, name, self.home)
        if path is None:
            why, fix = why_not(self.home, name, self.home)
        elif path.suffix.lower() not in MARKDOWN:
            why, fix = "which is no Markdown", "write the text into a file such as _about.md"
        elif leads_out(path, self.home):
            why, fix = "which is a link out of the project", "copy the file itself here"
        elif has_front_matter(path):
            why, fix = "which has front matter", "remove it from there, with the lines of --- around it"
        else:
            return path
        self.table.report(TEXT, key, f"names {shown(name)}, {why}", fix)
        return None


def _contact(table: Fields) -> str | None:
    """Where to write to."""
    text = table.text("contact") or ""
    return table.email("contact") if "@" in text and not is_url(text) else table.url("contact")


def _platform(fields: Fields) -> Platform | None:
    title, url = fields.text("title"), fields.url("url")
    fields.require(VALUE, "title", fields.line("title", "…"))
    fields.require(VALUE, "url", fields.line("url", "https://…"))
    return Platform(title=title, url=url) if title and url else None
