"""The benchmarks measure what they say; how fast anything is, is not for tests to judge."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from benchmarks import building, clocked, publishing, tree
from benchmarks.measure import Command, FailedError, Spent, middle, run
from benchmarks.peers import program
from benchmarks.table import Section, Tally, as_markdown, turns
from publisher.check import check
from publisher.cli import steps
from publisher.read import read


@pytest.fixture
def small_cover(monkeypatch: pytest.MonkeyPatch) -> None:
    """As small as directories take it: its sizes are most of the work for a tiny show."""
    monkeypatch.setattr(tree, "COVER", 1400)


def python(script: str, folder: Path) -> Command:
    return Command(words=(sys.executable, "-c", script), folder=folder, environment={})


def test_a_show_has_nothing_to_mend(tmp_path: Path) -> None:
    site = read(tree.write_show(tmp_path, 3, recording=200_000))
    assert (site.problems, check(site)) == ((), ())
    recordings = [episode.recording for episode in site.episodes]
    assert all(one and 199_000 < one.size <= 200_000 for one in recordings)
    assert len({one.sha256 for one in recordings if one}) == 3


def test_a_show_is_the_same_each_time(tmp_path: Path) -> None:
    one, other = (tree.write_show(tmp_path / name, 2, recording=10_000) for name in ("one", "other"))
    assert [path.read_bytes() for path in tree.files(one)] == [
        path.read_bytes() for path in tree.files(other)
    ]


def test_one_change_changes_one_file(tmp_path: Path) -> None:
    show = tree.write_show(tmp_path, 5)
    before = [path.read_bytes() for path in tree.files(show)]
    tree.change(show)
    after = [path.read_bytes() for path in tree.files(show)]
    assert sum(one != other for one, other in zip(before, after, strict=True)) == 1


def test_time_and_memory_of_children_count(tmp_path: Path) -> None:
    burn = "import time\nheld = b'x' * 100_000_000\nwhile time.process_time() < 0.3: pass"
    spent = run(python(f"import subprocess, sys; subprocess.run([sys.executable, '-c', {burn!r}])", tmp_path))
    assert 0.3 <= spent.cpu <= spent.wall + 0.5
    assert 100e6 < spent.memory < 160e6


def test_the_memory_of_who_measures_does_not_count(tmp_path: Path) -> None:
    ballast = bytearray(b"x" * 200_000_000)
    assert run(python("pass", tmp_path)).memory < 50e6 < len(ballast)


def test_what_fails_is_told(tmp_path: Path) -> None:
    with pytest.raises(FailedError, match=r"exit code 1 of .*\n(.*\n)*.*no such show"):
        run(python("raise SystemExit('no such show')", tmp_path))


def test_what_is_clocked_is_there() -> None:
    assert all(callable(getattr(steps, name)) for name in clocked.MAKING)


def test_each_round_begins_with_another_tool() -> None:
    assert ["".join(turns("abc", number)) for number in range(4)] == ["abc", "bca", "cab", "abc"]


def test_a_table_has_medians_and_ratios() -> None:
    tally = Tally()
    for wall in (1.0, 2.0, 9.0):
        tally.add("ours", Spent(wall=wall, cpu=1, memory=5_000_000, requests=1))
        tally.add("theirs", Spent(wall=wall * 2, cpu=4, memory=7_000_000, requests=2_002))
    assert middle(tally.runs["ours"]).wall == 2
    assert as_markdown(Section(title="All", tally=tally, ours=("ours",), requests=True)).splitlines() == [
        "### All",
        "",
        "|  | wall, s | CPU, s | peak, MB | requests | ours ÷ it, wall · CPU |",
        "| :-- | --: | --: | --: | --: | --: |",
        "| **ours** | 2.00 [1.00–9.00] | 1.00 | 5 | 1 | – |",
        "| theirs | 4.00 [2.00–18.00] | 4.00 | 7 | 2,002 | 0.50 · 0.25 |",
    ]


@pytest.mark.usefixtures("small_cover")
def test_publishing_is_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without any peer: those are not of the tests."""
    monkeypatch.setattr(publishing, "GRAIN", 0)
    work = publishing.prepare(tmp_path, 2)
    assert (work.changed / "podcast.xml").is_file()
    tallies = publishing.measure(work, (publishing.FIRST, publishing.CHANGED), 1, [], lambda _: None)
    for tally in tallies.values():
        (whole,), (rest,) = tally.runs[publishing.PUBLISH], tally.runs[publishing.SEND]
        assert 0 < rest.wall < whole.wall
    first, changed = (tally.runs[publishing.PUBLISH][0].requests for tally in tallies.values())
    assert first > work.size[0]
    assert 0 < changed < first


@pytest.mark.usefixtures("small_cover")
def test_a_build_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beside Hugo, where it is installed."""
    monkeypatch.setattr(building, "STEPS", (building.COLD,))
    tallies, wrote = building.measure(2, 1, lambda _: None)
    names = {building.BUILD, building.HUGO} if program("hugo") else {building.BUILD}
    assert set(tallies[building.COLD].runs) == set(wrote) == names
