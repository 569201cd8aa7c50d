"""The templates of pages, a theme's before ours, compiled once for each theme and language.

A template says what is where, and nothing else: values come to it prepared. All text is escaped but
what is Markup already; a name that nobody gave is an error (jinja.palletsprojects.com, StrictUndefined).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from jinja2 import Environment, StrictUndefined
from jinja2.runtime import Context

from publisher.model import Theme
from publisher.render.site import amounts
from publisher.render.site.structured.thing import ld_json
from publisher.render.site.themed import loader
from publisher.render.wire import cut
from publisher.render.wire.fit import ascii_url
from publisher.render.words import words

TEMPLATES = Path(__file__).parents[1] / "templates"
"""Ours. Those of a theme are named as they are: `episode.html.j2`, `parts/footer.html.j2`."""


class _Context(Context):
    """The values of a template. Nothing that is called there wants to know of them: so nothing is asked."""

    def call(
        self,
        called: Callable[..., Any],
        /,
        *args: Any,
        _block_vars: Any = None,
        _loop_vars: Any = None,
        **named: Any,
    ) -> Any:
        """Call it; Jinja gives variables of blocks and loops along, for what wants them."""
        return called(*args, **named)


class _Environment(Environment):
    context_class = _Context


@lru_cache(maxsize=8)
def environment(theme: Theme, language: str) -> Environment:
    """Make the environment of pages in `language`; `w` says words in it, in every template."""
    made = _Environment(
        loader=loader(theme, TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        cache_size=-1,
        auto_reload=False,
    )
    w = words(language)
    made.globals["w"] = w
    made.filters |= {
        "iso": iso,
        "host": host,
        "ld_json": ld_json,
        "mailto": mailto,
        "cut": cut,
        "clock": amounts.clock,
        "period": amounts.period,
        "decimal": lambda number: amounts.decimal(number, w.locale),
        "duration": lambda length: amounts.duration(length, w.locale),
    }
    return made


def host(url: str) -> str:
    """Say where `url` leads: "co-pi.dk"."""
    try:
        name = urlsplit(url).hostname
    except ValueError:
        name = None
    return name.removeprefix("www.") if name else url


def mailto(address: str) -> str:
    """Make a link that writes to `address` (RFC 6068)."""
    return ascii_url(f"mailto:{address}")


def iso(moment: datetime, zone: str) -> str:
    """Write `moment` for machines, on the clocks of `zone`."""
    return moment.astimezone(ZoneInfo(zone)).isoformat()
