"""Two episodes of one moment have no order."""

from __future__ import annotations

from datetime import timedelta, timezone

from publisher.check.dates import appears_alone, appears_before_it_expires

from .site import START, episode, found, said, site


def test_two_episodes_of_one_moment_are_a_warning_with_another_moment() -> None:
    summer = START.astimezone(timezone(timedelta(hours=2)))
    message, fix = said(appears_alone, site(episode("001", date=START), episode("002", date=summer)))
    assert message == "it appears at the same moment as 001, so apps show them in any order"
    assert fix.startswith("write `date: 2026-01-31 08:01`")
    assert found(appears_alone, site(episode("001", date=START), episode("002", date=START))) == [
        "APPLE-068 warning"
    ]


def test_others_are_fine() -> None:
    """Undated ones get a moment each; a date to come waits; drafts do not appear."""
    later = START + timedelta(days=9999)
    fine = site(
        episode("001"),
        episode("002"),
        episode("003", date=START),
        episode("004", date=later),
        episode("005", date=START, draft=True),
    )
    assert found(appears_alone, fine) == []


def test_an_episode_that_expires_before_it_appears_is_an_error() -> None:
    later = START + timedelta(days=1)
    assert found(appears_before_it_expires, site(episode("001", date=later, expires=START))) == [
        "EXP-001 error"
    ]
    assert found(appears_before_it_expires, site(episode("001", date=START, expires=later))) == []
    assert found(appears_before_it_expires, site(episode("001", expires=START))) == []
