"""Elements held against the table: what breaks it, in a producer's words."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from publisher.model.element import Element
from publisher.model.podcasting import rules
from publisher.model.podcasting.keys import key_at
from publisher.model.podcasting.table import TAGS, tag_of
from publisher.model.podcasting.tag import CHANNEL, ITEM, LIVE_ITEM, PREFIX, Attribute, Tag
from publisher.model.podcasting.value import Value
from publisher.model.problem import Rule

_PLACES = {CHANNEL: "show.toml", ITEM: "an episode"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """A breach of `rule` at the `word` of what was written at `key`; of the whole where there is none.

    `write` is a line that would be right, if there is one; else `fix` says what to do.
    """

    rule: Rule
    key: str
    word: str = ""
    message: str
    write: str = ""
    fix: str = ""


def breaches(elements: Iterable[Element], parent: str) -> Iterator[Breach]:
    """Everything in which `elements`, standing in `parent`, break the table."""
    elements = tuple(elements)
    yield from _repeated(elements)
    for element in elements:
        tag = tag_of(element)
        if tag and tag.may_stand_in(parent):
            yield from _said(element, tag)
            yield from breaches(element.children, tag.name)
        elif not is_plain(element, parent):
            yield _stray(element, tag, parent)


def is_plain(element: Element, parent: str) -> bool:
    """Whether `element` is no tag of ours, but may stand in `parent`: a live item has those of RSS too."""
    foreign = ":" in element.name and not element.name.startswith(PREFIX)
    return parent == LIVE_ITEM and (foreign or element.name in TAGS[LIVE_ITEM].plain)


def where(key: str) -> str:
    """What is written at `key`, as a producer calls it; on one line."""
    names = (name for name in key.split(".") if not name.isdigit())
    return ".".join(name if re.fullmatch(r"[\w:-]{1,60}", name) else repr(name[:60]) for name in names)


def _repeated(elements: tuple[Element, ...]) -> Iterator[Breach]:
    seen: set[str] = set()
    for element in elements:
        tag = tag_of(element)
        if tag and tag.single and tag.name in seen:
            message = f"{where(element.key)} says {element.name} again, which apps read once"
            yield _breach(rules.ONCE, element, message, "keep one of them")
        seen.update({tag.name} if tag else ())


def _stray(element: Element, tag: Tag | None, parent: str) -> Breach:
    name = where(element.key)
    if tag:
        homes = " or ".join(_PLACES.get(home, home) for home in tag.parents)
        return _breach(rules.PARENT, element, f"{name} does not belong here", f"move it to {homes}")
    known = [one.name for one in TAGS.values() if one.may_stand_in(parent)]
    near = difflib.get_close_matches(element.name.removeprefix(PREFIX)[:100], known, n=1)
    fix = f"write {near[0]}" if near else f"remove it; known here: {', '.join(sorted(known)) or 'nothing'}"
    return _breach(rules.PARENT, element, f"{name} is no tag of Podcasting 2.0", fix)


def _said(element: Element, tag: Tag) -> Iterator[Breach]:
    names = [name for name, _ in element.attributes] + ["text"] * (element.text is not None)
    unknown = {name: _near(element, tag, name) for name in names if tag.attribute(name) is None}
    for name, near in unknown.items():
        yield _unknown(element, tag, name, near)
    found = [
        _attribute(element, tag, one)
        for one in tag.attributes
        if _word(element, one.name) not in unknown.values()
    ]
    yield from (breach for breach in found if breach)
    for demand in () if unknown or any(found) else tag.demands:
        if not demand.holds(element):
            rule = (tag.advice or tag.rule) if demand.kept else tag.rule
            yield _breach(rule, element, f"{where(element.key)} {demand.message}", demand.fix)


def _attribute(element: Element, tag: Tag, attribute: Attribute) -> Breach | None:
    """The first breach of an attribute."""
    text, rule = element.get(attribute.name), attribute.rule or tag.rule
    word, label, name = _names(element, attribute.name)
    if text is None or not text.strip():
        if not attribute.required:
            return None
        example = attribute.values[0].example if attribute.values else ""
        return _breach(rule, element, f"{label} is missing", word=word, write=f"{name}: {example or '…'}")
    for value in attribute.values:
        if not value.holds(text):
            broken = (attribute.rule or tag.advice or rule) if value.warns else rule
            message = f"{label} is {_quoted(text)}, but must be {value.must}"
            write = "" if value.fix else f"{name}: {_nearest(text, value)}"
            return _breach(broken, element, message, value.fix, word=word, write=write)
    return None


def _near(element: Element, tag: Tag, name: str) -> str | None:
    """The word that `name` was probably meant to be."""
    known = [_word(element, one.name) for one in tag.attributes if element.get(one.name) is None]
    return next(iter(difflib.get_close_matches(name[:100], known, n=1)), None)


def _unknown(element: Element, tag: Tag, name: str, near: str | None) -> Breach:
    known = ", ".join(_word(element, one.name) for one in tag.attributes)
    fix = f"write {near}" if near else f"remove it; known here: {known or 'nothing'}"
    message = f"{where(element.key)}: {_quoted(name)[1:-1]} is not a key I know"
    return _breach(tag.rule, element, message, fix, word=name)


def _word(element: Element, attribute: str) -> str:
    """What producers write for an attribute of `element`."""
    key = key_at(element.key)
    return key.word(attribute) if key else attribute


def _names(element: Element, attribute: str) -> tuple[str, str, str]:
    """The word for an attribute, what it is called in a message, and the name that it is written for."""
    name, word = where(element.key), _word(element, attribute)
    return (
        (word, name, name.rpartition(".")[2]) if word in ("text", "id") else (word, f"{name}: {word}", word)
    )


def _nearest(text: str, value: Value) -> str:
    near = difflib.get_close_matches(text[:100].casefold(), [one.casefold() for one in value.known], n=1)
    return next((one for one in value.known if near and one.casefold() == near[0]), value.example)


def _quoted(text: str) -> str:
    return repr(text if len(text) <= 60 else text[:59] + "…")


def _breach(
    rule: Rule, element: Element, message: str, fix: str = "", *, word: str = "", write: str = ""
) -> Breach:
    return Breach(rule=rule, key=element.key, word=word, message=message, write=write, fix=fix)
