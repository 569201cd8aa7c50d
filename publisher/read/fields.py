"""A table of keys, asked one by one; what nobody asked for is what we do not know.

Each question converts the text to what the model needs, and records what cannot be.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Collection, Iterator
from datetime import datetime
from typing import TypeVar
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from publisher.model import Origin, Person, Place, Problem, Rule, Severity
from publisher.read.moment import MomentError, When, moment, when
from publisher.read.node import Mapping, Node, Scalar, Sequence
from publisher.read.text import clean, shown

T = TypeVar("T")

UNKNOWN = Rule("READ-005", Severity.ERROR, "Every key is one that Publisher knows")
SHAPE = Rule("READ-006", Severity.ERROR, "A value has the shape its key needs: text, a list or a table")
VALUE = Rule(
    "READ-007", Severity.ERROR, "A value means what its key needs: a number, true or false, an address …"
)
DATE = Rule("READ-008", Severity.ERROR, "A date is RFC 3339, or local time that exists", "RFC 3339")

FLAG = Rule(
    "READ-018",
    Severity.WARNING,
    "True and false are written true and false",
    "https://yaml.org/spec/1.2.2/#10321-tag-resolution",
)

LONGEST_EMAIL = 254
"""Characters (RFC 5321 §4.5.3.1.3)."""

_FLAGS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_EMAIL = re.compile(r"[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\"]+")


class Fields:
    """The keys of one table in `file`. `problems` is shared by all tables of that file.

    `complete` is False where the file could not be read to its end, so that no key is known to be missing.
    """

    def __init__(
        self, node: Mapping, file: str, problems: list[Problem], *, name: str = "", complete: bool = True
    ) -> None:
        self.origin = Origin(file=file, marks=tuple(node.marks()))
        self.place = node.place
        self.problems = problems
        self.complete = complete
        self._name = name
        self._nodes = {key.text: (key, value) for key, value in node.items if key.text is not None}
        self._asked: dict[str, None] = {}
        self._required: list[tuple[Rule, str, str]] = []

    def __contains__(self, key: str) -> bool:
        return key in self._nodes

    def __iter__(self) -> Iterator[str]:
        return iter(self._nodes)

    def report(self, rule: Rule, key: str, message: str, fix: str) -> None:
        """Record that the value of `key` breaks `rule`."""
        place = self._nodes[key][0].place if key in self._nodes else self.place
        self.problems.append(rule.at(place, f"{self._name}{key} {message}", fix))

    def line(self, key: str, value: str, *, bare: bool = False) -> str:
        """The instruction to write `value` for `key`; `bare` is for what is no text."""
        if not self.origin.file.endswith(".toml"):
            return f"write `{key}: {value}`"
        return f"write `{key} = {value}`" if bare else f'write `{key} = "{value}"`'

    def require(self, rule: Rule, key: str, fix: str) -> None:
        """Have `close` report that `key` is missing, unless it is there under a misspelt name."""
        self._required.append((rule, key, fix))

    def close(self) -> None:
        """Report the keys that nobody asked for, each with the nearest known one, and what is missing."""
        unknown = {key: self._near(key) for key in self._unknown()}
        for key, near in unknown.items():
            fix = f"write {near}" if near else "remove it; known here: " + ", ".join(sorted(self._asked))
            word = key if re.fullmatch(r"[\w.-]{1,40}", key) else shown(key)
            message = f"{self._name}{word} is not a key I know"
            self.problems.append(UNKNOWN.at(self._nodes[key][0].place, message, fix))
        # In a small table, a key that we do not know is the one that is missing, in other words.
        guessed = {*unknown.values()} if self._name else {*unknown.values()} - {None}
        for rule, key, fix in self._required:
            if self.missing(key) and not guessed & {key, None}:
                self.report(rule, key, "is missing", fix)

    def text(self, key: str, like: str | None = None) -> str | None:
        """The text, without blanks around it; None when absent or empty.

        `like` is an example of what it must be where that is no text to quote.
        """
        node = self._node(key)
        if node is None or isinstance(node, Scalar):
            return (clean(node.text).strip() or None) if node is not None and node.text else None
        if like is not None:
            self.report(SHAPE, key, "must be one value, no list or table", self.line(key, like, bare=True))
        else:
            self.report(SHAPE, key, "must be text", f"{self.line(key, '…')}, with the text in quotes")
        return None

    def texts(self, key: str) -> tuple[str, ...]:
        """The list of texts; one text alone is a list of one."""
        node = self._node(key)
        if node is None:
            return ()
        items = node.items if isinstance(node, Sequence) else (node,)
        for item in items:
            if not isinstance(item, Scalar):
                fix = self.line(key, '["one", "two"]', bare=True) + ", with each text in quotes"
                self.problems.append(SHAPE.at(item.place, f"{self._name}{key} must be a list of texts", fix))
                return ()
        found = (clean(item.text).strip() for item in items if isinstance(item, Scalar) and item.text)
        return tuple(dict.fromkeys(text for text in found if text))

    def flag(self, key: str) -> bool | None:
        """True or false. To YAML 1.2 yes, no, on and off are words, but nobody means words by them."""
        text = self.text(key, like="true")
        if text is None:
            return None
        value = _FLAGS.get(text.lower())
        if value is None:
            fix = f"{self.line(key, 'true', bare=True)} or `false`"
            self.report(VALUE, key, f"is {shown(text)}, but must be true or false", fix)
        elif text.lower() not in ("true", "false"):
            word = "true" if value else "false"
            self.report(FLAG, key, f"is {shown(text)}, read as {word}", self.line(key, word, bare=True))
        return value

    def whole(self, key: str, least: int = 0, most: int = 10**12 - 1) -> int | None:
        """A whole number from `least` up to `most`, of at most twelve digits."""
        text = self.text(key, like=str(least))
        if text is None:
            return None
        if re.fullmatch(r"\d{1,12}", text, re.ASCII) and least <= int(text) <= most:
            return int(text)
        limit = f"at most {most}" if most < 10**12 - 1 else "of at most 12 digits"
        message = f"is {shown(text)}, but must be a whole number, {least} or more, {limit}"
        self.report(VALUE, key, message, self.line(key, str(least), bare=True))
        return None

    def choice(self, key: str, *known: str) -> str:
        """One of `known`, whose first is the default."""
        text = self.text(key)
        if text is None or text in known:
            return text or known[0]
        near = difflib.get_close_matches(text.lower()[:100], known, n=1) or known[:1]
        message = f"is {shown(text)}, but must be one of {', '.join(known)}"
        self.report(VALUE, key, message, self.line(key, near[0]))
        return known[0]

    def url(self, key: str) -> str | None:
        """An absolute http or https URL."""
        text = self.text(key)
        if text is None or is_url(text):
            return text
        meant = f"https://{text}"
        fix = self.line(key, meant if is_url(meant) and re.match(r"[^/:]+\.", text) else "https://…")
        self.report(VALUE, key, f"is {shown(text)}, which is no web address", fix)
        return None

    def email(self, key: str) -> str | None:
        """An e-mail address."""
        text = self.text(key)
        if text is None or (len(text) <= LONGEST_EMAIL and _EMAIL.fullmatch(text)):
            return text
        fix = self.line(key, "name@example.org")
        self.report(VALUE, key, f"is {shown(text)}, which is no e-mail address", fix)
        return None

    def moment(self, key: str, local: ZoneInfo) -> datetime | None:
        """A moment; without an offset it is local time in `local`."""
        return self._dated(key, lambda text: moment(text, local))

    def when(self, key: str, local: ZoneInfo, near: When | None = None) -> When | None:
        """A moment or a day alone, in `local`; `near` is whose day a clock alone may mean."""
        return self._dated(key, lambda text: when(text, local, near))

    def whens(self, key: str, local: ZoneInfo) -> tuple[tuple[When, Place], ...]:
        """The list of moments and days, each with its place; one alone is a list of one."""

        def read(text: str, place: Place) -> tuple[When, Place] | None:
            try:
                return when(text, local), place
            except MomentError as error:
                message = f"{self._name}{key} has {shown(text)}: {error}"
                self.problems.append(DATE.at(place, message, f"write `{error.example}`, year first"))
                return None

        return self.each(key, None, read)

    def table(self, key: str) -> Fields | None:
        """The table of keys inside."""
        node = self._node(key)
        if node is None or isinstance(node, Mapping):
            return None if node is None else self._inside(node, f"{key}.")
        if isinstance(node, Sequence) or node.text is not None:
            toml = self.origin.file.endswith(".toml")
            above = f"write `{key}:` and its own keys below, indented"
            fix = f"write `[{key}]` and its own keys below" if toml else above
            self.report(SHAPE, key, "must have keys of its own", fix)
        return None

    def each(
        self,
        key: str,
        read: Callable[[Fields], T | None] | None,
        word: Callable[[str, Place], T | None] | None = None,
    ) -> tuple[T, ...]:
        """What `read` makes of each table in the list, and `word` of each bare text and its place."""
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
        return self.each(key, _person, lambda name, _: Person(name=name))

    def uncut(self, key: str, known: Collection[str], comma: str = ",") -> str | None:
        """The text with what YAML cut off it: in braces, `{geo: 55.6,12.5}`, a comma ends a value.

        What was cut off is keys without a value, so none of `known`.
        """
        text, names = self.text(key), list(self._nodes)
        for name in names[names.index(key) + 1 :] if text else ():
            node = self._nodes[name][1]
            if name in known or not (isinstance(node, Scalar) and node.text is None):
                break
            self._asked[name] = None
            text = f"{text}{comma}{clean(name)}"
        return text

    def node(self, key: str) -> Node | None:
        """What was written, whatever its shape."""
        return self._node(key)

    def is_text(self, key: str) -> bool:
        """Whether text was written, not a list or a table."""
        return isinstance(self._node(key), Scalar)

    def is_table(self, key: str) -> bool:
        """Whether a table was written."""
        return isinstance(self._node(key), Mapping)

    def missing(self, key: str) -> bool:
        """Whether `key` was certainly not written, or nothing behind it."""
        if key not in self._nodes:
            return self.complete
        node = self._nodes[key][1]
        return isinstance(node, Scalar) and not clean(node.text or "").strip()

    def _node(self, key: str) -> Node | None:
        self._asked[key] = None
        return self._nodes[key][1] if key in self._nodes else None

    def _dated(self, key: str, read: Callable[[str], T]) -> T | None:
        """What `read` makes of the date that was written."""
        text = self.text(key, like="2026-01-31 06:00")
        try:
            return read(text) if text else None
        except MomentError as error:
            fix = f"{self.line(key, error.example)}, year first"
            self.report(DATE, key, f"is {shown(text or '')}: {error}", fix)
            return None

    def _inside(self, node: Mapping, name: str) -> Fields:
        return Fields(node, self.origin.file, self.problems, name=self._name + name, complete=self.complete)

    def _unknown(self) -> Iterator[str]:
        """The keys that nobody asked for, but for what a comma in braces cut off one of them."""
        before = False
        for key, (_, node) in self._nodes.items():
            is_rest = before and isinstance(node, Scalar) and node.text is None
            before = key not in self._asked
            if before and not is_rest:
                yield key

    def _near(self, key: str) -> str | None:
        """The known key that `key` was probably meant to be; not one that is there already."""
        known = [asked for asked in self._asked if asked not in self._nodes]
        return next(iter(difflib.get_close_matches(key[:100].casefold(), known, n=1)), None)

    def _one(
        self,
        key: str,
        item: Node,
        read: Callable[[Fields], T | None] | None,
        word: Callable[[str, Place], T | None] | None,
    ) -> T | None:
        if isinstance(item, Mapping) and read is not None:
            inside = self._inside(item, f"{key}: ")
            made = read(inside)
            inside.close()
            return made
        text = clean(item.text).strip() if isinstance(item, Scalar) and item.text else ""
        if text and word is not None:
            return word(text, item.place)
        message = f"{self._name}{key} has an item without {'text' if word else 'keys'}"
        keys = "write its keys below it, each as `key: value`"
        if self.origin.file.endswith(".toml"):
            keys = f"write `{key} = [{{…}}]`, with its keys in the braces, each as `key = value`"
        fix = "remove it, or write what belongs there" if word else keys
        self.problems.append(SHAPE.at(item.place, message, fix))
        return None


def is_url(text: str) -> bool:
    """Whether `text` is an absolute http or https URL with a host."""
    try:
        parts = urlsplit(text)
        known = parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
    return known and not re.search(r"[\s<>\"\\]", text)


def _person(fields: Fields) -> Person | None:
    name = fields.text("name")
    person = Person(
        name=name or "",
        role=fields.text("role"),
        group=fields.text("group"),
        email=fields.email("email"),
        href=fields.url("href"),
        img=fields.url("img"),
    )
    fields.require(VALUE, "name", fields.line("name", "…"))
    return person if name else None
