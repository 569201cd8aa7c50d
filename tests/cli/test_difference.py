"""What a plan changes in the feeds: the same that diff says, and short whatever they are."""

from __future__ import annotations

import difflib
import json
import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from publisher.cli.difference import ALL, LINES, WIDTH, Difference, as_markdown, as_text, differences
from publisher.model import Plan, Upload
from publisher.store.memory import MemoryStore
from tests.artifacts import artifact
from tests.cli.conftest import Run, edit

RSS = "application/rss+xml; charset=utf-8"


def made(before: dict[str, str], after: dict[str, str], type: str = RSS) -> list[Difference]:
    """How feeds change from `before` to `after`."""
    store = MemoryStore()
    for key, text in before.items():
        old = artifact(key, text)
        store.put(key, old.content or b"", type=type, cache="", sha256=old.sha256)
    uploads = (artifact(key, text, type=type) for key, text in after.items())
    plan = Plan(revision=2, upload=tuple(Upload(artifact=one, why="changed") for one in uploads))
    return list(differences(plan, store))


def only(before: str, after: str) -> Difference:
    (one,) = made({"feed.xml": before}, {"feed.xml": after})
    return one


def numbered(*changed: int, lines: int = 100) -> str:
    return (
        "\n".join(f"line {number}{' is other' * (number in changed)}" for number in range(1, lines + 1))
        + "\n"
    )


@given(
    st.lists(st.sampled_from("abc"), max_size=30), st.lists(st.sampled_from("abc"), min_size=1, max_size=30)
)
def test_it_is_the_unified_diff(before: list[str], after: list[str]) -> None:
    """Whatever is the same at both ends is left out before, with the numbers of lines as they are."""
    found = made({"feed.xml": "\n".join(before)}, {"feed.xml": "\n".join(after)})
    if before == after or not before:
        assert not any(one.lines for one in found)
        return
    (one,) = found
    patched = apply(before, list(one.lines))
    assert patched == after
    assert one.added - one.removed == len(after) - len(before)


def apply(before: list[str], lines: list[str]) -> list[str]:
    """What a unified diff makes of `before`, by its numbers."""
    after: list[str] = []
    at = 0
    for line in lines:
        if header := re.fullmatch(r"@@ -(\d+),(\d+) \+(\d+),(\d+) @@", line):
            start = int(header[1]) - 1
            after += before[at:start]
            at = start
            assert len(after) == int(header[3]) - 1
        elif line[0] == "+":
            after.append(line[1:])
        else:
            assert before[at] == line[1:]
            after += [line[1:]] * (line[0] == " ")
            at += 1
    return after + before[at:]


def test_it_reads_as_diff_writes_it() -> None:
    one = only(numbered(), numbered(50))
    theirs = list(difflib.unified_diff(numbered().splitlines(), numbered(50).splitlines(), lineterm=""))
    assert as_text([one]).splitlines()[2:] == theirs[2:]
    assert as_text([one]).startswith("--- feed.xml\n+++ feed.xml\n@@ -47,7 +47,7 @@\n line 47\n")


def test_podcast_xml_comes_first_and_only_feeds_come_at_all() -> None:
    keys = ("events.ics", "feed.xml", "podcast.xml")
    found = made(dict.fromkeys(keys, "a"), dict.fromkeys(keys, "b"))
    assert [one.key for one in found] == ["podcast.xml", "events.ics", "feed.xml"]
    assert made({"index.html": "a"}, {"index.html": "b"}, type="text/html; charset=utf-8") == []
    assert made({"events/one.ics": "a"}, {"events/one.ics": "b"}, type="text/calendar") == []


def test_another_line_end_is_no_other_line() -> None:
    assert made({"events.ics": "a\r\nb\r\n"}, {"events.ics": "a\nb\n"}, type="text/calendar") == []


def test_a_new_feed_is_counted_and_not_shown() -> None:
    (one,) = made({}, {"feed.xml": "a\nb\n"})
    assert (one.added, one.removed, one.lines) == (2, 0, ())


