"""publisher.read.transcript.html_page: cite, time and p, in whatever page they stand."""

from __future__ import annotations

import pytest

from publisher.read.transcript.html_page import read_html
from tests.read.transcript.cues import Row, rows


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<cite>Åse:</cite>\n<time>0:09</time>\n<p>Hej</p>", [(9, None, "Åse", "Hej")]),
        ("<time>1:00:09</time><cite>Åse :</cite><p>R&amp;D&#39;s</p>", [(3609, None, "Åse", "R&D's")]),
        ("<cite>A</cite><p>Hej</p><p>igen</p><cite>B</cite><p>Ja", [(None, None, "A", "Hej\nigen")]),
        (
            "<cite>A</cite><p>Hej</p><cite>B</cite><p>Ja</p>",
            [(None, None, "A", "Hej"), (None, None, "B", "Ja")],
        ),
        ("<cite>A</cite><p>1</p><time>0:05</time><p>2</p>", [(None, None, "A", "1"), (5, None, "A", "2")]),
        ("<p><cite>A:</cite> <time>0:05</time> Hej</p>", [(5, None, "A", "Hej")]),
        ("<p>Hej</p><p>igen</p>", [(None, None, None, "Hej"), (None, None, None, "igen")]),
        ("<p>Åse: Hej</p><p>Bo: Ja</p>", [(None, None, "Åse", "Hej"), (None, None, "Bo", "Ja")]),
        ("<p>Hej<p>igen</p>", [(None, None, None, "Hej"), (None, None, None, "igen")]),
        ("<P class='a'>H<b>e</b>j<br>med<div>jer</div></P>", [(None, None, None, "Hej med jer")]),
        (
            "<title>x</title><script>a<p>b</p></script><!-- <p>c</p> --><p>Hej</p>",
            [(None, None, None, "Hej")],
        ),
        ("<!-- <p>Hej</p>", []),
        ("<script><p>Hej</p>", []),
        ("<time>soon</time><p>&#99999999;a</p>", [(None, None, None, "\ufffda")]),
    ],
)
def test_paragraphs_are_cues(text: str, expected: list[Row]) -> None:
    """TRH-001; a page without cite and time is paragraphs, which may start with names."""
    cues, problems = read_html(text, "t.html")
    assert (rows(cues), problems) == (expected, ())


def test_each_cue_knows_its_line() -> None:
    text = "<body>\n<cite>A</cite>\n<p>1</p>\n\n<cite>B</cite>\n<p>2\n</p></body>"
    assert [cue.place.line for cue in read_html(text, "t.html")[0] if cue.place] == [2, 5]
