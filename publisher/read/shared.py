"""What a show and an episode say in the same keys: license, funding, and the tags of the namespaces."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypedDict
from zoneinfo import ZoneInfo

from publisher.model import Asset, Element, Funding
from publisher.read.fields import VALUE, Fields
from publisher.read.foreign import read_extra
from publisher.read.podcasting import Elements, is_flag


class Shared(TypedDict):
    """What a Show and an Episode are made with."""

    license: str | None
    license_url: str | None
    block: bool
    funding: tuple[Funding, ...]
    podcast: tuple[Element, ...]
    extra: tuple[Element, ...]


def read_shared(
    fields: Fields, parent: str, zone: ZoneInfo, art: Callable[[Fields, str], Asset | None]
) -> tuple[Shared, tuple[Asset, ...]]:
    """What stands in `fields`, which is the channel's or an item's, and the pictures named there."""
    elements = Elements(fields=fields, parent=parent, zone=zone, art=art)
    license, license_url = named(fields, "license", "name", "url")
    shared = Shared(
        license=license,
        license_url=license_url,
        block=_block(fields, parent),
        funding=fields.each("funding", _funding),
        podcast=elements.read(),
        extra=read_extra(fields),
    )
    return shared, tuple(elements.assets)


def named(fields: Fields, key: str, name: str, url: str) -> tuple[str | None, str | None]:
    """The text at `key`, or the `name` of a table there, with its `url`."""
    if not fields.is_table(key):
        return fields.text(key), None
    table = fields.table(key)
    if table is None:
        return None, None
    found = table.text(name), table.url(url)
    table.require(VALUE, name, table.line(name, "…"))
    table.close()
    return found


def _block(fields: Fields, parent: str) -> bool:
    """Whether everybody is meant; services by name are the channel's own."""
    text = fields.text("block") if fields.is_text("block") else None
    return bool(fields.flag("block")) if parent == "item" or is_flag(text) else False


def _funding(fields: Fields) -> Funding | None:
    url, title = fields.url("url"), fields.text("title")
    fields.require(VALUE, "url", fields.line("url", "https://…"))
    fields.require(VALUE, "title", fields.line("title", "…"))
    return Funding(url=url, title=title) if url and title else None
