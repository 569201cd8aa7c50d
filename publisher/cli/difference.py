"""What a plan changes in the feeds, line by line, as a person reviews it: short, whatever the feeds are."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from publisher.cli.report import plan_as_text
from publisher.model import PODCAST, Artifact, Plan
from publisher.news import is_feed
from publisher.store.interface import Store

LINES = 100
"""Lines that are shown of one feed."""
ALL = 600
"""Lines that are shown of all."""
WIDTH = 200
"""Characters of a line."""
LARGEST = 20_000
"""Lines that are compared, after those that are the same at both ends: more take too long."""
CONTEXT = 3

_UNSEEN = re.compile(r"[^\S \t]|[\x00-\x08\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
"""What a terminal or a page would act upon, not show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """How the feed at `key` changes. `lines` are those of a unified diff without its header."""

    key: str
    added: int
    removed: int
    lines: tuple[str, ...] = ()
    left_out: int = 0
    """Lines of the diff that are not shown."""


def differences(plan: Plan, store: Store) -> Iterator[Difference]:
    """Every feed whose bytes change: podcast.xml first, then by key."""
    changed = [
        item.artifact
        for item in plan.upload
        if item.why != "retyped" and is_feed(item.artifact.key, item.artifact.type)
    ]
    room = ALL
    for artifact in sorted(changed, key=lambda one: (one.key != PODCAST, one.key)):
        made = _difference(artifact.key, _lines(store.get(artifact.key)), _lines(_body(artifact)), room)
        if made.added or made.removed:
            room -= len(made.lines)
            yield made


def as_text(found: list[Difference]) -> str:
    """As `diff -u` says it."""
    parts = ("\n".join([f"--- {one.key}", f"+++ {one.key}", *one.lines, *_rest(one)]) for one in found)
    return "\n".join(parts)


def as_markdown(plan: Plan, found: list[Difference], target: str) -> str:
    """For the summary of a job on GitHub, or a comment."""
    *changes, total = plan_as_text(plan, target).splitlines()
    shown = [_line(change) for change in changes[:LINES]]
    shown += [f"… and {len(changes) - LINES} more"] if len(changes) > LINES else []
    parts = [f"### {_inline(total)}", *([_fenced(shown, "")] if shown else [])]
    for one in found:
        heading = f"#### {_inline(one.key)}: {one.added} lines more, {one.removed} less"
        parts += [heading, _fenced([*one.lines, *_rest(one)], "diff")] if one.lines else [heading]
    return "\n\n".join(parts)


def as_rows(found: list[Difference]) -> list[dict[str, object]]:
    """As `plan --diff --json` has it."""
    return [
        {
            "key": one.key,
            "added": one.added,
            "removed": one.removed,
            "diff": list(one.lines),
            "left_out": one.left_out,
        }
        for one in found
    ]


def _difference(key: str, before: list[str], after: list[str], room: int) -> Difference:
    start, end = _same(before, after)
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    if not before or len(old) + len(new) > LARGEST:
        return Difference(key=key, added=len(new), removed=len(old))
    around = slice(max(0, start - CONTEXT), min(0, CONTEXT - end) or None)
    lines = list(_unified(before[around], after[around], around.start))
    kept = max(0, min(LINES, room))
    return Difference(
        key=key,
        added=sum(line.startswith("+") for line in lines),
        removed=sum(line.startswith("-") for line in lines),
        lines=tuple(map(_line, lines[:kept])),
        left_out=max(0, len(lines) - kept),
    )


def _same(before: list[str], after: list[str]) -> tuple[int, int]:
    """How many lines are the same at the start, and of the others at the end."""
    pairs = takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False))
    start = sum(1 for _ in pairs)
    rest = zip(reversed(before[start:]), reversed(after[start:]), strict=False)
    return start, sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], rest))


def _unified(before: list[str], after: list[str], offset: int) -> Iterator[str]:
    """A unified diff of two texts that stand after `offset` lines which are the same."""
    for group in difflib.SequenceMatcher(None, before, after).get_grouped_opcodes(CONTEXT):
        (_, i, _, j, _), (_, _, i_end, _, j_end) = group[0], group[-1]
        yield f"@@ -{i + offset + 1},{i_end - i} +{j + offset + 1},{j_end - j} @@"
        for tag, i1, i2, j1, j2 in group:
            if tag == "equal":
                yield from (f" {line}" for line in before[i1:i2])
            else:
                yield from (f"-{line}" for line in before[i1:i2])
                yield from (f"+{line}" for line in after[j1:j2])


def _body(artifact: Artifact) -> bytes | None:
    body = artifact.content
    return body.read_bytes() if isinstance(body, Path) else body


def _lines(data: bytes | None) -> list[str]:
    return re.split(r"\r\n|\n|\r", data.decode(errors="replace").rstrip("\r\n")) if data else []


def _line(text: str) -> str:
    """`text` as it may be shown: cut, and with nothing in it that acts."""
    return _UNSEEN.sub("�", text if len(text) <= WIDTH else f"{text[:WIDTH]}…")


def _rest(one: Difference) -> list[str]:
    return [f"… and {one.left_out} lines more"] if one.left_out else []


def _fenced(lines: list[str], language: str) -> str:
    """`lines` as code that no line of theirs can end (CommonMark §4.5)."""
    longest = max((len(run) for line in lines for run in re.findall("`+", line)), default=0)
    fence = "`" * max(3, longest + 1)
    return "\n".join([f"{fence}{language}", *lines, fence])


def _inline(text: str) -> str:
    """`text` as words, whatever is in it."""
    return re.sub(r"([\\`*_{}\[\]<>#|&])", r"\\\1", _line(text))
