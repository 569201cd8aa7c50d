"""Values of the model as bytes, and back: pickle, which finds the fields of a class once and not each time.

A dataclass that is frozen and has slots sets its fields in Python, and asks each time what they are. Of an
archive that is most of what reading it again takes.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any


def dumped(value: object) -> bytes:
    """The bytes of `value`."""
    file = io.BytesIO()
    _Pickler(file, pickle.HIGHEST_PROTOCOL).dump(value)
    return file.getvalue()


def loaded(data: bytes | memoryview) -> Any:
    """The value whose bytes these are: from a file of our own, behind a digest."""
    return pickle.loads(data)  # noqa: S301


class _Pickler(pickle.Pickler):
    def reducer_override(self, value: Any) -> Any:
        kind = value.__class__
        if is_dataclass(kind) and "__slots__" in kind.__dict__:
            return _made, (kind, *(getattr(value, field.name) for field in fields(kind)))
        if isinstance(value, Path):
            return Path, (str(value),)
        return NotImplemented


def _made(kind: type, *told: object) -> object:
    value: object = object.__new__(kind)
    for fill, one in zip(_fills(kind), told, strict=True):
        fill(value, one)
    return value


@cache
def _fills(kind: Any) -> tuple[Callable[[object, object], None], ...]:
    """What sets each field, past the class itself, which would refuse."""
    return tuple(getattr(kind, field.name).__set__ for field in fields(kind))
