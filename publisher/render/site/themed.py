"""A theme's templates before ours, and the place in them where one cannot be rendered.

A theme may take one of ours and change a part: `{% extends "publisher/layout.html.j2" %}` means ours
although the theme has a `layout.html.j2` too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from traceback import walk_tb

from jinja2 import BaseLoader, ChoiceLoader, FileSystemLoader, FunctionLoader, PrefixLoader

from publisher.errors import PublisherError
from publisher.model import Theme

_LOADS = re.compile(r"<(?:audio|embed|iframe|img|link|object|script|source|style|video)\b", re.IGNORECASE)
FOLDER = "episodes/_theme"
OURS = "publisher"


def loader(theme: Theme, ours: Path) -> BaseLoader:
    """Find templates by name: the theme's, else those in the folder `ours`."""
    templates = dict(theme.templates)

    def load(name: str) -> tuple[str, str, Callable[[], bool]] | None:
        text = templates.get(name)
        return None if text is None else (text, f"{FOLDER}/{name}", lambda: True)

    house = FileSystemLoader(ours)
    return ChoiceLoader([FunctionLoader(load), house, PrefixLoader({OURS: house})])


@contextmanager
def blaming(theme: Theme) -> Iterator[None]:
    """Turn what goes wrong with a theme's templates into a PublisherError that says where."""
    try:
        yield
    except Exception as error:
        if not theme.templates:
            raise
        raise PublisherError(
            f"{_place(error)}: this template cannot be rendered: {error}",
            fix="mend it, or remove it to have ours in its place",
        ) from error


def _place(error: Exception) -> str:
    """File and line in the theme, of the last of its templates that was at work; else the theme itself.

    What it passes to one of ours goes wrong there, and what its layout lacks, in ours that extend it.
    """
    frames = ((frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__))
    theirs = [f"{file}:{line}" for file, line in frames if file.startswith(f"{FOLDER}/")]
    return theirs[-1] if theirs else FOLDER


def raise_unless_guarded(text: str) -> None:
    """Raise PublisherError for a page of a theme that could load anything before its policy is read."""
    policy = text.find('http-equiv="Content-Security-Policy"')
    first = _LOADS.search(text)
    if first and not 0 <= policy < first.start():
        raise PublisherError(
            f"{FOLDER}: pages have lost the policy that keeps others from seeing who reads them",
            fix='begin layout.html.j2 with `{% extends "publisher/layout.html.j2" %}`, '
            "or keep the line with Content-Security-Policy first in its head",
        )
