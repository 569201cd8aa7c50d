"""Keys of show.toml and front matter into elements of the podcast namespace, by its table.

What is wrong with them, the check says: here every text is kept as it was written, but for times.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from email.utils import format_datetime
from zoneinfo import ZoneInfo

from publisher.model import Asset, Element
from publisher.model.podcasting import value
from publisher.model.podcasting.keys import GENERIC, Key, read_keys
from publisher.model.podcasting.table import TAGS
from publisher.model.podcasting.tag import PREFIX, Attribute, Tag
from publisher.read.fields import SHAPE, Fields
from publisher.read.foreign import read_tag
from publisher.read.moment import MomentError, moment, position
from publisher.read.node import Mapping, Node, Scalar, Sequence
from publisher.read.text import clean

_LOST = ""
"""The key of a picture that there is not; why, has been told."""


@dataclass(slots=True, kw_only=True)
class Elements:
    """The elements among the keys of `fields`. `zone` is where its clocks hang; `art` reads a picture.

    `parent` is channel or item. `assets` are the pictures that were named, once all is read.
    """

    fields: Fields
    parent: str
    zone: ZoneInfo
    art: Callable[[Fields, str], Asset | None]
    assets: list[Asset] = field(default_factory=list)

    def read(self) -> tuple[Element, ...]:
        """What stands there, in the order of the keys' table."""
        return tuple(self._all())

    def _all(self) -> Iterator[Element]:
        for key in read_keys():
            if self.parent in TAGS[key.tag].parents:
                node = self.fields.node(key.name)
                if node is not None and not self._is_flag(key, node):
                    yield from self._each(node, key, key.name)
        self.fields.table(GENERIC)
        node = self.fields.node(GENERIC)
        for word, below in node.items if isinstance(node, Mapping) else ():
            yield from self._each(below, _generic(clean(word.text or "")), f"{GENERIC}.{word.text}")

    def _is_flag(self, key: Key, node: Node) -> bool:
        """Whether `block` means everybody, which is no business of a list."""
        return key.name == "block" and isinstance(node, Scalar) and is_flag(node.text)

    def _each(self, node: Node, key: Key, path: str) -> Iterator[Element]:
        """The elements of `key` at `path`: one, or a list."""
        if isinstance(node, Sequence):
            for number, one in enumerate(node.items):
                yield from self._one(one, key, f"{path}.{number}")
        else:
            yield from self._one(node, key, path)

    def _one(self, node: Node, key: Key, path: str) -> Iterator[Element]:
        if isinstance(node, Sequence):
            fix = "remove the brackets or the hyphen around it"
            self.fields.problems.append(SHAPE.at(node.place, f"{key.name} has a list in a list", fix))
            return
        if isinstance(node, Scalar):
            if not clean(node.text or "").strip():
                return
            node = Mapping(((Scalar(_bare(key, node), node.place), node),), node.place)
        element = self._element(node, key, path)
        if element.get("file") != _LOST:
            yield element

    def _element(self, node: Mapping, key: Key, path: str) -> Element:
        tag = TAGS.get(key.tag)
        said, children = dict(key.given), list[Element]()
        for word, below in node.items:
            name = clean(word.text or "")
            attribute = key.attribute(name)
            if isinstance(below, Scalar) and not _is_child(key, tag, name, attribute):
                text = clean(below.text or "").strip()
                known = tag.attribute(attribute) if tag else None
                said |= {attribute: self._converted(text, known)} if text else {}
            else:
                children += self._child(below, key, tag, name, f"{path}.{word.text}")
        if key.tag == "image":
            self._illustrate(node, said)
        order = [one.name for one in tag.attributes] if tag else []
        ordered = sorted(said, key=lambda name: order.index(name) if name in order else len(order))
        return Element(
            name=f"{PREFIX}{key.tag}",
            text=said.get("text"),
            attributes=tuple((name, said[name]) for name in ordered if name != "text"),
            children=tuple(children),
            key=path,
        )

    def _child(self, node: Node, key: Key, tag: Tag | None, name: str, path: str) -> Iterator[Element]:
        own = next((child for child in key.children if child.name == name), None)
        if own is None and (":" in name or (tag and name in tag.plain)):
            return (_with_permalink(element) for element in read_tag(name, node, path))
        return self._each(node, own or _generic(name), path)

    def _converted(self, text: str, attribute: Attribute | None) -> str:
        """`text` as the namespace has it, where it is a time that producers write otherwise."""
        values = attribute.values if attribute else ()
        if not values or values[0].holds(text):
            return text
        if values[0] is value.SECONDS:
            at = position(text)
            return _seconds(at) if at is not None else text
        try:
            if values[0] in (value.MOMENT, value.DAY_OR_MOMENT):
                return moment(text, self.zone).isoformat()
            return format_datetime(moment(text, self.zone)) if values[0] is value.MAIL_DATE else text
        except MomentError:
            return text

    def _illustrate(self, node: Mapping, said: dict[str, str]) -> None:
        """Make of a file the key it is published at, and say what can be seen of it."""
        if "file" not in said:
            return
        inside = Fields(node, self.fields.origin.file, self.fields.problems, name="images: ")
        asset = self.art(inside, "file")
        said["file"] = asset.key if asset else _LOST
        if asset:
            self.assets.append(asset)
            if asset.picture:
                said.setdefault("width", str(asset.picture.width))
                said.setdefault("height", str(asset.picture.height))


def is_flag(text: str | None) -> bool:
    """Whether `text` is true, false or what people write for them."""
    return (text or "").lower() in ("true", "false", "yes", "no", "on", "off")


def _generic(name: str) -> Key:
    """The key of a tag by its own name. A word alone is its text, else its first attribute."""
    tag = TAGS.get(name)
    bare = tag.attributes[0].name if tag and tag.attributes and not tag.attribute("text") else "text"
    return Key(name=name, tag=name, bare=bare)


def _bare(key: Key, node: Scalar) -> str:
    """What a word alone says: of an image, an address is no file."""
    return "url" if key.bare == "file" and "://" in (node.text or "") else key.word(key.bare)


def _is_child(key: Key, tag: Tag | None, name: str, attribute: str) -> bool:
    """Whether a word below a tag is a tag itself; what is neither is taken for an attribute."""
    if tag is None or any(child.name == name for child in key.children):
        return tag is not None
    return tag.attribute(attribute) is None and (name in TAGS or name in tag.plain or ":" in name)


def _with_permalink(element: Element) -> Element:
    """A guid that does not say so opens nothing (RSS-006)."""
    if element.name != "guid" or element.attributes:
        return element
    return Element(name="guid", text=element.text, attributes=(("isPermaLink", "false"),), key=element.key)


def _seconds(at: timedelta) -> str:
    return f"{at.total_seconds():.3f}".rstrip("0").rstrip(".")
