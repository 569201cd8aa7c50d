"""One mistake is one problem, from the files that a producer writes to what the check says."""

from __future__ import annotations

from pathlib import Path

import pytest

from publisher.check import check
from tests.pictures import INDEXED, RGBA, jpeg, png
from tests.read.audio.build import ADTS_SECONDS, adts, mp3, opus
from tests.read.project import MP3, Project, new_project

EPISODE = """\
title: What is a mandate?
summary: A short one.
season: 1
episode: 1
date: 2026-01-31 06:00
transcript: {none: Only music}
"""
EVENT = """\
title: A café
summary: Come.
start: 2026-01-30 09:00
end: 2026-01-30 10:00
location: {name: Town Hall, address: Square 1, 1550 Town, geo: 55.676,12.568}
registration: {url: https://example.org/come, deadline: 2026-01-29}
programme: [09:05 Welcome]
recurrence:
  {rule: FREQ=WEEKLY;COUNT=5, except: 2026-02-06, changed: [{original: 2026-02-13, status: cancelled}]}
tags: [Ledelse]
"""
HOSTED = "{url: https://example.com/a.mp3, length: 14400000, type: audio/mpeg, duration: 30:00}"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A show with an episode and an event."""
    made = new_project(tmp_path)
    made.entry("001/episode.md", EPISODE)
    made.write("001/a.mp3", MP3)
    made.entry("café/event.md", EVENT)
    return made


def codes(project: Project) -> list[str]:
    return sorted(f"{problem.code} {problem.severity}" for problem in check(project.read()))


def test_nothing_is_wrong_with_what_is_spoilt_below(project: Project) -> None:
    assert codes(project) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('title = "A show"\n', "", "APPLE-020 error"),
        ('title = "A show"', 'titel = "A show"', "READ-005 error"),
        ('title = "A show"', 'title = "A <b>show</b>"', "RSS-015 warning"),
        ('title = "A show"', f'title = "{"A" * 300}"', "APPLE-007 warning"),
        ('"What it is about."', '""', "APPLE-021 error"),
        ('"What it is about."', f'"{"æ " * 2000}"', "APPLE-021 warning"),
        ('"What it is about."', '"What <p>it</p> is about&nbsp;"', "SPOT-007 warning"),
        ('"https://example.org/show"', '"http://example.org/show"', "APPLE-010 warning"),
        ('"https://example.org/show"', '"example.org/show"', "READ-007 error"),
        ('language = "da"\n', "", "APPLE-027 error"),
        ('language = "da"', 'language = "dansk"', "APPLE-027 error"),
        ('language = "da"', 'language = "en-uk"', "APPLE-027 error"),
        ('language = "da"', 'language = "nds"', "APPLE-027 warning"),
        ('author = "We"\n', "", "APPLE-031 warning"),
        ('owner = { name = "We", email = "we@example.org" }\n', "", "SPOT-008 warning"),
        ('email = "we@example.org"', 'email = "we"', "READ-007 error"),
        ('cover = "cover.png"\n', "", "APPLE-023 error"),
        ('cover = "cover.png"', 'cover = "covr.png"', "READ-010 error"),
        ('["Government"]', "[]", "APPLE-028 error"),
        ('["Government"]', '["government"]', "APPLE-028 error"),
        ('["Government"]', '["News & Politics"]', "APPLE-028 error"),
        ('["Government"]', '["Business > Management", "Arts", "News", "Fiction"]', "APPLE-029 warning"),
        ('["Government"]', "[1, {}]", "READ-006 error"),
        ('author = "We"', 'author = "We"\ntype = "seriel"', "READ-007 error"),
        (
            'author = "We"',
            'author = "We"\nlink = "https://example.org/show/podcast.xml"',
            "APPLE-032 warning",
        ),
        ('author = "We"', 'author = "We"\nnew_feed_url = "https://example.org"', "APPLE-038 warning"),
        ('guid = "a2a6', 'guid = "no-a2a6', "PN-024 error"),
    ],
)
def test_a_mistake_in_show_toml(project: Project, old: str, new: str, expected: str) -> None:
    project.show(old, new)
    assert codes(project) == [expected]


@pytest.mark.parametrize(
    ("cover", "expected"),
    [
        (png(600), ["APPLE-023 error"]),
        (png(1200, 630), ["APPLE-023 error"]),
        (png(3200), ["APPLE-023 error"]),
        (jpeg(3000, mode="CMYK"), ["APPLE-023 error"]),
        (jpeg(3000, mode="L"), ["APPLE-023 error"]),
        (png(1400), ["APPLE-024 warning"]),
        (png(colours=RGBA), ["APPLE-024 warning"]),
        (png(colours=INDEXED), ["APPLE-024 warning"]),
        (png() + bytes(600_000), ["APPLE-025 warning"]),
        (b"GIF89a", ["APPLE-023 error"]),
        (png()[:-500], ["READ-011 error"]),
        (b"", ["READ-011 error"]),
        (b"<!doctype html>", ["READ-011 error"]),
    ],
)
def test_a_cover_that_is_wrong(project: Project, cover: bytes, expected: list[str]) -> None:
    project.write("cover.png", cover)
    assert codes(project) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("title: What is a mandate?\n", "", "APPLE-060 error"),
        ("title: What", "title: 'What", "READ-002 error"),
        ("title: What", "title: Ep. 1 – What", "APPLE-060 warning"),
        ("title: What", "title: A show – What", "APPLE-060 warning"),
        ("title: What", "title: <i>What</i>", "RSS-015 warning"),
        ("title: What", "title: What&nbsp;", "RSS-015 warning"),
        ("summary: A short one.\n", "", "PSP-021 warning"),
        ("A short one.", "x" * 4001, "APPLE-069 warning"),
        ("A short one.", "<p>A short one.</p>", "SPOT-007 warning"),
        ("season: 1", "season: 0", "READ-007 error"),
        ("episode: 1", "episode: one", "READ-007 error"),
        ("date: 2026-01-31", "date: 31-01-2026", "READ-008 error"),
        ("season: 1", "guid: " + "g" * 300, "APPLE-007 warning"),
        ("season: 1", "type: Full", "READ-007 error"),
        ("season: 1", "explicit: clean", "READ-007 error"),
        ("season: 1", "image: ../cover.png", "APPLE-071 warning"),
    ],
)
def test_a_mistake_in_an_episode(project: Project, old: str, new: str, expected: str) -> None:
    assert old in EPISODE
    project.entry("001/episode.md", EPISODE.replace(old, new))
    assert codes(project) == [expected]


@pytest.mark.parametrize(
    ("image", "expected"),
    [
        (png(1400, 800), "APPLE-071 warning"),
        (jpeg(300), "APPLE-071 warning"),
        (png(1400, colours=RGBA), "APPLE-071 warning"),
        (b"GIF89a", "APPLE-071 warning"),
        (jpeg(1400)[:-50], "READ-011 error"),
    ],
)
def test_an_episodes_picture_that_is_wrong(project: Project, image: bytes, expected: str) -> None:
    project.write("001/a.jpg", image)
    project.entry("001/episode.md", EPISODE + "image: a.jpg\n")
    assert codes(project) == [expected]


# MPEG-2 layer III at 22,050 Hz, mono.
KILOBITS_8 = b"\xff\xf3\x10\xc4".ljust(26, b"\0") * 200
KILOBITS_64 = b"\xff\xf3\x80\xc4".ljust(208, b"\0") * 200


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.opus", opus(30), "APPLE-062 warning"),
        ("a.aac", adts(round(30 / ADTS_SECONDS)), "APPLE-062 warning"),
        ("a.mp3", KILOBITS_8, "APPLE-079 warning"),
        ("a.mp3", KILOBITS_64, "APPLE-079 warning"),
        ("a.m4a", mp3(100), "AUDIO-011 warning"),
        ("a.mp3", b"<html>404", "AUDIO-003 error"),
        ("a.mp3", b"", "AUDIO-001 error"),
    ],
)
def test_a_recording_that_is_wrong(project: Project, name: str, data: bytes, expected: str) -> None:
    (project.root / "episodes/001/a.mp3").unlink()
    project.write(f"001/{name}", data)
    assert codes(project) == [expected]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("a.mp3", "a", "APPLE-062 error"),
        ("a.mp3", "a.ogg", "APPLE-062 warning"),
        ("audio/mpeg", "audio/mp3", "APPLE-063 error"),
        ("audio/mpeg", "mp3", "RSS-004 error"),
        ("https://", "http://", "APPLE-010 warning"),
        ("14400000", "250000000", "SPOT-004 warning"),
        (", duration: 30:00", "", "APPLE-070 warning"),
        ("length: 14400000, ", "", "READ-007 error"),
    ],
)
def test_a_mistake_about_a_recording_elsewhere(project: Project, old: str, new: str, expected: str) -> None:
    (project.root / "episodes/001/a.mp3").unlink()
    project.entry("001/episode.md", f"{EPISODE}audio: {HOSTED.replace(old, new)}\n")
    assert codes(project) == [expected]


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ({"episode: 1": "episode: 2"}, "APPLE-068 warning"),
        ({"01-31": "02-28"}, "NUMBER-001 warning"),
        ({"01-31": "02-28", "season: 1": "season: 2"}, "APPLE-065 warning"),
    ],
)
def test_two_episodes_that_are_one(project: Project, second: dict[str, str], expected: str) -> None:
    front = EPISODE
    for old, new in second.items():
        front = front.replace(old, new)
    project.entry("002/episode.md", front)
    project.write("002/a.mp3", MP3 if expected.startswith("APPLE-065") else mp3(101))
    assert codes(project) == [expected]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "location: {name: Town Hall, address: Square 1, 1550 Town, geo: 55.676,12.568}\n",
            "",
            "LD-001 warning",
        ),
        ("location:", "locaton:", "READ-005 error"),
        ("address: Square 1, 1550 Town, ", "", "LD-001 warning"),
        ("address:", "adress:", "READ-005 error"),
        ("name: Town Hall", "name: [Town, Hall]", "READ-006 error"),
        ("55.676,12.568", "155.676,12.568", "READ-007 error"),
        ("55.676,12.568", "Kbh", "READ-007 error"),
        ("end: 2026-01-30 10:00\n", "", "LD-002 warning"),
        ("end: 2026-01-30 10:00", "end: 10:00", "READ-008 error"),
        ("end: 2026-01-30 10:00", "end: 2026-01-30", "EVENT-006 error"),
        ("end: 2026-01-30", "end: 2026-01-28", "ICS-007 error"),
        ("end: 2026-01-30", "end: 2026-02-27", "EVENT-004 warning"),
        ("start: 2026-01-30 09:00\n", "", "ICS-005 error"),
        ("start: 2026-01-30", "start: 9999-01-30", "READ-008 error"),
        ("summary: Come.\n", "", "LD-002 warning"),
        ("tags:", f"uid: {'u' * 256}\ntags:", "ICS-014 error"),
        ("tags:", f"price: {'u' * 256}\ntags:", "EVENT-005 warning"),
        ("deadline: 2026-01-29", "deadline: 2026-03-29", "EVENT-002 warning"),
        ("deadline: 2026-01-29", "deadline: soon", "READ-008 error"),
        ("url: https://example.org/come, ", "", "READ-007 error"),
        ("09:05", "08:05", "EVENT-003 warning"),
        ("09:05", "10:05", "EVENT-003 warning"),
        ("FREQ=WEEKLY", "FREQ=WEEKLI", "ICS-020 error"),
        ("FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=MO", "ICS-020 error"),
        ("rule: FREQ=WEEKLY;COUNT=5, ", "", "READ-007 error"),
        ("except: 2026-02-06", "except: 2026-02-07", "EVENT-001 error"),
        ("original: 2026-02-13", "original: 2026-02-06", "EVENT-001 error"),
        ("original: 2026-02-13", "origin: 2026-02-13", "READ-005 error"),
        (", status: cancelled", "", "READ-007 error"),
        ("status: cancelled", "end: 2026-02-12 10:00", "ICS-007 error"),
    ],
)
def test_a_mistake_in_an_event(project: Project, old: str, new: str, expected: str) -> None:
    assert old in EVENT
    project.entry("café/event.md", EVENT.replace(old, new))
    assert codes(project) == [expected]


def test_a_serial_without_numbers(project: Project) -> None:
    project.show('author = "We"', 'author = "We"\ntype = "serial"')
    project.entry("001/episode.md", EPISODE.replace("episode: 1\n", ""))
    assert codes(project) == ["APPLE-035 error"]


def test_a_show_without_anything(tmp_path: Path) -> None:
    assert codes(new_project(tmp_path / "empty")) == ["APPLE-009 warning"]
