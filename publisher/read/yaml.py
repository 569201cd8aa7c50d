"""YAML into nodes, by YAML 1.2's idea of a scalar: text, until the model says otherwise.

PyYAML's composer gives the tree with positions before YAML 1.1 would turn `no` into false and
`09:00` into 540; we stop there. https://yaml.org/spec/1.2.2/#103-core-schema
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.model import Place, Problem, Rule, Severity
from publisher.read.node import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    import yaml

SYNTAX = Rule("READ-002", Severity.ERROR, "Front matter is valid YAML", "https://yaml.org/spec/1.2.2/")
DUPLICATE = Rule(
    "READ-004", Severity.ERROR, "A key is written once", "https://yaml.org/spec/1.2.2/#3213-node-comparison"
)

NULLS = ("", "~", "null")
DEEPEST = 20
"""Deeper than anything a producer means; keeps hostile nesting and self-references out."""


def parse(text: str, file: str, *, line: int = 1) -> tuple[Mapping, tuple[Problem, ...]]:
    """The mapping that `text` is, with what is wrong with it. `line` is where `text` starts in `file`."""
    import yaml

    reader = _Reader(file, line)
    try:
        root = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        node = reader.node(root) if root is not None else None
    except yaml.MarkedYAMLError as error:
        return reader.broken(error.problem_mark or error.context_mark, error.problem or "not YAML")
    except yaml.reader.ReaderError as error:
        return reader.broken(None, f"it holds a character that YAML does not allow, at {error.position}")
    except (RecursionError, _TooDeepError):
        return reader.broken(None, "it is nested too deeply")
    if node is None or (isinstance(node, Scalar) and node.text is None):
        return Mapping((), Place(file=file, line=line)), ()
    if not isinstance(node, Mapping):
        return reader.broken(None, "these are not `key: value` lines")
    return node, tuple(reader.problems)


class _TooDeepError(Exception):
    pass


class _Reader:
    def __init__(self, file: str, line: int) -> None:
        self.file, self.line = file, line
        self.problems: list[Problem] = []

    def place(self, mark: yaml.Mark | None) -> Place:
        if mark is None:
            return Place(file=self.file, line=self.line)
        return Place(file=self.file, line=self.line + mark.line, column=mark.column + 1)

    def broken(self, mark: yaml.Mark | None, what: str) -> tuple[Mapping, tuple[Problem, ...]]:
        place = self.place(mark)
        problem = SYNTAX.at(
            place,
            f"the front matter cannot be read: {what}",
            "write one `key: value` a line, and put a value that holds `: ` or `#` in quotes",
        )
        return Mapping((), place), (problem,)

    def node(self, node: yaml.Node, depth: int = 0) -> Node:
        import yaml

        if depth > DEEPEST:
            raise _TooDeepError
        place = self.place(node.start_mark)
        if isinstance(node, yaml.ScalarNode):
            absent = node.style is None and node.value in NULLS
            return Scalar(None if absent else node.value, place)
        if isinstance(node, yaml.SequenceNode):
            return Sequence(tuple(self.node(item, depth + 1) for item in node.value), place)
        return Mapping(tuple(self.pairs(node, depth)), place)

    def pairs(self, node: yaml.Node, depth: int) -> list[tuple[Scalar, Node]]:
        found: dict[str, tuple[Scalar, Node]] = {}
        for key_node, value_node in node.value:
            key = self.node(key_node, depth + 1)
            if not isinstance(key, Scalar) or key.text is None:
                self.problems.append(SYNTAX.at(key.place, "a key must be a word", "write `key: value`"))
            elif key.text in found:
                first = found[key.text][0].place.line
                self.problems.append(
                    DUPLICATE.at(
                        key.place, f"{key.text} is written twice, first in line {first}", "keep one of them"
                    )
                )
            else:
                found[key.text] = (key, self.node(value_node, depth + 1))
        return list(found.values())
