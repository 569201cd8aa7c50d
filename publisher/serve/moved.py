"""An edition as it would be at another address, so that its links lead around in the preview.

Most URLs are made of the show's `base_url` when they are rendered. What producers wrote with it, and
what reading made of the names of their files, has it in it already.
"""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, cast

from publisher.model import Edition, Transcript

SAME = frozenset({"guid"})
"""Fields that name something, and may look like an address."""


def moved(edition: Edition, base_url: str) -> Edition:
    """`edition` at `base_url`, which has no slash at its end."""
    before = edition.show.base_url
    if not before:
        return replace(edition, show=replace(edition.show, base_url=base_url))
    return cast(Edition, _Move(before, base_url).value(edition))


def moved_text(text: str, before: str, base_url: str) -> str:
    """`text` in which every address that starts with `before` starts with `base_url`."""
    return re.sub(f"{re.escape(before)}(?![\\w.-])", lambda _: base_url, text)


class _Move:
    """Addresses are those that a text starts with, or that stand in quotes or parentheses (HTML, CSS)."""

    def __init__(self, before: str, after: str) -> None:
        self.before, self.after = before, after
        self.pattern = re.compile(f"(?:^|(?<=[\"'(])){re.escape(before)}(?=[/\"')?#]|$)")

    def value(self, value: Any) -> Any:
        if isinstance(value, str):
            return self.pattern.sub(lambda _: self.after, value) if self.before in value else value
        if isinstance(value, tuple):
            return tuple(self.value(each) for each in value)
        if isinstance(value, Transcript) or not is_dataclass(value) or isinstance(value, type):
            return value
        names = (field.name for field in fields(value) if field.init and field.name not in SAME)
        return replace(value, **{name: self.value(getattr(value, name)) for name in names})
