"""From one change to the next: the last good build stays, and problems are told once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pytest

from publisher.cli.preview.made import Made
from publisher.cli.preview.showing import Showing
from publisher.errors import PublisherError
from publisher.model import Artifact, Place, Problem, Severity
from tests.artifacts import artifact

ERROR = Problem(
    code="X-001",
    severity=Severity.ERROR,
    place=Place(file="episodes/a/article.md", line=7),
    message="the title is gone",
    fix="write one",
)
WARNING = Problem(
    code="X-002",
    severity=Severity.WARNING,
    place=Place(file="episodes/a/article.md"),
    message="meh",
    fix="mend it",
)
TOLD = "episodes/a/article.md:7:1: X-001 the title is gone; write one"


def made(word: str, *problems: Problem, notes: tuple[str, ...] = ()) -> Made:
    return Made(root="/show", render=lambda: [artifact("a", word)], problems=problems, notes=notes)


def broken() -> Iterable[Artifact]:
    raise ZeroDivisionError("AKIASECRET")


def play(*turns: Made | Exception) -> Iterator[Showing]:
    """What is shown after each turn."""
    waiting = list(turns)

    def make() -> Made:
        turn = waiting.pop(0)
        if isinstance(turn, Exception):
            raise turn
        return turn

    showing = Showing(make)
    for _ in turns:
        showing.renew()
        yield showing


def seen(showing: Showing) -> tuple[bytes | None, str | None]:
    """The bytes of the only artifact, and the heading of what is wrong."""
    shown = showing.live.shown
    body = shown.artifacts["a"].body if shown.artifacts else None
    assert not isinstance(body, str)
    return body if isinstance(body, bytes) else None, shown.trouble.heading if shown.trouble else None


def test_a_build_with_errors_does_not_replace_a_good_one() -> None:
    after = [seen(one) for one in play(made("1"), made("2", ERROR), made("3"))]
    assert after == [
        (b"1", None),
        (b"1", "1 error: what you see is from before"),
        (b"3", None),
    ]


def test_errors_are_told_in_the_browser_and_warnings_only_here(capsys: pytest.CaptureFixture[str]) -> None:
    (showing,) = play(made("1", ERROR, WARNING))
    trouble = showing.live.shown.trouble
    assert trouble
    assert trouble.lines == (TOLD,)
    assert capsys.readouterr().err.splitlines() == [
        "episodes/a/article.md:1:1: X-002 warning: meh; mend it",
        TOLD,
        "1 error, 1 warning",
    ]


def test_with_errors_from_the_start_what_can_be_shown_is_shown_and_kept_up() -> None:
    after = [seen(one) for one in play(made("1", ERROR), made("2", ERROR), made("3"), made("4", ERROR))]
    assert after == [
        (b"1", "1 error: something is missing here"),
        (b"2", "1 error: something is missing here"),
        (b"3", None),
        (b"3", "1 error: what you see is from before"),
    ]


def test_where_nothing_can_be_made_there_is_nothing_but_the_reasons() -> None:
    half = Made(root="/show", render=broken, problems=(ERROR,))
    (showing,) = play(half)
    trouble = showing.live.shown.trouble
    assert trouble
    assert seen(showing) == (None, "1 error: nothing can be shown yet")
    assert trouble.lines[0] == TOLD
    assert "ZeroDivisionError in broken" in trouble.lines[1]


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (
            PublisherError("feeds/ledger.json is damaged", fix="restore it"),
            "publisher: feeds/ledger.json is damaged",
        ),
        (FileNotFoundError("AKIASECRET"), "publisher: this should not have happened: FileNotFoundError"),
    ],
)
def test_whatever_happens_it_goes_on_and_tells_without_what_it_held(
    error: Exception, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    after = [seen(one) for one in play(made("1"), error, error, made("2"))]
    assert after[1:] == [(b"1", "An error: what you see is from before")] * 2 + [(b"2", None)]
    said = capsys.readouterr().err
    assert said.count(line) == 1
    assert "AKIASECRET" not in said


def test_what_is_the_same_is_said_once_and_its_end_too(capsys: pytest.CaptureFixture[str]) -> None:
    turns = (made("1", WARNING), made("2", WARNING), made("3"), made("4"))
    said = [capsys.readouterr().err.splitlines() for _ in play(*turns)]
    assert [len(lines) for lines in said] == [2, 0, 1, 0]
    assert said[2] == ["all is well"]


def test_nothing_is_said_of_what_is_right(capsys: pytest.CaptureFixture[str]) -> None:
    list(play(made("1"), made("2")))
    assert capsys.readouterr() == ("", "")


def test_notes_are_said(capsys: pytest.CaptureFixture[str]) -> None:
    list(play(made("1", notes=("a draft is not shown",)), made("2", notes=("a draft is not shown",))))
    assert capsys.readouterr().err == "a draft is not shown\n"
