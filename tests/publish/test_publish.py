"""Publishing: the order of writes, what is left when a run dies, and that nothing is sent twice."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.errors import PublisherError, RecordError, StoreError
from publisher.model import Artifact, Ledger, Report
from publisher.plan import plan, stored
from publisher.publish import Run, doubt, publish
from publisher.standing import BLOBS, HEAD, blob_key, standing
from publisher.store.folder import FolderStore
from publisher.store.interface import Store
from publisher.verify import verify
from tests.artifacts import Silence, WatchedStore, artifact
from tests.settle.story import GUID, START, Story, article, episode

NAMED = re.compile(rb"\[(.*?)\]")


def run(
    store: Store,
    artifacts: list[Artifact],
    ledger: Ledger | None = None,
    token: str = "t",
    *,
    keep: bool = True,
) -> Report:
    """One publication of `artifacts`, planned against what `store` has."""
    found = standing(store, GUID)
    ledger = ledger or found.ledger
    made = plan(
        artifacts,
        found.objects,
        revision=found.head.revision,
        touching=found.touching,
        renewed=found.unfinished or ledger != found.ledger,
    )
    if made.revision == found.head.revision:
        return Report(revision=made.revision, kept=made.keep)
    return publish(
        made,
        tuple(artifacts),
        ledger,
        found,
        store,
        Run(now=START, token=token, take_over=True),
        watch=Silence(),
        keep=keep,
    )


def show(word: str) -> list[Artifact]:
    """A little show: a feed that names a page, sidecar and recording, all of which change with `word`."""
    media = artifact(f"media/{word}-0123456789ab.mp3", word)
    return [
        media,
        artifact("episodes/one/chapters.json", word),
        artifact("episodes/one.html", f"{word} [{media.key}] [episodes/one/chapters.json]"),
        artifact("index.html", f"{word} [episodes/one.html]"),
        artifact("feed.xml", f"{word} [episodes/one.html]"),
        artifact("podcast.xml", f"{word} [{media.key}] [episodes/one.html]"),
    ]


def test_an_archive_is_there_before_any_document_that_leads_to_it() -> None:
    """In each format, and whatever its name: so that who follows it finds it."""
    store = WatchedStore()
    keys = ("feed.atom", "feed.json", "feed.xml", "podcast.xml", "tags/a.xml")
    archives = [f"archive/{key.replace('.', '-1.')}" for key in keys]
    run(store, [artifact(key, "a") for key in (*keys, *archives, "episodes/one.html")])
    public = [key for key in store.writes if not key.startswith(".publisher/")]
    assert public[0] == "episodes/one.html"
    assert set(public[1:6]) == set(archives)
    assert public[-1] == "podcast.xml"


def broken(store: WatchedStore) -> list[str]:
    """The keys that something public names and that are not there."""
    public = store.public()
    named = {name.decode() for body in public.values() for name in NAMED.findall(body)}
    return sorted(named - set(public))


def test_what_others_point_at_is_written_first_and_podcast_xml_last() -> None:
    store = WatchedStore()
    run(store, show("a"))
    public = [key for key in store.writes if not key.startswith(".publisher/")]
    assert public == [
        "media/a-0123456789ab.mp3",
        "episodes/one/chapters.json",
        "episodes/one.html",
        "index.html",
        "feed.xml",
        "podcast.xml",
    ]


def test_the_revision_is_written_before_anything_public_changes_and_the_head_last() -> None:
    store = WatchedStore()
    run(store, show("a"))
    order = [key for key in store.writes if not key.startswith((".publisher/blobs/", "media/"))]
    revisions = [f".publisher/revisions/{n}-t.json" for n in (0, 1)]
    assert order[:4] == [revisions[0], HEAD, revisions[1], HEAD]
    assert order[-1] == HEAD


def test_publishing_again_writes_nothing() -> None:
    store = WatchedStore()
    run(store, show("a"))
    store.writes.clear()
    report = run(store, show("a"))
    assert (report.uploaded, report.kept, store.writes) == (0, 6, [])


def blobs(store: WatchedStore) -> dict[str, bytes | None]:
    """The copies for a rollback, by what they shall hold."""
    return {known.key.rpartition("/")[2]: store.get(known.key) for known in store.list(BLOBS)}


def small(word: str) -> dict[str, bytes | Path | None]:
    """All of `show(word)` but its recording, by content."""
    return {made.sha256: made.content for made in show(word) if not made.key.startswith("media/")}


def test_what_is_written_over_is_kept_by_content_for_rollback_and_media_are_not() -> None:
    store = WatchedStore()
    run(store, show("a"))
    assert blobs(store) == {}
    run(store, show("b"), token="u")
    assert blobs(store) == small("a")


def test_what_is_deleted_is_kept_and_what_stays_is_not_copied() -> None:
    store = WatchedStore()
    page = artifact("articles/gone.html", "gone")
    run(store, [*show("a"), page])
    run(store, show("a"), token="u")
    assert blobs(store) == {page.sha256: page.content}


def test_copies_are_made_before_the_first_of_them_is_written_over() -> None:
    store = WatchedStore()
    run(store, show("a"))
    store.writes.clear()
    run(store, show("b"), token="u")
    is_copy = [key.startswith(BLOBS) for key in store.writes if not key.startswith("media/")]
    assert is_copy.index(True) > 0, "not before the claim"
    first = next(n for n, key in enumerate(store.writes) if not key.startswith((".publisher/", "media/")))
    assert not any(key.startswith(BLOBS) for key in store.writes[first:])


def test_what_somebody_else_wrote_is_not_kept_as_ours() -> None:
    store = WatchedStore()
    run(store, show("a"))
    store.put("podcast.xml", b"hello", type="text/html", cache="x", sha256="x")
    run(store, show("b"), token="u")
    (lost,) = (made for made in show("a") if made.key == "podcast.xml")
    assert blobs(store) == {name: body for name, body in small("a").items() if name != lost.sha256}


def test_what_is_doubted_and_there_all_the_same_is_kept() -> None:
    store = WatchedStore()
    run(store, show("a"))
    lost, kept = "podcast.xml", "index.html"
    store.delete(lost)
    assert doubt(store, [lost, kept], 1)
    run(store, show("b"), token="u")
    (gone,) = (made.sha256 for made in show("a") if made.key == lost)
    assert blobs(store) == {name: body for name, body in small("a").items() if name != gone}


def test_after_a_run_that_died_what_it_left_in_part_is_swept_away(tmp_path: Path) -> None:
    store = FolderStore(tmp_path)
    run(store, show("a"))
    (tmp_path / "episodes/.~0123456789abcdef").write_bytes(b"half")
    run(store, show("b"), token="u")
    assert (tmp_path / "episodes/.~0123456789abcdef").exists(), "nobody died"
    assert doubt(store, ["index.html"], 2)
    run(store, show("c"), token="v")
    assert not (tmp_path / "episodes/.~0123456789abcdef").exists()


def test_a_run_whose_turn_has_passed_spoils_no_copy() -> None:
    """It wakes after another has written over what it was about to copy."""
    store = WatchedStore()
    run(store, show("a"))
    (index,) = (made for made in show("a") if made.key == "index.html")
    run(store, show("b"), token="u")
    late = blob_key(index.sha256)
    assert not store.copy("index.html", late, type=index.type, cache="no-store", sha256=index.sha256)
    assert blobs(store) == small("a")


def test_without_a_reason_nothing_is_kept() -> None:
    store = WatchedStore()
    run(store, show("a"))
    run(store, show("b"), token="u", keep=False)
    assert blobs(store) == {}


@pytest.mark.parametrize("died_after", range(16))
def test_a_run_that_died_has_kept_what_it_wrote_over(died_after: int) -> None:
    """Whenever it died: what was public as a whole is kept as a whole once another is."""
    store = WatchedStore()
    run(store, show("a"))
    store.lives = died_after
    with suppress(StoreError):
        run(store, show("b"), token="u")
    store.lives = None
    run(store, show("c"), token="v")
    kept = blobs(store)
    assert {name: kept.get(name) for name in small("a")} == small("a")


def test_at_no_moment_does_anything_public_name_what_is_not_there() -> None:
    store = WatchedStore()
    seen: list[list[str]] = []
    store.after = lambda: seen.append(broken(store))
    run(store, show("a"))
    run(store, show("b"), token="u")
    assert len(seen) > 20
    assert not any(seen)


@pytest.mark.parametrize("died_after", range(16))
def test_a_run_that_died_is_finished_by_the_next(died_after: int) -> None:
    """Whatever was being written, no public link breaks, and the next run ends where this one wanted."""
    store = WatchedStore()
    run(store, [*show("a"), artifact("episodes/gone.html", "a")])
    story = Story()
    story.publish(episode("001"))
    store.lives = died_after
    with pytest.raises(StoreError):
        run(store, show("b"), story.ledger, token="u")
    assert broken(store) == []
    store.lives = None
    report = run(store, show("b"), token="v")
    assert {key: body for key, body in store.public().items() if not key.startswith("media/a")} == {
        made.key: made.body for made in show("b")
    }
    after = standing(store, GUID)
    assert (after.unfinished, after.head.revision, report.revision) == (False, 2, 2)


def test_pages_that_are_new_come_before_those_that_lead_to_them() -> None:
    """Be they older neighbours or lists, whichever sorts first."""
    store = WatchedStore()
    run(store, [artifact("a.html"), artifact("list/index.html")])
    store.after = lambda: seen.append(broken(store))
    seen: list[list[str]] = []
    grown = [artifact("a.html", "[z.html]"), artifact("list/index.html", "[a.html] [z.html]")]
    run(store, [*grown, artifact("z.html", "[z/c.json]"), artifact("z/c.json")], token="u")
    assert len(seen) > 8
    assert not any(seen)


def test_a_page_that_a_dead_run_deleted_comes_back_before_what_leads_to_it() -> None:
    """It died between deleting and the end: what the last whole revision had is not what is there."""
    store, seen = WatchedStore(), list[list[str]]()
    both = [artifact("list/index.html", "[z.html]"), artifact("z.html"), artifact("y.html")]
    run(store, both)
    store.after = lambda: die(store) if store.writes[-1] == "-z.html" else None
    with pytest.raises(StoreError):
        run(store, [artifact("list/index.html"), artifact("y.html")], token="u")
    assert "z.html" not in store.public()
    store.lives, store.after = None, lambda: seen.append(broken(store))
    run(store, both, token="v")
    assert "z.html" in store.public()
    assert not any(seen)


def die(store: WatchedStore) -> None:
    """Nothing more is written."""
    store.lives = 0


def test_identity_that_a_dead_run_may_have_shown_is_not_forgotten() -> None:
    """Once a public key was touched, its ledger counts: somebody may have seen those guids."""
    store = WatchedStore()
    run(store, show("a"))
    story = Story()
    story.publish(episode("001"))
    store.lives = 10
    with pytest.raises(StoreError):
        run(store, show("b"), story.ledger, token="u")
    assert standing(store, GUID).ledger == story.ledger


def test_a_hashed_object_that_is_there_already_is_not_sent_again() -> None:
    store = WatchedStore()
    store.lives = 6
    with pytest.raises(StoreError):
        run(store, show("a"))
    store.lives, store.writes = None, []
    report = run(store, show("a"))
    assert "media/a-0123456789ab.mp3" not in store.writes
    assert (report.uploaded, report.kept) == (5, 1)


def test_a_hashed_object_with_other_bytes_is_repaired() -> None:
    store = WatchedStore()
    store.put("media/a-0123456789ab.mp3", b"?", type="x", cache="x", sha256="x")
    found = standing(store, GUID, first=True)
    made = plan(show("a"), (), revision=0)
    publish(made, tuple(show("a")), Ledger(), found, store, Run(now=START, token="t"), watch=Silence())
    assert store.get("media/a-0123456789ab.mp3") == b"a"


def test_a_hashed_object_that_is_told_to_be_something_else_is_written_anew() -> None:
    """A newer Publisher may know a better media type for the same bytes."""
    store = WatchedStore()
    run(store, show("a"))
    better = [replace(made, type="audio/mpeg") if "media/" in made.key else made for made in show("a")]
    run(store, better, token="u")
    found = store.head(better[0].key)
    assert found and found.type == "audio/mpeg"


def test_what_died_before_there_was_a_head_is_no_show_of_others() -> None:
    """A killed probe, or the revision that an empty target starts from."""
    store = WatchedStore()
    for key in (".publisher/probe-t", ".publisher/revisions/0-t.json"):
        store.put(key, b"{}", type="x", cache="x", sha256="x")
    assert standing(store, GUID).ledger == Ledger()


def test_a_target_with_files_and_no_record_is_refused_without_consent() -> None:
    store = WatchedStore()
    store.put("podcast.xml", b"theirs", type="x", cache="x", sha256="x")
    with pytest.raises(PublisherError, match="no record") as caught:
        standing(store, GUID)
    assert "--first" in caught.value.fix
    assert "--ledger" in caught.value.fix
    assert standing(store, GUID, first=True).ledger == Ledger()
    story = Story()
    story.publish(article("a"))
    assert standing(store, GUID, carried=story.ledger).ledger == story.ledger


def test_another_shows_target_is_refused() -> None:
    store = WatchedStore()
    run(store, show("a"))
    with pytest.raises(PublisherError, match="another show"):
        standing(store, "another-guid")


def test_a_ledger_is_not_carried_into_a_target_that_has_its_own() -> None:
    store = WatchedStore()
    run(store, show("a"))
    with pytest.raises(PublisherError, match="its own record"):
        standing(store, GUID, carried=Ledger())


def test_a_missing_or_damaged_revision_is_an_error_and_never_an_empty_ledger() -> None:
    store = WatchedStore()
    run(store, show("a"))
    store.delete(".publisher/revisions/1-t.json")
    with pytest.raises(RecordError, match="missing"):
        standing(store, GUID)
    store.put(".publisher/revisions/1-t.json", b"{", type="x", cache="x", sha256="x")
    with pytest.raises(RecordError, match="damaged"):
        standing(store, GUID)


def test_verify_names_what_is_missing_or_otherwise() -> None:
    store = WatchedStore()
    artifacts = show("a")
    run(store, artifacts)
    assert list(verify(map(stored, artifacts), store)) == []
    store.delete("feed.xml")
    wrong = [replace(stored(artifacts[0]), type="audio/ogg"), stored(artifacts[4])]
    assert list(verify(wrong, store)) == [
        ("media/a-0123456789ab.mp3", "its type is text/plain, not audio/ogg"),
        ("feed.xml", "it is not there"),
    ]


KEYS = st.sampled_from(
    [
        "podcast.xml",
        "index.html",
        "a.html",
        "episodes/a.html",
        "episodes/a/c.json",
        "media/a-1.mp3",
        "art/b-2.jpg",
    ]
)
SHOWS = st.lists(st.dictionaries(KEYS, st.text(max_size=3)), min_size=1, max_size=4)


@settings(derandomize=True, max_examples=60, deadline=None)
@given(SHOWS)
def test_after_every_publication_the_store_equals_the_artifacts(history: list[dict[str, str]]) -> None:
    """And the plan that follows is empty. Hashed keys of earlier shows may stay."""
    store = WatchedStore()
    for n, contents in enumerate(history):
        hashed = {
            f"{key}-{text.encode().hex()}" if "/" in key and key[0] in "ma" else key: text
            for key, text in contents.items()
        }
        artifacts = [artifact(key, text) for key, text in hashed.items()]
        run(store, artifacts, token=str(n))
        public = store.public()
        assert all(public[made.key] == made.body for made in artifacts)
        extra = set(public) - {made.key for made in artifacts}
        assert all(key.startswith(("media/", "art/")) for key in extra)
        found = standing(store, GUID)
        assert plan(artifacts, found.objects, revision=n).empty
