"""What subscribers have seen never changes under them: each rule of identity with its story."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import timedelta

import pytest

from publisher.check.entries import TITLE
from publisher.model import Chapter, Edition, Elsewhere, Ledger, Place, Tags
from publisher.settle import derived_show_guid
from tests.settle.story import GUID, SHOW, START, Story, article, episode, event, origin, recording


def known(edition: Edition) -> list[tuple[str, str, str]]:
    """What a podcast app remembers: guid, link and enclosure."""
    return [(made.guid, made.slug, made.enclosure.key if made.enclosure else "") for made in edition.episodes]


def test_a_guid_is_derived_from_the_shows_guid_and_the_slug() -> None:
    edition = Story().publish(episode("001-hello"))
    assert edition.episodes[0].guid == str(uuid.uuid5(uuid.UUID(GUID), "001-hello"))


def test_a_given_guid_is_taken_as_it_is() -> None:
    edition = Story().publish(episode("001-hello", guid="https://old.example/?p=1"))
    assert edition.episodes[0].guid == "https://old.example/?p=1"


def test_the_show_guid_is_that_of_its_feed_without_scheme() -> None:
    """The namespace and the stripping are podcast-namespace's; the example values are its own."""
    podcasts = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
    assert str(uuid.uuid5(podcasts, "podnews.net/rss")) == "9b024349-ccf0-5f69-a609-6b82873eab3c"
    assert derived_show_guid("https://example.org/show") == str(
        uuid.uuid5(podcasts, "example.org/show/podcast.xml")
    )


def test_a_renamed_folder_changes_nothing_for_listeners() -> None:
    story = Story()
    before = story.publish(episode("001-hello"))
    after = story.publish(episode("season-1/1-hello-there"))
    assert known(after) == known(before)
    assert story.ledger.entries[0].path == "season-1/1-hello-there"


def test_renumbered_folders_keep_each_recording_with_its_guid() -> None:
    """Inserting an episode before two others gives their names to others; the bytes tell who is who."""
    story = Story()
    before = story.publish(episode("001", "a"), episode("002", "b"))
    guids = {made.enclosure.source: made.guid for made in before.episodes if made.enclosure}
    after = story.publish(episode("001", "new", slug="first"), episode("002", "a"), episode("003", "b"))
    later = {made.enclosure.source: made.guid for made in after.episodes if made.enclosure}
    assert later.items() >= guids.items()


def test_an_edited_title_changes_updated_and_nothing_else() -> None:
    story = Story()
    before = story.publish(episode("001-hello"))
    after = story.publish(episode("001-hello", title="Another title", slug="001-hello"))
    assert known(after) == known(before)
    assert after.episodes[0].published == before.episodes[0].published
    assert after.episodes[0].updated == story.now


def test_nothing_changed_means_nothing_changes() -> None:
    story = Story()
    before = story.publish(episode("001"), event("cafe"), article("case"))
    rows = story.ledger.entries
    assert story.publish(episode("001"), event("cafe"), article("case")) == before
    assert story.ledger.entries == rows


def test_a_retagged_recording_changes_nothing_for_listeners() -> None:
    story = Story()
    before = story.publish(episode("001"))
    after = story.publish(episode("renamed-too", recording=recording("hello", tags="new title")))
    assert known(after) == known(before)
    assert after.updated == before.updated


def test_remaster_gives_listeners_the_retagged_recording() -> None:
    story = Story()
    before = story.publish(episode("001")).episodes[0].enclosure
    retagged = episode("001", recording=recording("hello", tags="new title"), remaster=1)
    after = story.publish(retagged).episodes[0].enclosure
    assert before and after
    assert (after.sha256 != before.sha256, after.key != before.key) == (True, True)


def test_a_changed_recording_is_a_new_file_under_the_same_guid() -> None:
    story = Story()
    before = story.publish(episode("001", "hello")).episodes[0]
    after = story.publish(episode("001", "hello again")).episodes[0]
    assert (after.guid, after.slug, after.published) == (before.guid, before.slug, before.published)
    assert after.enclosure and before.enclosure
    assert after.enclosure.key != before.enclosure.key


def test_a_machine_without_the_recording_keeps_the_enclosure() -> None:
    story = Story()
    before = story.publish(episode("001"))
    after = story.publish(episode("001", None))
    assert after.episodes[0].enclosure == before.episodes[0].enclosure
    assert after.updated == before.updated


def test_the_recordings_own_chapters_stay_where_it_is_not() -> None:
    chapters = (Chapter(start=timedelta(seconds=5), title="One"),)
    tagged = replace(recording("hello"), tags=Tags(chapters=chapters))
    story = Story()
    assert story.publish(episode("001", recording=tagged)).episodes[0].entry.chapters == chapters
    assert story.publish(episode("001", None)).episodes[0].entry.chapters == chapters


