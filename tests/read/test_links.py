"""The addresses in a text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.model import Place
from publisher.read.links import Links
from publisher.read.markdown import to_html
from publisher.read.text import LARGEST
from tests.read.project import HOSTILE, PNG, spots


def links(tmp_path: Path, body: str = "") -> Links:
    """The links of an article whose body starts in line 5."""
    folder = tmp_path / "episodes/001"
    for name, data in (
        ("001/a.png", PNG),
        ("001/my file.pdf", b"%PDF"),
        ("001/møde.pdf", b"%PDF"),
        ("001/page.html", b"<p>"),
        ("002-two/event.md", b"---\n---\n"),
    ):
        path = tmp_path / "episodes" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return Links(
        folder=folder,
        home=tmp_path / "episodes",
        base_url="https://example.org/show",
        body=body,
        place=Place(file="e.md", line=5),
    )


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://x.org/?a=1#b", "https://x.org/?a=1#b"),
        ("http://x.org", "http://x.org"),
        ("//x.org/y", "https://x.org/y"),
        ("mailto:a@b.dk", "mailto:a@b.dk"),
        ("tel:+45", "tel:+45"),
        ("#chapter", None),
        ("?x", None),
        ("", None),
    ],
)
def test_addresses_elsewhere_are_kept_and_those_within_the_page_dropped(
    tmp_path: Path, address: str, expected: str | None
) -> None:
    made = links(tmp_path)
    assert (made.resolve(address), made.problems) == (expected, [])


@pytest.mark.parametrize(
    ("address", "start", "end"),
    [
        ("a.png", "assets/a-", ".png"),
        ("./a.png", "assets/a-", ".png"),
        ("my%20file.pdf", "assets/my-file-", ".pdf"),
        ("m%C3%B8de.pdf", "assets/moede-", ".pdf"),
        ("my%20file.pdf#page=3", "assets/my-file-", ".pdf#page=3"),
        ("a.png?size=2", "assets/a-", ".png"),
    ],
)
def test_files_beside_become_assets(tmp_path: Path, address: str, start: str, end: str) -> None:
    made = links(tmp_path)
    url = made.resolve(address)
    assert url
    assert url.startswith(f"https://example.org/show/{start}")
    assert url.endswith(end)
    assert len(made.assets) == len(made.used) == 1
    assert made.problems == []


@pytest.mark.parametrize(
    ("written", "spot", "words"),
    [
        ("[a](b.pdf)", "5:5", "'b.pdf', which is not there; put the file into 001"),
        ("x\n\n[a](<my fil.pdf>)", "7:6", "'my fil.pdf', which is not there; write my file.pdf, or"),
        ("[a](m%C3%B8d.pdf)", "5:5", "'mød.pdf', which is not there; write møde.pdf, or"),
        ("[a](mød%20e.pdf)", "5:5", "'mød e.pdf', which is not there"),
        ("[a](page.html)", "5:5", "of a kind that we do not publish; use a JPEG"),
        ("[a](../../../etc/passwd)", "5:5", "which is outside episodes"),
        ("[a](/etc/passwd)", "5:5", "which is outside episodes"),
        ("[a](../001)", "5:5", "which is a folder"),
        ("[a](../002-two)", "5:5", "such as https://example.org/show/events/002-two.html"),
        ("[a](../002-two/event.md)", "5:5", "such as https://example.org/show/events/002-two.html"),
        ("[a](https:x)", "5:5", "which is no web address"),
        ("<a href='b.pdf'>x</a>", "5:10", "which is not there"),
        ("[a](https://x:y/)", "5:5", "which is no web address"),
        ("[a](ftp://x/y)", "5:5", "starts with ftp:, where only http, https, mailto, tel can be published"),
        ("[a](C:\\x.pdf)", "5:5", "starts with C:"),
        (
            "![a](my photo.jpg)",
            "5:6",
            "which is no link, because of the blank in it; write `(<my photo.jpg>)`",
        ),
        ("b.pdfx [a](b.pdf)", "5:12", "'b.pdf'"),
        ("[a](%00)", "5:5", "which is not there"),
        (f"[a]({'x-' * 3000})", "5:5", "which is not there"),
    ],
)
def test_what_leads_nowhere_is_told_where_it_stands(
    tmp_path: Path, written: str, spot: str, words: str
) -> None:
    made = links(tmp_path, written)
    to_html(written, made.resolve, made.lose)
    (problem,) = made.problems
    assert spots([problem]) == [f"{spot} READ-013"]
    assert words in f"{problem.message}; {problem.fix}"
    assert len(problem.message) < 200


def test_an_address_that_is_there_twice_is_read_and_told_once(tmp_path: Path) -> None:
    made = links(tmp_path, "[a](a.png) [a](a.png) [b](b.png) [b](b.png)")
    to_html(made.body, made.resolve, made.lose)
    assert (len(made.assets), len(made.problems)) == (1, 1)


def test_a_text_in_brackets_is_no_lost_link(tmp_path: Path) -> None:
    made = links(tmp_path, "[1](see note 2) [2](we meet at 9: be there)")
    to_html(made.body, made.resolve, made.lose)
    assert made.problems == []


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = links(tmp_path, "[a](a.png)")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert made.resolve("a.png") is None
    assert "Permission denied" in made.problems[0].message


def test_a_link_to_something_private_is_not_published(tmp_path: Path) -> None:
    made = links(tmp_path, "[a](notes.txt)")
    (tmp_path.parent / "private.txt").write_text("secret")
    (tmp_path / "episodes/001/notes.txt").symlink_to(tmp_path.parent / "private.txt")
    assert made.resolve("notes.txt") is None
    assert spots(made.problems) == ["5:5 READ-013"]


def test_a_link_to_a_file_of_the_project_is_published(tmp_path: Path) -> None:
    """git-annex keeps large files this way."""
    made = links(tmp_path)
    (tmp_path / ".objects").write_bytes(b"%PDF")
    (tmp_path / "episodes/001/notes.pdf").symlink_to("../../.objects")
    assert made.resolve("notes.pdf")


def test_a_large_file_is_published_all_the_same(tmp_path: Path) -> None:
    made = links(tmp_path)
    with (tmp_path / "episodes/001/a.png").open("r+b") as file:
        file.truncate(LARGEST + 1)
    assert made.resolve("a.png")


@HOSTILE
@given(
    st.text(
        st.sampled_from("./:#?%&@[]\\ \0\nhtps2eø") | st.characters(exclude_categories=["Cs"]), max_size=20
    )
)
def test_any_address_is_absolute_or_gone(tmp_path_factory: pytest.TempPathFactory, address: str) -> None:
    made = links(tmp_path_factory.getbasetemp(), address)
    url = made.resolve(address)
    made.lose(address)
    assert url is None or url.lower().startswith(("https://", "http://", "mailto:", "tel:"))
    assert all("\n" not in problem.message + problem.fix for problem in made.problems)
