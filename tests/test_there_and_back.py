"""Whatever is published, rolled back and pruned, in any order: no link breaks and nothing winds back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.store.memory import MemoryStore
from tests.channel import DAY, Channel, Entry, Told, calendar, dead_ends, public, recording
from tests.settle.story import START, article, episode, event

NAMES = ("ep-a", "ep-b", "cafe", "fair", "case")
HELD = 1000 * DAY
PRESENT = st.fixed_dictionaries({name: st.sampled_from([0, 0, 1, 1, 2, None]) for name in NAMES})
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("publish"), PRESENT),
        st.tuples(st.just("rollback"), st.integers(1, 3)),
        st.tuples(st.just("prune"), st.tuples(st.integers(1, 4), st.sampled_from([0, 8, 40, 400]))),
    ),
    min_size=4,
    max_size=10,
)


class Producer:
    """Writes what a step says: a variant of each entry, or none, which is retired where it was published."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.channel = Channel(MemoryStore())
        self.guids: dict[str, str] = {}
        self.gone: set[str] = set()

    def entry(self, name: str, variant: int) -> Entry:
        guid = f"guid-of-{name}"
        if name.startswith("ep-"):
            made = episode(name, guid=guid, title=f"{name} {variant}")
            return replace(made, recording=recording(self.folder, f"{name[-1]}{variant}"))
        if name == "case":
            return article(name, guid=guid, title=f"Case {variant}")
        status = "tentative" if variant else "confirmed"
        return event(name, guid=guid, start=START + HELD + 7 * variant * DAY, status=status)

    def publish(self, present: dict[str, int | None]) -> dict[str, bytes]:
        """Publish; what is equal to it must be public afterwards."""
        known = {row.guid for row in self.channel.standing().ledger.entries}
        here = []
        for name, variant in present.items():
            guid = f"guid-of-{name}"
            if variant is None and guid in known:
                self.gone.add(guid)
            if variant is not None and guid not in self.gone:
                here.append(self.entry(name, variant))
        self.channel.show = replace(self.channel.show, retired=tuple(sorted(self.gone)))
        made = self.channel.publish(*here)
        return {
            one.key: one.body if isinstance(one.body, bytes) else (self.channel.store.get(one.key) or b"")
            for one in made
        }

    def rollback(self, back: int) -> None:
        revisions = self.channel.revisions()
        if len(revisions) > 1:
            self.channel.rollback(revisions[min(back, len(revisions) - 1)].number)


def raise_if_wound_back(seen: dict[str, Told], now: dict[str, Told]) -> None:
    """A SEQUENCE never falls, and rises with whatever else is told."""
    for uid, told in now.items():
        before = seen.get(uid)
        if before is None:
            continue
        same = (told.status, told.start, told.summary) == (before.status, before.start, before.summary)
        assert told.sequence >= before.sequence + (not same), (uid, before, told)
        assert told.stamp >= before.stamp


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    yield tmp_path_factory.mktemp("recordings")


@settings(derandomize=True, max_examples=60, deadline=None)
@given(steps=STEPS)
def test_after_any_steps_every_link_works_and_every_calendar_goes_on(
    folder: Path, steps: list[tuple[str, object]]
) -> None:
    """And another publish makes the target equal to what is published."""
    producer = Producer(folder)
    channel = producer.channel
    producer.publish(dict.fromkeys(("ep-a", "cafe", "case"), 0))
    seen: dict[str, Told] = {}
    for what, how in steps:
        if what == "publish":
            assert isinstance(how, dict)
            producer.publish(how)
        elif what == "rollback":
            assert isinstance(how, int)
            producer.rollback(how)
        else:
            assert isinstance(how, tuple)
            channel.prune(keep=how[0], after=how[1] * DAY)
        assert dead_ends(channel.store) == []
        now = calendar(channel.store)
        raise_if_wound_back(seen, now)
        seen |= now
    wanted = producer.publish(dict.fromkeys(NAMES, 1))
    there = public(channel.store)
    assert {key: there.get(key) for key in wanted} == wanted
    assert all(key.startswith(("media/", "art/")) for key in set(there) - set(wanted))
    assert dead_ends(channel.store) == []
    raise_if_wound_back(seen, calendar(channel.store))
