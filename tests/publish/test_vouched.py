"""What the target has vouched for is not looked at again, but for one of each kind."""

from __future__ import annotations

from publisher.model import Artifact
from publisher.publish.vouched import doubtful

LASTING = "assets/0123456789abcdef.html"


def made(key: str, type: str = "text/html") -> Artifact:
    return Artifact(key=key, type=type, size=1, sha256="0" * 64, body=b"x")


PAGES = [made("a"), made("b"), made("c"), made("d", type="text/css"), made(LASTING)]


def test_whatever_was_not_vouched_for_is_looked_at() -> None:
    assert doubtful(PAGES, ()) == PAGES


def test_of_what_was_vouched_for_one_of_each_type_and_cache_policy_is_looked_at() -> None:
    assert [one.key for one in doubtful(PAGES, {one.key for one in PAGES})] == ["a", "d", LASTING]
    assert [one.key for one in doubtful(PAGES, {"a", "b", "d", LASTING})] == ["a", "c", "d", LASTING]
