"""episodes/_theme/: templates and a style that go before ours, with the pictures and fonts of the style."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from publisher.model import Place, Problem, Rule, Severity, Theme
from publisher.read.asset import leads_out
from publisher.read.text import is_file, is_folder, is_name, named, nfc, read_text
from publisher.read.theme.style import Style
from publisher.read.theme.templates import TEMPLATE, check_templates

FOLDER = "_theme"
STYLE = "style.css"

UNUSED = Rule("THEME-005", Severity.WARNING, "Every template and style of a theme is called as ours are")


def read_theme(home: Path, root: Path, base_url: str) -> tuple[Theme, tuple[Problem, ...]]:
    """The theme in `home`, which is episodes/, with what is wrong with it. Links are not followed."""
    folder, problems = home / FOLDER, list[Problem]()
    templates: dict[str, str] = {}
    style = Style(folder=folder, home=home, base_url=base_url, file=named(folder / STYLE, root))
    for path in _files(folder) if is_folder(folder) else ():
        name, file = nfc(path.relative_to(folder).as_posix()), named(path, root)
        if not (name.endswith(TEMPLATE) or name == STYLE):
            problems += _unused(path, file)
        elif leads_out(path, home):
            fix = "copy the file itself here"
            problems.append(UNUSED.at(Place(file=file), "this is a link out of the project", fix))
        else:
            text, unreadable = read_text(path, file)
            problems += unreadable
            if name == STYLE:
                style.read(text)
            elif not unreadable:
                templates[name] = text
    problems += style.problems
    if templates:
        problems += check_templates(templates, named(folder, root), base_url)
    theme = Theme(
        templates=tuple(templates.items()), style=style.text, files=tuple(dict.fromkeys(style.assets))
    )
    return theme, tuple(problems)


def _files(folder: Path) -> Iterator[Path]:
    """The files in `folder` and below, in the order of their names."""
    waiting = [folder]
    while waiting:
        try:
            inside = sorted(one for one in waiting.pop().iterdir() if is_name(one.name))
        except OSError:
            continue
        inside = [one for one in inside if not one.name.startswith(".")]
        waiting += [one for one in reversed(inside) if is_folder(one)]
        yield from (one for one in inside if is_file(one))


def _unused(path: Path, file: str) -> Iterator[Problem]:
    """Tell of what was certainly meant for us: a font's license, say, was not."""
    kind = path.suffix.lower()
    if kind == ".css":
        fix = f"write its rules into {STYLE}"
    elif kind in (".html", ".htm", ".j2", ".jinja", ".jinja2"):
        fix = f"rename it to {path.name.partition('.')[0]}{TEMPLATE}"
    else:
        return
    yield UNUSED.at(Place(file=file), "nothing is made of this file", fix)
