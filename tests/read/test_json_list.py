"""publisher.read.json_list: every item knows where it starts."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.read.json_list import NoListError, items
from tests.read.project import HOSTILE


def places(text: str) -> list[tuple[object, int, int]]:
    return [(item.value, item.place.line, item.place.column) for item in items(text, "a", "x.json")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": []}', []),
        ('{"a": [1, "x",\n {}]}', [(1, 1, 8), ("x", 1, 11), ({}, 2, 2)]),
        ('\n { "b" : [9] ,\n"a":\n[\n 1 ,\n2 ] , "c": {"a": [7]}}', [(1, 5, 2), (2, 6, 1)]),
        ('{"a": [1],\n"a": [2, 3]}', [(2, 2, 7), (3, 2, 10)]),
        ('{"\\u0061": [1]}', [(1, 1, 13)]),
    ],
)
def test_items_and_places(text: str, expected: list[tuple[object, int, int]]) -> None:
    """Of a key that is written twice, the last counts, as it does for json itself."""
    assert places(text) == expected


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("", 1, 1),
        ("[1]", 1, 1),
        ('{"b": []}', 1, 1),
        ('{"a": 1}', 1, 1),
        ('{\n"a": [1,\n}', 3, 1),
        ("[" * 99999, 1, 1),
    ],
)
def test_what_has_no_such_list(text: str, line: int, column: int) -> None:
    with pytest.raises(NoListError) as caught:
        items(text, "a", "x.json")
    assert (caught.value.place.line, caught.value.place.column) == (line, column)


VALUES = st.recursive(
    st.none() | st.integers() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("ab"), inner, max_size=2),
    max_leaves=8,
)


@HOSTILE
@given(
    st.lists(VALUES, max_size=5), st.dictionaries(st.sampled_from("bcd"), VALUES), st.sampled_from([None, 1])
)
def test_a_place_is_where_the_item_starts(
    values: list[object], more: dict[str, object], indent: int | None
) -> None:
    text = json.dumps({**more, "a": values, "z": values}, indent=indent)
    lines = text.split("\n")
    for value, line, column in places(text):
        rest = "\n".join([lines[line - 1][column - 1 :], *lines[line:]])
        assert json.JSONDecoder().raw_decode(rest)[0] == value
    assert [value for value, _, _ in places(text)] == values
