"""Topics of show.toml: each is a feed, which somebody subscribes to."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from difflib import get_close_matches

from publisher.check import shown, waiting
from publisher.model import Problem, Rule, Severity, Site

FILLED = Rule("TOPIC-002", Severity.WARNING, "Something has the tag of each topic")


def has_something_in_each_topic(site: Site) -> Iterator[Problem]:
    """TOPIC-002; capitals make no difference."""
    if not site.show.topics:
        return
    tags = {_plain(tag): tag for entry in waiting(site) for tag in entry.tags}
    for number, topic in enumerate(site.show.topics):
        if _plain(topic.tag) not in tags:
            near = get_close_matches(_plain(topic.tag)[:100], tags, n=1)
            fix = (
                f"write {shown(tags[near[0]])}, as entries have it" if near else "add it to what it is about"
            )
            place = site.show.origin.at(f"topics.{number}.tag", f"topics.{number}", "topics")
            yield FILLED.at(place, f"nothing has the tag {shown(topic.tag)}: its feed is empty", fix)


def _plain(tag: str) -> str:
    return unicodedata.normalize("NFC", tag).casefold()
