"""publisher.render.spoken: which files there are of a transcript."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from publisher.model import Cue, Edition, Transcript
from publisher.render.spoken import all_transcripts, transcripts
from publisher.render.wire import artifact
from tests.render.made import artifacts

from ..sample import FULL, SHOW

TIMED = (Cue(text="Hej", start=timedelta(0)),)
ALL = ["transcript.vtt", "transcript.srt", "transcript.json", "transcript.html"]


def files(edition: Edition, *told: Transcript, show: str = "da") -> list[tuple[str, str | None]]:
    edition = replace(edition, show=replace(SHOW, language=show))
    item = replace(FULL, entry=replace(FULL.entry, transcripts=told))
    return [(one.key.rpartition("/")[2], one.language) for one in transcripts(edition, item)]


def test_times_decide_which_files_there_are(edition: Edition) -> None:
    """Nothing is estimated: without all the times there are no captions."""
    assert files(edition, Transcript(cues=TIMED)) == [(name, "da") for name in ALL]
    untimed = Transcript(cues=(*TIMED, Cue(text="igen")))
    assert files(edition, untimed) == [("transcript.html", "da")]
    assert files(edition, Transcript()) == []


@pytest.mark.parametrize(
    ("show", "language", "expected"),
    [
        ("da", None, ("transcript.html", "da")),
        ("da", "da", ("transcript.html", "da")),
        ("da", "DA", ("transcript.html", "DA")),
        ("da", "en-GB", ("transcript.en-gb.html", "en-GB")),
        ("", None, ("transcript.html", None)),
        ("", "en", ("transcript.en.html", "en")),
    ],
)
def test_other_languages_are_in_the_key(
    edition: Edition, show: str, language: str | None, expected: tuple[str, str | None]
) -> None:
    """In the show's own language it is plain, so that it stays when others come."""
    assert files(edition, Transcript(language=language, cues=(Cue(text="x"),)), show=show) == [expected]


def test_one_kind_of_every_episode(edition: Edition) -> None:
    made = all_transcripts(edition, "html", lambda spoken: artifact(spoken.key, spoken.type, b""))
    assert [one.key for one in artifacts(made)] == [
        "episodes/mod-til-at-lede/transcript.html",
        "episodes/mod-til-at-lede/transcript.en.html",
    ]
