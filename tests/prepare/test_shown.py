"""Only pictures that pages show are made smaller, and none twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from publisher.model import Chapter, Episode, Origin, Published, Website
from publisher.prepare.shown import ART, CHAPTER, TEXT, Picture, shown
from tests.prepare.originals import NOW, article, asset, edition, file, photo


def wanted(found: dict[str, Picture]) -> dict[str, tuple[tuple[int, ...], bool, bool]]:
    """What is wanted of each picture, by its name."""
    return {key.split("/")[1][:-17]: (one.widths, one.social, one.icons) for key, one in found.items()}


def test_each_place_has_its_widths(tmp_path: Path) -> None:
    names = ("cover", "image", "inside", "chapter", "about")
    paths = [file(tmp_path)(f"{name}.jpg", photo(20, 20, seed)) for seed, name in enumerate(names)]
    cover, image, inside, chapter, about = map(asset, paths)
    html = f'<p><img src="https://example.org/{inside.key}" alt=""></p>'
    episode = Episode(
        path="e",
        slug="e",
        title="E",
        origin=Origin(file="e.md"),
        chapters=(Chapter(start=timedelta(), art=chapter), Chapter(start=timedelta(seconds=1))),
    )
    site = Website(about=f'<img src="https://example.org/{about.key}">', assets=(about,))
    told = edition(cover, article(1, image=image, html=html, assets=(inside,)), site=site)
    heard = Published(entry=episode, guid="e", slug="e", published=NOW, updated=NOW)
    found = shown(replace(told, episodes=(heard,)))
    assert wanted(found) == {
        "cover": (ART, True, True),
        "about": (TEXT, False, False),
        "chapter": (CHAPTER, False, False),
        "image": (ART, True, False),
        "inside": (TEXT, False, False),
    }
    assert found[cover.key].path == tmp_path / "cover.jpg"


def test_what_no_page_shows_is_left_alone(tmp_path: Path) -> None:
    """A picture that only the feed names, a document, and what moves."""
    save = file(tmp_path)
    feed, moving = asset(save("feed.jpg", photo(20, 20))), asset(save("moving.gif", photo(20, 20)))
    html = f'<img src="https://example.org/{moving.key}">'
    assert shown(edition(None, article(1, image=moving, html=html, assets=(feed, moving)))) == {}


def test_what_is_shown_in_two_places_is_made_for_both(tmp_path: Path) -> None:
    """Under the same name and under another one."""
    one = file(tmp_path)("one.png", photo(20, 20))
    (tmp_path / "two.png").write_bytes(one.read_bytes())
    image, inside = asset(one), asset(tmp_path / "two.png", "assets")
    html = f'<img src="https://example.org/{inside.key}">'
    found = shown(edition(image, article(1, image=image, html=html, assets=(inside,))))
    assert list(found) == [image.key, inside.key]
    assert found[image.key] is found[inside.key]
    assert wanted(found) == {"one": (ART, True, True), "two": (ART, True, True)}
