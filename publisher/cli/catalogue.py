"""Every rule there is, found where rules live: what `check --list-rules` lists and docs/problems.md says."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import walk_packages

from publisher.model import Rule

HOMES = ("adopt", "check", "model", "read", "settle", "silence")


def catalogue() -> tuple[Rule, ...]:
    """Every rule, by code; a code that is sometimes only a warning has a rule for that."""
    return tuple(sorted(set(_rules()), key=lambda rule: (rule.code, rule.severity, rule.summary)))


def _rules() -> Iterator[Rule]:
    for home in HOMES:
        module = import_module(f"publisher.{home}")
        inside = walk_packages(getattr(module, "__path__", []), f"{module.__name__}.")
        for name in (module.__name__, *(one.name for one in inside)):
            yield from (thing for thing in vars(import_module(name)).values() if isinstance(thing, Rule))
