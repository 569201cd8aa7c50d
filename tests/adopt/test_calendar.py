"""publisher.adopt.calendar: which events a calendar has, and what is told of it as a whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from publisher.adopt import Adoption, adopt
from publisher.adopt.calendar import recognises
from publisher.errors import PublisherError
from tests.adopt.adopted import calendar, imported, keys, source, told
from tests.read.project import MATERIAL

ONE = "UID:one\nSUMMARY:Æblefest\nDTSTART:20260601T090000Z"
EMPTY = MATERIAL / "ics/libical-tz-Europe-Copenhagen.ics"
FORMS = {
    "as it should be": lambda data: data,
    "LF only": lambda data: data.replace(b"\r\n", b"\n"),
    "CR only": lambda data: data.replace(b"\r\n", b"\r"),
    "CR CR LF": lambda data: data.replace(b"\r\n", b"\r\r\n"),
    "a byte order mark": lambda data: b"\xef\xbb\xbf" + data,
    "UTF-16": lambda data: data.decode().encode("utf-16"),
    "blank lines": lambda data: b"\r\n \r\n" + data.replace(b"\r\n", b"\r\n\r\n"),
    "no end of its last line": lambda data: data.rstrip(),
    "a warning of the server's before it": lambda data: b"Notice: undefined\n" + data,
    "blanks at the ends of lines": lambda data: data.replace(b"\r\n", b" \r\n"),
    "folds in the middle of letters": lambda data: data.replace(b"\xc3\x86", b"\xc3\r\n \x86"),
    "folds with tabs": lambda data: data.replace(b"blefest", b"ble\r\n\tfest"),
}


def titles(adoption: Adoption, folder: Path) -> list[object]:
    return [keys(draft, folder)["title"] for draft in adoption.drafts]


@pytest.mark.parametrize("form", FORMS)
def test_any_form_of_a_calendar_is_read(form: str, tmp_path: Path) -> None:
    data = FORMS[form](calendar(ONE))
    assert recognises(data)
    adoption = adopt(source(data))
    assert titles(adoption, tmp_path) == ["Æblefest"]
    assert told(adoption) == []


def test_other_encodings_are_read_and_told(tmp_path: Path) -> None:
    adoption = adopt(source(calendar(ONE).decode().encode("latin-1")))
    assert titles(adoption, tmp_path) == ["Æblefest"]
    assert told(adoption) == ["5 IMPORT-001"]


def test_text_that_goes_on_without_being_folded_is_kept(tmp_path: Path) -> None:
    data = calendar(f"{ONE}\nDESCRIPTION:First\nsecond line\nhttps://example.org/x\nLOCATION:Hall")
    (draft,) = adopt(source(data)).drafts
    assert draft.text.endswith("---\nFirst\\\nsecond line\\\n<https://example.org/x>\n")
    assert keys(draft, tmp_path)["location"] == "Hall"


@pytest.mark.parametrize("end", range(45, len(calendar(ONE)) - 20, 7))
def test_a_calendar_that_is_cut_off_is_refused(end: int) -> None:
    with pytest.raises(PublisherError, match="ends in the middle"):
        adopt(source(calendar(ONE)[:end]))


def test_a_calendar_without_its_last_line_is_told() -> None:
    adoption = adopt(source(calendar(ONE).replace(b"END:VCALENDAR", b"")))
    assert (len(adoption.drafts), told(adoption)) == (1, ["7 IMPORT-001"])


def test_several_calendars_in_a_file_are_all_imported(tmp_path: Path) -> None:
    two = calendar("UID:two\nSUMMARY:Two\nDTSTART:20260602T090000", before="X-WR-TIMEZONE:Asia/Tokyo")
    adoption = adopt(source(calendar(ONE) + two))
    assert [keys(draft, tmp_path).get("timezone") for draft in adoption.drafts] == [None, "Asia/Tokyo"]


def test_events_are_in_the_order_of_their_starts(tmp_path: Path) -> None:
    adoption = imported(
        "SUMMARY:Late\nDTSTART:20260602T090000Z", "SUMMARY:Early\nDTSTART;VALUE=DATE:20260601"
    )
    assert titles(adoption, tmp_path) == ["Early", "Late"]


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ("", "is a calendar without anything in it"),
        ("BEGIN:VTODO\nSUMMARY:Do\nEND:VTODO", "has tasks, but no events"),
        ("BEGIN:VJOURNAL\nEND:VJOURNAL\nBEGIN:VTODO\nEND:VTODO", "has tasks and journal entries, but no"),
        ("BEGIN:VFREEBUSY\nEND:VFREEBUSY", "has busy times, but no events"),
    ],
)
def test_a_calendar_of_something_else_is_refused(parts: str, said: str) -> None:
    with pytest.raises(PublisherError, match=said):
        imported(before=parts)


@pytest.mark.skipif(not EMPTY.is_file(), reason="needs ../shared/data/ics beside the project")
def test_a_calendar_that_has_time_zones_only_has_no_events_yet() -> None:
    assert adopt(source(EMPTY.read_bytes())) == Adoption()


def test_what_a_calendar_calls_itself_is_known() -> None:
    assert imported(ONE, before="X-WR-CALNAME:Our\\, calendar").title == "Our, calendar"


def test_of_events_with_one_uid_the_latest_is_kept(tmp_path: Path) -> None:
    adoption = imported(
        "UID:one\nSUMMARY:Second\nDTSTART:20260601T090000Z\nSEQUENCE:2\nDTSTAMP:20260101T000000Z",
        "UID:one\nSUMMARY:Third\nDTSTART:20260601T090000Z\nSEQUENCE:2\nLAST-MODIFIED:20260201T000000Z",
        "UID:one\nSUMMARY:First\nDTSTART:20260601T090000Z\nSEQUENCE:1\nDTSTAMP:20260228T000000Z",
    )
    assert titles(adoption, tmp_path) == ["Third"]
    assert told(adoption) == ["10 IMPORT-006"]
    assert "line 3, 17" in adoption.problems[0].message


def test_events_without_uid_are_events_of_their_own(tmp_path: Path) -> None:
    adoption = imported("SUMMARY:One\nDTSTART:20260601T090000Z", "SUMMARY:One\nDTSTART:20260601T090000Z")
    assert len(adoption.drafts) == 2
    assert ["uid" in keys(draft, tmp_path) for draft in adoption.drafts] == [False, False]


def test_of_what_changes_one_time_the_latest_counts(tmp_path: Path) -> None:
    changed = "UID:one\nRECURRENCE-ID:20260602T090000Z\nDTSTART:20260602T090000Z\n"
    adoption = imported(
        f"{ONE}\nRRULE:FREQ=DAILY;COUNT=3", f"{changed}SUMMARY:New\nSEQUENCE:2", f"{changed}SUMMARY:Old"
    )
    (draft,) = adoption.drafts
    table = keys(draft, tmp_path)["recurrence"]
    assert table == {
        "rule": "FREQ=DAILY;COUNT=3",
        "changed": [{"original": "2026-06-02 09:00", "title": "New"}],
    }


def test_a_time_of_a_series_that_is_not_there_is_an_event(tmp_path: Path) -> None:
    adoption = imported("UID:one\nSUMMARY:One\nRECURRENCE-ID:20260602T070000Z\nDTSTART:20260602T090000Z")
    (draft,) = adoption.drafts
    assert keys(draft, tmp_path) == {"title": "One", "start": "2026-06-02 11:00", "uid": "one"}
    assert told(adoption) == ["3 IMPORT-005"]


def test_a_calendar_that_calls_everything_off_does_so(tmp_path: Path) -> None:
    adoption = imported(ONE, before="METHOD:CANCEL")
    assert keys(adoption.drafts[0], tmp_path)["status"] == "cancelled"


def test_an_event_that_cannot_be_read_costs_no_other(tmp_path: Path) -> None:
    broken = 'SUMMARY:Broken\nDTSTART:soon\nGEO:x\nRRULE:=\nDURATION:long\nCATEGORIES\nATTENDEE;CN="a:b'
    adoption = imported(broken, ONE, "SUMMARY:None")
    assert titles(adoption, tmp_path) == ["Æblefest"]
    assert told(adoption) == ["5 IMPORT-002", "17 IMPORT-002"]
