"""publisher.adopt.vevent.event: the event.md of a VEVENT."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.adopt.adopted import NOW, SHOW, imported, keys, told

START = "DTSTART:20260601T090000Z"
PAST = "DTSTART:20200601T090000Z"


def made(lines: str, folder: Path) -> dict[str, object]:
    (draft,) = imported(lines).drafts
    return keys(draft, folder)


def test_keys_are_in_the_order_a_producer_reads() -> None:
    (draft,) = imported(
        """
        UID:one@example.org
        SEQUENCE:4
        CREATED:20260101T080000Z
        DTSTAMP:20260201T080000Z
        DTSTART;TZID=Asia/Tokyo:20260601T090000
        DTEND;TZID=Asia/Tokyo:20260601T100000
        RRULE:FREQ=WEEKLY;COUNT=3
        EXDATE;TZID=Asia/Tokyo:20260608T090000
        SUMMARY:Café: politik
        DESCRIPTION:Kom *nu*\\nog hør.
        LOCATION:Hall\\nStreet 1
        GEO:55.6;12.5
        URL:https://example.org/cafe
        CATEGORIES:politik,kaffe
        CATEGORIES:politik,1984
        ORGANIZER;CN=Lars Jensen:mailto:lars@example.org
        STATUS:TENTATIVE
        X-TICKETS-URL:https://example.org/tickets
        X-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hij
        ATTENDEE;CN=Secret Guest:mailto:guest@example.org
        BEGIN:VALARM
        TRIGGER:-PT15M
        DESCRIPTION:Secret alarm
        END:VALARM
        """
    ).drafts
    assert (
        draft.text
        == """\
---
title: 'Café: politik'
start: 2026-06-01 09:00
end: 2026-06-01 10:00
timezone: Asia/Tokyo
location:
  name: Hall
  address: Street 1
  geo: 55.6,12.5
online:
  platform: Google Meet
  join: https://meet.google.com/abc-defg-hij
registration: https://example.org/tickets
organizer:
  name: Lars Jensen
  email: lars@example.org
status: tentative
tags:
- politik
- kaffe
- '1984'
recurrence:
  rule: FREQ=WEEKLY;COUNT=3
  except:
  - 2026-06-08 09:00