def test_long_diffs_and_long_lines_are_cut() -> None:
    one = only(numbered(), numbered(*range(1, 101)))
    assert (len(one.lines), one.left_out, one.added, one.removed) == (LINES, 101, 100, 100)
    assert as_text([one]).endswith("… and 101 lines more")
    wide = only("x", "y" * 10_000)
    assert max(map(len, wide.lines)) == WIDTH + 1
    before = {f"tags/{number}.xml": numbered() for number in range(20)}
    found = made(before, {key: numbered(*range(1, 101)) for key in before})
    assert sum(len(one.lines) for one in found) == ALL
    assert len(found) == 20


def test_five_thousand_episodes_take_no_time() -> None:
    before = numbered(lines=150_000)
    begun = time.perf_counter()
    one = only(before, f"new\n{before}".replace("line 149999\n", "other\n"))
    assert time.perf_counter() - begun < 5
    assert one.added > 0


@pytest.mark.parametrize("text", ["\x1b[31mred", "a\u202eb", "\ufeff", "\x00", "\u2028", "\x9b"])
def test_what_acts_is_not_shown(text: str) -> None:
    assert text not in as_text([only("x", text)])


def test_no_line_ends_the_code_it_stands_in() -> None:
    """In a summary on GitHub, whatever stands in a feed is code, and whatever a key is, words."""
    hostile = "```\n<script>alert(1)</script>\n````\n# Heading\n[x](javascript:y)"
    found = [only("x", hostile)]
    plan = Plan(revision=2, upload=(Upload(artifact=artifact("a`<b>*[x](y)*.xml"), why="new"),))
    tokens = MarkdownIt().parse(as_markdown(plan, found, "s3://<img>/`x`_y_"))
    assert [token.type for token in tokens if token.type in ("fence", "heading_open", "html_block")] == [
        "heading_open",
        "fence",
        "heading_open",
        "fence",
    ]
    inline = [child.type for token in tokens for child in token.children or ()]
    assert set(inline) == {"text"} or set(inline) <= {"text", "text_special"}
    assert "+# Heading" in tokens[-1].content


def test_many_files_are_counted() -> None:
    plan = Plan(
        revision=1,
        upload=tuple(Upload(artifact=artifact(f"{number}.html"), why="new") for number in range(300)),
    )
    assert "… and 200 more" in as_markdown(plan, [], "target")


def test_a_plan_shows_it_where_it_is_asked_for(run: Run, project: Path) -> None:
    run("publish")
    edit(project / "episodes/case-genbrug-af-loesninger/article.md", "Klokken er", "Kl. er")
    assert "--- " not in run("plan").out
    text = run("plan", "--diff").out
    assert [line for line in text.splitlines() if line.startswith("---")] == [
        "--- feed.atom",
        "--- feed.json",
        "--- feed.xml",
        "--- tags/politisk-ledelse-af-innovation.xml",
    ]
    assert text.splitlines()[-1].endswith("0 to delete, 63 to keep")
    assert re.search(r"^-.*Klokken er", text, re.MULTILINE)
    page = run("plan", "--diff", "--format", "github").out
    assert page.startswith("### ")
    assert page.count("```diff") == 4
    document = json.loads(run("plan", "--diff", "--json").out)
    assert [one["key"] for one in document["diff"]] == [
        "feed.atom",
        "feed.json",
        "feed.xml",
        "tags/politisk-ledelse-af-innovation.xml",
    ]
    assert "diff" not in json.loads(run("plan", "--json").out)


def test_a_plan_that_changes_nothing_is_one_line(run: Run) -> None:
    run("publish", "--at", "2026-06-01 06:00")
    assert len(run("plan", "--diff", "--at", "2026-06-01 06:00").out.splitlines()) == 1
    assert len(run("plan", "--format", "github", "--at", "2026-06-01 06:00").out.splitlines()) == 1
