"""A Markdown file into its front matter and its body."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from publisher.model import Place, Problem, Rule, Severity
from publisher.read.node import Mapping
from publisher.read.text import decoded, read_data
from publisher.read.yaml import SYNTAX, parse

FENCE = Rule("READ-012", Severity.ERROR, "A Markdown file starts with front matter between two lines of ---")

_OPEN = re.compile(r"\s*---[ \t]*(?:\n|\Z)")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_STARTS = re.compile(rb"\s*---[ \t]*(?:[\r\n]|\Z)")


@dataclass(frozen=True, slots=True)
class Document:
    """A Markdown file: its keys, and its body, which starts at `line`.

    `complete` is False where the keys could not be read to the last.
    """

    keys: Mapping
    body: str
    line: int
    complete: bool = True
    digest: str | None = None
    """The sha256 of the file as it was read."""


def has_front_matter(path: Path) -> bool:
    """Whether the file starts like an entry does, or cannot be read, so that somebody must look."""
    try:
        file = os.open(path, os.O_RDONLY)  # Of an archive there are many, and a file object takes as long.
        try:
            return bool(_STARTS.match(os.read(file, 256).removeprefix(b"\xef\xbb\xbf")))
        finally:
            os.close(file)
    except OSError:
        return True


def read_document(path: Path, file: str) -> tuple[Document, tuple[Problem, ...]]:
    """The Markdown file at `path`, with what is wrong with it."""
    data, unreadable = read_data(path, file)
    text, problems = ("", unreadable) if unreadable else decoded(data, file)
    top = Place(file=file)
    empty = Document(Mapping((), top), text, 1, complete=False)
    if problems:
        return empty, problems
    opened = _OPEN.match(text)
    if opened is None:
        fix = "start the file with a line of ---, then `title: …`, then another line of ---"
        return empty, (FENCE.at(top, "there is no front matter", fix),)
    closed = _CLOSE.search(text, opened.end())
    if closed is None:
        return empty, (
            FENCE.at(top, "the front matter does not end", "write a line of --- below its last key"),
        )
    first = text.count("\n", 0, opened.end()) + 1
    keys, broken = parse(text[opened.end() : closed.start()], file, line=first)
    body = text[closed.end() :]
    start = text.count("\n", 0, closed.end()) + 1 + len(body) - len(body.lstrip("\n"))
    complete = all(problem.code != SYNTAX.code for problem in broken)
    return Document(keys, body.strip("\n"), start, complete, sha256(data).hexdigest()), broken
