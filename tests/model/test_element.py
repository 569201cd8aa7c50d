"""publisher.model.element: tags as values."""

from __future__ import annotations

from publisher.model import Element

FUNDING = Element(
    name="podcast:funding", text="Støt", attributes=(("url", "https://e.dk/"),), key="funding.0"
)


def test_text_is_asked_for_like_an_attribute() -> None:
    assert [FUNDING.get(name) for name in ("url", "text", "title")] == ["https://e.dk/", "Støt", None]


def test_children_are_found_by_their_whole_name() -> None:
    live = Element(name="podcast:liveItem", children=(FUNDING, Element(name="funding")))
    assert live.inside("podcast:funding") == (FUNDING,)


def test_where_it_was_written_makes_no_difference() -> None:
    """Two that say the same are the same, so that the persons of show and episode are named once."""
    other = Element(name=FUNDING.name, text=FUNDING.text, attributes=FUNDING.attributes, key="funding.1")
    assert other == FUNDING
    assert len({other, FUNDING}) == 1
