"""Elements as they are written: what breaks the table is left out, so that no app chokes on it.

The check has told of it; a draft in a preview, or a warning, gets here all the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from publisher.model.element import Element
from publisher.model.podcasting.breach import is_plain
from publisher.model.podcasting.table import tag_of
from publisher.model.podcasting.tag import Attribute, Tag


def lawful(elements: Iterable[Element], parent: str) -> tuple[Element, ...]:
    """What of `elements` may stand in `parent`, as far as it may be said; of repeated ones the first."""
    found: list[Element] = []
    for element in elements:
        tag = tag_of(element)
        if tag and tag.may_stand_in(parent):
            repeated = tag.single and any(other.name == element.name for other in found)
            found += () if repeated else _lawful(element, tag)
        elif is_plain(element, parent):
            found.append(element)
    return tuple(found)


def _lawful(element: Element, tag: Tag) -> tuple[Element, ...]:
    """`element` with its attributes in the order of the table; nothing where it would not say enough."""
    said = {one.name: text for one in tag.attributes if (text := _text(element, one)) is not None}
    if any(one.required and one.name not in said for one in tag.attributes):
        return ()
    text = said.pop("text", None)
    children = lawful(element.children, tag.name)
    made = replace(element, text=text, attributes=tuple(said.items()), children=children)
    return (made,) if all(demand.kept or demand.holds(made) for demand in tag.demands) else ()


def _text(element: Element, attribute: Attribute) -> str | None:
    text = element.get(attribute.name)
    if (
        text is None
        or not text.strip()
        or not all(value.kept or value.holds(text) for value in attribute.values)
    ):
        return None
    return text
