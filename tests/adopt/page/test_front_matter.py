"""publisher.adopt.page.front_matter: any text comes back as it was, and lines read well."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.adopt.page.front_matter import Plain, write_page
from publisher.adopt.page.words import clean, one_line
from tests.read.project import HOSTILE, new_project

TEXTS = st.one_of(
    st.text(min_size=1),
    st.text("'\"#:-?[]{}!%@&*|>,~ \t\n\\", min_size=1),
    st.sampled_from(
        ["no", "null", "~", "1e5", "0x1f", "2026-06-01", "---", "...", "<<", "=", "- a", "a: b", "🎉 #1"]
    ),
)


def test_lines_are_as_a_producer_would_write_them() -> None:
    keys = {
        "title": "Café: nr. 2",
        "start": Plain("2026-06-01 09:00"),
        "end": None,
        "day": Plain("2026-06-01"),
        "location": {"name": "Hall", "address": "", "geo": Plain("55.6,12.5")},
        "tags": ["politik", "1984"],
        "recurrence": {"rule": Plain("FREQ=DAILY;COUNT=2"), "changed": [{"original": Plain("2026-06-02")}]},
        "sequence": 3,
        "draft": True,
    }
    assert (
        write_page(keys, "Text.")
        == """\
---
title: 'Café: nr. 2'
start: 2026-06-01 09:00
day: 2026-06-01
location:
  name: Hall
  geo: 55.6,12.5
tags:
- politik
- '1984'
recurrence:
  rule: FREQ=DAILY;COUNT=2
  changed:
  - original: 2026-06-02
sequence: 3
draft: true
---
Text.
"""
    )


def test_without_a_body_the_file_ends_with_its_front_matter() -> None:
    assert write_page({"title": "One"}, "") == "---\ntitle: One\n---\n"


def test_a_text_that_stands_twice_is_written_twice() -> None:
    """PyYAML would make an anchor of the first, and our reader knows none."""
    same = {"name": "Lars"}
    assert "&" not in write_page({"a": same, "b": same}, "")


@HOSTILE
@given(title=TEXTS, place=TEXTS, tags=st.lists(TEXTS, max_size=3), body=st.text())
def test_any_text_is_read_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, title: str, place: str, tags: list[str], body: str
) -> None:
    project = new_project(tmp_path_factory.mktemp("show"))
    said = {"title": title, "start": Plain("2026-06-01 09:00"), "location": {"name": place}, "tags": tags}
    project.write("one/event.md", write_page(said, clean(body).encode("utf-8", "ignore").decode()))
    site = project.read()
    (event,) = site.events
    assert [
        one for one in site.problems if one.code in ("READ-001", "READ-002", "READ-004", "READ-019")
    ] == []
    assert event.title == one_line(clean(title))
    assert (event.location or "") == clean(place).strip()
    assert event.tags == tuple(dict.fromkeys(tag for one in tags if (tag := clean(one).strip())))


def test_long_lines_stay_lines(tmp_path: Path) -> None:
    title = "word " * 300
    page = write_page({"title": title.strip(), "x": "a: " * 200}, "")
    assert len(page.splitlines()) == 4
