"""Text files, the characters that feeds can carry, and text as messages show it."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
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
SHOWN = 60
"""Characters of a producer's text that a message repeats."""

_UNCARRIED = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_UNNAMED = re.compile("[\x00-\x1f\x7f\x85\u2028\u2029\ud800-\udfff]")


def clean(text: str) -> str:
    """`text` without the characters XML 1.0 cannot carry (§2.2), with `\\n` as its line ends."""
    if text.isprintable():
        return text
    return _UNCARRIED.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def shown(text: str) -> str:
    """`text` in quotes as a message can show it: on one line, and not too long."""
    return repr(text if len(text) <= SHOWN else text[: SHOWN - 1] + "…")


def named(path: Path, root: Path) -> str:
    """`path` below `root` as a message can show it; what is no UTF-8 or no character is spelled out."""
    name = below(path, root)
    if name.isascii() and name.isprintable():
        return name
    name = os.fsencode(name).decode("utf-8", "backslashreplace")
    return "".join(one if one.isprintable() else ascii(one)[1:-1] for one in name)


def below(path: Path, folder: Path) -> str:
    """`path` relative to `folder`, with forward slashes."""
    whole, start = str(path), f"{folder}/"
    # pathlib takes ten times as long, and every entry asks.
    return whole[len(start) :] if whole.startswith(start) else path.relative_to(folder).as_posix()


def nfc(name: str) -> str:
    """`name` in Unicode's composed form: one editor writes `ø` in one piece, a disk in two."""
    return unicodedata.normalize("NFC", name)


def is_name(name: str) -> bool:
    """Whether a file's name is text, on one line."""
    return not _UNNAMED.search(name)


def is_file(path: Path) -> bool:
    """Whether `path` is a file, or a link to one; names that no disk can have are not."""
    try:
        return path.is_file()
    except OSError:
        return False


def is_folder(path: Path) -> bool:
    """Whether `path` is a folder, not a link to one."""
    try:
        return path.is_dir() and not path.is_symlink()
    except OSError:
        return False


def read_text(path: Path, file: str) -> tuple[str, tuple[Problem, ...]]:
    """What the file says, cleaned, with what is wrong with it; a byte order mark is dropped."""
    data, problems = read_data(path, file)
    return ("", problems) if problems else decoded(data, file)


def read_data(path: Path, file: str) -> tuple[bytes, tuple[Problem, ...]]:
    """What is in a file of text, or what keeps anybody from reading it."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            return b"", (_problem(file, "it is no file", "put a text file in its place"),)
        if status.st_size > LARGEST:
            return b"", (
                _problem(file, "it is far too large for a text file", "check that it is the file you meant"),
            )
        return path.read_bytes(), ()
    except OSError as error:
        return b"", (_problem(file, f"it cannot be read: {error.strerror}", "check its permissions"),)


def decoded(data: bytes, file: str) -> tuple[str, tuple[Problem, ...]]:
    """What `data` of the file says, cleaned, without a byte order mark, and what is wrong with it."""
    try:
        return clean(data.decode("utf-8-sig")), ()
    except UnicodeDecodeError as error:
        before = clean(error.object[: error.start].decode())
        line, column = before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1
        fix = "save it again as UTF-8 in your editor"
        return "", (_problem(file, "it is not written in UTF-8", fix, line, column),)


def _problem(file: str, message: str, fix: str, line: int = 1, column: int = 1) -> Problem:
    return ENCODING.at(Place(file=file, line=line, column=column), message, fix)
