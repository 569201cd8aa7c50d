"""The files of the index: few, small, and the same for the same entries."""

from __future__ import annotations

import json
from typing import Any

from publisher.model import Artifact
from publisher.render.searching.entry import Found
from publisher.render.searching.files import MANIFEST, SHARD, Document, block, manifest
from publisher.render.wire.part import Part
from tests.render.made import artifacts

Entry = tuple[Document, Found]


def entry(name: str, **found: tuple[int, int | None]) -> Entry:
    return Document(key=f"{name}.html", title=name, facts="i dag", excerpt="kort"), found


def many(number: int) -> list[Entry]:
    """As many entries, each with a hundred words of its own and a hundred that all have."""
    return [
        entry(
            f"e{at}",
            **{f"fælles{word}": (1, word) for word in range(100)},
            **{f"kun{at}i{word}": (2, None) for word in range(100)},
        )
        for at in range(number)
    ]


def read(artifact: Artifact) -> Any:
    assert isinstance(artifact.body, bytes)
    return json.loads(artifact.body)


def made(name: str, entries: list[Entry]) -> tuple[dict[str, Any], tuple[Artifact, ...]]:
    """What the manifest says of a block, and the files of it."""
    *files, told = block(name, entries)
    assert isinstance(told.body, bytes)
    about: dict[str, Any] = json.loads(b"{" + told.body + b"}")[name]
    return about, tuple(files)


def test_a_term_lists_who_has_it_how_much_and_when() -> None:
    about, (documents, shard) = made("2026", [entry("a", ord=(9, None)), entry("b", ord=(1, 1300), x=(4, 0))])
    assert [documents.key, shard.key] == ["search/2026.json", "search/2026-0.json"]
    assert read(documents) == [["a.html", "a", "i dag", "kort"], ["b.html", "b", "i dag", "kort"]]
    assert read(shard) == {"ord": "90 11.104", "x": "41.0"}
    assert about["starts"] == [""]


def test_numbers_are_written_as_browsers_read_them() -> None:
    _, (_, *shards) = made("2026", [entry(f"e{at}", ord=(1, at * 100)) for at in range(1300)])
    postings = " ".join(read(shard).get("ord", "") for shard in shards).split()
    told = [(int(number, 36), int(second, 36)) for number, second in (one[1:].split(".") for one in postings)]
    assert told == [(at, at * 100) for at in range(1300)]


def test_shards_are_small_and_each_term_is_where_the_starts_say() -> None:
    about, (_, *shards) = made("2026", many(40))
    assert len(shards) > 3
    assert max(shard.size for shard in shards) < SHARD + 1000
    bounds = [*about["starts"], "\uffff"]
    for number, shard in enumerate(shards):
        assert all(bounds[number] <= term < bounds[number + 1] for term in read(shard))


def test_terms_are_sorted_as_browsers_do() -> None:
    """By UTF-16: what is outside the basic plane comes before its last letters."""
    _, (_, shard) = made("2026", [(entry("a")[0], dict.fromkeys(("ﬀ", "𠀀", "z"), (1, None)))])
    assert list(read(shard)) == ["z", "𠀀", "ﬀ"]


def test_the_version_is_of_every_file() -> None:
    before, _ = made("2026", many(40))
    again, _ = made("2026", many(40))
    after, _ = made("2026", [*many(40), entry("ny", zzz=(1, None))])
    assert before == again
    assert before["version"] != after["version"]


def test_a_word_that_javascript_knows_is_a_word_like_others() -> None:
    _, (_, shard) = made("2026", [entry("a", constructor=(1, None), __proto__=(1, None))])
    assert set(read(shard)) == {"constructor", "__proto__"}


def test_the_manifest_names_every_block() -> None:
    about, _ = made("2026", many(1))
    part = Part(name="2026", of=(), make=lambda: block("2026", many(1)))
    *_, index = artifacts([manifest((part,))])
    assert index.key == MANIFEST
    assert read(index) == {"2026": about}
