"""Text and HTML into Markdown that shows the same: nothing in it is taken for markup that is none.

https://spec.commonmark.org/0.31.2/, with tables and strikethrough, as our reader has it. Line breaks stay,
and addresses become links.
"""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from typing import TYPE_CHECKING

from publisher.adopt.page.words import addresses, clean, is_address

if TYPE_CHECKING:
    from bs4 import Tag
    from markdownify import MarkdownConverter

BREAK = "\\\n"

_TAGS = (
    "a b blockquote body br code div em font h1 h2 h3 h4 h5 h6 hr html i li ol p pre s span strong table u ul"
)
_TAG = re.compile(rf"</?(?:{_TAGS.replace(' ', '|')})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_UNSEEN = re.compile(r"<(head|script|style|title)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_BLOCK = re.compile(r"<(?:br|p|div|li|h[1-6]|table|html|body)\b", re.IGNORECASE)
_BROKEN = re.compile(r" {2,}\n(?= *\S)")

_INLINE = re.compile(r"[\\`*\[\]<]|_(?![^\W_])|(?<![^\W_])_|&(?=#?\w+;)|~(?=~)|(?<=~)~")
_NUMBER = re.compile(r"(\s*\d{1,9})([.)])(?=\s|$)")
_LEADING = re.compile(r"(\s*)(#{1,6}(?=\s|$)|[-+](?=\s|$)|[>=|:]|-(?=[-\s|:]*$))")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_SHOWN = re.compile(r"https?://(?!xn--|[^/]*\.xn--)[A-Za-z0-9/._~?=&+,;:#@!$()*-]+", re.IGNORECASE)
"""Addresses that are shown as they are; others would be decoded."""


def to_markdown(text: str) -> str:
    """Plain text or HTML, as Markdown."""
    if not _TAG.search(text):
        return from_text(text)
    try:
        return from_html(text)
    except RecursionError:
        # Tags inside tags without end: nobody wrote that for people.
        return from_text(unescape(re.sub(r"<[^<>]*>", " ", text)))


def from_text(text: str) -> str:
    """Plain text as Markdown: every line is one, an empty line ends a paragraph."""
    paragraphs = re.split(r"\n\s*\n", clean(text).expandtabs(1))
    made = (
        BREAK.join(_escape(line.strip()) for line in one.split("\n") if line.strip()) for one in paragraphs
    )
    return "\n\n".join(filter(None, made))


def from_html(html: str) -> str:
    """HTML as Markdown, without pictures, scripts, and links that lead nowhere."""
    html = _UNSEEN.sub("", clean(html))
    if not _BLOCK.search(html):
        # Calendars put single tags into plain text, whose lines are still lines.
        html = html.replace("\n", "<br>")
    made = _BROKEN.sub(lambda _: BREAK, _converter().convert(html))
    return re.sub(r"\n{3,}", "\n\n", re.sub(r"[ \t]+$", "", made, flags=re.MULTILINE)).strip()


def _escape(line: str, *, linked: bool = True) -> str:
    """A line of plain text, its addresses as links unless `linked` is False."""
    made, done = "", 0
    for start, url in addresses(line) if linked else ():
        # A link after an exclamation mark would be a picture.
        made += re.sub(r"!$", r"\\!", _inline(line[done:start])) + _link(url, _inline(url))
        done = start + len(url)
    made += _inline(line[done:])
    if _NUMBER.match(made):
        return _NUMBER.sub(r"\1\\\2", made, count=1)
    return _LEADING.sub(r"\1\\\2", made, count=1) if _LEADING.match(made) else made


def _inline(text: str) -> str:
    return _INLINE.sub(r"\\\g<0>", text)


def _link(url: str, label: str) -> str:
    if label.replace("\\", "") == url and _SHOWN.fullmatch(url):
        return f"<{url}>"
    target = _ENTITY.sub(r"\\&", url)
    return f"[{label}](<{target}>)"


@cache
def _converter() -> MarkdownConverter:
    from markdownify import ATX, MarkdownConverter

    class Converter(MarkdownConverter):
        """Escapes as we do, and leaves out the links that could not be published."""

        def escape(self, text: str, parent_tags: set[str]) -> str:
            return "\n".join(_escape(line, linked="a" not in parent_tags) for line in text.split("\n"))

        def convert_a(self, el: Tag, text: str, parent_tags: set[str]) -> str:
            href, label = str(el.get("href") or "").strip(), text.strip()
            is_mail = re.fullmatch(r"mailto:[^\s<>\\]+", href)
            if not (is_address(href) or is_mail) or not label or "\n" in label or "_noformat" in parent_tags:
                return text
            return text.replace(label, _link(href, label), 1)

    return Converter(heading_style=ATX, bullets="-", strip=["img", "video"])
