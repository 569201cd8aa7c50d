"""Values of the model come back as they were."""

from __future__ import annotations

import inspect
from dataclasses import MISSING, fields, is_dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from publisher import model
from publisher.kept.values import dumped, loaded
from tests.kept.runs import new_runs
from tests.settle.story import episode

KINDS = [
    kind
    for _, kind in inspect.getmembers(model, is_dataclass)
    if all(one.default is not MISSING or one.default_factory is not MISSING for one in fields(kind))
]


def test_a_whole_show_comes_back_as_it_was(tmp_path: Path) -> None:
    site = new_runs(tmp_path).site()
    assert site.entries
    assert loaded(dumped(site)) == site
    assert repr(loaded(dumped(site))) == repr(site)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_what_is_at_its_defaults_comes_back_too(kind: Any) -> None:
    assert loaded(dumped(kind())) == kind()


def test_a_moment_keeps_its_zone_and_a_file_its_path() -> None:
    zone = ZoneInfo("Europe/Copenhagen")
    one = episode("001", date=datetime(2026, 1, 1, 6, tzinfo=zone))
    back = loaded(memoryview(dumped(one)))
    assert back == one
    assert back.date.tzinfo is zone
    assert isinstance(back.recording.path, Path)


def test_what_came_back_is_frozen_and_can_be_changed_into_another() -> None:
    back = loaded(dumped(episode("001")))
    with pytest.raises(AttributeError):
        back.title = "Another"
    assert replace(back, title="Another").title == "Another"
