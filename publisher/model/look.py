"""How pages look: pictures in sizes, the cover's colours, and what a producer's own theme says."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from publisher.model.asset import Asset
from publisher.model.public import PRIVATE


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendition:
    """A picture at a smaller size, as WebP. Sides are in pixels."""

    width: int
    height: int
    asset: Asset


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The colours of the pages, each as `#rrggbb`.

    `accent` reads (4.5:1, WCAG 2.2 SC 1.4.3) on everything from `wash` to white, and white on it;
    `accent_dark` on everything from black to `wash_dark`, and black on it.
    """

    accent: str = "#2a5d84"
    accent_dark: str = "#8dbbdf"
    wash: str = "#eef3f7"
    """A tint of the accent to set things apart on a white page."""
    wash_dark: str = "#1b2228"
    """The same on a black one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """What the producer puts over our pages, from episodes/_theme/."""

    templates: tuple[tuple[str, str], ...] = ()
    """The name of each, relative to _theme/ (`parts/head.html.j2`), and its text."""
    style: str = ""
    """CSS that goes after ours; what it shows it names as it will be published."""
    files: tuple[Asset, ...] = ()
    """The pictures and fonts that it names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Platform:
    """A place elsewhere where the show can be heard."""

    title: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Website:
    """`[site]` of show.toml: what the pages say besides the show itself.

    Texts are sanitised HTML in which every URL is absolute, empty where there is none.
    """

    about: str = ""
    privacy: str = ""
    accessibility: str = ""
    """The accessibility statement; `accessibility_url` is where it is, if elsewhere."""
    accessibility_url: str | None = None
    contact: str | None = None
    """An e-mail address or a web address."""
    listen: tuple[Platform, ...] = ()
    assets: tuple[Asset, ...] = field(default=(), metadata=PRIVATE)
    """What the texts show or link to."""
    files: tuple[Path, ...] = field(default=(), metadata=PRIVATE)
    """What they were written in."""
