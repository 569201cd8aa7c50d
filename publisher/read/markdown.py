"""CommonMark into HTML that is safe to show anywhere, and into its first words.

https://spec.commonmark.org/0.31.2/ by markdown-it-py, sanitised by nh3 (RSS-014).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

LINKS = {"a": "href", "img": "src"}
TAGS = frozenset(
    "a abbr b blockquote br cite code dd del details dfn div dl dt em figcaption figure h2 h3 h4 h5 h6 hr i"
    " img ins kbd li mark ol p pre q s samp small span strong sub summary sup table tbody td th thead time tr"
    " u ul var".split()
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
EXCERPT = 400
"""Characters of a body that stand for it where there is no summary."""


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable(["table", "strikethrough"])


def to_html(body: str, resolve: Callable[[str], str | None]) -> str:
    """`body` as HTML. `resolve` makes each link and image address absolute; None removes it."""
    import nh3

    def rewrite(tag: str, attribute: str, value: str) -> str | None:
        return resolve(value) if LINKS.get(tag) == attribute else value

    return nh3.clean(
        _parser().render(body).replace("<h1>", "<h2>").replace("</h1>", "</h2>"),
        tags=set(TAGS),
        attributes=ATTRIBUTES,
        attribute_filter=rewrite,
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
    ).strip()


def first_words(body: str) -> str:
    """The first paragraph as plain text, cut at a word."""
    tokens = _parser().parse(body)
    for token, after in pairwise(tokens):
        if token.type == "paragraph_open" and (text := " ".join(_plain(after.children or []).split())):
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


def _plain(tokens: list[Any]) -> str:
    words = {"softbreak": " ", "hardbreak": " "}
    return "".join(
        words.get(token.type) or (token.content if token.type in ("text", "code_inline") else "")
        for token in tokens
    )
