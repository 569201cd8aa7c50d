"""Text files and the characters that feeds can carry."""

from __future__ import annotations

import re
from pathlib import Path

from publisher.model import Place, Problem, Rule, Severity

ENCODING = Rule(
    "READ-001",
    Severity.ERROR,
    "Text files are UTF-8 and can be read",
    "https://www.rfc-editor.org/rfc/rfc3629",
)
LARGEST = 10_000_000
"""Bytes. No text a producer writes is larger; what is larger is something else by mistake."""

_UNCARRIED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """`text` without the characters XML 1.0 cannot carry (§2.2), with `\\n` as its line ends."""
    return _UNCARRIED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def read_text(path: Path, file: str) -> tuple[str, tuple[Problem, ...]]:
    """What the file says, cleaned, with what is wrong with it; a byte order mark is dropped."""
    try:
        if path.stat().st_size > LARGEST:
            return "", (
                _problem(file, "it is far too large for a text file", "check that it is the file you meant"),
            )
        data = path.read_bytes()
    except OSError as error:
        return "", (_problem(file, f"it cannot be read: {error.strerror}", "check its permissions"),)
    try:
        return clean(data.decode("utf-8-sig")), ()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - (data.rfind(b"\n", 0, error.start) + 1) + 1
        fix = "save it again as UTF-8 in your editor"
        return "", (_problem(file, "it is not written in UTF-8", fix, line, column),)


def _problem(file: str, message: str, fix: str, line: int = 1, column: int = 1) -> Problem:
    return ENCODING.at(Place(file=file, line=line, column=column), message, fix)
