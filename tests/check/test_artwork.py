"""Pictures that directories take, and those they refuse."""

from __future__ import annotations

import pytest

from publisher.check import check
from publisher.check.artwork import (
    has_a_cover_at_its_best,
    has_a_cover_that_directories_take,
    has_cover,
    has_episode_pictures_that_apps_take,
    has_light_pictures,
)
from publisher.model import Asset

from .site import SHOW, art, episode, found, heard, said, shown, site

OTHER = "b" * 64


def test_a_show_without_a_cover_is_refused() -> None:
    assert found(has_cover, shown(cover=None)) == ["APPLE-023 error"]
    assert found(has_cover, shown()) == []


@pytest.mark.parametrize(
    ("cover", "message", "fix"),
    [
        (art(600), "600×600 pixels, too small", "export it at 3000×3000, from its original"),
        (art(1399), "1399×1399 pixels, too small", "export it at 3000×3000, from its original"),
        (art(3001), "3001×3001 pixels, too large", "export it at 3000×3000"),
        (art(1400, 1401), "1400×1401 pixels, not square", "crop it to a square"),
        (art(300, 100), "300×100 pixels, not square", "crop it to a square"),
        (art(colours="CMYK"), "in CMYK, not in RGB", "export it in RGB (sRGB) from your image editor"),
        (art(colours="greyscale"), "in greyscale, not in RGB", "export it in RGB"),
        (art(type="image/gif"), "a GIF file", "export it as JPEG or PNG"),
        (art(type="image/webp"), "a WEBP file", "export it as JPEG or PNG"),
    ],
    ids=lambda value: value.split(",")[0] if isinstance(value, str) else "",
)
def test_a_cover_that_directories_refuse_is_an_error(cover: Asset, message: str, fix: str) -> None:
    told = said(has_a_cover_that_directories_take, shown(cover=cover))
    assert told[0] == f"the cover is {message}; directories refuse the show"
    assert told[1].startswith(fix)
    assert found(has_a_cover_that_directories_take, shown(cover=cover)) == ["APPLE-023 error"]


@pytest.mark.parametrize("side", [1400, 2048, 3000])
@pytest.mark.parametrize("type", ["image/jpeg", "image/png"])
def test_a_cover_that_directories_take_is_none(side: int, type: str) -> None:
    assert found(has_a_cover_that_directories_take, shown(cover=art(side, type=type))) == []


@pytest.mark.parametrize(
    ("cover", "expected"),
    [
        (art(), []),
        (art(2999), ["APPLE-024 warning"]),
        (art(1400), ["APPLE-024 warning"]),
        (art(600), []),
        (art(alpha=True), ["APPLE-024 warning"]),
        (art(colours="indexed"), ["APPLE-024 warning"]),
        (art(colours="indexed", alpha=True), ["APPLE-024 warning"]),
        (art(1400, 1500), []),
    ],
)
def test_a_cover_that_could_be_better_is_a_warning(cover: Asset, expected: list[str]) -> None:
    assert found(has_a_cover_at_its_best, shown(cover=cover)) == expected


def test_a_heavy_picture_is_a_warning_wherever_it_is() -> None:
    assert said(has_light_pictures, shown(cover=art(size=900_000)))[0].startswith("the cover is 900 kB")
    assert found(has_light_pictures, heard(image=art(size=524_289, sha256=OTHER))) == ["APPLE-025 warning"]
    assert found(has_light_pictures, heard(image=art(size=524_288, sha256=OTHER))) == []


@pytest.mark.parametrize(
    "image",
    [
        art(600, sha256=OTHER),
        art(1200, 630, sha256=OTHER),
        art(colours="CMYK", sha256=OTHER),
        art(alpha=True, sha256=OTHER),
        art(type="image/webp", sha256=OTHER),
    ],
)
def test_an_episodes_picture_that_apps_do_not_show_is_a_warning(image: Asset) -> None:
    assert found(has_episode_pictures_that_apps_take, heard(image=image)) == ["APPLE-071 warning"]


def test_an_episode_needs_no_picture_and_not_the_cover() -> None:
    assert found(has_episode_pictures_that_apps_take, heard()) == []
    assert found(has_episode_pictures_that_apps_take, heard(image=art(1400, sha256=OTHER))) == []
    assert said(has_episode_pictures_that_apps_take, heard(image=SHOW.cover)) == (
        "the episode's picture is the show's cover, which apps show anyway",
        "remove the line `image: …`",
    )


def test_a_picture_that_many_episodes_share_is_told_once() -> None:
    image = art(600, sha256=OTHER)
    many = site(*(episode(f"00{number}", image=image) for number in range(5)))
    (problem,) = has_episode_pictures_that_apps_take(many)
    assert problem.place.file == "episodes/000/episode.md"


def test_drafts_may_have_any_picture() -> None:
    assert [one.code for one in check(heard(image=art(600, sha256=OTHER), draft=True))] == []
