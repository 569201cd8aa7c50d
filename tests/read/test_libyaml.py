"""libyaml reads what PyYAML's own parser reads alike, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from unittest.mock import patch

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from publisher.read import libyaml
from publisher.read.yaml import parse
from tests.read.project import HOSTILE

PIECES = """a|title|æø|😀| |  |\n|\n  |\n- |: |:|- |-|?|? |[|]|{|}|,|, |'|"|''|""|#| #|\
 # x|>-\n|~|null|!|&x|*x|%|@|\t|12:30|http://x/y?z|\\\\|\u00a0|\ufeff|\u2028|...|---|[a, b?]|{a: , b}|{a: b}|\
a: b\n|c: 'd'\n|e: "f"\n|g: >\n  h\n  i\n|j:\n  - k\n  - l: m\n|n: [o, {p: q}]\n|r: Hvad nu?\n""".split("|")
PIECES += ["|\n  ", "s: |\n  t\n   u\n\n", "|+#", "v:\n"]

UNSURE = {
    "tabs": "a: b\tc\n",
    "escapes": 'a: "\\x41"\n',
    "marks of documents": "--- a\n",
    "directives": "%YAML 1.1\n",
    "marks of keys": "? a\n",
    "marks of bytes": "a: \ufeffb\n",
    "a comment at a head": "a: |#\n  b\n",
    "question marks in brackets": "a: [b?, c]\n",
    "nothing in braces": "a: {b: , c}\n",
}


def refuse(text: str) -> Iterator[yaml.Event]:
    raise libyaml.UnsureError


@HOSTILE
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_any_front_matter_is_read_as_without_it(text: str) -> None:
    with patch.object(libyaml, "events", refuse):
        alone = parse(text, "x.md", line=3)
    assert parse(text, "x.md", line=3) == alone


@pytest.mark.parametrize("text", UNSURE.values(), ids=UNSURE.keys())
def test_what_may_be_read_otherwise_is_left_alone(text: str) -> None:
    with pytest.raises(libyaml.UnsureError):
        list(libyaml.events(text))


def test_what_producers_write_is_read_by_it() -> None:
    """Names and titles of any language too, with marks that count characters."""
    text = "title: Åh, 😀: nej?\n".replace(": nej", " nej") + "tags: [æ, 'ø', \"å\"]\nperson:\n- name: x\n"
    events = [event for event in libyaml.events(text) if isinstance(event, yaml.ScalarEvent)]
    alone = [event for event in yaml.parse(text) if isinstance(event, yaml.ScalarEvent)]
    assert [event.value for event in events] == [event.value for event in alone]
    assert [_spot(event) for event in events] == [_spot(event) for event in alone]


def test_without_libyaml_the_other_parser_reads_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libyaml, "_parser", lambda: None)
    with pytest.raises(libyaml.UnsureError):
        list(libyaml.events("a: b\n"))
    assert len(parse("a: b\n", "x.md")[0].items) == 1


def _spot(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    assert mark is not None
    return mark.line, mark.column
