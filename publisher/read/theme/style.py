"""_theme/style.css: the files that it names are published, and it names them as they will be called.

CSS Syntax 3 and CSS Values 4 §4.5: `url(fonts/x.woff2)`, in quotes or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote

from publisher.model import Asset, Place, Problem, Rule, Severity
from publisher.read.asset import leads_out, locate, read_font, read_picture, why_not
from publisher.read.text import shown
from publisher.read.theme.foreign import FOREIGN, foreign, is_ours, place, without_comments

FILE = Rule("THEME-006", Severity.ERROR, "What a theme's style shows is there: a picture, or a font in WOFF2")

_URL = re.compile(r"""\burl\(\s*(?:"([^"\n]*)"|'([^'\n]*)'|([^"'()\s]*))\s*\)""", re.IGNORECASE)
_IMPORT = re.compile(r"@import\b", re.IGNORECASE)
_SCHEME = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)


@dataclass(slots=True, kw_only=True)
class Style:
    """The style in `folder`; nothing that it names leads out of `home`. `file` is what it is called."""

    folder: Path
    home: Path
    base_url: str
    file: str
    text: str = ""
    assets: list[Asset] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def read(self, text: str) -> None:
        """Take `text` as the style, with the files that it names."""
        bare = without_comments(text)
        for found in _IMPORT.finditer(bare):
            fix = "copy the rules of that file into this one"
            self.problems.append(
                FOREIGN.at(place(bare, found.start(), self.file), "@import is not taken", fix)
            )
        self.text = "".join(self._parts(text, bare))

    def _parts(self, text: str, bare: str) -> Iterator[str]:
        """`text` in pieces, each address in its new form."""
        done = 0
        for found in _URL.finditer(bare):
            address = next((one for one in found.groups() if one), "")
            yield text[done : found.start()]
            yield self._rewritten(address, place(bare, found.start(), self.file)) or found[0]
            done = found.end()
        yield text[done:]

    def _rewritten(self, address: str, where: Place) -> str | None:
        """What to write for `address`; None leaves it as it is."""
        if not address or address.startswith("#") or is_ours(address, self.base_url):
            return None
        if _SCHEME.match(address):
            self.problems.append(
                foreign(address, where) if "//" in address[:8] else self._inside(address, where)
            )
            return None
        name, _, part = re.sub(r"\?[^#]*", "", address).partition("#")
        asset = self._asset(unquote(name), where)
        if asset is None:
            return None
        self.assets.append(asset)
        # The style is published beside its files, whatever the address of the site is.
        beside = asset.key.rpartition("/")[2]
        return f'url("{beside}{"#" * bool(part)}{part}")'

    def _asset(self, name: str, where: Place) -> Asset | None:
        path = locate(self.folder, name, self.home)
        why, fix = "which is of another kind", "use JPEG, PNG, GIF or WebP, and for fonts WOFF2"
        if path is None:
            why, fix = why_not(self.folder, name, self.home)
        elif leads_out(path, self.home):
            why, fix = "which is a link out of the project", "copy the file itself here"
        else:
            try:
                asset = read_font(path) or read_picture(path, "assets")
            except OSError as error:
                asset, why, fix = None, f"which cannot be read: {error.strerror}", "check its permissions"
            if asset:
                return asset
        self.problems.append(FILE.at(where, f"the style names {shown(name)}, {why}", fix))
        return None

    def _inside(self, address: str, where: Place) -> Problem:
        message = f"the style has {shown(address)} in it, which browsers will not use"
        return FILE.at(where, message, "put it into a file beside style.css, and write its name")
