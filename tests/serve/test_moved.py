"""An edition at another address: every link leads there, nothing else changes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from publisher.model import Artifact, Asset, Edition, Theme, Website
from publisher.render import render
from publisher.serve import moved, moved_text
from tests.render.sample import EDITION

HERE = "http://127.0.0.1:8000/show"
BEFORE = EDITION.show.base_url


def with_text(html: str, **fields: str) -> Edition:
    """The sample, whose first article has this text."""
    item = EDITION.articles[0]
    changed = replace(item, entry=replace(item.entry, html=html, **fields))  # type: ignore[arg-type]
    return replace(EDITION, articles=(changed, *EDITION.articles[1:]))


def article(edition: Edition) -> str:
    return edition.articles[0].entry.html


def bodies(artifacts: tuple[Artifact, ...]) -> dict[str, bytes]:
    return {one.key: one.body for one in artifacts if isinstance(one.body, bytes)}


def test_everything_rendered_is_as_if_it_had_been_settled_there() -> None:
    there = replace(EDITION, show=replace(EDITION.show, base_url=HERE))
    assert bodies(render(moved(EDITION, HERE))) == bodies(render(there))


def test_addresses_in_texts_move_and_words_stay() -> None:
    html = f'<a href="{BEFORE}/assets/a.pdf">See {BEFORE}/x</a><img src="{BEFORE}"><a href="{BEFORE}s/">'
    expected = f'<a href="{HERE}/assets/a.pdf">See {BEFORE}/x</a><img src="{HERE}"><a href="{BEFORE}s/">'
    assert article(moved(with_text(html), HERE)) == expected


def test_links_of_the_producer_to_the_own_site_move_too() -> None:
    edition = moved(with_text("", link=f"{BEFORE}/articles/x.html"), HERE)
    assert edition.articles[0].entry.link == f"{HERE}/articles/x.html"


def test_texts_of_the_site_and_styles_move() -> None:
    show = replace(EDITION.show, site=Website(about=f'<a href="{BEFORE}/x">x</a>'))
    edition = replace(EDITION, show=show, theme=Theme(style=f"a {{background: url({BEFORE}/assets/a.png)}}"))
    made = moved(edition, HERE)
    assert made.show.site.about == f'<a href="{HERE}/x">x</a>'
    assert made.theme.style == f"a {{background: url({HERE}/assets/a.png)}}"


def test_a_guid_stays_even_where_it_is_an_address() -> None:
    item = replace(EDITION.articles[0], guid=f"{BEFORE}/?p=1")
    edition = replace(EDITION, articles=(item,))
    assert moved(edition, HERE).articles[0].guid == f"{BEFORE}/?p=1"


def test_what_is_published_of_a_file_stays() -> None:
    asset = Asset(key="assets/a.pdf", path=Path("/a.pdf"), size=1, sha256="a", type="application/pdf")
    edition = replace(EDITION, show=replace(EDITION.show, assets=(asset,)))
    assert moved(edition, HERE).show.assets == (asset,)


def test_a_show_without_an_address_gets_one() -> None:
    edition = replace(EDITION, show=replace(EDITION.show, base_url=""))
    assert moved(edition, HERE).show.base_url == HERE


def test_a_whole_text_moves_by_its_addresses() -> None:
    text = f"URL:{BEFORE}/a.html\r\nX:{BEFORE}\r\nY:{BEFORE}-2/ {BEFORE}.org {BEFORE}s"
    expected = f"URL:{HERE}/a.html\r\nX:{HERE}\r\nY:{BEFORE}-2/ {BEFORE}.org {BEFORE}s"
    assert moved_text(text, BEFORE, HERE) == expected
