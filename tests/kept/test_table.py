"""Bytes by name: there as they were put, or not there."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from publisher.kept import table
from publisher.kept.table import Table

NOBODY = 65534


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a table is to be; the folder is not there yet."""
    return tmp_path / "cache/things.sqlite"


@pytest.fixture
def read_only() -> Iterator[Path]:
    """A folder with a table in it, which nobody may write to: root may anywhere, so it is not root then."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        put(folder / "things.sqlite", a=b"1")
        (folder / "things.sqlite").chmod(0o444)
        folder.chmod(0o555)
        is_root = os.geteuid() == 0
        if is_root:
            os.seteuid(NOBODY)
        try:
            yield folder
        finally:
            if is_root:
                os.seteuid(0)
            folder.chmod(0o700)


def put(file: Path, **values: bytes) -> None:
    """Keep these, as an earlier run did."""
    with closing(Table(file)) as made:
        made.put([(name.encode(), value) for name, value in values.items()])


def there(file: Path) -> dict[bytes, bytes]:
    """What another run finds."""
    with closing(Table(file)) as made:
        return made.all()


def test_what_is_put_is_found_by_later_runs(file: Path) -> None:
    put(file, a=b"1", b=b"")
    put(file, a=b"2")
    assert there(file) == {b"a": b"2", b"b": b""}
    with closing(Table(file)) as made:
        assert (made.get(b"a"), made.get(b"b"), made.get(b"c")) == (b"2", b"", None)
        assert made.names() == {b"a", b"b"}


def test_what_is_dropped_is_gone(file: Path) -> None:
    put(file, a=b"1", b=b"2")
    with closing(Table(file)) as made:
        made.drop([b"a", b"c"])
    assert there(file) == {b"b": b"2"}


@pytest.mark.parametrize("damage", [b"", b"no database" * 999, b"SQLite format 3\0" + bytes(4000)])
def test_a_damaged_file_is_made_anew(file: Path, damage: bytes) -> None:
    put(file, a=b"1")
    file.write_bytes(damage)
    assert there(file) == {}
    put(file, b=b"2")
    assert there(file) == {b"b": b"2"}


def test_a_file_that_is_damaged_inside_is_no_error(file: Path) -> None:
    """The beginning, which is looked at when it is opened, is whole."""
    put(file, **{f"name{number}": bytes(500) for number in range(100)})
    data = bytearray(file.read_bytes())
    data[4096:] = b"\xff" * (len(data) - 4096)
    file.write_bytes(data)
    with closing(Table(file)) as made:
        assert made.get(b"name1") is None
        made.put([(b"new", b"1")])
        assert made.get(b"new") in (b"1", None)


@pytest.mark.parametrize("changed", [b"another", b"", 7, None, "text"])
def test_a_value_whose_bytes_were_changed_is_not_found(file: Path, changed: object) -> None:
    put(file, a=b"1", b=b"2")
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("UPDATE kept SET value = ? WHERE name = ?", (changed, b"a"))
    assert there(file) == {b"b": b"2"}
    with closing(Table(file)) as made:
        assert made.get(b"a") is None


def test_in_a_read_only_folder_what_is_there_is_found_and_nothing_is_kept(read_only: Path) -> None:
    with closing(Table(read_only / "things.sqlite")) as made:
        assert made.get(b"a") == b"1"
        made.put([(b"b", b"2")])
        made.drop([b"a"])
    assert there(read_only / "things.sqlite") == {b"a": b"1"}


def test_where_there_can_be_no_file_things_are_known_for_one_run(read_only: Path) -> None:
    for file in (read_only / "others.sqlite", read_only / "folder/others.sqlite"):
        with closing(Table(file)) as made:
            made.put([(b"b", b"2")])
            assert made.all() == {b"b": b"2"}
    assert [one.name for one in read_only.iterdir()] == ["things.sqlite"]


def test_what_another_process_writes_to_is_done_without(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It waits a while, and then goes on as if nothing had been kept."""
    monkeypatch.setattr(table, "PATIENCE", 0.05)
    put(file, a=b"1")
    with closing(sqlite3.connect(file)) as other, closing(Table(file)) as made:
        other.execute("BEGIN EXCLUSIVE")
        assert made.get(b"a") is None
        made.put([(b"b", b"2")])
        assert there(file) == {}
        other.rollback()
    assert there(file) == {b"a": b"1"}


def test_a_page_is_in_the_order_of_names(file: Path) -> None:
    put(file, c=b"3", a=b"1", d=b"4", b=b"2")
    with closing(Table(file)) as made:
        assert list(made.page(b"b", 2).items()) == [(b"b", b"2"), (b"c", b"3")]
        assert list(made.page(b"bb", 5)) == [b"c", b"d"]
        assert made.page(b"e", 5) == {}


def test_what_was_kept_in_another_layout_is_let_go(file: Path) -> None:
    file.parent.mkdir()
    with closing(sqlite3.connect(file)) as database, database:
        database.execute("CREATE TABLE kept (name BLOB PRIMARY KEY, value BLOB)")
        database.execute("INSERT INTO kept VALUES (x'61', x'31')")
    assert there(file) == {}
    put(file, b=b"2")
    assert there(file) == {b"b": b"2"}
