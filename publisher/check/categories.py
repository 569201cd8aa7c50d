"""Apple's categories, which all directories go by (standards: APPLE-028, 029, §1.4). Case matters."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from publisher.check import is_told, shown
from publisher.model import Problem, Rule, Severity, Site
from publisher.model.source import CATEGORIES, GUIDE

CATEGORY = Rule("APPLE-028", Severity.ERROR, "A show has a category, of Apple's list", CATEGORIES)
FEW = Rule("APPLE-029", Severity.WARNING, "A show has at most three categories", GUIDE)

MOST = 3
"""The first is the one that counts; no directory shows more than three."""
KNOWN = {
    "Arts": "Books, Design, Fashion & Beauty, Food, Performing Arts, Visual Arts",
    "Business": "Careers, Entrepreneurship, Investing, Management, Marketing, Non-Profit",
    "Comedy": "Comedy Interviews, Improv, Stand-Up",
    "Education": "Courses, How To, Language Learning, Self-Improvement",
    "Fiction": "Comedy Fiction, Drama, Science Fiction",
    "Government": "",
    "History": "",
    "Health & Fitness": "Alternative Health, Fitness, Medicine, Mental Health, Nutrition, Sexuality",
    "Kids & Family": "Education for Kids, Parenting, Pets & Animals, Stories for Kids",
    "Leisure": (
        "Animation & Manga, Automotive, Aviation, Crafts, Games, Hobbies, Home & Garden, Video Games"
    ),
    "Music": "Music Commentary, Music History, Music Interviews",
    "News": (
        "Business News, Daily News, Entertainment News, News Commentary, Politics, Sports News, Tech News"
    ),
    "Religion & Spirituality": ("Buddhism, Christianity, Hinduism, Islam, Judaism, Religion, Spirituality"),
    "Science": (
        "Astronomy, Chemistry, Earth Sciences, Life Sciences, Mathematics, Natural Sciences, Nature, "
        "Physics, Social Sciences"
    ),
    "Society & Culture": "Documentary, Personal Journals, Philosophy, Places & Travel, Relationships",
    "Sports": (
        "Baseball, Basketball, Cricket, Fantasy Sports, Football, Golf, Hockey, Rugby, Running, Soccer, "
        "Swimming, Tennis, Volleyball, Wilderness, Wrestling"
    ),
    "Technology": "",
    "True Crime": "",
    "TV & Film": "After Shows, Film History, Film Interviews, Film Reviews, TV Reviews",
}
OBSOLETE = {
    "News & Politics": "News > Politics",
    "Science & Medicine": "Science",
    "Games & Hobbies": "Leisure > Games",
    "Sports & Recreation": "Sports",
    "Government & Organizations": "Government",
    "Health": "Health & Fitness",
    "Literature": "Arts > Books",
    "Management & Marketing": "Business > Management",
    "Podcasting": "Technology",
    "Software How-To": "Technology",
    "Gadgets": "Technology",
}
"""Names of before August 2019, with what is nearest to them now."""

_SUBS = {top: tuple(subs.split(", ")) if subs else () for top, subs in KNOWN.items()}
ALL = frozenset(_SUBS) | {f"{top} > {sub}" for top, subs in _SUBS.items() for sub in subs}


def has_category(site: Site) -> Iterator[Problem]:
    """APPLE-028."""
    show = site.show
    if not show.categories and not is_told(site, show.origin, "categories"):
        fix = 'write `categories = ["Government"]`, or another of Apple\'s categories'
        yield CATEGORY.at(show.origin.at("categories"), "the show has no category", fix)


def has_known_categories(site: Site) -> Iterator[Problem]:
    """APPLE-028, APPLE-006: one that is not spelt as in the list is none."""
    for written in site.show.categories:
        if _plain(written) not in ALL:
            meant = _nearest(written)
            message = f"{shown(written)} is no category of Apple's; directories refuse the show"
            if meant and _bare(meant) == _bare(written):
                message = f"{shown(written)} is spelt otherwise in Apple's list; directories refuse the show"
            elif _old(_plain(written).rpartition(" > ")[2]):
                message = f"{shown(written)} has not been a category since 2019; directories refuse the show"
            fix = f'write "{meant}"' if meant else f"choose one from {CATEGORIES}"
            yield CATEGORY.at(site.show.origin.at("categories"), message, fix)


def has_few_categories(site: Site) -> Iterator[Problem]:
    """APPLE-029."""
    number = len(site.show.categories)
    if number > MOST:
        message = f"there are {number} categories; Apple goes by the first, others by three at most"
        yield FEW.at(site.show.origin.at("categories"), message, "keep the three that fit best, best first")


def _plain(written: str) -> str:
    """`written` with one blank around its `>`, as it is compared with the list."""
    return " > ".join(part.strip() for part in written.split(">"))


def _nearest(written: str) -> str | None:
    """The category of the list that `written` was probably meant to be."""
    first, _, last = _plain(written).rpartition(" > ")
    return _old(last) or _alike(_plain(written)) or _alike(last) or _old(first)


def _old(name: str) -> str | None:
    """What an obsolete name is called today."""
    return next((now for old, now in OBSOLETE.items() if _bare(old) == _bare(name)), None)


def _alike(name: str) -> str | None:
    """The category that is spelt much like `name`, with or without the one it belongs to."""
    tried = {_bare(known.rpartition(" > ")[2]): known for known in sorted(ALL)}
    tried |= {_bare(known): known for known in sorted(ALL)}
    near = difflib.get_close_matches(_bare(name)[:100], tried, n=1, cutoff=0.75)
    return tried[near[0]] if near else None


def _bare(name: str) -> str:
    """`name` without what people spell in many ways."""
    return "".join(
        letter for letter in name.casefold().replace("&", "and") if letter.isalnum() or letter == ">"
    )
