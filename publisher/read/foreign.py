"""Tags of other people's namespaces, as written under `extra`: carried, not understood.

A key with a prefix is a tag, `text` its text, and any other key an attribute; `@` before a key makes it an
attribute whatever its name.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.model import Element
from publisher.read.fields import Fields
from publisher.read.node import Mapping, Node, Scalar, Sequence
from publisher.read.text import clean

EXTRA = "extra"
NAMESPACES = "namespaces"


def read_extra(fields: Fields) -> tuple[Element, ...]:
    """The tags below `extra`."""
    fields.table(EXTRA)
    node = fields.node(EXTRA)
    return tuple(_children(node, EXTRA)) if isinstance(node, Mapping) else ()


def read_namespaces(fields: Fields) -> tuple[tuple[str, str], ...]:
    """The prefixes below `namespaces`, with what they stand for."""
    table, node = fields.table(NAMESPACES), fields.node(NAMESPACES)
    if table is None or not isinstance(node, Mapping):
        return ()
    prefixes = [clean(key.text) for key, _ in node.items if key.text]
    return tuple((prefix, uri) for prefix in prefixes if (uri := table.text(prefix)))


def read_tag(name: str, node: Node, path: str) -> Iterator[Element]:
    """The tags called `name` that are written at `path`: one, or a list."""
    if isinstance(node, Sequence):
        for number, item in enumerate(node.items):
            yield from read_tag(name, item, f"{path}.{number}")
    elif isinstance(node, Scalar):
        yield Element(name=name, text=clean(node.text) if node.text else None, key=path)
    else:
        words = {clean(key.text or ""): value for key, value in node.items}
        texts = {word: clean(value.text or "") for word, value in words.items() if isinstance(value, Scalar)}
        attributes = ((word.removeprefix("@"), text) for word, text in texts.items() if _is_attribute(word))
        yield Element(
            name=name,
            text=texts.get("text"),
            attributes=tuple(attributes),
            children=tuple(_children(node, path)),
            key=path,
        )


def _children(node: Mapping, path: str) -> Iterator[Element]:
    for key, value in node.items:
        name = clean(key.text or "")
        whole = path == EXTRA or not isinstance(value, Scalar)
        if whole or not (_is_attribute(name) or name == "text"):
            yield from read_tag(name, value, f"{path}.{key.text}")


def _is_attribute(word: str) -> bool:
    return word.startswith("@") or (":" not in word and word != "text")
