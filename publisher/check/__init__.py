"""Site → Problems: every public function of every module here is one rule, found by being there.

A rule takes the Site and yields problems. Pure: no file, clock or network.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib import import_module
from inspect import getmembers, isfunction
from pkgutil import iter_modules

from publisher.model import Problem, Site

Check = Callable[[Site], Iterator[Problem]]


def check(site: Site) -> tuple[Problem, ...]:
    """Everything wrong with `site` that can be known without its ledger, in no promised order."""
    return (*site.problems, *(problem for rule in checks() for problem in rule(site)))


def checks() -> Iterator[Check]:
    """Every rule."""
    for module in iter_modules(__path__, f"{__name__}."):
        for name, function in getmembers(import_module(module.name), isfunction):
            if function.__module__ == module.name and not name.startswith("_"):
                yield function
