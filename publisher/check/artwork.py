"""The cover and episodes' pictures, judged by their bytes (standards: APPLE-023 to 025, 071, SPOT-005)."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check import is_told, waiting_episodes
from publisher.model import Asset, Picture, Place, Problem, Rule, Severity, Site
from publisher.model.source import ARTWORK, GUIDE

COVER = Rule(
    "APPLE-023",
    Severity.ERROR,
    "A show has a square cover of 1400 to 3000 pixels, JPEG or PNG, in RGB",
    GUIDE,
)
BEST = Rule(
    "APPLE-024", Severity.WARNING, "A cover is 3000×3000, without transparency and without a palette", ARTWORK
)
LIGHT = Rule("APPLE-025", Severity.WARNING, "A cover or an episode's picture is at most 512 kB", ARTWORK)
EPISODE = Rule(
    "APPLE-071", Severity.WARNING, "An episode's picture is as good as a cover, and another one", GUIDE
)

SMALLEST, LARGEST = 1400, 3000
HEAVIEST = 512 * 1024
"""Bytes: what hosts advise, since Apple drops pictures that take too long."""
TYPES = ("image/jpeg", "image/png")


def has_cover(site: Site) -> Iterator[Problem]:
    """APPLE-023; whether the named file is a picture, reading it has told."""
    cover, origin = site.show.cover, site.show.origin
    if cover is None and not is_told(site, origin, "cover"):
        fix = 'put a square picture of 3000×3000 into episodes/ and write `cover = "cover.jpg"`'
        yield COVER.at(origin.at("cover"), "the show has no cover", fix)


def has_a_cover_that_directories_take(site: Site) -> Iterator[Problem]:
    """APPLE-023, SPOT-005."""
    cover = site.show.cover
    for what, fix in _faults(cover) if cover else ():
        message = f"the cover is {what}; directories refuse the show"
        yield COVER.at(site.show.origin.at("cover"), message, fix)


def has_a_cover_at_its_best(site: Site) -> Iterator[Problem]:
    """APPLE-024."""
    cover, place = site.show.cover, site.show.origin.at("cover")
    picture = cover.picture if cover else None
    if picture is None:
        return
    if smoother := _unsmooth(picture):
        yield BEST.at(place, f"the cover {smoother}", "export it as JPEG, which has none")
    if SMALLEST <= picture.width == picture.height < LARGEST:
        message = f"the cover is {_size(picture)}; Apple features only shows with one of 3000×3000"
        yield BEST.at(place, message, "export it at 3000×3000, from its original")


def has_light_pictures(site: Site) -> Iterator[Problem]:
    """APPLE-025."""
    cover = site.show.cover
    covers = [("the cover", cover, site.show.origin.at("cover"))] if cover else []
    for what, asset, place in (*covers, *_pictures(site)):
        if asset.type in TYPES and asset.size > HEAVIEST:
            message = f"{what} is {asset.size // 1000} kB; apps may give up before they have it"
            yield LIGHT.at(place, message, "export it as JPEG at a quality of about 80, below 512 kB")


def has_episode_pictures_that_apps_take(site: Site) -> Iterator[Problem]:
    """APPLE-071: without one, or with one they cannot use, apps show the cover."""
    cover = site.show.cover
    for what, asset, place in _pictures(site):
        if cover and asset.sha256 == cover.sha256:
            message = f"{what} is the show's cover, which apps show anyway"
            yield EPISODE.at(place, message, "remove the line `image: …`")
            continue
        faults = list(_faults(asset))
        for fault, fix in faults:
            yield EPISODE.at(place, f"{what} is {fault}; apps may show the cover instead", fix)
        if asset.picture and not faults and (smoother := _unsmooth(asset.picture)):
            yield EPISODE.at(place, f"{what} {smoother}", "export it as JPEG, which has none")


def _pictures(site: Site) -> Iterator[tuple[str, Asset, Place]]:
    """Each picture of an episode, once, with how to speak of it and where it is named first."""
    named = {
        episode.image.key: (episode.image, episode.origin.at("image"))
        for episode in reversed(tuple(waiting_episodes(site)))
        if episode.image
    }
    for asset, place in reversed(named.values()):
        yield "the episode's picture", asset, place


def _faults(asset: Asset) -> Iterator[tuple[str, str]]:
    """What directories refuse in a picture, as the end of a sentence, each with what to do about it."""
    if asset.type not in TYPES:
        yield f"a {asset.type.partition('/')[2].upper()} file", "export it as JPEG or PNG"
    picture = asset.picture
    if picture is None:
        return
    if picture.width != picture.height:
        yield f"{_size(picture)}, not square", "crop it to a square, and export it at 3000×3000"
    elif picture.width < SMALLEST:
        yield f"{_size(picture)}, too small", "export it at 3000×3000, from its original"
    elif picture.width > LARGEST:
        yield f"{_size(picture)}, too large", "export it at 3000×3000"
    if picture.colours not in ("RGB", "indexed"):
        yield f"in {picture.colours}, not in RGB", "export it in RGB (sRGB) from your image editor"


def _unsmooth(picture: Picture) -> str:
    """What makes a picture look worse in some places than its maker meant, as the end of a sentence."""
    if picture.alpha:
        return "has transparent places, which apps fill as they like"
    return "has a palette of 256 colours" if picture.colours == "indexed" else ""


def _size(picture: Picture) -> str:
    return f"{picture.width}×{picture.height} pixels"
