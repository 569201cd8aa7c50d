"""What does not belong in an episode's title (standards: APPLE-060, APPLE-036, PSP-020).

Apps show an episode's number and its show beside the title, and on a small screen little of the title.
Numbers that mean something are left alone: `5 fejl`, `1984`, `Apollo 13`, `No 10 Downing Street`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from publisher.check import line, waiting_episodes
from publisher.model import Episode, Problem, Rule, Severity, Site
from publisher.model.source import GUIDE

ALONE = Rule(
    "APPLE-060", Severity.WARNING, "A title repeats neither the episode's number nor the show's name", GUIDE
)

SHORTEST = 4
"""Letters of the first part of a show's name that are a name by themselves."""
RANKS = ("nr", "no")
UNSURE = (*RANKS, "afsnit", "avsnitt", "#")
"""Words for an episode that are as often for a rank or a section."""

_DIGIT = re.compile(r"\d")
_WORD = (
    r"(episod[eio]+|épisode|episódio|afsnit|avsnitt|folge|jakso|aflevering|odcinek|ep|afs|afl|avs|nr|no|#)"
)
_SEASON = r"(?:season|sæson|säsong|sesong|staffel|saison|temporada|seizoen)"
_BREAK = r"\s*(?:[:|–—]\s*|[-.,]\s+|$)"
_CODE = re.compile(r"[(\[]?\bs\d{1,2}\s?[.:]?\s?e\d{1,4}\b[)\]]?\s*[:|–—-]*\s*", re.IGNORECASE)
_FIRST = re.compile(
    rf"(?:{_SEASON} ?\d+\W+)?[(\[]?{_WORD}\.?\s*#?\s*(\d{{1,4}})[)\]]?(?:({_BREAK})|\s+)", re.IGNORECASE
)
_LAST = re.compile(rf"(?:\s+[|–—-]+\s*|,\s+|\s*[(\[]){_WORD}\.?\s*#?\s*(\d{{1,4}})[)\]]?$", re.IGNORECASE)
_LAST_DIGIT = re.compile(r"\d[)\]]?$")
"""What is in all that `_LAST` finds, and is looked for in a fifth of the time."""
_LONE = re.compile(r"(\d{1,4})(?:\s*[:|–—-]\s+|\.\s+(?=[^\W\d_a-zæøåäöü]))")
_LONE_SEASON = re.compile(rf"{_SEASON} ?(\d{{1,3}}){_BREAK}", re.IGNORECASE)


def has_a_title_alone(site: Site) -> Iterator[Problem]:
    """APPLE-060. Trailers and bonuses may speak of other episodes, and do."""
    for episode in waiting_episodes(site):
        if episode.type != "full" or not episode.title:
            continue
        unnamed = _without_name(episode.title, site.show.title)
        rest = _without_number(unnamed, episode)
        told = [*["its number"] * (rest != unnamed), *["the show's name"] * (unnamed != episode.title)]
        if told:
            message = f"the title has {' and '.join(told)} in it, which apps show beside it"
            fix = line(episode.origin, "title", rest or "…")
            if rest != unnamed and episode.episode is None and fix.startswith("write"):
                fix += ", and the number as `episode: …`"
            yield ALONE.at(episode.origin.at("title"), message, fix)


def _without_name(title: str, name: str) -> str:
    """`title` without the show's name, or the first part of it, before or behind it."""
    if not name or title.casefold() == name.casefold():
        return "" if name else title
    patterns = _named(name)
    # Few titles have it anywhere, and where it stands takes longer to find out.
    return patterns[1].sub("", title) if patterns and patterns[0].search(title) else title


@lru_cache(maxsize=1)
def _named(name: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """What finds a show's `name` in a title, and before or behind it; None where no part of it is a name."""
    first = re.split(r"\s+[–—|-]\s+|:\s+", name)[0]
    names = "|".join(re.escape(one) for one in (name, first) if len(one) >= SHORTEST)
    if not names:
        return None
    before = rf"(?:{names})(?:\s*[:|–—]\s*|\s+-+\s+|\s+(?={_WORD}\.?\s*\d))"
    behind = rf"(?:\s*[|–—]\s*|\s+-+\s+|\s*[(\[])(?:{names})[)\]]?$"
    return re.compile(names, re.IGNORECASE), re.compile(f"^{before}|{behind}", re.IGNORECASE)


def _without_number(title: str, episode: Episode) -> str:
    """`title` without the number of the episode, where it certainly is that."""
    if not _DIGIT.search(title):
        return title
    if _CODE.search(title):
        return _CODE.sub("", title).strip(" :|–—-")
    first, last, lone = _FIRST.match(title), _last(title), _LONE.match(title)
    if first and _is_number(first[1], int(first[2]), episode, title[first.end() :], first[3] is not None):
        return title[first.end() :]
    sure = episode.episode is None and last is not None and last[1].casefold() not in RANKS
    if last and _is_number(last[1], int(last[2]), episode, "", sure):
        return title[: last.start()]
    if lone and int(lone[1]) == episode.episode:
        return title[lone.end() :]
    season = _LONE_SEASON.match(title)
    if season and episode.season in (None, int(season[1])):
        return title[season.end() :]
    return title


def _last(title: str) -> re.Match[str] | None:
    return _LAST.search(title) if _LAST_DIGIT.search(title) else None


def _is_number(word: str, number: int, episode: Episode, rest: str, is_broken: bool) -> bool:
    """Whether `word` and `number` are the episode's; `is_broken` is whether they stand by themselves."""
    if is_broken or number == episode.episode:
        return True
    if word.casefold() in UNSURE:
        is_rank = word.casefold() in RANKS or number == 1
        return bool(rest) and not rest[0].islower() and not is_rank
    return episode.episode is None and bool(rest)
