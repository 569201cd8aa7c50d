"""<language>.po: each says all that the code says, and nothing else."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from operator import attrgetter
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po
from jinja2 import Environment, nodes

from publisher import render

RENDER = Path(render.__file__).parent
PROJECT = RENDER.parents[1]
CATALOGUES = sorted(RENDER.glob("words/*.po"))
KEYWORDS = {"text": (1,), "count": (1, 2)}

Texts = tuple[str, ...]
"""One, or the two that a number chooses from."""


def said_by(path: Path) -> Iterator[Texts]:
    """Every text that a file of ours says by words: `w.text("…")`, `w.count("…", "…", n)`."""
    if path.suffix == ".py":
        for _, message, *_ in extract_from_file("python", path, KEYWORDS):
            yield texts(message)
        return
    # jinja2's own extractor knows functions only, no methods.
    template = Environment(autoescape=True).parse(path.read_text(encoding="utf-8"))
    for call in template.find_all(nodes.Call):
        if isinstance(call.node, nodes.Getattr) and call.node.attr in KEYWORDS:
            said = texts([arg.value for arg in call.args if isinstance(arg, nodes.Const)])
            if said:  # `text` is a macro's name too.
                yield said[: len(KEYWORDS[call.node.attr])]


def told() -> set[Texts]:
    """Every text that our formats say."""
    files = (*RENDER.rglob("*.py"), *RENDER.rglob("*.j2"))
    return {message for path in files for message in said_by(path)}


def texts(message: object) -> Texts:
    """What gettext calls a message: a text, or one for each form."""
    return tuple(str(text) for text in message) if isinstance(message, (tuple, list)) else (str(message),)


def catalogue(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.stem, abort_invalid=True)


def placeholders(text: str) -> frozenset[str]:
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)


@pytest.fixture(params=CATALOGUES, ids=lambda path: path.stem)
def language(request: pytest.FixtureRequest) -> Catalog:
    """Each catalogue in turn."""
    return catalogue(request.param)


def test_a_catalogue_has_every_text_and_no_other(language: Catalog) -> None:
    """Write in words/<language>.po what is missing; delete what the code no longer says."""
    translated = {texts(message.id) for message in language if message.id}
    assert told() - translated == set(), "missing"
    assert translated - told() == set(), "no longer said"
    assert not language.obsolete


def test_every_translation_is_done_and_certain(language: Catalog) -> None:
    """A fuzzy one is a guess, an empty one none, and each form of a number is its own."""
    for message in language:
        forms = texts(message.string)
        assert not (message.id and message.fuzzy), message.id
        assert all(forms), message.id
        assert len(forms) == (language.num_plurals if message.pluralizable else 1), message.id


def test_a_translation_has_the_placeholders_of_its_text(language: Catalog) -> None:
    """Another would break the rendering, one less would lose what is to be said."""
    for message in filter(attrgetter("id"), language):
        wanted = {placeholders(text) for text in texts(message.id)}
        assert {placeholders(form) for form in texts(message.string)} == wanted, message.id


def test_texts_are_found_in_code_and_in_pages(tmp_path: Path) -> None:
    """Else the others would hold for anything."""
    code, template = tmp_path / "code.py", tmp_path / "page.html.j2"
    code.write_text('w.text("{day}, {clock}", day=1)\nwords("da").count("{n} hour", "{n} hours", 2)\n')
    template.write_text('{{ w.text("Next") }}{% if w.count("{n} day", "{n} days", n) %}{% endif %}')
    assert [*said_by(code), *said_by(template)] == [
        ("{day}, {clock}",),
        ("{n} hour", "{n} hours"),
        ("Next",),
        ("{n} day", "{n} days"),
    ]
    assert ("{day}, {clock}",) in told()


def test_the_wheel_carries_the_catalogues() -> None:
    """hatch takes all of the package but what git ignores, and nothing leaves them out."""
    build = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["hatch"]["build"]
    assert build["targets"]["wheel"] == {"packages": ["publisher"]}
    assert set(build) == {"targets"}
    assert ".po" not in (PROJECT / ".gitignore").read_text(encoding="utf-8")
    assert CATALOGUES
