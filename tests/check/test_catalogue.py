"""Every rule of the standards is accounted for: a check says it, a test shows it, or a reason excuses it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from publisher.cli.catalogue import catalogue
from publisher.model import Severity

from .catalogue import CHECKED, CHECKED_AS, NOT_OURS, WRITTEN

TESTS = Path(__file__).parents[1]
STANDARDS = TESTS.parents[1] / "shared/standards.md"
REPAIRED = {"APPLE-021": "cut at a word", "APPLE-069": "cut at a word"}
CODES = {rule.code for rule in catalogue()}
ACCOUNTED = {*CHECKED, *CHECKED_AS, *WRITTEN, *NOT_OURS}


def standards() -> str:
    if not STANDARDS.is_file():
        pytest.skip("../shared/standards.md, which this is compared with, is not on this machine")
    return STANDARDS.read_text(encoding="utf-8")


def test_every_rule_of_the_standards_is_accounted_for() -> None:
    assert sorted(set(re.findall(r"\b[A-Z][A-Z0-9]*-\d{3}\b", standards())) ^ ACCOUNTED) == []


def test_every_check_of_the_account_is_one() -> None:
    named = {code for codes in CHECKED_AS.values() for code in codes.split()}
    assert sorted({*CHECKED, *named} - CODES) == []


def test_every_code_of_the_standards_that_we_check_is_in_the_account() -> None:
    ours = set(re.findall(r"\b[A-Z][A-Z0-9]*-\d{3}\b", standards())) & CODES
    assert sorted(ours - set(CHECKED)) == []


@pytest.mark.parametrize("id", sorted(WRITTEN))
def test_every_test_of_the_account_is_one(id: str) -> None:
    file, _, name = WRITTEN[id].partition("::")
    assert f"def {name}(" in (TESTS / file).read_text(encoding="utf-8")


def test_nothing_is_excused_that_is_checked_or_shown() -> None:
    assert sorted(set(NOT_OURS) & {*CHECKED, *CHECKED_AS, *WRITTEN}) == []


def test_severities_are_those_of_the_standards_or_gentler() -> None:
    """A warning there is never an error here. What is repaired, or nobody has read up, is a warning."""
    text = standards()
    table = dict(re.findall(r"^\| ([A-Z][A-Z0-9]*-\d{3}) \| ([EWI]) \|", text, re.MULTILINE))
    stricter = {
        rule.code
        for rule in catalogue()
        if rule.severity is Severity.ERROR and table.get(rule.code) in ("W", "I")
    }
    assert stricter == set()
