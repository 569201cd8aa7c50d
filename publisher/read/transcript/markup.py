"""Words without the tags and escapes that caption formats put around them."""

from __future__ import annotations

import html
import re

from publisher.read.text import clean

_TAG = re.compile(r"<[^<>]*>")
_STYLE = re.compile(r"</?(?:i|b|u|s|em|strong|font|span)(?:[ \t\n][^<>]*)?>|\{\\[^{}]*\}", re.IGNORECASE)


def without_tags(text: str) -> str:
    """`text` of WebVTT or HTML as it is read out."""
    return unescaped(_TAG.sub("", text))


def without_style(text: str) -> str:
    """`text` of SubRip as it is read out: the format has no escapes, and few tags."""
    return _STYLE.sub("", text)


def unescaped(text: str) -> str:
    """`text` with references such as `&amp;` as the characters they name."""
    try:
        return clean(html.unescape(text))
    except ValueError:  # a number of more digits than Python takes
        return text


def one_line(text: str) -> str:
    """`text` with single blanks only."""
    return " ".join(text.split())
