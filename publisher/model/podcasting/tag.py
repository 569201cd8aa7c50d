"""What a tag of the podcast namespace is: where it may stand, how often, and what it says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from publisher.model.element import Element
from publisher.model.podcasting.value import Value
from publisher.model.problem import Rule

CHANNEL, ITEM, LIVE_ITEM = "channel", "item", "liveItem"
PREFIX = "podcast:"


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute, or the text of a tag, which is called `text`. `rule` is the tag's, unless it has one."""

    name: str
    values: tuple[Value, ...] = ()
    required: bool = False
    rule: Rule | None = None


@dataclass(frozen=True, slots=True)
class Demand:
    """A rule of a whole element, in words for its breach. One that is `kept` warns, and is written."""

    holds: Callable[[Element], bool]
    message: str
    fix: str
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag by its name without prefix. `parents` are channel, item and other tags; `single` is once in each.

    `plain` are the tags of RSS itself that may stand in it; `advice` is its rule for what only warns.
    """

    name: str
    rule: Rule
    parents: tuple[str, ...]
    attributes: tuple[Attribute, ...] = ()
    single: bool = False
    demands: tuple[Demand, ...] = ()
    plain: tuple[str, ...] = ()
    advice: Rule | None = None

    def attribute(self, name: str) -> Attribute | None:
        """The attribute called `name`, or the text."""
        return next((one for one in self.attributes if one.name == name), None)

    def may_stand_in(self, parent: str) -> bool:
        """Whether `parent` takes it; a live item takes what an item takes."""
        return parent in self.parents or (parent == LIVE_ITEM and ITEM in self.parents)


def may(name: str, *values: Value, rule: Rule | None = None) -> Attribute:
    """An attribute that may be left out."""
    return Attribute(name, values, False, rule)


def must(name: str, *values: Value) -> Attribute:
    """An attribute that must be there."""
    return Attribute(name, values, True)
