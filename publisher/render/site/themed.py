"""A theme's templates before ours, and the place in them where one cannot be rendered.

A theme may take one of ours and change a part: `{% extends "publisher/layout.html.j2" %}` means ours
although the theme has a `layout.html.j2` too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from traceback import walk_tb

from jinja2 import BaseLoader, ChoiceLoader, FileSystemLoader, FunctionLoader, PrefixLoader

from publisher.errors import PublisherError
from publisher.model import Theme

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
def blaming() -> Iterator[None]:
    """Turn what goes wrong in a theme's template into a PublisherError that says where."""
    try:
        yield
    except Exception as error:
        place = _place(error)
        if place is None:
            raise
        raise PublisherError(
            f"{place}: this template cannot be rendered: {error}",
            fix="mend it, or remove it to have ours in its place",
        ) from error


def _place(error: Exception) -> str | None:
    """File and line in the theme, if that is the last template that was at work."""
    frames = ((frame.f_code.co_filename, line) for frame, line in walk_tb(error.__traceback__))
    file, line = next(reversed([one for one in frames if one[0].endswith(".j2")]), ("", 0))
    return f"{file}:{line}" if file.startswith(f"{FOLDER}/") else None
