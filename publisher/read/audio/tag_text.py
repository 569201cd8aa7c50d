"""The text in tags: what editors of thirty years have left there, made fit for a feed."""

from __future__ import annotations

import re

from publisher.read.fields import is_url
from publisher.read.text import clean

_CONTROLS = re.compile("[\x80-\x9f\ufeff]")  # C1: XML carries them, but nobody can have meant them


def lines(text: str | None) -> str | None:
    """`text` mended and without control characters, its lines kept; None when nothing is left."""
    if not text:
        return None
    kept = _CONTROLS.sub("", clean(mended(text)))
    return kept.strip() or None


def one_line(text: str | None) -> str | None:
    """The same, on one line."""
    return " ".join((lines(text) or "").split()) or None


def link(text: str | None) -> str | None:
    """`text` if it is an absolute http or https URL."""
    url = one_line(text)
    return url if url and is_url(url) else None


def mended(text: str) -> str:
    """`text` with UTF-8 that was taken for Latin-1 or Windows-1252 read as UTF-8 after all.

    Only where every byte fits: a text in which each letter beyond ASCII happens to be half of a
    UTF-8 sequence, and in the right order, is a misreading and not a language.
    """
    if text.isascii():
        return text
    try:
        return b"".join(_byte(letter) for letter in text).decode("utf-8")
    except UnicodeError:
        return text


def _byte(letter: str) -> bytes:
    return letter.encode("latin-1" if letter <= "\xff" else "cp1252")
