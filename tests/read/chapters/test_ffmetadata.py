"""publisher.read.chapters.ffmetadata: what `ffmpeg -f ffmetadata` writes."""

from __future__ import annotations

import pytest

from publisher.model import Chapter
from publisher.read.chapters.ffmetadata import read_ffmetadata
from tests.read.project import spots

FILE = """\
;FFMETADATA1
title=Afsnittet
#START=5
[STREAM]
START=7
[CHAPTER]
TIMEBASE=1/1000
START=0
END=90500
title=Intro\\; \\=\\#
[CHAPTER]
TIMEBASE=1/10
START=905
END=905
title=To\\
linjer
[CHAPTER]
START=120000000000
"""


def times(chapters: tuple[Chapter, ...]) -> list[tuple[float, float | None, str | None]]:
    return [
        (one.start.total_seconds(), one.end.total_seconds() if one.end else None, one.title)
        for one in chapters
    ]


def test_sections_are_chapters() -> None:
    made, problems = read_ffmetadata(FILE, "c.txt")
    assert times(made) == [(0, 90.5, "Intro; =#"), (90.5, None, "To linjer"), (120, None, None)]
    assert problems == ()
    assert [chapter.place.line for chapter in made if chapter.place] == [6, 11, 17]


@pytest.mark.parametrize("keys", ["", "START=x", "START=1\nTIMEBASE=1/0", "START=1\nTIMEBASE=x", "START=-1"])
def test_a_section_without_a_start_is_told(keys: str) -> None:
    made, problems = read_ffmetadata(f";FFMETADATA1\n\n[CHAPTER]\n{keys}\n", "c.txt")
    assert (made, spots(problems)) == ((), ["3:1 CH-002"])
