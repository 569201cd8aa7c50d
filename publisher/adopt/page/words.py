"""Text that others wrote, as our files can hold it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

_UNCARRIED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot carry (§2.2)."""

_URL = re.compile(r"https?://[^\s<>\"'\\|`]+", re.IGNORECASE)


def clean(text: str) -> str:
    """`text` without the characters that no feed can carry, with `\\n` as its line ends."""
    return _UNCARRIED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """`text` on one line, with single blanks."""
    return " ".join(text.split())


def cut(text: str, longest: int) -> str:
    """`text`, or as many of its words as fit in `longest` characters with an ellipsis."""
    if len(text) <= longest:
        return text
    return (text[: longest - 1].rpartition(" ")[0] or text[: longest - 1]) + "…"


def shown(text: str) -> str:
    """`text` in quotes as a message can show it: on one line, and not too long."""
    return repr(cut(one_line(text), 60))


def is_address(url: str) -> bool:
    """Whether `url` is a web address that can be published."""
    try:
        parts = urlsplit(url)
        is_host = re.fullmatch(r"[\w.-]+", parts.hostname or "") and parts.port != 0
        return parts.scheme in ("http", "https") and bool(is_host) and not re.search(r"[\s<>\"\\]", url)
    except ValueError:
        return False


def addresses(text: str) -> Iterator[tuple[int, str]]:
    """The web addresses in `text` with where they start, without what ends the sentence they stand in."""
    for found in _URL.finditer(text):
        url = found[0].rstrip(".,;:!?*")
        url = url.rstrip(")]") if "(" not in url else url
        if is_address(url):
            yield found.start(), url
