"""What a producer lives with is left out; what nobody should live with, and what is forgotten, is not."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from publisher.model import Ignore, Place, Problem, Rule, Severity, Site
from publisher.silence import silence

from .check.site import episode, shown, site

SOUND = Rule("APPLE-079", Severity.WARNING, "")
TITLE = Rule("APPLE-060", Severity.WARNING, "")
NO_TITLE = Rule("APPLE-060", Severity.ERROR, "")
RULES = (SOUND, TITLE, NO_TITLE, Rule("ID-008", Severity.WARNING, ""))
HERE = Place(file="episodes/show.toml", line=30)


def ignore(code: str) -> tuple[Ignore, ...]:
    return (Ignore(code=code, reason="an old recording", place=HERE),)


def problem(rule: Rule = SOUND, file: str = "episodes/001/a.mp3") -> Problem:
    return rule.at(Place(file=file), "it sounds bad", "export it again")


def left(site: Site, *problems: Problem) -> list[str]:
    """The codes of what is left of `problems`."""
    return [one.code for one in silence(site, problems, lambda: RULES)]


def test_a_warning_is_left_out_wherever_it_is() -> None:
    assert left(shown(ignore=ignore("APPLE-079")), problem(), problem(file="episodes/show.toml")) == []
    assert left(shown(ignore=ignore("APPLE-079")), problem(), problem(TITLE)) == ["APPLE-060"]
    assert left(shown(), problem()) == ["APPLE-079"]


def test_an_error_is_never_left_out() -> None:
    told = silence(shown(ignore=ignore("APPLE-060")), [problem(NO_TITLE)], lambda: RULES)
    assert [one.code for one in told] == ["APPLE-060", "CHECK-002"]
    assert (told[1].place, told[1].fix) == (HERE, "mend it, and remove this")
    assert left(shown(ignore=ignore("APPLE-060")), problem(NO_TITLE), problem(TITLE)) == ["APPLE-060"]


def test_what_silences_nothing_is_told() -> None:
    assert left(shown(ignore=ignore("APPLE-079"))) == ["CHECK-003"]
    assert left(shown(ignore=ignore("APPLE-079")), problem(TITLE)) == ["APPLE-060", "CHECK-003"]


def test_what_errors_may_hide_is_not_told() -> None:
    """An unreadable recording has no bit rate to complain of."""
    unread = Rule("AUDIO-002", Severity.ERROR, "").at(HERE, "", "")
    assert left(shown(ignore=ignore("APPLE-079")), unread) == ["AUDIO-002"]


def test_what_only_the_ledger_tells_is_not_missed_without_it() -> None:
    assert left(shown(ignore=ignore("ID-008"))) == []


@pytest.mark.parametrize(
    ("code", "fix"),
    [
        ("APPLE-97", "write APPLE-079"),
        ("apple-079", "write APPLE-079"),
        ("E501", "`publisher check --list-rules` lists them all"),
        ("x" * 5000, "`publisher check --list-rules` lists them all"),
    ],
)
def test_an_unknown_code_gets_the_nearest(code: str, fix: str) -> None:
    (told,) = silence(shown(ignore=ignore(code)), [], lambda: RULES)
    assert (told.code, told.severity, told.fix, told.place) == ("CHECK-001", "warning", fix, HERE)


@pytest.mark.parametrize(
    ("path", "origin", "file", "is_left_out"),
    [
        ("001", "episodes/001/episode.md", "episodes/001/episode.md", True),
        ("001", "episodes/001/episode.md", "episodes/001/a.mp3", True),
        ("001", "episodes/001/episode.md", "episodes/001/files/a.vtt", True),
        ("001", "episodes/001/episode.md", "episodes/0011/episode.md", False),
        ("001", "episodes/001/episode.md", "episodes/show.toml", False),
        ("talk", "episodes/talk.md", "episodes/talk.md", True),
        ("talk", "episodes/talk.md", "episodes/talk/a.mp3", True),
        ("talk", "episodes/talk.md", "episodes/other.mp3", False),
        ("2026/talk", "episodes/2026/talk.md", "episodes/2026/other.mp3", False),
        ("talks/talks", "episodes/talks/talks.md", "episodes/talks/other.mp3", False),
    ],
)
def test_an_entry_speaks_for_itself(path: str, origin: str, file: str, is_left_out: bool) -> None:
    audio = "episodes/talk/a.mp3" if path == "talk" else None
    made = episode(path, ignore=ignore("APPLE-079"), audio=audio)
    spoken = site(episode(path, ignore=made.ignore, audio=audio, origin=made.origin.__class__(file=origin)))
    assert left(spoken, problem(file=file)) == ([] if is_left_out else ["APPLE-079", "CHECK-003"])


def test_drafts_ignore_nothing_yet() -> None:
    assert left(site(episode(draft=True, ignore=ignore("APPLE-079")))) == []


def test_the_rules_are_only_asked_for_when_needed() -> None:
    """To know them all, every module must be loaded."""

    def never() -> Iterable[Rule]:
        raise AssertionError

    assert silence(shown(ignore=ignore("APPLE-079")), [problem()], never) == ()
    assert silence(shown(), [problem()], never) == (problem(),)
