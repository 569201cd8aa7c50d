"""The Podcasting 2.0 namespace: what a show and its episodes say in it, held against its table (PN-*)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from publisher.check import waiting_episodes
from publisher.model import Element, Episode, Origin, Place, Problem, Site
from publisher.model.podcasting import elements, rules
from publisher.model.podcasting.breach import Breach, breaches, where
from publisher.model.podcasting.taxonomy import LISTS


def keeps_to_the_namespace(site: Site) -> Iterator[Problem]:
    """PN-010 to PN-041, PN-052, PN-053 and PN-055, of what is written alike by the feed."""
    show = site.show
    yield from _problems(breaches(elements.channel(show), "channel"), show.origin, show.base_url)
    # Episodes that say the same but for their numbers are told the same: most have the same hosts.
    known: dict[object, tuple[Breach, ...]] = {}
    for episode in waiting_episodes(site):
        same = _said(episode)
        found = known.get(same) if same else None
        if found is None:
            found = tuple(breaches(elements.item(show, episode), "item"))
            if same:
                known[same] = found
        yield from _problems(found, episode.origin, show.base_url)


def has_one_guid(site: Site) -> Iterator[Problem]:
    """PN-052: who the show is, is written in one place."""
    for element in site.show.podcast:
        if element.name == "podcast:guid":
            place = _place(site.show.origin, element.key)
            yield rules.ONCE.at(place, "podcast.guid is never read", "write `guid` at the top of show.toml")


def has_no_items_in_a_list(site: Site) -> Iterator[Problem]:
    """PN-028: a list points to other feeds, and apps look for no episodes in it."""
    said = next(one for one in elements.channel(site.show) if one.name == "podcast:medium")
    medium, episodes = said.text or "", tuple(waiting_episodes(site))
    if medium in LISTS and episodes:
        message = f"medium is {medium}, a list of other feeds, but there are {len(episodes)} episodes"
        fix = f'write `medium = "{medium.removesuffix("L")}"`' if medium != "mixed" else "remove it"
        yield rules.MEDIUM.at(_place(site.show.origin, said.key), message, fix)


def has_soundbites_inside(site: Site) -> Iterator[Problem]:
    """PN-014: apps play what there is, or nothing."""
    for episode in waiting_episodes(site):
        for bite in episode.podcast:
            if bite.name == "podcast:soundbite" and _is_beyond(bite, episode):
                message = f"{where(bite.key)} go on after the recording ends"
                place = _place(episode.origin, bite.key)
                yield rules.SOUNDBITE.at(place, message, "write an earlier start, or a shorter duration")


def agrees_on_numbers(site: Site) -> Iterator[Problem]:
    """PN-050 and PN-051: directories that read either namespace show the same number."""
    for episode in waiting_episodes(site):
        for element in episode.podcast:
            number = (element.text or "").partition(".")[0]
            place = _place(episode.origin, element.key)
            for name, told, rule in (
                ("season", episode.season, rules.SEASONS_AGREE),
                ("episode", episode.episode, rules.EPISODES_AGREE),
            ):
                if element.name == f"podcast:{name}" and told is not None and number != str(told):
                    message = f"{where(element.key)} is {number[:20]}, but {name} is {told}"
                    yield rule.at(place, message, "write the same number in both")


def _said(episode: Episode) -> object:
    """What `episode` says in the namespace by keys of its own, without its numbers, which are right.

    None where they are not, or where it has tags below `podcast`: those are judged one by one.
    """
    season, number = episode.season, episode.episode
    if episode.podcast or (season or 0) < 0 or (number or 0) < 0:
        return None
    return (
        season is None or (episode.season_name,),
        number is None or (episode.episode_display,),
        episode.funding,
        episode.persons,
        episode.license,
        episode.license_url,
    )


def _problems(found: Iterable[Breach], origin: Origin, base_url: str) -> Iterator[Problem]:
    for breach in found:
        # That our own addresses are no https is one problem, and told of base_url.
        if not (breach.word == "url" and breach.key.startswith("images") and base_url.startswith("http:")):
            yield _problem(breach, origin)


def _problem(breach: Breach, origin: Origin) -> Problem:
    fix = f"write `{breach.write}`" if breach.write else breach.fix
    place = _place(origin, breach.key, breach.word)
    return breach.rule.at(place, breach.message, _in_toml(fix) if origin.file.endswith(".toml") else fix)


def _place(origin: Origin, key: str, word: str = "") -> Place:
    """Where `word` stands below `key`, else the key itself, else the nearest that has a place."""
    names = key.split(".")
    above = (".".join(names[:end]) for end in range(len(names), 0, -1))
    return origin.at(f"{key}.{word}", *above)


def _in_toml(fix: str) -> str:
    """A line of YAML in `fix` as TOML has it."""

    def line(match: re.Match[str]) -> str:
        quoted = re.sub(r"([\w.-]+): ([^`\[\]{},]+)", _assigned, match[0])
        return re.sub(r"([\w.-]+): ([\[{])", r"\1 = \2", quoted)

    return re.sub("`[^`]*`", line, fix)


def _assigned(match: re.Match[str]) -> str:
    bare = re.fullmatch(r"true|false|\d+(\.\d+)?", match[2])
    return f"{match[1]} = {match[2]}" if bare else f'{match[1]} = "{match[2]}"'


def _is_beyond(bite: Element, episode: Episode) -> bool:
    duration = episode.recording.duration if episode.recording else None
    if duration is None and episode.elsewhere:
        duration = episode.elsewhere.duration
    try:
        end = float(bite.get("startTime") or "") + float(bite.get("duration") or "")
    except ValueError:
        return False
    return bool(duration) and duration is not None and end > duration.total_seconds()
