"""Nodes: text with its place."""

from __future__ import annotations

from publisher.model import Place
from publisher.read.node import Mapping, Scalar, Sequence


def test_keys_inside_a_table_are_marked_with_its_name() -> None:
    def at(line: int, column: int) -> Place:
        return Place(file="e.md", line=line, column=column)

    inner = Mapping(((Scalar("url", at(3, 3)), Scalar("x", at(3, 8))),), at(3, 3))
    outer = Mapping(((Scalar("online", at(2, 1)), inner),), at(2, 1))
    assert [*outer.marks()] == [("online", 2, 1), ("online.url", 3, 3)]


def test_the_items_of_a_list_are_marked_with_their_number() -> None:
    """And what is inside them, so that a problem with the third person is told there."""

    def at(line: int, column: int) -> Place:
        return Place(file="e.md", line=line, column=column)

    person = Mapping(((Scalar("role", at(4, 5)), Scalar("x", at(4, 11))),), at(4, 5))
    listed = Sequence((Scalar("Bo", at(3, 5)), person), at(3, 3))
    top = Mapping(((Scalar("persons", at(2, 1)), listed),), at(2, 1))
    assert [*top.marks()][1:] == [("persons.0", 3, 5), ("persons.1", 4, 5), ("persons.1.role", 4, 5)]
