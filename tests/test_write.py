"""Writing a build: whole or not at all, and nothing that is not ours is touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from publisher.errors import PublisherError
from publisher.spread import LEAST
from publisher.write import raise_if_foreign, write
from tests.artifacts import artifact


def tree(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text() for path in files}


def test_a_build_is_the_artifacts_and_the_ledger(tmp_path: Path) -> None:
    out = tmp_path / "feeds"
    assert write([artifact("a.xml", "a"), artifact("episodes/one.html", "b")], b"{}", out) == (2, 0)
    assert tree(out) == {"a.xml": "a", "episodes/one.html": "b", "ledger.json": "{}"}
    assert [path.name for path in tmp_path.iterdir()] == ["feeds"]


def test_equal_files_are_left_alone(tmp_path: Path) -> None:
    out = tmp_path / "feeds"
    write([artifact("a.xml", "a"), artifact("b.xml", "b")], b"{}", out)
    before = (out / "a.xml").stat()
    assert write([artifact("a.xml", "a"), artifact("b.xml", "c")], b"{}", out) == (1, 0)
    after = (out / "a.xml").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_files_of_older_builds_go_and_files_that_are_not_ours_stay(tmp_path: Path) -> None:
    out = tmp_path / "feeds"
    write([artifact("episodes/old/chapters.json"), artifact("a.xml")], b"{}", out)
    (out / "CNAME").write_text("example.org")
    (out / ".git/refs").mkdir(parents=True)
    (out / ".git/refs/main").write_text("123")
    assert write([artifact("a.xml")], b"{}", out) == (0, 1)
    assert sorted(tree(out)) == [".git/refs/main", "CNAME", "a.xml", "ledger.json"]
    assert not (out / "episodes").exists()


def test_pages_and_search_that_are_no_more_go(tmp_path: Path) -> None:
    """A show that has no people any more has no page of them."""
    out = tmp_path / "feeds"
    write([artifact("people.html"), artifact("search/2025-0.json"), artifact("sitemap.xml")], b"{}", out)
    (out / "hello.html").write_text("mine")
    write([artifact("index.html")], b"{}", out)
    assert sorted(tree(out)) == ["hello.html", "index.html", "ledger.json"]


def test_a_body_on_the_disk_is_copied(tmp_path: Path) -> None:
    source = tmp_path / "cover.jpg"
    source.write_text("picture")
    made = artifact("art/cover-1.jpg", "picture")
    write(
        [type(made)(key=made.key, type=made.type, size=made.size, sha256=made.sha256, body=source)],
        b"{}",
        tmp_path / "out",
    )
    assert tree(tmp_path / "out")["art/cover-1.jpg"] == "picture"


def test_many_files_are_written_as_few_are(tmp_path: Path) -> None:
    """Several processes write them; where one of them fails, nothing changes."""
    out = tmp_path / "feeds"
    many = [artifact(f"episodes/{number:04}/a.html", f"{number}") for number in range(2 * LEAST)]
    assert write(many, b"{}", out) == (len(many), 0)
    assert tree(out) == {one.key: f"{number}" for number, one in enumerate(many)} | {"ledger.json": "{}"}
    gone = artifact("zone.html", "new")
    gone = type(gone)(key=gone.key, type=gone.type, size=3, sha256="x", body=tmp_path / "not-there")
    with pytest.raises(PublisherError, match="cannot be written"):
        write([*(artifact(one.key, "new") for one in many), gone], b"{new}", out)
    assert tree(out)["episodes/0999/a.html"] == "999"
    assert [path.name for path in tmp_path.iterdir()] == ["feeds"]


def test_when_anything_cannot_be_written_nothing_changes(tmp_path: Path) -> None:
    """The last file's bytes cannot be had; the first file is not replaced either."""
    out = tmp_path / "feeds"
    write([artifact("a.xml", "old")], b"{}", out)
    made = artifact("b.xml", "new")
    gone = type(made)(key="b.xml", type="x", size=9, sha256="x", body=tmp_path / "not-there")
    with pytest.raises(PublisherError, match="cannot be written"):
        write([artifact("a.xml", "new"), gone], b"{new}", out)
    assert tree(out) == {"a.xml": "old", "ledger.json": "{}"}
    assert [path.name for path in tmp_path.iterdir()] == ["feeds"]


def test_a_build_that_died_while_it_moved_is_finished_by_the_next(tmp_path: Path) -> None:
    out, aside = tmp_path / "feeds", tmp_path / ".feeds.new"
    write([artifact("a.xml", "old"), artifact("episodes/b.html", "old")], b"{}", out)
    (aside / "episodes").mkdir(parents=True)
    (aside / "episodes/b.html").write_text("new")
    (aside / "ledger.json").write_text('{"new": 1}')
    write([artifact("a.xml", "newest"), artifact("episodes/b.html", "new")], b"{newest}", out)
    assert tree(tmp_path) == {
        "feeds/a.xml": "newest",
        "feeds/episodes/b.html": "new",
        "feeds/ledger.json": "{newest}",
    }


def test_a_build_that_died_while_it_wrote_left_nothing(tmp_path: Path) -> None:
    out, aside = tmp_path / "feeds", tmp_path / ".feeds.new"
    write([artifact("a.xml", "old")], b"{}", out)
    aside.mkdir()
    (aside / "a.xml").write_text("half")
    write([artifact("a.xml", "old")], b"{}", out)
    assert tree(tmp_path) == {"feeds/a.xml": "old", "feeds/ledger.json": "{}"}


def test_links_are_not_followed_out_of_the_folder(tmp_path: Path) -> None:
    out, holiday = tmp_path / "feeds", tmp_path / "holiday"
    write([artifact("a.xml")], b"{}", out)
    holiday.mkdir()
    (holiday / "beach.jpg").write_text("sun")
    (out / "art").symlink_to(holiday)
    with pytest.raises(PublisherError, match="is a link"):
        raise_if_foreign(out)


def test_a_folder_in_use_is_not_built_into(tmp_path: Path) -> None:
    (tmp_path / "thesis.odt").write_text("years of work")
    with pytest.raises(PublisherError, match="not made by a build"):
        raise_if_foreign(tmp_path)
    (tmp_path / "empty").mkdir()
    raise_if_foreign(tmp_path / "empty")
    raise_if_foreign(tmp_path / "new")


def test_a_file_where_the_folder_should_be_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "feeds").write_text("")
    with pytest.raises(PublisherError, match="feeds"):
        raise_if_foreign(tmp_path / "feeds")
    with pytest.raises(PublisherError, match="feeds"):
        write([artifact("a.xml")], b"{}", tmp_path / "feeds")
