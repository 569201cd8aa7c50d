"""What a theme must not ask for: anything of another host, and what the pages' own policy refuses.

No page asks anything of anybody but us: whoever reads it is seen by nobody else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.model import Place, Problem, Rule, Severity

FOREIGN = Rule("THEME-003", Severity.ERROR, "A theme asks nothing of other hosts", "docs/writing.md")
REFUSED = Rule(
    "THEME-004",
    Severity.WARNING,
    "A theme's templates have no style or script in them, which the pages' policy refuses",
    "https://www.w3.org/TR/CSP3/#directive-style-src",
)

_ADDRESS = r"""\s*=\s*["']?\s*(?P<url>(?:https?:)?//[^\s"'>]+)"""
_LOADED = re.compile(
    rf"""(?<![\w-])(?:src|srcset|poster|background|action|formaction)(?![\w-]){_ADDRESS}""", re.IGNORECASE
)
_LINKED = re.compile(
    r"""<link\b(?=[^>]*\brel\s*=\s*["']?[^"'>]*\b(?:stylesheet|icon|manifest|\w*preload|\w*prefetch|preconnect)\b)"""
    rf"""[^>]*\bhref{_ADDRESS}""",
    re.IGNORECASE,
)
_INLINE = re.compile(
    r"""<style\b|<script\b(?![^>]*\b(?:src|type\s*=\s*["']?application/ld\+json))|<[^>]*\s(?:style|on[a-z]{3,})\s*=\s*["']""",
    re.IGNORECASE,
)


def in_template(text: str, file: str, base_url: str) -> Iterator[Problem]:
    """What the template `text` asks of others, or in vain."""
    text = re.sub(r"\{#.*?#\}|<!--.*?-->", _blank, text, flags=re.DOTALL)
    for pattern in (_LOADED, _LINKED):
        for found in pattern.finditer(text):
            if not is_ours(found["url"], base_url):
                yield foreign(found["url"], place(text, found.start("url"), file))
    for found in _INLINE.finditer(text):
        what = " ".join(found[0].split()).rpartition(" ")[2].strip("<='\"")
        message = f"there is {what} in this template, which browsers will not use"
        yield REFUSED.at(place(text, found.end(), file), message, "write the rules into _theme/style.css")


def foreign(url: str, where: Place) -> Problem:
    """The problem of asking for `url`."""
    fix = "put the file into _theme, and write its name into style.css"
    return FOREIGN.at(where, f"{url[:60]} is asked of another host", fix)


def is_ours(url: str, base_url: str) -> bool:
    """Whether `url` is of the site itself."""
    return bool(base_url) and url.startswith(f"{base_url}/")


def place(text: str, at: int, file: str) -> Place:
    """Where in `file` the character `at` of its `text` is."""
    before = text[:at]
    return Place(file=file, line=before.count("\n") + 1, column=len(before.rpartition("\n")[2]) + 1)


def without_comments(style: str) -> str:
    """CSS with blanks for its comments, so that everything else stays where it is."""
    return re.sub(r"/\*.*?(?:\*/|\Z)", _blank, style, flags=re.DOTALL)


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])
