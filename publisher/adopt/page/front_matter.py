"""Keys and values as front matter: YAML 1.2 that means what was there, whatever it holds.

A date or a number stands as a producer would write it; text that YAML would take for something else is in
quotes. https://yaml.org/spec/1.2.2/
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

from publisher.adopt.page.words import clean

FENCE = "---\n"


class Plain(str):
    """Text that may stand without quotes although YAML takes it for a date or a number."""

    __slots__ = ()


def write_page(keys: Mapping[str, object], body: str) -> str:
    """A Markdown file with these keys, in this order, and `body`. What is None or empty is left out."""
    import yaml

    class Dumper(yaml.SafeDumper):
        """Never folds a line, and never refers back to one."""

        def ignore_aliases(self, data: Any) -> bool:
            return True

    def plain(dumper: yaml.SafeDumper, text: Plain) -> yaml.ScalarNode:
        tag = dumper.resolve(yaml.ScalarNode, str(text), (True, False))  # type: ignore[no-untyped-call]
        return dumper.represent_scalar(tag, str(text))

    Dumper.add_representer(Plain, plain)
    front = yaml.dump(_carried(keys), Dumper=Dumper, allow_unicode=True, sort_keys=False, width=sys.maxsize)
    return f"{FENCE}{front}{FENCE}{body}\n" if body else f"{FENCE}{front}{FENCE}"


def _carried(value: Any) -> Any:
    """`value` without what nobody wrote, and without characters that cannot be carried."""
    if isinstance(value, Mapping):
        made = {key: _carried(one) for key, one in value.items()}
        return {key: one for key, one in made.items() if one not in (None, "", [], {})}
    if isinstance(value, list | tuple):
        return [_carried(one) for one in value]
    return type(value)(clean(value)) if isinstance(value, str) else value
