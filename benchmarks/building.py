"""Our build beside Hugo's: the same Markdown into the same kinds of files."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks import tree
from benchmarks.measure import ROOT, Command, run
from benchmarks.peers import program
from benchmarks.table import Section, Tally, turns

COLD, WARM, CHANGED = "cold", "nothing changed", "one changed"
STEPS = (COLD, WARM, CHANGED)
BUILD, HUGO = "publisher build", "hugo"
SITE = ROOT / "benchmarks/hugo"


def commands(folder: Path) -> dict[str, Command]:
    """The builders there are, each for the show in `folder`, which it leaves as it is."""
    found = {
        BUILD: Command(words=(sys.executable, "-m", "publisher", "build"), folder=folder, environment={})
    }
    if hugo := program("hugo"):
        words = (hugo, "--quiet", "--source", folder / "hugo", "--cacheDir", folder / "cache")
        found[HUGO] = Command(words=words, folder=folder, environment={})
    return found


def measure(
    episodes: int, rounds: int, said: Callable[[str], None]
) -> tuple[dict[str, Tally], dict[str, str]]:
    """What each builder took for each step, and how much it wrote."""
    tallies, wrote = {step: Tally() for step in STEPS}, dict[str, str]()
    with tempfile.TemporaryDirectory() as folder:
        show = tree.write_show(Path(folder) / "show", episodes)
        for number in range(rounds):
            for name in turns(list(commands(show)), number):
                with tempfile.TemporaryDirectory() as place:
                    copy = _copy(show, Path(place) / "show")
                    for step in STEPS:
                        if step == CHANGED:
                            tree.change(copy)
                        spent = run(commands(copy)[name])
                        tallies[step].add(name, spent)
                        said(f"round {number + 1}, {episodes} episodes, {step}: {name} {spent.wall:.2f} s")
                    wrote[name] = _size(copy / ("feeds" if name == BUILD else "hugo/public"))
    return tallies, wrote


def sections(episodes: int, tallies: dict[str, Tally], wrote: dict[str, str]) -> Iterator[Section]:
    """A table for each step."""
    sizes = "; ".join(f"{name} writes {size}" for name, size in wrote.items())
    for step, tally in tallies.items():
        what = f"{episodes:,} episodes, {step}" + (f": {sizes}" if step == COLD else "")
        yield Section(title=what, tally=tally, ours=(BUILD,))


def _copy(show: Path, target: Path) -> Path:
    shutil.copytree(show, target)
    shutil.copytree(SITE, target / "hugo")
    return target


def _size(folder: Path) -> str:
    found = tree.files(folder)
    return f"{len(found):,} files of {sum(path.stat().st_size for path in found) / 1e6:,.1f} MB"