link: https://example.org/cafe
uid: one@example.org
sequence: 4
date: 2026-01-01 09:00
---
Kom \\*nu\\*\\
og hør.
"""
    )


def test_what_nobody_said_is_not_written(tmp_path: Path) -> None:
    assert made(f"SUMMARY:One\n{START}\nSEQUENCE:0\nSTATUS:CONFIRMED\nDESCRIPTION:", tmp_path) == {
        "title": "One",
        "start": "2026-06-01 11:00",
    }


def test_who_is_invited_and_alarms_are_nowhere() -> None:
    adoption = imported(
        f"SUMMARY:One\n{START}\nATTENDEE;CN=Guest:mailto:guest@example.org\nCONTACT:guest@example.org\n"
        "BEGIN:VALARM\nSUMMARY:guest\nATTENDEE:mailto:guest@example.org\nEND:VALARM"
    )
    assert "guest" not in adoption.drafts[0].text.lower()


@pytest.mark.parametrize(
    ("stamps", "date"),
    [
        ("CREATED:20260101T080000Z\nDTSTAMP:20260201T080000Z", "2026-01-01 09:00"),
        ("DTSTAMP:20260201T080000Z", "2026-02-01 09:00"),
        ("CREATED:19000101T120000Z\nDTSTAMP:20260201T080000Z", "2026-02-01 09:00"),
        ("DTSTAMP:20260601T090000Z", None),
        ("CREATED:soon", None),
        ("", None),
    ],
)
def test_an_event_to_come_was_announced_when_its_calendar_says(
    stamps: str, date: str | None, tmp_path: Path
) -> None:
    """But not in the future: it would be hidden until then."""
    assert made(f"SUMMARY:One\n{START}\n{stamps}", tmp_path).get("date") == date


def test_an_event_that_is_over_has_no_date_so_that_it_is_no_news(tmp_path: Path) -> None:
    assert "date" not in made(f"SUMMARY:One\n{PAST}\nCREATED:20200101T080000Z", tmp_path)


def test_a_series_that_goes_on_has_a_date(tmp_path: Path) -> None:
    lines = f"SUMMARY:One\n{PAST}\nRRULE:FREQ=WEEKLY\nCREATED:20200101T080000Z"
    assert made(lines, tmp_path)["date"] == "2020-01-01 09:00"


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("SUMMARY: Two\\nlines", "Two"),
        ("SUMMARY:\\nTwo", "Two"),
        ("SUMMARY:", "Come!"),
        ("SUMMARY:null", "null"),
    ],
)
def test_a_title_is_one_line(lines: str, title: str, tmp_path: Path) -> None:
    assert made(f"{lines}\nDESCRIPTION:Come!\\nSoon\n{START}", tmp_path)["title"] == title


def test_without_a_title_a_place_is_one_and_told(tmp_path: Path) -> None:
    adoption = imported(f"LOCATION:Hall\n{START}", START)
    assert [keys(one, tmp_path)["title"] for one in adoption.drafts] == ["Event", "Hall"]
    assert told(adoption) == ["3 IMPORT-008", "7 IMPORT-008"]


def test_what_of_a_summary_is_no_title_is_in_the_text() -> None:
    long = "word " * 60
    for summary, text in (
        ("One\\nmore words", "more words\n\nText."),
        ("One\\nText.", "Text."),
        (long, f"{long.strip()}\n\nText."),
    ):
        (draft,) = imported(f"SUMMARY:{summary}\nDESCRIPTION:Text.\n{START}").drafts
        assert draft.text.endswith(f"---\n{text}\n")


def test_what_is_far_too_long_is_cut_and_the_text_told(tmp_path: Path) -> None:
    long = "word " * 20_000
    lines = f"SUMMARY:{long}\nLOCATION:{long}\nCATEGORIES:{long}\nORGANIZER;CN={long}:x\nDESCRIPTION:{long}"
    adoption = imported(f"{lines}\n{START}")
    found = keys(adoption.drafts[0], tmp_path)
    assert all(len(str(value)) < 600 for value in found.values())
    assert len(adoption.drafts[0].text) < 52_000
    assert told(adoption) == ["3 IMPORT-008"]


def test_html_stands_in_where_there_is_no_plain_text() -> None:
    html = "X-ALT-DESC;FMTTYPE=text/html:<html><body><p>Kom <b>nu</b></p></body></html>"
    (plain,) = imported(f"SUMMARY:One\n{START}\nDESCRIPTION:Kom nu\n{html}").drafts
    (rich,) = imported(f"SUMMARY:One\n{START}\n{html}").drafts
    assert (plain.text.endswith("---\nKom nu\n"), rich.text.endswith("---\nKom **nu**\n")) == (True, True)


@pytest.mark.parametrize(
    ("organizer", "kept"),
    [
        ("ORGANIZER;CN=Lars:MAILTO:l@example.org", {"name": "Lars", "email": "l@example.org"}),
        ("ORGANIZER:mailto:l@example.org", {"name": "l@example.org", "email": "l@example.org"}),
        ("ORGANIZER;CN=Our calendar:mailto:x1@group.calendar.google.com", "Our calendar"),
        ("ORGANIZER;CN=Lars:invalid:nomail", "Lars"),
        ("ORGANIZER:invalid:nomail", None),
    ],
)
def test_an_organizer_has_a_name(organizer: str, kept: object, tmp_path: Path) -> None:
    assert made(f"SUMMARY:One\n{START}\n{organizer}", tmp_path).get("organizer") == kept


def test_an_address_that_will_be_public_is_told() -> None:
    assert told(imported(f"SUMMARY:One\n{START}\nORGANIZER:mailto:l@example.org")) == ["6 IMPORT-007"]


@pytest.mark.parametrize("secrecy", ["PRIVATE", "confidential"])
def test_what_is_private_is_a_draft_and_told(secrecy: str, tmp_path: Path) -> None:
    adoption = imported(f"SUMMARY:One\n{START}\nCLASS:{secrecy}")
    assert keys(adoption.drafts[0], tmp_path)["draft"] == "true"
    assert told(adoption) == ["6 IMPORT-007"]


def test_a_link_to_join_is_kept_private_and_told(tmp_path: Path) -> None:
    adoption = imported(f"SUMMARY:One\n{START}\nLOCATION:https://zoom.us/j/1?pwd=secret")
    assert keys(adoption.drafts[0], tmp_path)["online"] == {
        "platform": "Zoom",
        "join": "https://zoom.us/j/1?pwd=secret",
    }
    assert told(adoption) == ["3 IMPORT-007"]
    assert "secret" not in adoption.problems[0].message


def test_a_link_to_join_is_in_no_title(tmp_path: Path) -> None:
    found = made(f"SUMMARY:Join https://zoom.us/j/1?pwd=x !\n{START}", tmp_path)
    assert (found["title"], found["online"]) == (
        "Join … !",
        {"platform": "Zoom", "join": "https://zoom.us/j/1?pwd=x"},
    )


def test_a_link_to_join_is_no_link_to_show(tmp_path: Path) -> None:
    lines = "LOCATION:https://x.org/room\nURL:https://x.org/room"
    assert "link" not in made(f"SUMMARY:One\n{START}\n{lines}", tmp_path)


def test_a_text_that_tells_how_to_join_is_a_draft_until_somebody_has_looked(tmp_path: Path) -> None:
    text = "DESCRIPTION:Join https://zoom.us/j/1?pwd=secret\\, code 123"
    (coming,) = imported(f"SUMMARY:One\n{START}\n{text}").drafts
    assert keys(coming, tmp_path)["draft"] == "true"
    assert coming.text.endswith("---\nJoin …, code 123\n")
    (past,) = imported(f"SUMMARY:One\n{PAST}\n{text}").drafts
    assert "draft" not in keys(past, tmp_path)
    assert past.text.endswith("---\nJoin …, code 123\n")


@pytest.mark.parametrize(
    "url", ["https://", "example.org", "javascript:alert(1)", "https://a b", "mailto:a@b.c"]
)
def test_a_link_that_leads_nowhere_is_left_out(url: str, tmp_path: Path) -> None:
    assert "link" not in made(f"SUMMARY:One\n{START}\nURL:{url}", tmp_path)


def test_the_same_calendar_gives_the_same_files() -> None:
    lines = f"SUMMARY:One\n{START}\nCREATED:20260101T000000Z"
    assert imported(lines) == imported(lines)
    assert imported(lines).drafts[0].text == imported(lines, show=SHOW, now=NOW.replace(day=2)).drafts[0].text


WRAPPED = (
    "https://nam.safelinks.protection.outlook.com/?url=https%3A%2F%2Fus02web.zoom.us%2Fj%2F1%3Fpwd%3DXYZ"
)


@pytest.mark.parametrize(
    "link",
    [
        "us02web.zoom.us/j/111?pwd=XYZ",
        "teams.microsoft.com/l/meetup-join/XYZ",
        "zoommtg://zoom.us/join?confno=1&pwd=XYZ",
        WRAPPED,
        "https://google.com/url?q=https://zoom.us/j/XYZ",
    ],
)
@pytest.mark.parametrize(
    "line",
    [
        "SUMMARY:Meet {}",
        "DESCRIPTION:Meet {} code",
        "X-TICKETS-URL:{}",
        'ORGANIZER;CN="Uffe {}":invalid:nomail',
        "CATEGORIES:one,{}",
        "DESCRIPTION:<p>Meet <a href='{}'>here</a></p>",
    ],
)
def test_no_words_tell_how_to_join(line: str, link: str, tmp_path: Path) -> None:
    summary = "" if line.startswith("SUMMARY") else "SUMMARY:One\n"
    adoption = imported(f"{summary}{START}\n{line.format(link)}")
    found = keys(adoption.drafts[0], tmp_path)
    found.pop("online")
    assert found["draft"] == "true"
    body = adoption.drafts[0].text.split("---\n")[2]
    assert "XYZ" not in f"{found} {body}"
    assert [one.code for one in adoption.problems] == ["IMPORT-007"]
    assert "XYZ" not in adoption.problems[0].message


@pytest.mark.parametrize("line", ["LOCATION:Hall\\, {}", "URL:{}"])
def test_a_link_to_join_in_its_own_place_is_told(line: str, tmp_path: Path) -> None:
    adoption = imported(f"SUMMARY:One\n{START}\n{line.format(WRAPPED)}")
    found = keys(adoption.drafts[0], tmp_path)
    assert found["online"] == {"platform": "Zoom", "join": WRAPPED}
    assert (found.get("location", "Hall"), found.get("link")) == ("Hall", None)
    assert told(adoption) == ["3 IMPORT-007"]


@pytest.mark.parametrize(
    ("text", "title"),
    [("zoom.us/j/111?pwd=XYZ\\nCome!", "Come!"), ("https://zoom.us/j/111?pwd=XYZ", "Event")],
)
def test_a_link_to_join_is_no_title_and_so_in_no_folders_name(text: str, title: str) -> None:
    adoption = imported(f"{START}\nDESCRIPTION:{text}")
    assert adoption.drafts[0].title == title
    assert not any("XYZ" in one.message for one in adoption.problems)


def test_a_link_that_tags_stand_in_is_one_all_the_same(tmp_path: Path) -> None:
    html = "DESCRIPTION:<p><span>zoom.us</span><span>/j/111?pwd=XYZ</span></p>"
    (draft,) = imported(f"SUMMARY:One\n{START}\n{html}").drafts
    assert "XYZ" not in draft.text
    assert keys(draft, tmp_path)["draft"] == "true"


def test_a_changed_time_whose_title_tells_how_to_join_is_a_draft(tmp_path: Path) -> None:
    series = f"UID:1\nSUMMARY:One\n{START}\nRRULE:FREQ=DAILY;COUNT=3"
    other = "UID:1\nSUMMARY:Two zoom.us/j/XYZ\nRECURRENCE-ID:20260602T090000Z\nDTSTART:20260602T090000Z"
    (draft,) = imported(series, other).drafts
    assert "XYZ" not in draft.text
    assert keys(draft, tmp_path)["draft"] == "true"
