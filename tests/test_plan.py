"""Plans: what is compared, what is deleted, and when it is too much."""

from __future__ import annotations

from dataclasses import replace

import pytest

from publisher.errors import PublisherError, UnsafePlanError
from publisher.model import Plan
from publisher.plan import plan, raise_if_unsafe, stored
from tests.artifacts import artifact

PAGE = artifact("index.html", "page")
MEDIA = artifact("media/a-0123456789ab.mp3", "sound")


def whys(made: Plan) -> dict[str, str]:
    return {item.artifact.key: item.why for item in made.upload}


def test_equal_objects_are_kept_and_make_no_revision() -> None:
    made = plan([PAGE, MEDIA], [stored(PAGE), stored(MEDIA)], revision=7)
    assert (made.empty, made.revision, made.keep) == (True, 7, 2)


def test_each_difference_has_its_reason() -> None:
    before = [stored(artifact("index.html", "old")), replace(stored(artifact("feed.xml", "x")), type="old")]
    made = plan([PAGE, artifact("feed.xml", "x"), MEDIA], before, revision=0)
    assert whys(made) == {"index.html": "changed", "feed.xml": "retyped", MEDIA.key: "new"}
    assert made.revision == 1


def test_another_cache_policy_is_a_difference() -> None:
    made = plan([PAGE], [replace(stored(PAGE), cache="no-cache")], revision=1)
    assert whys(made) == {"index.html": "retyped"}


def test_uploads_and_deletions_are_sorted() -> None:
    made = plan([artifact("b"), artifact("a-b"), artifact("a/c")], [], revision=0)
    assert [item.artifact.key for item in made.upload] == ["a-b", "a/c", "b"]


def test_what_no_artifact_names_is_deleted_unless_it_names_its_own_bytes() -> None:
    before = [stored(artifact("episodes/gone.html")), stored(MEDIA), stored(artifact("art/x-1.jpg"))]
    assert plan([], before, revision=1).delete == ("episodes/gone.html",)


def test_withdrawn_media_are_deleted_once() -> None:
    made = plan([], [stored(MEDIA)], revision=1, withdrawn={MEDIA.key, "media/long-gone.mp3"})
    assert made.delete == (MEDIA.key,)


def test_keys_left_half_done_are_written_again_or_removed() -> None:
    made = plan([PAGE], [stored(PAGE)], revision=1, touching=("index.html", "old.html"))
    assert (whys(made), made.delete) == ({"index.html": "unknown"}, ("old.html",))


def test_a_ledger_that_moved_on_makes_a_revision_of_equal_objects() -> None:
    assert plan([PAGE], [stored(PAGE)], revision=1, renewed=True).revision == 2


def test_a_recording_that_only_the_target_has_is_kept() -> None:
    away = replace(MEDIA, body=None)
    assert plan([away], [stored(MEDIA)], revision=1).empty


def test_a_recording_that_nobody_has_is_refused_by_name() -> None:
    with pytest.raises(PublisherError, match=r"media/a-0123456789ab\.mp3.*neither") as caught:
        plan([replace(MEDIA, body=None)], [], revision=1)
    assert caught.value.fix


@pytest.mark.parametrize(("gone", "published", "safe"), [(20, 30, True), (21, 30, False), (90, 1000, True)])
def test_many_deletions_need_consent(gone: int, published: int, safe: bool) -> None:
    made = Plan(revision=1, delete=tuple(f"{n}.html" for n in range(gone)))
    if safe:
        raise_if_unsafe(made, published)
        return
    with pytest.raises(UnsafePlanError, match="21 of 30") as caught:
        raise_if_unsafe(made, published)
    assert "--force" in caught.value.fix


def test_what_a_run_may_have_touched_is_gone_through_once() -> None:
    """A run that died at its first page has touched them all: thirty thousand in an archive."""

    class Touching(tuple[str, ...]):
        def __contains__(self, key: object) -> bool:
            raise AssertionError(f"looked for {key!r} one by one")

    made = plan([PAGE, MEDIA], [stored(PAGE), stored(MEDIA)], revision=1, touching=Touching(["index.html"]))
    assert whys(made) == {"index.html": "unknown"}
