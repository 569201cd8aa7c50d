"""A Markdown file into its front matter and its body."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from publisher.model import Place, Problem, Rule, Severity
from publisher.read.node import Mapping
from publisher.read.text import read_text
from publisher.read.yaml import parse

FENCE = Rule("READ-012", Severity.ERROR, "A Markdown file starts with front matter between two lines of ---")

_OPEN = re.compile(r"---[ \t]*(?:\n|$)")
_CLOSE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Document:
    """A Markdown file: its keys, and its body, which starts at `line`."""

    keys: Mapping
    body: str
    line: int


def has_front_matter(path: Path) -> bool:
    """Whether the file starts like an entry does."""
    try:
        with path.open("rb") as file:
            return file.read(16).removeprefix(b"\xef\xbb\xbf").startswith(b"---")
    except OSError:
        return False


def read_document(path: Path, file: str) -> tuple[Document, tuple[Problem, ...]]:
    """The Markdown file at `path`, with what is wrong with it."""
    text, problems = read_text(path, file)
    top = Place(file=file)
    empty = Document(Mapping((), top), text, 1)
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
    keys, broken = parse(text[opened.end() : closed.start()], file, line=2)
    body = text[closed.end() :]
    start = text.count("\n", 0, closed.end()) + 1 + len(body) - len(body.lstrip("\n"))
    return Document(keys, body.strip("\n"), start), broken
