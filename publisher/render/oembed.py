"""episodes/<slug>/oembed.json: how others put the player of an episode into their pages (oembed.com, 1.0).

A bucket computes nothing: the answer is the same whatever size was asked for.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from html import escape

from publisher.model import Artifact, Edition, Episode, Published
from publisher.render.site.keys import HOME, embed_key, oembed_key
from publisher.render.site.thumbnail import thumbnail
from publisher.render.wire import artifact
from publisher.render.wire.part import Part

WIDTH, HEIGHT = 640, 200
"""Of the frame, in pixels."""


def render(edition: Edition) -> Iterator[Part]:
    """Make the answer for each episode that can be heard."""
    for item in edition.episodes:
        if item.enclosure:
            yield Part(name="oembed", of=(item,), make=partial(_file, edition, item))


def _file(edition: Edition, item: Published[Episode]) -> tuple[Artifact, ...]:
    text = json.dumps(_answer(edition, item), ensure_ascii=False, indent=2)
    return (artifact(oembed_key(item), "application/json", f"{text}\n".encode()),)


def _answer(edition: Edition, item: Published[Episode]) -> dict[str, object]:
    show = edition.show
    author = {"author_name": show.author} if show.author else {}
    return {
        "version": "1.0",
        "type": "rich",
        "title": item.entry.title,
        **author,
        "provider_name": show.title,
        "provider_url": edition.url(HOME),
        **_picture(edition, item),
        "html": _frame(edition.url(embed_key(item)), f"{item.entry.title} · {show.title}"),
        "width": WIDTH,
        "height": HEIGHT,
    }


def _picture(edition: Edition, item: Published[Episode]) -> dict[str, object]:
    """Name the picture, which needs its sides (§2.3.4.2)."""
    shown = thumbnail(edition, item)
    if not shown or not shown.picture:
        return {}
    return {
        "thumbnail_url": edition.url(shown.key),
        "thumbnail_width": shown.picture.width,
        "thumbnail_height": shown.picture.height,
    }


def _frame(url: str, title: str) -> str:
    """Write the frame; people who cannot see it are told by its title what is in it (WCAG 2.2, H64)."""
    sides = f'width="{WIDTH}" height="{HEIGHT}"'
    return f'<iframe src="{escape(url)}" title="{escape(title)}" {sides} loading="lazy"></iframe>'
