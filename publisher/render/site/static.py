"""The style sheet and the scripts of pages, under keys that name their bytes: caches keep them for ever.

The style sheet is ours with the colours of the edition before it and the theme's rules after it: ours
are in cascade layers, so that any rule of a theme's wins (w3.org/TR/css-cascade-5, §6.4).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from publisher.model import Artifact, Edition, Look, Theme
from publisher.render.wire import artifact

STATIC = Path(__file__).with_name("static")
LAYERS = "@layer look, base, parts, print;\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """What every page links to."""

    style: Artifact
    scripts: tuple[Artifact, ...]


def files(edition: Edition) -> Files:
    """Make the style sheet and the scripts of `edition`."""
    return Files(style=_style(edition.look, edition.theme), scripts=_scripts())


def _style(look: Look, theme: Theme) -> Artifact:
    text = f"{LAYERS}{_colours(look)}{_read('site.css')}{theme.style}"
    return _named("site.css", "text/css", text)


def _colours(look: Look) -> str:
    """The colours that the cover gives, as custom properties."""
    light = f"--accent: {look.accent}; --wash: {look.wash};"
    dark = f"--accent: {look.accent_dark}; --wash: {look.wash_dark};"
    return (
        f"@layer look {{\n:root {{ {light} }}\n"
        f"@media (prefers-color-scheme: dark) {{ :root {{ {dark} }} }}\n"
        f"@media print {{ :root {{ {light} }} }}\n}}\n"
    )


@cache
def _scripts() -> tuple[Artifact, ...]:
    return tuple(
        _named(path.name, "text/javascript", _read(path.name)) for path in sorted(STATIC.glob("*.js"))
    )


def _named(name: str, type: str, text: str) -> Artifact:
    body = text.encode()
    stem, _, extension = name.rpartition(".")
    return artifact(
        f"assets/{stem}-{sha256(body).hexdigest()[:12]}.{extension}", f"{type}; charset=utf-8", body
    )


@cache
def _read(name: str) -> str:
    return (STATIC / name).read_text(encoding="utf-8")
