"""The audio and images listeners get."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path

from publisher.model import Edition
from publisher.prepare.cache import Cache
from publisher.prepare.files import Files, favicon, icons, renditions, social
from publisher.prepare.recipe import follow, name
from publisher.prepare.shown import Picture, shown

WORKERS = min(4, os.cpu_count() or 1)
"""Pictures in the making at once: each takes up to 300 MB while it is (see `publisher.prepare.decode`)."""


def illustrate(
    edition: Edition, cache: Path, told: Callable[[int, int], None] = lambda done, of: None
) -> Edition:
    """The edition with its pictures in sizes, and with icons and colours of its cover.

    What was made before is found in the folder `cache`, which may be lost or read-only at any time.
    `told` hears how many pictures are made, of how many that were not found there.
    """
    pictures = shown(edition)
    made = _make({one.sha256: one for one in pictures.values()}, Cache(cache), told)
    files = {key: made[one.sha256] for key, one in pictures.items()}
    cover = edition.show.cover.key if edition.show.cover else ""
    of_cover = files.get(cover, Files())
    sizes = {key: renditions(key, one) for key, one in files.items()}
    cards = {key: social(key, one) for key, one in files.items()}
    return replace(
        edition,
        renditions=tuple((key, found) for key, found in sizes.items() if found),
        social=tuple((key, card) for key, card in cards.items() if card),
        look=of_cover.look or edition.look,
        icons=icons(cover, of_cover),
        favicon=favicon(of_cover),
    )


def _make(pictures: dict[str, Picture], cache: Cache, told: Callable[[int, int], None]) -> dict[str, Files]:
    """What is made of each picture, by the sha256 of the original."""
    with ThreadPoolExecutor(WORKERS) as pool, warnings.catch_warnings():
        # Pillow warns of large pictures and of broken metadata; neither concerns who runs this.
        warnings.simplefilter("ignore")
        found = zip(pictures, pool.map(lambda one: cache.find(name(one)), pictures.values()), strict=True)
        files = {sha256: kept for sha256, kept in found if kept is not None}
        new = [one for sha256, one in pictures.items() if sha256 not in files]
        for done, (one, made) in enumerate(zip(new, pool.map(partial(_new, cache), new), strict=True), 1):
            files[one.sha256] = made
            told(done, len(new))
    return files


def _new(cache: Cache, picture: Picture) -> Files:
    made = follow(picture)
    return Files() if made is None else cache.keep(name(picture), made)
