"""Byte ranges as RFC 9110 §14.1.2 gives them, of ten bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.serve.ranges import span


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("bytes=0-3", range(4)),
        ("bytes=4-", range(4, 10)),
        ("bytes=-3", range(7, 10)),
        ("bytes=-99", range(10)),
        ("bytes=8-99", range(8, 10)),
        ("Bytes= 9-9 ", range(9, 10)),
    ],
)
def test_one_range_is_that_range(header: str, expected: range) -> None:
    assert span(header, 10) == expected


@pytest.mark.parametrize("header", ["bytes=10-", "bytes=10-20", "bytes=-0", f"bytes={'9' * 30}-"])
def test_what_starts_behind_the_end_is_nothing(header: str) -> None:
    assert span(header, 10) == range(0)


@pytest.mark.parametrize(
    "header",
    [
        None,
        "",
        "bytes=",
        "bytes=-",
        "bytes= -",
        "bytes=5-4",
        "bytes=0-1,4-5",
        "bytes=a-b",
        "bytes=1.5-",
        "bytes=--1",
        "bytes=٣-٤",
        "lines=0-1",
        f"bytes={'9' * 5000}-",
    ],
)
def test_what_is_no_single_range_asks_for_everything(header: str | None) -> None:
    assert span(header, 10) is None


@given(st.text(), st.integers(0, 20))
def test_whatever_is_asked_for_is_there(header: str, size: int) -> None:
    found = span(f"bytes={header}", size)
    assert found is None or set(found) <= set(range(size))
