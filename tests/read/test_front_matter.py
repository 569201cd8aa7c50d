"""Markdown files: front matter and body, each with its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.read.front_matter import Document, has_front_matter, read_document
from tests.read.project import HOSTILE, spots
from tests.read.test_yaml import plain


def document(tmp_path: Path, data: str | bytes) -> tuple[Document, list[str]]:
    """The file with these contents, and what is wrong with it."""
    path = tmp_path / "episode.md"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    made, problems = read_document(path, "episode.md")
    return made, spots(problems)


@pytest.mark.parametrize(
    ("text", "body", "line"),
    [
        ("---\ntitle: x\n---\nbody\n", "body", 4),
        ("---\ntitle: x\n---\n\n\nbody\nmore\n\n", "body\nmore", 6),
        ("---\r\ntitle: x\r\n---\r\nbody\r\n", "body", 4),
        ("---\rtitle: x\r---\rbody", "body", 4),
        ("\ufeff---\ntitle: x\n---\nbody", "body", 4),
        ("\n\n---\ntitle: x\n---\nbody", "body", 6),
        ("--- \t\ntitle: x\n---  \nbody", "body", 4),
        ("---\ntitle: x\n...\nbody", "body", 4),
        ("---\ntitle: x\n---\nbody\n\n---\n\nmore", "body\n\n---\n\nmore", 4),
        ("---\ntitle: x\n---", "", 3),
        ("---\ntitle: x\x00\n---\nbo\x00dy", "body", 4),
    ],
)
def test_front_matter_and_body_are_found(tmp_path: Path, text: str, body: str, line: int) -> None:
    made, problems = document(tmp_path, text)
    assert (plain(made.keys), made.body, made.complete, problems) == ({"title": "x"}, body, True, [])
    assert not body or made.line == line


@pytest.mark.parametrize(
    ("text", "spot"),
    [
        ("", "1:1 READ-012"),
        ("title: x\n", "1:1 READ-012"),
        ("# A heading\n", "1:1 READ-012"),
        ("---\ntitle: x\n", "1:1 READ-012"),
        ("---", "1:1 READ-012"),
        ("----\ntitle: x\n----\n", "1:1 READ-012"),
        ("+++\ntitle = 'x'\n+++\n", "1:1 READ-012"),
        ("–––\ntitle: x\n–––\n", "1:1 READ-012"),
        (b"---\ntitle: \xe6\n---\n", "2:8 READ-001"),
        ("---\ntitle: [a\n---\n", "2:8 READ-002"),
        ("\n---\ntitle: [a\n---\n", "3:8 READ-002"),
    ],
)
def test_a_file_that_cannot_be_read_to_its_end_is_one_problem(
    tmp_path: Path, text: str | bytes, spot: str
) -> None:
    made, problems = document(tmp_path, text)
    assert (plain(made.keys), made.complete, problems) == ({}, False, [spot])


def test_a_mended_file_is_read_but_may_lack_keys(tmp_path: Path) -> None:
    made, problems = document(tmp_path, "---\ntitle: A: B\n---\nbody")
    assert (plain(made.keys), made.body, made.complete) == ({"title": "A: B"}, "body", False)
    assert problems == ["2:9 READ-002"]


def test_a_key_written_twice_leaves_the_file_complete(tmp_path: Path) -> None:
    made, problems = document(tmp_path, "---\ntitle: A\ntitle: B\n---\n")
    assert (made.complete, problems) == (True, ["3:1 READ-004"])


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"---\ntitle: x", True),
        (b"\xef\xbb\xbf---\r\n", True),
        (b"\n--- \n", True),
        (b"---", True),
        (b"----\n", False),
        (b"---a\n", False),
        (b"# A README\n", False),
        (b"", False),
    ],
)
def test_front_matter_is_recognised_by_its_first_line(tmp_path: Path, data: bytes, expected: bool) -> None:
    path = tmp_path / "x.md"
    path.write_bytes(data)
    assert has_front_matter(path) is expected


def test_a_file_that_cannot_be_opened_is_looked_at_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert has_front_matter(tmp_path / "x.md")


@HOSTILE
@given(st.binary(max_size=200) | st.text("-\n\r :a#é", max_size=60).map(lambda text: text.encode()))
def test_any_bytes_are_a_document_or_a_problem(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    made, problems = document(tmp_path_factory.getbasetemp(), data)
    assert made.complete or problems
