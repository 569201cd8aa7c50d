"""Whether a text or a file names a person: in whatever case, spacing, markup and escapes.

Only the name as it is given is found. Nobody is recognised by a first name, a voice or a picture.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from itertools import product
from pathlib import Path

from publisher.errors import PublisherError
from publisher.model import Artifact

TEXTS = re.compile(r"text/|application/(.+\+)?(xml|json)|image/svg\+xml")
"""Media types of what is written in words."""
PIECE = 1024 * 1024
ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be", "latin-1")
"""In which tags inside a recording or a picture are written."""
SHORTEST = 6
"""Bytes; what is shorter is found in any sound by chance."""


class Mention:
    """What to look for."""

    def __init__(self, name: str) -> None:
        self.name = name
        words = _folded(name).split()
        if not any(len(word) > 1 for word in words):
            raise PublisherError("that is no name to look for", fix="write it as it is written in episodes/")
        # The genitive of many languages is one letter more. Hyphens are left to addresses, which stay.
        together = r"[\s.,]+".join(map(re.escape, words))
        self._pattern = re.compile(rf"(?<!\w){together}(['’]?s)?(?!\w)")
        spelled = dict.fromkeys(_spellings(" ".join(name.split())))
        self._bytes = tuple(one for one in spelled if len(one) >= SHORTEST)

    def in_text(self, text: str) -> bool:
        """Whether `text` as it is names the person."""
        return bool(self._pattern.search(_folded(text)))

    def in_artifact(self, artifact: Artifact) -> bool:
        """Whether listeners would find the name in `artifact`; what is not on this machine says nothing."""
        if artifact.content is None:
            return False
        if TEXTS.match(artifact.type):
            return self.in_document(b"".join(_pieces(artifact.content)).decode(errors="replace"))
        return self.in_bytes(artifact.content)

    def in_document(self, text: str) -> bool:
        """Whether the document says the name, folded lines, escapes and markup apart."""
        plain = re.sub(r"\r?\n[ \t]", "", text)
        plain = re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), plain)
        plain = html.unescape(html.unescape(plain)).replace("\\n", " ")
        return any(self.in_text(version) for version in (text, plain, re.sub(r"<[^<>]*>", " ", plain)))

    def in_bytes(self, body: bytes | Path) -> bool:
        """Whether the name stands in a recording, a picture or the like, as their tags have it."""
        longest = max(map(len, self._bytes), default=0)
        before = b""
        for piece in _pieces(body):
            here = before + piece
            if any(name in here for name in self._bytes):
                return True
            before = here[-longest:]
        return False


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _spellings(name: str) -> Iterator[bytes]:
    """The name in bytes, as it may stand in tags."""
    forms = (unicodedata.normalize("NFC", name), unicodedata.normalize("NFD", name))
    cases = [case for form in forms for case in (form, form.upper(), form.lower(), form.title())]
    for written, encoding in product(cases, ENCODINGS):
        with suppress(UnicodeEncodeError):
            yield written.encode(encoding)


def _pieces(body: bytes | Path) -> Iterator[bytes]:
    if isinstance(body, bytes):
        yield body
        return
    try:
        with body.open("rb") as file:
            while piece := file.read(PIECE):
                yield piece
    except OSError as error:
        raise PublisherError(
            f"{body} cannot be looked into: {error.strerror}", fix="mend that, then run again"
        ) from error
