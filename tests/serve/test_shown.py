"""What is served at one moment, and its version."""

from __future__ import annotations

from dataclasses import replace

from publisher.serve import Shown, Trouble
from tests.artifacts import artifact
from tests.serve.conftest import shown


def test_the_same_things_are_the_same_version_in_any_order() -> None:
    one, two = artifact("a", "1"), artifact("b", "2")
    assert shown(one, two).version == shown(two, one).version


def test_whatever_is_another_makes_another_version() -> None:
    one = artifact("a", "1")
    others = (
        shown(artifact("a", "2")),
        shown(artifact("b", "1")),
        shown(artifact("a", "1", type="text/html")),
        shown(one, root="/other"),
        replace(shown(one), trouble=Trouble(heading="1 error")),
        Shown(),
    )
    assert len({shown(one).version, *(other.version for other in others)}) == 7
