"""What only the store in memory does; the rest is in `test_conformance`."""

from __future__ import annotations

from publisher.store.memory import MemoryStore


def test_every_memory_is_its_own() -> None:
    """Two stores share nothing, so that no test sees another's objects."""
    one, two = MemoryStore(), MemoryStore()
    one.put("a", b"x", type="text/plain", cache="no-store", sha256="")
    assert two.get("a") is None


def test_a_store_may_be_changed_while_it_is_listed() -> None:
    """Whoever deletes what the list gives does not stumble."""
    store = MemoryStore()
    for key in "abc":
        store.put(key, b"x", type="text/plain", cache="no-store", sha256="")
    for stored in store.list():
        store.delete(stored.key)
    assert list(store.list()) == []
