"""`publisher import`: other people's calendars into episodes/, once, and over nothing."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from tests.adopt.adopted import calendar
from tests.cli.conftest import Run, edit

ONE = "UID:one@example.org\nSUMMARY:Én\nDTSTART:20270601T090000Z\nDTEND:20270601T100000Z"
TWO = "SUMMARY:To\nDTSTART:20270602T090000Z\nDTEND:20270602T100000Z"
MADE = ["episodes/2027-06-01-en/event.md", "episodes/2027-06-02-to/event.md"]


@pytest.fixture
def ics(tmp_path: Path) -> Path:
    path = tmp_path / "calendar.ics"
    path.write_bytes(calendar(ONE, TWO, before="X-WR-CALNAME:Our calendar"))
    return path


def tree(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_every_event_becomes_a_file_that_passes(run: Run, project: Path, ics: Path) -> None:
    before = tree(project)
    ran = run("import", ics)
    assert (ran.code, ran.out.splitlines()) == (0, MADE)
    assert ran.err.splitlines() == [
        f"2 events imported from the calendar 'Our calendar' ({ics})",
        "  → look through them, then run: publisher check",
    ]
    after = tree(project)
    assert {name: after[name] for name in before} == before
    assert sorted(set(after) - set(before)) == MADE
    assert after[MADE[0]].decode() == (
        "---\ntitle: Én\nstart: 2027-06-01 11:00\nend: 2027-06-01 12:00\nuid: one@example.org\n---\n"
    )
    assert run("check").code == 0


def test_what_was_imported_is_skipped_and_never_changed(run: Run, project: Path, ics: Path) -> None:
    run("import", ics)
    edit(project / MADE[0], "title: Én", "title: My own title")
    (project / "episodes/2027-06-01-en").rename(project / "episodes/moved")
    before = tree(project)
    ran = run("import", ics)
    assert (ran.code, ran.out) == (0, "")
    assert "2 events skipped: already in episodes/" in ran.err
    assert tree(project) == before


def test_a_name_that_is_taken_gets_a_number(run: Run, project: Path, ics: Path) -> None:
    (project / "episodes/2027-06-01-EN").mkdir()
    assert run("import", ics).out.splitlines() == ["episodes/2027-06-01-en-2/event.md", MADE[1]]
    assert list((project / "episodes/2027-06-01-EN").iterdir()) == []


def test_our_own_calendar_has_nothing_new(run: Run, project: Path) -> None:
    """Events that never had a uid are known by the one that was derived."""
    run("build", "--out", "made")
    ran = run("import", "made/events.ics")
    assert (ran.code, ran.out) == (0, "")
    assert "already in episodes/" in ran.err


def test_json_has_what_was_made_skipped_and_told(run: Run, ics: Path) -> None:
    ran = run("import", ics, "--json", "--no-media")
    assert (ran.err, json.loads(ran.out)) == ("", {"created": MADE, "skipped": [], "problems": []})
    ics.write_bytes(calendar(ONE, f"{TWO}\nCLASS:PRIVATE", "SUMMARY:No start"))
    ran = run("import", ics, "--json")
    made = json.loads(ran.out)
    assert (ran.code, made["created"], made["skipped"]) == (1, [], MADE)
    assert [(one["code"], one["severity"], one["line"]) for one in made["problems"]] == [
        ("IMPORT-007", "warning", 13),
        ("IMPORT-002", "error", 15),
    ]
    assert made["problems"][0]["file"] == str(ics)


def test_an_event_that_is_left_out_fails_after_the_others_are_in(run: Run, project: Path, ics: Path) -> None:
    ics.write_bytes(calendar(ONE, "SUMMARY:No start"))
    ran = run("import", ics)
    assert (ran.code, ran.out.splitlines()) == (1, MADE[:1])
    assert f"{ics}:9:1: IMPORT-002 'No start' has no time at which it starts" in ran.err


def test_of_many_problems_alike_a_few_are_said(run: Run, ics: Path) -> None:
    ics.write_bytes(calendar(*[f"{TWO}\nCLASS:PRIVATE"] * 10))
    lines = run("import", ics).err.splitlines()
    assert [line for line in lines if "…" in line] == ["  … and 7 more like these; --json lists all"]
    assert sum("IMPORT-007" in line for line in lines) == 3


def test_what_is_piped_in_is_imported(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(calendar(ONE))))
    assert run("import", "-").out.splitlines() == MADE[:1]


def test_dir_is_the_projects_folder(run: Run, project: Path, ics: Path, tmp_path: Path) -> None:
    assert run("import", ics.name, project.name, folder=tmp_path).out.splitlines() == MADE
    assert (project / MADE[0]).is_file()
    assert "2 events skipped" in run("import", f"../{ics.name}", "-C", project, folder=tmp_path).err


@pytest.mark.parametrize("place", ["", "nowhere"])
def test_without_a_show_nothing_is_made_and_init_is_named(
    run: Run, ics: Path, tmp_path: Path, place: str
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    ran = run("import", ics, *filter(None, [place]), folder=empty)
    assert (ran.code, ran.out) == (1, "")
    assert "`publisher init`" in ran.err
    assert list(empty.iterdir()) == []


def test_a_show_whose_zone_is_unknown_is_mended_first(run: Run, project: Path, ics: Path) -> None:
    edit(project / "episodes/show.toml", '"Europe/Copenhagen"', '"Europe/Kobenhavn"')
    ran = run("import", ics)
    assert (ran.code, ran.out) == (1, "")
    assert "episodes/show.toml" in ran.err
    assert not (project / MADE[0]).exists()


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b"<!doctype html><title>Log in</title>", "is a web page, not a calendar"),
        (b"\x00\xff" * 100, "is no calendar"),
        (calendar(), "is a calendar without anything in it"),
        (calendar(ONE)[:-30], "ends in the middle of a calendar"),
    ],
)
def test_what_is_no_calendar_is_said_and_makes_nothing(
    run: Run, project: Path, ics: Path, data: bytes, said: str
) -> None:
    ics.write_bytes(data)
    before = tree(project)
    ran = run("import", ics)
    assert (ran.code, ran.out, tree(project)) == (1, "", before)
    assert ran.err.startswith(f"publisher: {ics} {said}")
    assert "  → " in ran.err


def test_a_calendar_without_events_is_no_failure(run: Run, project: Path, ics: Path) -> None:
    ics.write_bytes(calendar(before="BEGIN:VTIMEZONE\nTZID:Europe/Copenhagen\nEND:VTIMEZONE"))
    ran = run("import", ics)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == f"there are no events in the calendar ({ics}): nothing to import\n"
    assert json.loads(run("import", ics, "--json").out) == {"created": [], "skipped": [], "problems": []}


def test_past_events_are_no_news(run: Run, project: Path, ics: Path) -> None:
    past = [f"UID:{day}\nSUMMARY:Event {day}\nDTSTART:202001{day:02}T090000Z" for day in range(1, 29)]
    ics.write_bytes(calendar(*past))
    run("build", "--out", "before")
    run("import", ics)
    run("build", "--out", "after")
    feeds = ("feed.xml", "feed.atom", "feed.json", "events.xml")
    assert all("Event 7" not in (project / "after" / name).read_text() for name in feeds)
    assert (project / "after/events.ics").read_text().count("SUMMARY:Event ") == 28
