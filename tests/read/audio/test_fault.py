"""Faults are problems in the making: every rule has its code, and every text helps a producer."""

from __future__ import annotations

from datetime import timedelta

import pytest

from publisher.model import Place, Severity
from publisher.read.audio import RULES, AudioFault, fault
from publisher.read.audio.fault import INCOMPLETE, amount, clock


def test_codes_follow_each_other_and_are_said_in_a_line() -> None:
    """The table is what the documentation lists."""
    assert [rule.code for rule in RULES] == [f"AUDIO-{number:03}" for number in range(1, 19)]
    assert all(rule.summary and "\n" not in rule.summary for rule in RULES)


def test_the_table_has_every_rule() -> None:
    """A rule that is not in it would be missing from the documentation."""
    assert set(RULES) == {
        value for name, value in vars(fault).items() if name.isupper() and hasattr(value, "code")
    }


def test_a_fault_becomes_a_problem_of_its_file() -> None:
    """Nothing is lost on the way."""
    problem = AudioFault(INCOMPLETE, "it is cut short", "copy it again").at(Place(file="episodes/1.mp3"))
    assert (problem.code, problem.severity) == ("AUDIO-008", Severity.ERROR)
    assert (problem.place.file, problem.message, problem.fix) == (
        "episodes/1.mp3",
        "it is cut short",
        "copy it again",
    )


@pytest.mark.parametrize(
    ("seconds", "text"), [(0.4, "0:00"), (59.6, "1:00"), (61, "1:01"), (3723, "1:02:03")]
)
def test_a_length_is_written_as_people_write_it(seconds: float, text: str) -> None:
    """Hours only where there are any."""
    assert clock(timedelta(seconds=seconds)) == text


@pytest.mark.parametrize(("size", "text"), [(999, "999 bytes"), (4096, "4 KB"), (1_250_000, "1.2 MB")])
def test_an_amount_is_written_as_people_write_it(size: int, text: str) -> None:
    """In the unit that keeps it short."""
    assert amount(size) == text
