"""What docs/scale.md tells is what the simulation prints, and that decides as Publisher does."""

from __future__ import annotations

import json
import re
import time
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from click.testing import CliRunner

from benchmarks import tree
from benchmarks.simulate import bucket, feeds, imagined, publishing, record
from benchmarks.simulate.__main__ import main
from publisher.model import Ledger
from publisher.plan import plan, stored
from publisher.read import read
from publisher.render import render
from publisher.settle import settle
from tests.seaweed import Seaweed

GROWN = dict.fromkeys(feeds.FEEDS, 1000)


@pytest.fixture(autouse=True)
def small_cover(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "COVER", 1400)


def test_it_is_run_by_one_command() -> None:
    ran = CliRunner().invoke(
        main, ["--episodes", "5", "--episodes", "20", "--sample", "3"], catch_exceptions=False
    )
    assert ran.exit_code == 0
    assert re.findall("^### (.*)", ran.output, re.MULTILINE) == [
        "Feeds",
        "Feeds with archives of 1,000 episodes",
        *(
            title
            for count in (5, 20)
            for title in (
                f"Record of {count} episodes",
                f"Publishing {count} episodes",
                f"A month of {count} episodes, one changed each day, looked at each hour",
            )
        ),
        "Many shows in a bucket",
    ]
    assert "| nothing changed | 0 | 1 | 0 B | 0 B | 0 B |" in ran.output


def test_a_publish_asks_as_often_for_each_episode() -> None:
    first, same, one = zip(*(asked(count) for count in (10, 20)), strict=True)
    small, parts = len(imagined.EPISODE) - 1, 4
    assert first[1].writes - first[0].writes == 10 * (small + 4 + parts)
    assert {(turn.writes, turn.reads) for turn in same} == {(0, 1)}
    assert len({(turn.writes, turn.reads) for turn in one}) == 1


def asked(count: int) -> tuple[publishing.Asked, ...]:
    made = imagined.artifacts(count, GROWN)
    return tuple(publishing.measure(made, imagined.ledger(count), GROWN))


def test_an_imagined_change_is_one() -> None:
    before = imagined.artifacts(3, GROWN)
    after = imagined.changed(before, 1, GROWN)
    upload = plan(after, map(stored, before), revision=1).upload
    assert len(upload) == len(GROWN) + len(imagined.CHANGES)


def test_a_real_change_is_as_imagined(tmp_path: Path) -> None:
    """Besides the page and what finds it by its words, the same documents."""
    show = tree.write_show(tmp_path, 3)
    before = settle(read(show), Ledger(), feeds.NOW)
    old = render(before.edition)
    tree.change(show)
    after = settle(read(show), before.ledger, feeds.NOW + timedelta(days=1))
    keys = {one.artifact.key for one in plan(render(after.edition), map(stored, old), revision=1).upload}
    assert {key for key in keys if not key.startswith("search/")} == {*feeds.FEEDS, "episodes/00002.html"}


def test_parts_hold_everything_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """All together they are hardly larger than the whole, and a change sends a small part of it."""
    monkeypatch.setattr(record, "TOGETHER", 4)
    made, ledger = imagined.artifacts(200, GROWN), imagined.ledger(200)
    whole, split = record.measure(made, ledger), record.parts(made, ledger)
    assert whole.objects == len(made)
    assert whole.size / 50 < split.largest < split.sent < whole.size / 10


def test_a_bucket_is_full_where_its_policy_is() -> None:
    one, many = bucket.shows()
    assert 1 < many < bucket.LARGEST // one + 2
    assert bucket.is_enough(many + 1)


def test_one_policy_is_enough_for_all_shows(seaweed: Seaweed) -> None:
    """Listeners get everything but records; who has a key, those too."""
    name = seaweed.bucket()
    keys = {"a/index.html": True, "a/media/1.mp3": True, "a/.publisher/head.json": False, "index.html": True}
    for key in keys:
        seaweed.client.put_object(Bucket=name, Key=key, Body=b"there")
    seaweed.client.put_bucket_policy(Bucket=name, Policy=json.dumps(bucket.for_all(name)))
    urls = {key: f"{seaweed.endpoint}/{name}/{key}" for key in keys}
    # A policy takes a moment to be known everywhere.
    for _ in range(50):
        if {key: is_given(url) for key, url in urls.items()} == keys:
            break
        time.sleep(0.1)
    assert {key: is_given(url) for key, url in urls.items()} == keys
    assert seaweed.client.get_object(Bucket=name, Key="a/.publisher/head.json")["Body"].read() == b"there"


def is_given(url: str) -> bool:
    """Whether anybody gets it."""
    with suppress(HTTPError), urlopen(url):
        return True
    return False


def test_the_page_tells_what_is_printed() -> None:
    """The column of the smallest show, but for times."""
    page = (Path(__file__).parents[1] / "docs/scale.md").read_text(encoding="utf-8")
    printed = CliRunner().invoke(main, ["--episodes", "1000"], catch_exceptions=False).output
    known = {cell.strip() for line in printed.splitlines() for cell in line.split("|")}
    told = re.findall(r"^\| (.*?) \| (.*?) \|", page, re.MULTILINE)
    figures = [
        figure
        for name, cell in told
        if not name.startswith("|") and name not in ("encode", "decode", "plan, nothing changed")
        for figure in re.split(r", | \+ ", cell)
    ]
    assert len(figures) > 20
    assert [figure for figure in figures if figure not in known and figure != "1,000 episodes"] == []
