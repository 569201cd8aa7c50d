"""Whether a person is named, however a format has written the name; and nobody else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from publisher.errors import PublisherError
from publisher.model import Artifact
from publisher.retract.mention import PIECE, Mention
from tests.artifacts import artifact

AASE = Mention("Åse Ørsted")


@pytest.mark.parametrize(
    "text",
    [
        "Vært: Åse Ørsted.",
        "ÅSE ØRSTED",
        "åse  ørsted",
        "Åse\u00a0Ørsted",
        "A\u030ase Ørsted",
        "Åse\nØrsted",
        "(Åse Ørsted)",
        "Åse Ørsteds bog",
        "Åse Ørsted's book",
        "Åse, Ørsted",
    ],
)
def test_a_name_is_found_in_any_case_spacing_and_form(text: str) -> None:
    assert AASE.in_text(text)


@pytest.mark.parametrize(
    "text",
    ["", "Åse", "Ørsted", "Åse Ørstedsen", "Låse Ørsted", "Åse og Ørsted", "aase-oersted", "Åse/Ørsted"],
)
def test_nobody_else_is_found(text: str) -> None:
    """Addresses are left out: they stay, and are told of apart."""
    assert not AASE.in_text(text)


@pytest.mark.parametrize(
    "document",
    [
        "<li><b>Åse</b> Ørsted</li>",
        "<p>&Aring;se &Oslash;rsted</p>",
        "<title>&amp;Aring;se &#216;rsted</title>",
        '<img alt="Åse Ørsted">',
        json.dumps({"name": "Åse Ørsted"}),
        json.dumps({"name": "Åse Ørsted"}, ensure_ascii=False),
        "DESCRIPTION:Med Å\r\n se Ør\r\n sted\\nog andre",
        "DESCRIPTION:Med Åse\\nØrsted",
        "<v Åse Ørsted>Hej",
        "<![CDATA[<p>Åse Ørsted</p>]]>",
    ],
)
def test_a_name_is_found_behind_escapes_markup_and_folded_lines(document: str) -> None:
    assert AASE.in_artifact(artifact("x", document, type="text/html; charset=utf-8"))


@pytest.mark.parametrize(
    ("type", "is_text"),
    [
        ("application/rss+xml; charset=utf-8", True),
        ("application/feed+json", True),
        ("application/json+chapters", True),
        ("text/calendar; charset=utf-8", True),
        ("image/svg+xml", True),
        ("audio/mpeg", False),
        ("image/png", False),
    ],
)
def test_only_what_is_written_in_words_has_escapes(type: str, is_text: bool) -> None:
    assert AASE.in_artifact(artifact("x", "&Aring;se Ørsted", type=type)) is is_text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "latin-1"])
def test_a_name_is_found_in_the_tags_of_a_recording(encoding: str, tmp_path: Path) -> None:
    """Also where it lies over the end of a piece."""
    name = "Åse Ørsted".encode(encoding)
    path = tmp_path / "a.mp3"
    for before in (0, PIECE - 5, PIECE, 3 * PIECE - len(name)):
        path.write_bytes(b"\xff" * before + name + b"\xff" * 10)
        assert AASE.in_artifact(Artifact(key="media/a", type="audio/mpeg", size=1, sha256="x", body=path)), (
            before
        )
    path.write_bytes(b"\xff" * PIECE * 2)
    assert not AASE.in_artifact(Artifact(key="media/a", type="audio/mpeg", size=1, sha256="x", body=path))


def test_what_is_not_on_this_machine_says_nothing() -> None:
    assert not AASE.in_artifact(artifact("media/a.mp3", "Åse Ørsted", type="audio/mpeg", here=False))


@pytest.mark.parametrize("name", ["", " ", "a", "Å Ø", "."])
def test_what_is_no_name_is_not_looked_for(name: str) -> None:
    with pytest.raises(PublisherError, match="no name"):
        Mention(name)


def test_a_short_name_is_not_found_by_chance_in_a_sound() -> None:
    ib = Mention("Ib")
    assert ib.in_text("Ib siger")
    assert not ib.in_artifact(artifact("media/a.mp3", "xxIbxx", type="audio/mpeg"))


def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    gone = Artifact(key="media/a", type="audio/mpeg", size=1, sha256="x", body=tmp_path / "gone")
    with pytest.raises(PublisherError, match="cannot be looked into"):
        AASE.in_artifact(gone)
