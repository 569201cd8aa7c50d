"""The templates of a theme: each can be parsed, and stands for one of ours or is used by one that does.

https://jinja.palletsprojects.com/en/stable/templates/
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from publisher.model import Place, Problem, Rule, Severity
from publisher.read.text import shown
from publisher.read.theme.foreign import in_template

if TYPE_CHECKING:
    from jinja2.nodes import Template

SYNTAX = Rule(
    "THEME-001",
    Severity.ERROR,
    "A template of a theme can be parsed",
    "https://jinja.palletsprojects.com/en/stable/templates/",
)
NAME = Rule("THEME-002", Severity.ERROR, "A template of a theme stands for one of ours, or is used by one")

TEMPLATE = ".html.j2"
OURS = "publisher/"
"""What a template's name starts with where ours is meant although the theme has one of that name."""
TEMPLATES = Path(__file__).parents[2] / "render" / "templates"
"""Where ours are: files, which reading may name without knowing how they are rendered."""


@cache
def our_templates() -> frozenset[str]:
    """The names of ours: `episode.html.j2`, `parts/footer.html.j2`."""
    return frozenset(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob(f"*{TEMPLATE}"))


def check_templates(templates: dict[str, str], folder: str, base_url: str) -> Iterator[Problem]:
    """What is wrong with `templates`, by name, which lie in `folder`."""
    uses: dict[str, tuple[_Use, ...]] = {}
    for name, text in templates.items():
        file = f"{folder}/{name}"
        tree, problem = _parsed(text, file)
        if problem:
            yield problem
        uses[name] = tuple(_uses(tree)) if tree else ()
        yield from in_template(text, file, base_url)
    for name, used in uses.items():
        yield from _missing(name, used, templates, folder)
    yield from _unused(uses, folder)


@dataclass(frozen=True, slots=True)
class _Use:
    """A template that another includes, imports or extends, at a line; None where only rendering knows."""

    name: str | None
    line: int
    is_needed: bool = True


def _parsed(text: str, file: str) -> tuple[Template | None, Problem | None]:
    from jinja2 import Environment, TemplateSyntaxError

    try:
        return Environment().parse(text), None  # noqa: S701 - nothing is rendered
    except TemplateSyntaxError as error:
        message = f"the template cannot be parsed: {error.message}"
        return None, SYNTAX.at(Place(file=file, line=error.lineno), message, "see the documentation of Jinja")
    except RecursionError:
        return None, SYNTAX.at(Place(file=file), "the template is nested too deeply", "make it simpler")


def _uses(tree: Template) -> Iterator[_Use]:
    from jinja2 import nodes

    for node in tree.find_all((nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)):
        told = getattr(node, "template", None)
        items = told.items if isinstance(told, nodes.List | nodes.Tuple) else [told]
        # Of a list, the first that is there is taken.
        is_needed = len(items) == 1 and not getattr(node, "ignore_missing", False)
        for item in items:
            name = item.value if isinstance(item, nodes.Const) and isinstance(item.value, str) else None
            yield _Use(name, node.lineno, is_needed)


def _missing(name: str, uses: tuple[_Use, ...], templates: dict[str, str], folder: str) -> Iterator[Problem]:
    """The templates that one called `name` uses, and that are not there or are itself."""
    known = {*templates, *our_templates(), *(f"{OURS}{one}" for one in our_templates())}
    for use in uses:
        place = Place(file=f"{folder}/{name}", line=use.line)
        if use.name == name:
            fix = f'write "{OURS}{name}" to mean ours' if name in our_templates() else "remove that"
            yield NAME.at(place, "the template uses itself", fix)
        elif use.name is not None and use.is_needed and use.name not in known:
            message = f"the template uses {shown(use.name)}, which is not there"
            yield NAME.at(place, message, _fix(use.name, sorted(known), "write the name of one that is"))


def _unused(uses: dict[str, tuple[_Use, ...]], folder: str) -> Iterator[Problem]:
    """The templates that no page will ever ask for."""
    waiting = [name for name in uses if name in our_templates()]
    reached = set(waiting)
    while waiting:
        for use in uses[waiting.pop()]:
            found = set(uses) if use.name is None else {use.name} & set(uses)
            waiting += sorted(found - reached)
            reached |= found
    for name in uses:
        if name not in reached:
            message = "no page is made with this template: there is none of that name"
            fix = _fix(
                name, sorted(our_templates()), "remove it, or use it in one that stands for one of ours"
            )
            yield NAME.at(Place(file=f"{folder}/{name}"), message, fix)


def _fix(name: str, known: list[str], otherwise: str) -> str:
    near = difflib.get_close_matches(name[:100], known, n=1)
    return f"call it {near[0]}" if near else otherwise
