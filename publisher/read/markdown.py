"""CommonMark into HTML that is safe to show anywhere, and into its first words.

https://spec.commonmark.org/0.31.2/ by markdown-it-py, sanitised by nh3 (RSS-014).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from publisher.read.text import clean

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

LINKS = {"a": "href", "img": "src"}
TAGS = frozenset(
    "a abbr b blockquote br cite code dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr"
    " i img ins kbd li mark ol p pre q s samp small span strong sub summary sup table tbody td th thead time"
    " tr u ul var".split()
)
ATTRIBUTES = {
    "*": {"lang", "dir", "title"},
    "a": {"href"},
    "abbr": {"title"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan", "scope"},
    "time": {"datetime"},
}
_NUMBER = re.compile(r"\d{1,5}")
VALUES = {
    "dir": re.compile(r"ltr|rtl|auto", re.IGNORECASE),
    "lang": re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*"),
    "align": re.compile(r"left|center|right|justify", re.IGNORECASE),
    "datetime": re.compile(r"[-+:.TZ0-9 ]*\d[-+:.TZ0-9 ]*|P[0-9DTHMS.]+"),
    "scope": re.compile(r"(col|row)(group)?", re.IGNORECASE),
} | dict.fromkeys(("width", "height", "start", "colspan", "rowspan"), _NUMBER)
"""What attributes may say (html.spec.whatwg.org); those that say anything else are left out."""
_ANY = re.compile(r".*", re.DOTALL)
SCHEMES = ("http", "https", "mailto", "tel")
"""What an address may start with."""
EXCERPT = 400
"""Characters of a body that stand for it where there is no summary."""

_TOP = re.compile(r"(</?)h1(?=[\s>])")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_TEXT = re.compile(r"\]\(([^()<>\n]+)\)")
_NORMAL = re.compile(
    r"https?://(?:[a-z0-9-]{1,63}\.)+[a-z]{2,63}(?:/[\w.~/-]*)?(?:[?#][\w.~=&/-]*)?", re.ASCII
)
_LONGEST_NORMAL = 200
"""Characters. The names of hosts that are longer are not normal."""


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    encoded = parser.normalizeLink

    @lru_cache(maxsize=1024)
    def normalized(address: str) -> str:
        # What most addresses look like is normal already, and finding that out takes long.
        is_normal = len(address) <= _LONGEST_NORMAL and _NORMAL.fullmatch(address)
        return address if is_normal else encoded(address)

    parser.normalizeLink = normalized  # type: ignore[method-assign]
    return parser


@lru_cache(maxsize=1)
def _parsed(body: str) -> list[Token]:
    """What `body` consists of. The last one is kept: its HTML is asked for, and then its first words."""
    return _parser().parse(body)


def to_html(body: str, resolve: Callable[[str], str | None], lost: Callable[[str], None]) -> str:
    """`body` as HTML. `resolve` makes each link and image address absolute; None removes it.

    It may be asked twice, and for addresses that the sanitiser cannot make out. `lost` is told the
    addresses that no reader will get: the sanitiser or CommonMark refuses what they start with, or
    CommonMark takes them for text because of a blank in them.
    """
    import nh3

    def rewrite(tag: str, attribute: str, value: str) -> str | None:
        if LINKS.get(tag) == attribute:
            return resolve(value)
        return value if VALUES.get(attribute, _ANY).fullmatch(value) else None

    parser, tokens = _parser(), _parsed(body)
    for address in _addresses(tokens):
        (resolve if _is_kept(address) else lost)(address)
    for text in _texts(tokens):
        lost(text)
    html = nh3.clean(
        parser.renderer.render(tokens, parser.options, {}),
        tags=set(TAGS),
        attributes=ATTRIBUTES,
        attribute_filter=rewrite,
        url_schemes=set(SCHEMES),
        link_rel=None,
    )
    # References such as &#1; come out as the characters they name.
    return clean(_TOP.sub(r"\1h2", html)).strip()


def _addresses(tokens: list[Token]) -> Iterator[str]:
    parts = (part for token in tokens for part in token.children or [])
    yield from (str(part.attrs[name]) for part in parts for name in LINKS.values() if part.attrs.get(name))


def _is_kept(address: str) -> bool:
    scheme = _SCHEME.match(address)
    return scheme is None or scheme[1].lower() in SCHEMES


def _texts(tokens: list[Token]) -> Iterator[str]:
    """What was meant for addresses in text that is no link."""
    parts = (part for token in tokens for part in token.children or [] if part.type == "text")
    found = (one.strip() for part in parts for one in _TEXT.findall(part.content))
    yield from (one for one in found if " " in one or not _is_kept(one))


def first_words(body: str) -> str:
    """The first paragraph as plain text, cut at a word."""
    tokens = _parsed(body)
    for token, after in pairwise(tokens):
        if token.type == "paragraph_open" and (text := " ".join(clean(_plain(after.children or [])).split())):
            return cut(text, EXCERPT)
    return ""


def cut(text: str, longest: int) -> str:
    """`text`, or as many of its whole words as fit in `longest` characters with an ellipsis."""
    if len(text) <= longest:
        return text
    return (
        text[: longest - 1].rpartition(" ")[0].rstrip(",;:–-") + "…"
        if " " in text[:longest]
        else text[: longest - 1] + "…"
    )


def _plain(tokens: list[Token]) -> str:
    words = {"softbreak": " ", "hardbreak": " "}
    return "".join(
        words.get(token.type) or (token.content if token.type in ("text", "code_inline") else "")
        for token in tokens
    )
