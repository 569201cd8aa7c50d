"""The psc namespace: Podlove Simple Chapters 1.2, podlove.org/simple-chapters (CH-010)."""

from __future__ import annotations

from datetime import timedelta

from publisher.model import Edition, Episode, Published
from publisher.render.namespaces import Namespace


class Psc(Namespace):
    """The chapters of an episode, inside the feed."""

    prefix = "psc"
    uri = "http://podlove.org/simple-chapters"

    def item(self, edition: Edition, item: Published[Episode]) -> None:
        """List the chapters that have a title; the format knows no silent ones."""
        listed = [chapter for chapter in item.entry.chapters if chapter.title and chapter.toc]
        if not listed:
            return
        tag = self.add("chapters", version="1.2")
        for chapter in listed:
            start, image = _play_time(chapter.start), edition.img_url(chapter)
            self.add("chapter", parent=tag, start=start, title=chapter.title, href=chapter.url, image=image)


def _play_time(start: timedelta) -> str:
    """Write `start` as Normal Play Time, to the millisecond (RFC 2326 §3.6)."""
    seconds, milliseconds = divmod(start // timedelta(milliseconds=1), 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{milliseconds:03}"