def test_pointers_tell_renumbered_folders_apart_where_no_recording_is() -> None:
    """A CI job that has Git LFS pointers only: two folders have changed names."""
    story = Story()
    before = story.publish(episode("001", "a"), episode("002", "b"))
    pointers = {path: recording(sound).sha256 for path, sound in (("001", "b"), ("002", "a"))}
    after = story.publish(*(episode(path, None, pointer=pointer) for path, pointer in pointers.items()))
    keys = {made.guid: made.enclosure for made in before.episodes}
    assert {made.guid: made.enclosure for made in after.episodes} == keys
    assert [row.path for row in story.ledger.entries] == ["002", "001"]


@pytest.mark.parametrize("change", [{"pointer": "0" * 64}, {"remaster": 1}])
def test_a_newer_recording_that_is_not_here_is_said_to_be_missing(change: dict[str, object]) -> None:
    story = Story()
    before = story.publish(episode("001"))
    edition, problems = story.attempt(episode("001", None, **change))
    assert [(problem.code, problem.severity) for problem in problems] == [("ID-012", "warning")]
    assert edition.episodes[0].enclosure == before.episodes[0].enclosure


def test_a_recording_that_is_named_wrongly_is_told_where_others_are_here() -> None:
    """Where no recording is, as in CI, a name that leads nowhere is no slip."""
    story = Story()
    story.publish(episode("001"), episode("002", "b"))
    wrong = TITLE.at(Place(file="episodes/001/episode.md"), "audio names 'c.mp3'", "put it there")
    named = episode("001", None, absent=wrong)
    assert story.refused(named, episode("002", None)) == []
    assert story.refused(named, episode("002", "b")) == ["ID-012"]
    assert Story().refused(named) == [wrong.code]


def test_the_recording_of_a_retired_episode_is_not_published_again_in_silence() -> None:
    story = Story()
    guid = story.publish(episode("001")).episodes[0].guid
    story.show = replace(SHOW, retired=(guid,))
    story.publish(episode("001"))
    assert story.refused(episode("brand-new")) == ["ID-006"]
    assert story.publish(episode("brand-new", guid="brand-new")).episodes


def test_an_episode_that_was_never_published_needs_its_recording() -> None:
    assert Story().refused(episode("001", None)) == ["AUDIO-021"]


def test_an_unreadable_recording_is_not_reported_twice() -> None:
    """Reading it has told what is wrong with it."""
    assert Story().refused(episode("001", None, audio="episodes/001/a.mp3")) == []


def test_media_hosted_elsewhere_are_what_the_producer_says_they_are() -> None:
    """There are no bytes of ours to freeze: a new address at the other host is followed."""
    story = Story()
    here = Elsewhere(url="https://a.example/1.mp3", length=9, type="audio/mpeg")
    before = story.publish(episode("001", None, elsewhere=here)).episodes[0]
    moved = replace(here, url="https://b.example/1.mp3")
    after = story.publish(episode("001", None, elsewhere=moved)).episodes[0]
    assert before.enclosure and after.enclosure
    assert (before.enclosure.url, after.enclosure.url) == (here.url, moved.url)
    assert after.guid == before.guid


def test_raising_remaster_makes_a_new_enclosure_and_lowering_it_does_not() -> None:
    story = Story()
    story.publish(episode("001"))
    raised = story.publish(episode("001", remaster=2)).episodes[0].enclosure
    assert raised and raised.recipe == "copy#2"
    assert story.publish(episode("001", remaster=1)).episodes[0].enclosure == raised


def test_a_moved_base_url_moves_urls_and_no_identity() -> None:
    story = Story()
    before = story.publish(episode("001"), event("cafe"))
    story.show = replace(SHOW, base_url="https://elsewhere.example")
    after = story.publish(episode("001"), event("cafe"))
    assert known(after) == known(before)
    assert after.updated == before.updated
    assert after.url("podcast.xml") == "https://elsewhere.example/podcast.xml"


def test_a_moved_show_without_a_guid_keeps_the_published_one() -> None:
    story = Story(replace(SHOW, guid=None))
    before, _ = story.attempt(episode("001"))
    story.show = replace(story.show, base_url="https://elsewhere.example")
    after, problems = story.attempt(episode("001"))
    assert (after.guid, known(after)) == (before.guid, known(before))
    assert [problem.code for problem in problems] == ["ID-009"]
    assert f'guid = "{before.guid}"' in problems[0].fix


def test_another_show_guid_than_the_published_one_is_refused() -> None:
    story = Story()
    story.publish(episode("001"))
    story.show = replace(SHOW, guid=str(uuid.uuid4()))
    assert story.refused(episode("001")) == ["ID-001"]


def test_a_lost_ledger_gives_the_same_guids_again() -> None:
    """Guids and slugs come from the names of folders; dates that were never written cannot come back."""
    story = Story()
    dated = episode("002", "dated", date=START)
    before = story.publish(episode("001"), dated)
    story.ledger = Ledger()
    after = story.publish(episode("001"), dated)
    assert sorted(known(after)) == sorted(known(before))
    moments = {made.slug: made.published for made in after.episodes}
    assert moments == {"001": story.now, "002": START}


