"""A show comes to the same again with the ledger that came of it, until its next change."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from publisher.model import Article, Calendar, Entry, Episode, Event, Ledger, Recurrence, Show, Site
from publisher.settle import Settlement, changes, comes_again, settle
from publisher.settle.guid import entry_guid
from publisher.state import decode, encode
from tests.settle.story import GUID, SHOW, START, article, episode, event

HARD = settings(max_examples=600, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
DAY = timedelta(days=1)
PATHS = ("a", "b", "c", "d")
GUIDS = (*[None] * 12, "x", "y", entry_guid(GUID, "a"), entry_guid(GUID, "b"))
"""Those that are given; some are what an entry without one gets."""
days = st.integers(-3, 9).map(lambda day: START + day * DAY)
seldom = st.sampled_from([False, False, False, True])


common = {
    "guid": st.sampled_from(GUIDS),
    "title": st.sampled_from(["One", "Other"]),
    "date": seldom.flatmap(lambda is_dated: days if is_dated else st.none()),
    "draft": seldom,
}
named = st.sampled_from([None, *PATHS])
episodes = st.fixed_dictionaries(
    {
        **common,
        "sound": st.sampled_from([None, "hello", "hello", "goodbye"]),
        "tags": st.sampled_from(["", "tags"]),
        "expires": seldom.flatmap(lambda is_short: days if is_short else st.none()),
        "remaster": st.integers(0, 1),
        "event": named,
    }
)
events = st.fixed_dictionaries(
    {
        **common,
        "start": days,
        "sequence": st.integers(0, 2),
        "status": st.sampled_from(["confirmed", "cancelled"]),
        "recording": named,
        "recurrence": st.none()
        | days.map(lambda day: Recurrence(rule="FREQ=DAILY;COUNT=3", starts=(day,), last=day + 3 * DAY)),
    }
)
articles = st.fixed_dictionaries({**common, "event": named, "recording": named})
entries = st.dictionaries(
    st.sampled_from(PATHS),
    st.one_of(
        st.tuples(st.just("episode"), episodes),
        st.tuples(st.just("event"), events),
        st.tuples(st.just("article"), articles),
    ),
    max_size=2,
)
shows = st.builds(
    lambda retired, guid, keep: replace(SHOW, retired=retired, guid=guid, calendar=Calendar(keep=keep)),
    st.sampled_from([*[()] * 8, ("x",), (entry_guid(GUID, "a"),)]),
    st.sampled_from([GUID, GUID, None]),
    st.sampled_from([None, DAY]),
)
steps = st.tuples(shows, entries, st.integers(0, 3), seldom)


Told = dict[str, tuple[str, dict[str, object]]]


def made(path: str, kind: str, fields: dict[str, object]) -> Entry:
    told = dict(fields)
    if kind == "episode":
        sound, tags = told.pop("sound"), told.pop("tags")
        one = episode(path, str(sound) if sound else None, **told)
        if one.recording and tags:
            one = replace(one, recording=replace(one.recording, sha256="0" * 64))
        return one
    return event(path, **told) if kind == "event" else article(path, **told)


def site(show: Show, told: Told) -> Site:
    found = [made(path, kind, fields) for path, (kind, fields) in sorted(told.items())]
    return Site(
        show=show,
        episodes=tuple(one for one in found if isinstance(one, Episode)),
        events=tuple(one for one in found if isinstance(one, Event)),
        articles=tuple(one for one in found if isinstance(one, Article)),
    )


def read_back(ledger: Ledger) -> Ledger:
    return decode(encode(ledger), Ledger, "the ledger")


def is_wrong(settled: Settlement) -> bool:
    return any(problem.severity == "error" for problem in settled.problems)


@HARD
@given(st.lists(steps, min_size=1, max_size=6))
def test_a_show_comes_to_the_same_again(told: list[tuple[Show, Told, int, bool]]) -> None:
    ledger, now, found = Ledger(), START, Told()
    for show, new, later, drafts in told:
        now += later * DAY
        here = site(show, found | new)
        first = settle(here, ledger, now, drafts=drafts)
        if is_wrong(first):
            continue
        ledger, found = read_back(first.ledger), found | new
        if not comes_again(here, ledger, first.holders):
            continue
        coming = changes(here, ledger, now, drafts=drafts)
        for moment in (now, coming[0].moment - timedelta(seconds=1) if coming else now + 1000 * DAY):
            second = settle(here, ledger, moment, drafts=drafts)
            assert second.problems == first.problems
            assert second.edition == first.edition
            assert replace(second.ledger, moment=now) == ledger


def test_a_draft_that_claims_the_guid_of_what_is_new_is_looked_at_again() -> None:
    """The guid that a new entry is given is that of the draft, once the ledger has it."""
    here = Site(
        show=SHOW, articles=(article("a"), replace(article("copy"), draft=True, guid=entry_guid(GUID, "a")))
    )
    first = settle(here, Ledger(), START)
    assert not is_wrong(first)
    assert not comes_again(here, first.ledger, first.holders)
    assert is_wrong(settle(here, first.ledger, START))


def test_what_is_retired_and_never_was_is_looked_at_again() -> None:
    """The first publication says nothing of it: there may have been another ledger."""
    here = Site(show=replace(SHOW, retired=("unknown",)), articles=(article("a"),))
    first = settle(here, Ledger(), START)
    assert first.problems == ()
    assert not comes_again(here, first.ledger, first.holders)
    assert [problem.code for problem in settle(here, first.ledger, START).problems] == ["ID-013"]
