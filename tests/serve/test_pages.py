"""What the preview adds to pages, and its own: nothing in them is code of anybody else's."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import publisher.serve
from publisher.serve import Trouble, pages
from tests.artifacts import artifact
from tests.serve.conftest import shown

SHOWN = shown(artifact("a", "1"))
HOSTILE = "<script>alert(1)</script>\"'&"


def test_a_page_is_followed_by_a_script_of_the_same_origin_and_nothing_inline() -> None:
    dressed = pages.dress(b"<!doctype html><p>Hello</p></html>", SHOWN).decode()
    page, _, more = dressed.partition("</html>")
    assert page == "<!doctype html><p>Hello</p>"
    script = f'<script src="/.preview/preview.js" data-version="{SHOWN.version}"></script>'
    assert more.strip() == script


def test_trouble_is_told_in_a_banner_without_inline_style() -> None:
    trouble = Trouble(heading="2 errors", lines=("a.md:1:1: one", HOSTILE))
    dressed = pages.dress(b"", replace(SHOWN, trouble=trouble)).decode()
    assert "<summary>2 errors</summary><ul><li>a.md:1:1: one</li>" in dressed
    assert "<script>" not in dressed
    assert "style=" not in dressed
    assert "<style" not in dressed


def test_what_is_not_there_is_told_in_words_that_run_nothing() -> None:
    page = pages.absent(SHOWN, f"/show/{HOSTILE}", "Nothing is published there.").decode()
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    assert 'href="/show/"' in page


def test_every_file_of_ours_is_served_and_none_leads_elsewhere() -> None:
    folder = Path(publisher.serve.__file__).parent
    own = {f"/.preview/{path.name}" for path in folder.iterdir() if path.suffix in (".js", ".css")}
    assert set(pages.files()) == own
    assert not [path for path, (_, body) in pages.files().items() if b"//" in body.replace(b"// ", b"")]
