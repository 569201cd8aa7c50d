"""YAML into nodes, by YAML 1.2's idea of a scalar: text, until the model says otherwise.

PyYAML's parser gives events with positions before YAML 1.1 would turn `no` into false and `09:00`
into 540; we stop there. Its own parser, not libyaml's: the same words and places on every machine,
and no recursion. https://yaml.org/spec/1.2.2/#103-core-schema
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from publisher.model import Place, Problem, Rule, Severity
from publisher.read import libyaml
from publisher.read.node import Mapping, Node, Scalar, Sequence
from publisher.read.slip import Slip, mended, write
from publisher.read.text import shown
from publisher.read.yaml_slip import Fault, explain, unspaced, with_comment

if TYPE_CHECKING:
    import yaml

SYNTAX = Rule("READ-002", Severity.ERROR, "Front matter is valid YAML", "https://yaml.org/spec/1.2.2/")
DUPLICATE = Rule(
    "READ-004", Severity.ERROR, "A key is written once", "https://yaml.org/spec/1.2.2/#3213-node-comparison"
)
COMMENT = Rule(
    "READ-019",
    Severity.WARNING,
    "Text with # in it is in quotes",
    "https://yaml.org/spec/1.2.2/#66-comments",
)

NULLS = ("", "~", "null")
DEEPEST = 20
"""Deeper than anything a producer means."""
LONGEST = 100_000
"""Characters: longer than any front matter. It keeps a body without its --- line out of the parser."""

# Blanks in YAML 1.2; line ends, or forbidden, to a parser of YAML 1.1.
_BLANKS = "\x85\u2028\u2029"
_TAB = re.compile(r"(?<=\S)[ \t]*\t|^[ \t]+$", re.MULTILINE)


def parse(text: str, file: str, *, line: int = 1) -> tuple[Mapping, tuple[Problem, ...]]:
    """The mapping that `text` is, with what is wrong with it. `line` is where `text` starts in `file`."""
    top = Place(file=file, line=line)
    if len(text) > LONGEST:
        fix = "write a line of --- below its last key"
        return Mapping((), top), (SYNTAX.at(top, "the front matter is far too long", fix),)
    text = _blank(text)
    if quick := _quick(text.split("\n"), file, line):
        return quick, ()
    problems: list[Problem] = []

    def attempt(lines: list[str]) -> Mapping | Slip:
        reader = _Reader(lines, file, line)
        made = reader.read()
        problems[:] = reader.problems
        return made

    made, slips = mended(text, attempt)
    told = (
        SYNTAX.at(Place(file=file, line=line + slip.line - 1, column=slip.column), slip.message, slip.fix)
        for slip in slips
    )
    return made or Mapping((), top), (*told, *problems)


def _quick(lines: list[str], file: str, line: int) -> Mapping | None:
    """The mapping that the lines are, if libyaml can be trusted with them and nothing is wrong with it."""
    import yaml

    reader = _Reader(lines, file, line)
    try:
        reader.events = libyaml.events("\n".join(lines))
        made = reader.document()
    except (libyaml.UnsureError, _WrongError, yaml.YAMLError):
        return None
    return made if isinstance(made, Mapping) and made.items and not reader.problems else None


def _blank(text: str) -> str:
    """`text` with plain blanks where YAML 1.2 allows others, at the same columns."""
    if not text.isascii():
        for blank in _BLANKS:
            text = text.replace(blank, " ")
    return _TAB.sub(lambda match: " " * len(match[0]), text) if "\t" in text else text


class _WrongError(Exception):
    def __init__(self, slip: Slip) -> None:
        self.slip = slip


class _Reader:
    def __init__(self, lines: list[str], file: str, line: int) -> None:
        self.lines, self.file, self.line = lines, file, line
        self.has_signs = any("#" in one for one in lines)
        self.problems: list[Problem] = []
        self.events: Iterator[yaml.Event] = iter(())

    def read(self) -> Mapping | Slip:
        """The mapping that the lines are, or the first slip in them."""
        import yaml

        text = "\n".join(self.lines)
        try:
            self.events = yaml.parse(text, Loader=yaml.SafeLoader)
            return self.document()
        except _WrongError as wrong:
            return wrong.slip
        except yaml.reader.ReaderError as error:
            return _invisible(text, error.position)
        except yaml.MarkedYAMLError as error:
            line, column = _spot(error.problem_mark or error.context_mark)
            since = _spot(error.context_mark) if error.context_mark else None
            return explain(Fault(self.lines, line, column, error.problem or "", error.context or "", since))

    def document(self) -> Mapping | Slip:
        import yaml

        made: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.NodeEvent) and made is None:
                made = self.node(event)
            elif isinstance(event, yaml.NodeEvent):
                return self.fault(event).slip("the front matter ends above this line", "remove the --- above")
        if made is None or (isinstance(made, Scalar) and made.text is None):
            return Mapping((), Place(file=self.file, line=self.line))
        if isinstance(made, Mapping):
            return made
        line = made.place.line - self.line
        if isinstance(made, Scalar) and (slip := unspaced(Fault(self.lines, line, 0))):
            return slip
        return Slip(line + 1, made.place.column, "this is no `key: value`", "write one `key: value` a line")

    def fault(self, event: yaml.Event) -> Fault:
        return Fault(self.lines, *_spot(event.start_mark))

    def place(self, event: yaml.Event) -> Place:
        line, column = _spot(event.start_mark)
        return Place(file=self.file, line=self.line + line, column=column + 1)

    def node(self, event: yaml.NodeEvent, depth: int = 0) -> Node:
        import yaml

        if depth > DEEPEST:
            raise _WrongError(self.fault(event).slip("this is nested too deeply", "write it flatter"))
        if event.anchor or getattr(event, "tag", None):
            raise _WrongError(explain(self.fault(event)))
        if isinstance(event, yaml.ScalarEvent):
            return self.scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequence(tuple(self.inside(yaml.SequenceEndEvent, depth)), self.place(event))
        return Mapping(tuple(self.pairs(depth)), self.place(event))

    def scalar(self, event: yaml.ScalarEvent) -> Scalar:
        plain = not event.style
        if self.has_signs and plain:
            self.uncommented(event)
        return Scalar(None if plain and event.value in NULLS else event.value, self.place(event))

    def uncommented(self, event: yaml.ScalarEvent) -> None:
        """Report text that is cut off as a comment, which few mean."""
        (start, _), (end, column) = _spot(event.start_mark), _spot(event.end_mark)
        line = self.lines[end] if start == end and end < len(self.lines) else ""
        if re.match(r"[ ]+#\S", line[column:]):
            at = line.index("#", column)
            place = Place(file=self.file, line=self.line + end, column=at + 1)
            message = f"{shown(line[at:])} is left out: after a blank, # starts a comment"
            meant = with_comment(line)
            fix = write(meant) if meant else "put the whole text in quotes"
            self.problems.append(COMMENT.at(place, message, f"{fix}, or, if it is one, a blank after the #"))

    def inside(self, end: type[yaml.Event], depth: int) -> Iterator[Node]:
        import yaml

        for event in self.events:
            if isinstance(event, end):
                return
            if isinstance(event, yaml.NodeEvent):
                yield self.node(event, depth + 1)

    def pairs(self, depth: int) -> list[tuple[Scalar, Node]]:
        import yaml

        found: dict[str, tuple[Scalar, Node]] = {}
        nodes = self.inside(yaml.MappingEndEvent, depth)
        for key in nodes:
            value = next(nodes)
            if not isinstance(key, Scalar) or key.text is None:
                self.problems.append(SYNTAX.at(key.place, "a key must be a word", "write `key: value`"))
            elif key.text in found:
                first = found[key.text][0].place.line
                message = f"{shown(key.text)} is written twice, first in line {first}"
                self.problems.append(DUPLICATE.at(key.place, message, "keep one of them"))
            else:
                found[key.text] = (key, value)
        return list(found.values())


def _spot(mark: Any) -> tuple[int, int]:
    """The 0-based line and column of a mark of PyYAML's."""
    return (mark.line, mark.column) if mark else (0, 0)


def _invisible(text: str, position: int) -> Slip:
    line, column = text.count("\n", 0, position), position - (text.rfind("\n", 0, position) + 1)
    character = text[position]
    meant = text.split("\n")[line].replace(character, "")
    message = f"there is an invisible character here, U+{ord(character):04X}"
    return Slip(line + 1, column + 1, message, "delete it, or write the letter again", meant)