def test_a_vanished_entry_is_refused_and_quotes_the_line_that_retires_it() -> None:
    story = Story()
    guid = story.publish(episode("001"), episode("002", "b")).episodes[0].guid
    story.show = replace(SHOW, retired=("earlier",))
    _, problems = story.attempt(episode("001"))
    assert [problem.code for problem in problems] == ["ID-013", "ID-002"]
    assert f'retired = ["earlier", "{guid}"]' in problems[1].fix


def test_a_retired_entry_goes_and_its_guid_and_slug_stay_burnt() -> None:
    story = Story()
    guid = story.publish(episode("001")).episodes[0].guid
    story.show = replace(SHOW, retired=(guid,))
    assert story.publish().episodes == ()
    assert story.publish(episode("001")).episodes == ()
    story.show = SHOW
    assert story.refused(episode("001")) == ["ID-006"]
    assert story.refused(episode("other", "b", guid=guid)) == ["ID-006"]
    assert story.refused(episode("x/001", "b", guid="fresh")) == ["ID-006"]
    assert story.refused(episode("001", "b", slug="001-2")) == []


@pytest.mark.parametrize("make", [event, article])
def test_a_renamed_event_or_article_asks_whether_it_is_the_same(make: object) -> None:
    assert callable(make)
    story = Story()
    edition = story.publish(make("old-name"))
    guid = (edition.events or edition.articles)[0].guid
    _, problems = story.attempt(make("new-name"))
    assert [problem.code for problem in problems] == ["ID-003"]
    assert f": {guid}`" in problems[0].fix
    assert story.publish(make("new-name", guid=guid)).url("x")
    assert story.ledger.entries[0].slug == "old-name"


def test_a_changed_guid_is_refused_and_quotes_the_published_one() -> None:
    story = Story()
    guid = story.publish(article("a")).articles[0].guid
    _, problems = story.attempt(article("a", guid="another", origin=origin("a", "article", guid=3)))
    assert [(problem.code, problem.place.line) for problem in problems] == [("ID-004", 3)]
    assert problems[0].fix == f"write `guid: {guid}`"


def test_a_written_slug_does_not_move_a_published_page() -> None:
    story = Story()
    story.publish(article("a"))
    edition, problems = story.attempt(article("a", slug="b", origin=origin("a", "article", slug=3)))
    assert edition.articles[0].slug == "a"
    assert [(problem.code, problem.severity) for problem in problems] == [("ID-008", "warning")]


@pytest.mark.parametrize("draft", [False, True])
def test_a_copy_of_an_episode_does_not_take_its_identity(draft: bool) -> None:
    """A producer copies a folder as a template, and moves the old one."""
    story = Story()
    guid = story.publish(episode("001")).episodes[0].guid
    moved, copy = episode("005-moved"), episode("000-copy", draft=draft)
    edition, problems = story.attempt(copy, moved)
    if draft:
        assert [(made.guid, made.entry.path) for made in edition.episodes] == [(guid, "005-moved")]
        return
    assert [problem.code for problem in problems] == ["ID-003"]
    assert f"`guid: {guid}`" in problems[0].fix


def test_a_published_entry_does_not_become_another_kind() -> None:
    story = Story()
    story.publish(episode("001"), article("text"))
    assert story.refused(article("001"), article("text")) == ["ID-011"]
    assert story.refused(episode("001"), event("text")) == ["ID-011"]


def test_a_retired_guid_is_not_published_by_a_new_ledger_either() -> None:
    story = Story()
    guid = story.publish(episode("001")).episodes[0].guid
    story.ledger, story.show = Ledger(), replace(SHOW, retired=(guid,))
    assert story.publish(episode("001")).episodes == ()


def test_a_draft_without_its_recording_can_be_looked_at_with_the_others() -> None:
    edition = Story().publish(episode("001", None, draft=True), article("a", draft=True), drafts=True)
    assert (edition.episodes, len(edition.articles)) == ((), 1)


def test_two_entries_never_share_a_slug_or_a_guid() -> None:
    assert Story().refused(episode("x/intro"), article("intro")) == ["ID-007"]
    assert Story().refused(episode("a", guid="g"), article("b", guid="g")) == ["ID-007"]


def test_a_new_entry_does_not_take_a_published_slug() -> None:
    story = Story()
    story.publish(article("a"))
    assert story.refused(article("a"), episode("x/a", guid="g")) == ["ID-007"]


def test_no_ledger_row_is_ever_lost() -> None:
    story = Story()
    story.publish(episode("001"), event("cafe"), article("case"))
    before = {row.guid for row in story.ledger.entries}
    story.show = replace(SHOW, retired=tuple(before))
    story.publish()
    assert {row.guid for row in story.ledger.entries} == before
    assert all(row.burnt for row in story.ledger.entries)


def test_a_week_of_publications_settles_the_same_whoever_settles_it() -> None:
    """Settling is pure: the same site, ledger and moment give the same edition and ledger."""
    one, two = Story(), Story()
    for day in range(7):
        entries = [episode(f"{n:03}", str(n)) for n in range(day)]
        assert one.publish(*entries) == two.publish(*reversed(entries))
    assert one.ledger == two.ledger
    assert one.now == START + timedelta(days=7)
