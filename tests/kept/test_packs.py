"""What was put into a pack is found there, whoever has put it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from publisher.kept.packs import Packs, Place


@pytest.fixture
def packs(tmp_path: Path) -> Packs:
    """None that there are yet."""
    return Packs(tmp_path / "packs")


def put(packs: Packs, *values: bytes) -> Place:
    place = packs.put(values)
    assert place
    return place


def test_values_lie_one_after_the_other(packs: Packs) -> None:
    first, second = put(packs, b"one", b"two"), put(packs, b"three")
    assert packs.get(first, 6) == b"onetwo"
    assert packs.get(second, 5) == b"three"
    assert packs.sizes() == {first.pack: 11}
    packs.close()
    assert packs.get(second, 5) == b"three"
    packs.close()


def test_another_run_has_other_packs(packs: Packs, tmp_path: Path) -> None:
    """And finds what there is in all of them."""
    place = put(packs, b"one")
    packs.close()
    later = Packs(tmp_path / "packs")
    other = put(later, b"two")
    assert other.pack != place.pack
    assert (later.get(place, 3), later.get(other, 3)) == (b"one", b"two")
    assert (later.is_ours(place), later.is_ours(other)) == (False, True)
    later.keep_only({other.pack})
    later.close()
    assert (later.get(place, 3), later.get(other, 3)) == (None, b"two")
    later.close()


def test_a_copy_of_the_process_has_packs_of_its_own(packs: Packs) -> None:
    """Neither writes into the other's, nor reads on where the other has come to."""
    place = put(packs, b"one")
    assert packs.get(place, 3) == b"one"
    process = os.fork()
    if not process:
        is_right = packs.get(place, 3) == b"one" and put(packs, b"and two").pack != place.pack
        os._exit(not is_right)
    assert os.waitpid(process, 0)[1] == 0
    assert packs.get(put(packs, b"three"), 5) == b"three"
    assert sorted(packs.sizes().values()) == [7, 8]
    packs.close()


def test_what_is_not_there_is_not_found(packs: Packs) -> None:
    place = put(packs, b"one")
    assert packs.get(place, 4) is None
    assert packs.get(Place("another", 0), 3) is None
    packs.close()


def test_where_nothing_can_be_written_nothing_is_put(tmp_path: Path) -> None:
    (tmp_path / "packs").write_text("in the way")
    packs = Packs(tmp_path / "packs")
    assert packs.put((b"one",)) is None
    assert packs.sizes() == {}
    packs.close()
