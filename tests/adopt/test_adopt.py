"""publisher.adopt: files of any kind, known by their content or refused for what they are."""

from __future__ import annotations

import io
import zipfile

import pytest

from publisher.adopt import adopt, importers
from publisher.errors import PublisherError
from tests.adopt.adopted import calendar, source


def zipped() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("calendar.ics", calendar())
    return file.getvalue()


STRANGERS = {
    b"": "is empty",
    b" \r\n\r\n": "is empty",
    zipped(): "is a ZIP file",
    b"<!DOCTYPE html>\n<html><body>BEGIN:VCALENDAR</body></html>": "is a web page",
    b"\xef\xbb\xbf\n<html lang=da><head>": "is a web page",
    b'<?xml version="1.0"?><rss version="2.0"></rss>': "is no calendar",
    b'{"kind": "calendar#events"}': "is no calendar",
    bytes(range(256)) * 8: "is no calendar",
    b"BEGIN:VCARD\r\nEND:VCARD\r\n": "is no calendar",
}


@pytest.mark.parametrize("data", STRANGERS, ids=STRANGERS.get)
def test_a_stranger_is_refused_for_what_it_is(data: bytes) -> None:
    with pytest.raises(PublisherError, match=f"^calendar.ics {STRANGERS[data]}") as raised:
        adopt(source(data))
    assert raised.value.fix


def test_every_importer_is_found_by_its_name() -> None:
    assert importers() == ("calendar",)


def test_a_file_is_known_by_its_content() -> None:
    assert adopt(source(calendar("SUMMARY:One\nDTSTART:20260601T090000Z"))).drafts
