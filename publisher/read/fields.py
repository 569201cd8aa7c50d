"""A table of keys, asked one by one; what nobody asked for is what we do not know.

Each question converts the text to what the model needs, and records what cannot be.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable
from datetime import datetime
from typing import TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from publisher.model import Origin, Person, Problem, Rule, Severity
from publisher.read.moment import moment
from publisher.read.node import Mapping, Node, Scalar, Sequence
from publisher.read.text import clean

T = TypeVar("T")

UNKNOWN = Rule("READ-005", Severity.ERROR, "Every key is one that Publisher knows")
SHAPE = Rule("READ-006", Severity.ERROR, "A value has the shape its key needs: text, a list or a table")
VALUE = Rule(
    "READ-007", Severity.ERROR, "A value means what its key needs: a number, true or false, an address …"
)
DATE = Rule("READ-008", Severity.ERROR, "A date is RFC 3339, or local time that exists", "RFC 3339")

_EMAIL = re.compile(r"[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\"]+")


class Fields:
    """The keys of one table in `file`. `problems` is shared by all tables of that file."""

    def __init__(self, node: Mapping, file: str, problems: list[Problem], name: str = "") -> None:
        self.origin = Origin(file=file, marks=tuple(node.marks()))
        self.place = node.place
        self.problems = problems
        self._name = name
        self._nodes = {key.text: (key, value) for key, value in node.items}
        self._asked: dict[str, None] = {}

    def __contains__(self, key: str) -> bool:
        return key in self._nodes

    def report(self, rule: Rule, key: str, message: str, fix: str) -> None:
        """Record that the value of `key` breaks `rule`."""
        place = self._nodes[key][0].place if key in self._nodes else self.place
        self.problems.append(rule.at(place, f"{self._name}{key} {message}", fix))

    def close(self) -> None:
        """Report the keys that nobody asked for, each with the nearest known one."""
        for key, (written, _) in self._nodes.items():
            if key not in self._asked:
                near = difflib.get_close_matches(str(key).casefold(), self._asked, n=1)
                fix = (
                    f"write {near[0]}" if near else "remove it; known here: " + ", ".join(sorted(self._asked))
                )
                self.problems.append(UNKNOWN.at(written.place, f"{self._name}{key} is not a key I know", fix))

    def text(self, key: str) -> str | None:
        """The text, without blanks around it; None when absent or empty."""
        node = self._node(key)
        if node is None or isinstance(node, Scalar):
            return (clean(node.text).strip() or None) if node is not None and node.text else None
        self.report(SHAPE, key, "must be text", f"write `{key}: some text`")
        return None

    def texts(self, key: str) -> tuple[str, ...]:
        """The list of texts; one text alone is a list of one."""
        node = self._node(key)
        if node is None:
            return ()
        items = node.items if isinstance(node, Sequence) else (node,)
        if any(not isinstance(item, Scalar) for item in items):
            self.report(SHAPE, key, "must be a list of texts", f"write `{key}: [one, two]`")
            return ()
        found = (clean(item.text).strip() for item in items if isinstance(item, Scalar) and item.text)
        return tuple(dict.fromkeys(text for text in found if text))

    def flag(self, key: str) -> bool | None:
        """True or false by YAML 1.2: yes, no, on and off are words."""
        text = self.text(key)
        if text is not None and text.lower() not in ("true", "false"):
            self.report(
                VALUE,
                key,
                f"is {text!r}, but must be true or false",
                f"write `{key}: true` or `{key}: false`",
            )
            return None
        return None if text is None else text.lower() == "true"

    def whole(self, key: str, least: int = 0) -> int | None:
        """A whole number from `least` up."""
        text = self.text(key)
        if text is None:
            return None
        if re.fullmatch(r"\d{1,9}", text, re.ASCII) and int(text) >= least:
            return int(text)
        self.report(
            VALUE, key, f"is {text!r}, but must be a whole number, {least} or more", f"write `{key}: {least}`"
        )
        return None

    def choice(self, key: str, *known: str) -> str:
        """One of `known`, whose first is the default."""
        text = self.text(key)
        if text is None or text in known:
            return text or known[0]
        self.report(VALUE, key, f"is {text!r}", f"write one of {', '.join(known)}")
        return known[0]

    def url(self, key: str) -> str | None:
        """An absolute http or https URL."""
        text = self.text(key)
        if text is None or is_url(text):
            return text
        self.report(VALUE, key, f"is {text!r}, which is no web address", f"write `{key}: https://…`")
        return None

    def email(self, key: str) -> str | None:
        """An e-mail address."""
        text = self.text(key)
        if text is None or _EMAIL.fullmatch(text):
            return text
        self.report(
            VALUE, key, f"is {text!r}, which is no e-mail address", f"write `{key}: name@example.org`"
        )
        return None

    def moment(self, key: str, local: ZoneInfo) -> datetime | None:
        """A moment; without an offset it is local time in `local`."""
        text = self.text(key)
        if text is None:
            return None
        try:
            return moment(text, local)
        except ValueError as error:
            self.report(DATE, key, f"is {text!r}: {error}", f"write `{key}: 2026-01-31 06:00`, year first")
            return None

    def table(self, key: str) -> Fields | None:
        """The table of keys inside."""
        node = self._node(key)
        if node is None or isinstance(node, Mapping):
            return None if node is None else self._inside(node, f"{key}.")
        if isinstance(node, Sequence) or node.text is not None:
            self.report(SHAPE, key, "must be a table", f"write `{key}:` and its own keys below, indented")
        return None

    def each(
        self, key: str, read: Callable[[Fields], T | None], word: Callable[[str], T] | None = None
    ) -> tuple[T, ...]:
        """What `read` makes of each table in the list, and `word` of each bare text."""
        node = self._node(key)
        if node is None or (isinstance(node, Scalar) and node.text is None):
            return ()
        items = node.items if isinstance(node, Sequence) else (node,)
        return tuple(made for item in items if (made := self._one(key, item, read, word)) is not None)

    def person(self, key: str) -> Person | None:
        """A person: a name, or a table with `name` and more."""
        people = self.people(key)
        if len(people) > 1:
            self.report(SHAPE, key, "must be one person", f"write `{key}: {{name: …}}`")
        return people[0] if people else None

    def people(self, key: str) -> tuple[Person, ...]:
        """Persons: names, or tables with `name` and more."""
        return self.each(key, _person, lambda name: Person(name=name))

    def is_text(self, key: str) -> bool:
        """Whether text was written, not a list or a table."""
        return isinstance(self._node(key), Scalar)

    def missing(self, key: str) -> bool:
        """Whether `key` was not written, or nothing behind it."""
        return key not in self._nodes or self._nodes[key][1] == Scalar(None, self._nodes[key][1].place)

    def _node(self, key: str) -> Node | None:
        self._asked[key] = None
        return self._nodes[key][1] if key in self._nodes else None

    def _inside(self, node: Mapping, name: str) -> Fields:
        return Fields(node, self.origin.file, self.problems, self._name + name)

    def _one(
        self, key: str, item: Node, read: Callable[[Fields], T | None], word: Callable[[str], T] | None
    ) -> T | None:
        if isinstance(item, Mapping):
            inside = self._inside(item, f"{key}: ")
            made = read(inside)
            inside.close()
            return made
        if isinstance(item, Scalar) and item.text and word is not None:
            return word(clean(item.text).strip())
        self.problems.append(
            SHAPE.at(
                item.place, f"{self._name}{key} has an item of the wrong shape", "write its keys below it"
            )
        )
        return None


def is_url(text: str) -> bool:
    """Whether `text` is an absolute http or https URL with a host."""
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and not re.search(r"[\s<>\"]", text)
    except ValueError:
        return False


def _person(fields: Fields) -> Person | None:
    name = fields.text("name")
    person = Person(
        name=name or "",
        role=fields.text("role"),
        group=fields.text("group"),
        email=fields.email("email"),
        href=fields.url("href"),
    )
    if name is None:
        fields.report(VALUE, "name", "is missing", "write `name: …`")
        return None
    return person
