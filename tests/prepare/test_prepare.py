"""An edition gets its pictures in sizes once, whatever happens around it."""

from __future__ import annotations

import os
import subprocess
import sys
import warnings
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from time import perf_counter

import pytest

import publisher.prepare.recipe
from publisher.model import Asset, Edition, Look
from publisher.prepare import illustrate
from publisher.prepare.decode import Decoded, decode
from tests.prepare.originals import article, asset, edition, encoded, exif, file, photo

HASHES = """
import sys
from pathlib import Path
from publisher.prepare import illustrate
from tests.prepare.originals import article, asset, edition
from tests.prepare.test_prepare import made
one, two = (asset(Path(name)) for name in sys.argv[1:3])
for key, sha256 in made(illustrate(edition(one, article(1, image=two)), Path(sys.argv[3]))):
    print(key, sha256)
"""


def assets(found: Edition) -> list[Asset]:
    """Everything that was made, in its order."""
    sizes = [size.asset for _, some in found.renditions for size in some]
    return [
        *sizes,
        *(card for _, card in found.social),
        *found.icons,
        *([found.favicon] if found.favicon else []),
    ]


def made(found: Edition) -> list[tuple[str, str]]:
    return [(one.key, one.sha256) for one in assets(found)]


@pytest.fixture
def decoded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The types of the pictures that are decoded, as it happens."""
    seen: list[str] = []

    def note(data: bytes, type: str, widest: int) -> Decoded | None:
        seen.append(type)
        return decode(data, type, widest)

    monkeypatch.setattr(publisher.prepare.recipe, "decode", note)
    return seen


@pytest.fixture
def show(tmp_path: Path) -> Edition:
    """One with a cover and an article with a picture."""
    save = file(tmp_path)
    image = asset(save("image.png", photo(700, 350)))
    return edition(asset(save("cover.jpg", photo(1400, 1400))), article(1, image=image))


def test_every_picture_is_there_in_sizes(show: Edition, tmp_path: Path) -> None:
    found = illustrate(show, tmp_path / "cache")
    sizes = {key.split("-")[0]: [size.width for size in some] for key, some in found.renditions}
    assert sizes == {"art/cover": [160, 320, 640, 1280], "art/image": [160, 320, 640, 700]}
    assert [key.split("-")[0] for key, _ in found.social] == ["art/cover", "art/image"]
    assert [icon.picture and icon.picture.width for icon in found.icons] == [32, 180, 512]
    assert found.favicon
    assert found.look != Look()
    assert replace(found, renditions=(), social=(), icons=(), favicon=None, look=Look()) == show


def test_what_was_made_names_its_bytes(show: Edition, tmp_path: Path) -> None:
    found = assets(illustrate(show, tmp_path / "cache"))
    assert len({one.key for one in found}) == len(found)
    for one in found:
        assert one.sha256[:12] in one.key or one.key == "favicon.ico"
        assert isinstance(one.content, Path)
        assert one.content.stat().st_size == one.size


def test_a_second_build_decodes_nothing(show: Edition, tmp_path: Path, decoded: list[str]) -> None:
    first = illustrate(show, tmp_path / "cache")
    assert sorted(decoded) == ["image/jpeg", "image/png"]
    assert illustrate(show, tmp_path / "cache") == first
    assert len(decoded) == 2


def test_without_a_cache_the_bytes_are_the_same(show: Edition, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file")
    found = illustrate(show, tmp_path / "cache")
    assert all(isinstance(one.content, bytes) for one in assets(found))
    assert made(found) == made(illustrate(show, tmp_path / "other"))


def test_two_builds_at_once_share_a_cache(show: Edition, tmp_path: Path) -> None:
    with ThreadPoolExecutor(2) as pool:
        one, two = pool.map(illustrate, [show] * 2, [tmp_path / "cache"] * 2)
    assert made(one) == made(two) == made(illustrate(show, tmp_path / "cache"))
    assert not list((tmp_path / "cache").glob(".????????????????"))


def test_thousands_of_entries_share_a_picture(show: Edition, tmp_path: Path, decoded: list[str]) -> None:
    articles = tuple(article(number, image=show.show.cover) for number in range(5000))
    began = perf_counter()
    found = illustrate(replace(show, articles=articles), tmp_path / "cache")
    assert (decoded, len(found.renditions)) == (["image/jpeg"], 1)
    assert perf_counter() - began < 10


def test_a_broken_picture_costs_its_sizes_only(show: Edition, tmp_path: Path, decoded: list[str]) -> None:
    """And is not looked at twice."""
    path = tmp_path / "broken.jpg"
    path.write_bytes(encoded(photo(900, 900))[:5000])
    broken = replace(show, articles=(*show.articles, article(2, image=asset(path))))
    assert made(illustrate(broken, tmp_path / "cache")) == made(illustrate(show, tmp_path / "cache"))
    illustrate(broken, tmp_path / "cache")
    assert len(decoded) == 3


def test_a_picture_that_is_gone_is_there_the_next_time(show: Edition, tmp_path: Path) -> None:
    path = tmp_path / "cover.jpg"
    away = path.rename(tmp_path / "away.jpg")
    assert illustrate(show, tmp_path / "cache").icons == ()
    away.rename(path)
    assert illustrate(show, tmp_path / "cache").icons


def test_a_show_without_pictures_is_calm(tmp_path: Path) -> None:
    bare = edition()
    assert illustrate(bare, tmp_path / "cache") == bare
    assert not (tmp_path / "cache").exists()


def test_nobody_is_warned_of_broken_metadata(tmp_path: Path) -> None:
    path = tmp_path / "odd.jpg"
    path.write_bytes(encoded(photo(300, 300), exif=exif(6)[:40]))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert illustrate(edition(asset(path)), tmp_path / "cache").renditions


def test_who_waits_hears_how_far_it_is(show: Edition, tmp_path: Path) -> None:
    heard: list[tuple[int, int]] = []
    for _ in range(2):
        illustrate(show, tmp_path / "cache", lambda done, of: heard.append((done, of)))
    assert heard == [(1, 2), (2, 2)]


@pytest.mark.parametrize("seed", ["0", "4711"])
def test_the_same_pictures_are_the_same_bytes_everywhere(seed: str, show: Edition, tmp_path: Path) -> None:
    """In another process, with another hash seed, locale and cache."""
    cover, (item,) = show.show.cover, show.articles
    assert cover
    assert item.entry.image
    words = [str(cover.path), str(item.entry.image.path), str(tmp_path / "theirs")]
    ran = subprocess.run(
        [sys.executable, "-c", HASHES, *words],
        env={**os.environ, "PYTHONHASHSEED": seed, "LC_ALL": "C", "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    here = illustrate(show, tmp_path / "ours")
    assert ran.stdout.splitlines() == [f"{key} {sha256}" for key, sha256 in made(here)]
