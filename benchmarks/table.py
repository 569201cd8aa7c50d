"""What was measured, as Markdown: medians, how far apart the rounds were, and ratios."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from benchmarks.measure import Spent, middle

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Tally:
    """The runs of each tool, of all rounds."""

    runs: dict[str, list[Spent]] = field(default_factory=dict)

    def add(self, name: str, spent: Spent) -> None:
        """Count one more run of the tool called `name`."""
        self.runs.setdefault(name, []).append(spent)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A table of one thing that every tool did."""

    title: str
    tally: Tally
    ours: tuple[str, ...]
    """What the others are compared with; a column each."""
    requests: bool = False
    """Whether a server was asked."""


def turns(tools: Sequence[T], number: int) -> list[T]:
    """The order of round `number`: each begins with another tool."""
    start = number % len(tools)
    return [*tools[start:], *tools[:start]]


def as_markdown(section: Section) -> str:
    """The section with its heading; who is fastest first."""
    return "\n".join((f"### {section.title}", "", *_rows(section), ""))


def _rows(section: Section) -> Iterator[str]:
    middles = {name: middle(runs) for name, runs in section.tally.runs.items()}
    heads = ["", "wall, s", "CPU, s", "peak, MB", *(["requests"] if section.requests else [])]
    yield _row((*heads, *(f"{name} ÷ it, wall · CPU" for name in section.ours)))
    yield _row((":--", *["--:"] * (len(heads) - 1 + len(section.ours))))
    for name, spent in sorted(middles.items(), key=lambda one: one[1].wall):
        walls = [one.wall for one in section.tally.runs[name]]
        cells = [
            f"**{name}**" if name in section.ours else name,
            f"{spent.wall:.2f}" + (f" [{min(walls):.2f}–{max(walls):.2f}]" if len(walls) > 1 else ""),
            f"{spent.cpu:.2f}",
            f"{spent.memory / 1e6:.0f}",
            *([f"{spent.requests:,}"] if section.requests else []),
        ]
        ratios = (_ratio(middles[one], spent) for one in section.ours)
        yield _row((*cells, *(["–"] * len(section.ours) if name in section.ours else ratios)))


def _ratio(ours: Spent, theirs: Spent) -> str:
    return f"{ours.wall / theirs.wall:.2f} · {ours.cpu / theirs.cpu:.2f}"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
