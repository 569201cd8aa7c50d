"""The addresses in a text: files beside it become assets, what leads nowhere a problem (RSS-014)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote, urlsplit

from publisher.model import Asset, Place, Problem, Rule, Severity
from publisher.read.asset import DOCUMENTS, EXTENSIONS, leads_out, locate, read_asset, why_not
from publisher.read.discover import KINDS
from publisher.read.fields import is_url
from publisher.read.markdown import SCHEMES
from publisher.read.slug import slug
from publisher.read.text import shown

LINK = Rule(
    "READ-013", Severity.ERROR, "A file that the text shows or links to is there and can be published"
)


@dataclass(slots=True, kw_only=True)
class Links:
    """What the `body` at `place` links to. `folder` is its own, `home` the one that nothing leads out of."""

    folder: Path
    home: Path
    base_url: str
    body: str
    place: Place
    assets: list[Asset] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    used: set[Path] = field(default_factory=set)
    _known: dict[str, str | None] = field(default_factory=dict)

    def resolve(self, address: str) -> str | None:
        """`address` as an absolute URL, or None with the problem recorded."""
        if address not in self._known:
            self._known[address] = self._absolute(address)
        return self._known[address]

    def lose(self, address: str) -> None:
        """Record an address that no reader will get, if it is one."""
        name = " ".join(re.sub(r"""\s["'].*""", "", address).split())
        if " " not in name:
            scheme = name.partition(":")[0]
            why = f"which starts with {scheme}:, where only {', '.join(SCHEMES)} can be published"
            fix = f"write a web address, or put the file into {self.folder.name} and write its name"
            self._report(name, why, fix)
        elif self._find(name) or PurePosixPath(name).suffix.lower() in (*DOCUMENTS, *EXTENSIONS):
            self._report(name, "which is no link, because of the blank in it", f"write `(<{name}>)`")

    def _absolute(self, address: str) -> str | None:
        web = f"https:{address}" if address.startswith("//") else address
        try:
            parts = urlsplit(web)
        except ValueError:
            parts = urlsplit("https:")
        if parts.scheme in ("http", "https"):
            if is_url(web):
                return web
            self._report(address, "which is no web address", "write it as https://…")
            return None
        if parts.scheme in SCHEMES:
            return address.strip()
        if parts.scheme:
            self.lose(address)
            return None
        # Within the page, `#…` leads nowhere: its HTML has no ids.
        asset = self._asset(address, unquote(parts.path)) if parts.path else None
        return f"{self.base_url}/{asset.key}{'#' * bool(parts.fragment)}{parts.fragment}" if asset else None

    def _asset(self, address: str, name: str) -> Asset | None:
        """The file called `name`, or None with the problem recorded."""
        path = self._find(name)
        if path and leads_out(path, self.home):
            self._report(address, "which is a link out of the project", "copy the file itself here")
            return None
        try:
            asset = read_asset(path) if path else None
        except OSError as error:
            self._report(address, f"which cannot be read: {error.strerror}", "check its permissions")
            return None
        if asset:
            self.assets.append(asset)
        elif page := self._page(name):
            self._report(address, "which has a page of its own", f"write the address of that, such as {page}")
        elif path is None:
            self._report(address, *why_not(self.folder, name, self.home))
        else:
            fix = f"use a JPEG, PNG, GIF, WebP, or {', '.join(sorted(DOCUMENTS))}"
            self._report(address, "which is of a kind that we do not publish", fix)
        return asset

    def _find(self, name: str) -> Path | None:
        path = locate(self.folder, name, self.home)
        self.used.update({path} if path else ())
        return path

    def _page(self, name: str) -> str | None:
        """Where the page of the entry in the folder or file `name` would be, but for what settling knows."""
        for kind in KINDS:
            whole = PurePosixPath(name).name == f"{kind}.md"
            path = locate(self.folder, name if whole else f"{name}/{kind}.md", self.home)
            if path:
                return f"{self.base_url}/{kind}s/{slug(path.parent.name)}.html"
        return None

    def _report(self, address: str, why: str, fix: str) -> None:
        """Record a problem with `address`, where the body first has it, however it is encoded there."""
        name = unquote(address)
        match = re.search(rf"(?<![\w/.-]){_either(name)}(?![\w/.-])", self.body)
        before = self.body[: match.start()] if match else ""
        line, column = before.count("\n"), len(before.rpartition("\n")[2])
        place = Place(file=self.place.file, line=self.place.line + line, column=column + 1)
        self.problems.append(LINK.at(place, f"the text names {shown(name)}, {why}", fix))


def _either(name: str) -> str:
    """A pattern for `name` as an address, encoded or as it is."""
    codes = ((one, quote(one)) for one in name)
    return "".join(re.escape(one) if one == code else f"(?:{re.escape(one)}|{code})" for one, code in codes)
