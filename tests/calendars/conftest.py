"""The story of two events, published step by step, and what each program reads of it."""

from __future__ import annotations

import pytest

from tests.calendars.programs import read
from tests.calendars.seen import Reading
from tests.calendars.story import STORY
from tests.calendars.told import Issue, told
from tests.read.project import Project, new_project


@pytest.fixture(scope="session")
def teller(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The show of the story, of which only `issues` is to make anything."""
    return new_project(tmp_path_factory.mktemp("story"))


@pytest.fixture(scope="session")
def issues(teller: Project) -> dict[str, Issue]:
    """What was published, by the name of the step."""
    return {issue.name: issue for issue in told(teller, STORY)}


@pytest.fixture(scope="session")
def readings(issues: dict[str, Issue]) -> dict[str, dict[str, Reading]]:
    """What each program reads of the calendar after each step."""
    made = read([issue.files["events.ics"] for issue in issues.values()])
    return dict(zip(issues, made, strict=True))
