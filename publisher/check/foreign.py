"""Other people's namespaces: what is carried must be tags, of a namespace that is known and not ours."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check import waiting_episodes
from publisher.model import Element, Origin, Problem, Site
from publisher.model.foreign import NAMESPACES, Fault, declared, element_faults, namespace_faults


def declares_namespaces(site: Site) -> Iterator[Problem]:
    """EXTRA-003 and EXTRA-004."""
    for fault in namespace_faults(site.show.namespaces):
        yield _problem(fault, site.show.origin)


def carries_foreign_tags(site: Site) -> Iterator[Problem]:
    """EXTRA-001 to EXTRA-003."""
    prefixes = declared(site.show.namespaces)
    carried = [(site.show.extra, site.show.origin)]
    carried += [(episode.extra, episode.origin) for episode in waiting_episodes(site)]
    for elements, origin in carried:
        for fault in element_faults(elements, prefixes):
            yield _problem(fault, origin)


def carries_tags_in_live_items(site: Site) -> Iterator[Problem]:
    """EXTRA-002: a live item may hold what any item may, of whatever namespace."""
    prefixes = NAMESPACES | declared(site.show.namespaces)
    for item in site.show.podcast:
        foreign = [child for child in item.children if not _is_ours(child)]
        for fault in element_faults(foreign, prefixes) if item.name == "podcast:liveItem" else ():
            yield _problem(fault, site.show.origin)


def _is_ours(element: Element) -> bool:
    return ":" not in element.name or element.name.startswith("podcast:")


def _problem(fault: Fault, origin: Origin) -> Problem:
    names = fault.key.split(".")
    above = (".".join(names[:end]) for end in range(len(names), 0, -1))
    return fault.rule.at(origin.at(*above), fault.message, fault.fix)
