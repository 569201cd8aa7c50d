"""frame: what all pages of an edition share."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from markupsafe import Markup

from publisher.model import Recurrence, Theme, Topic, Upcoming
from publisher.render import render
from publisher.render.site.frame import Frame
from tests.render.sample import CAFE, EDITION, EMPTY, SHOW

LATER = CAFE.entry.start + timedelta(weeks=1)
SERIES = replace(CAFE, entry=replace(CAFE.entry, recurrence=Recurrence(starts=(CAFE.entry.start, LATER))))


def test_sections_are_those_that_have_something() -> None:
    assert [one.label for one in Frame(EDITION).sections] == [
        "Afsnit",
        "Arrangementer",
        "Artikler",
        "Personer",
        "Om",
    ]
    nobody = replace(EMPTY, show=replace(SHOW, persons=()))
    assert [one.label for one in Frame(nobody).sections] == ["Om"]


def test_a_series_begins_with_its_next_time() -> None:
    frame = Frame(replace(EDITION, upcoming=(Upcoming(item=SERIES, start=LATER),)))
    assert frame.begins(SERIES.guid, SERIES.entry) == LATER
    assert frame.is_coming(SERIES.guid)


def test_a_series_that_is_over_began_with_its_first_time() -> None:
    assert Frame(EDITION).begins(SERIES.guid, SERIES.entry) == CAFE.entry.start
    assert not Frame(EDITION).is_coming(SERIES.guid)


def test_a_part_of_pages_is_made_once_for_those_that_need_the_same() -> None:
    made = []

    def caller() -> Markup:
        made.append("x")
        return Markup().join(map(str, [len(made)]))

    frame = Frame(EDITION)
    assert [frame.kept("head", need, caller=caller) for need in "aba"] == ["1", "2", "1"]
    assert frame.kept("foot", "a", caller=caller) == "3"


def test_a_themes_templates_may_use_anything_so_nothing_of_them_is_kept() -> None:
    theme = Theme(templates=(("parts/footer.html.j2", "<p>{{ title }}</p>"),))
    made = {one.key: one.body for one in render(replace(EDITION, theme=theme))}
    assert all(isinstance(made[key], bytes) for key in ("about.html", "people.html"))
    assert b"<p>Om</p>" in bytes(made["about.html"])  # type: ignore[arg-type]
    assert b"<p>Personer</p>" in bytes(made["people.html"])  # type: ignore[arg-type]


def test_what_is_made_of_the_site_is_made_once() -> None:
    made = []

    def label(frame: Frame, need: str) -> str:
        made.append(need)
        return f"{frame.edition.show.title} {need}"

    frame = Frame(EDITION)
    assert {frame.once(label, "x"), frame.once(label, "x")} == {f"{SHOW.title} x"}
    assert made == ["x"]


def test_a_topic_is_found_by_its_tag_however_it_is_typed() -> None:
    frame = Frame(replace(EDITION, show=replace(SHOW, topics=(Topic(tag="Mod", slug="mod"),))))
    assert frame.topics == {"mod": "https://example.dk/podcast/tags/mod.html"}
