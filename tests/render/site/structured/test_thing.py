"""thing: what is not known is left out, and what is written ends no element."""

from __future__ import annotations

import json
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from publisher.render.site.structured.thing import enumerated, graph, ld_json, moment, thing


def test_what_says_nothing_is_left_out() -> None:
    made = thing("Event", name=" Café ", url="", image=None, keywords=[], about={}, free=False, price=0)
    assert made == {"@type": "Event", "name": "Café", "free": False, "price": 0}


def test_a_list_of_one_is_the_one() -> None:
    assert thing("Event", keywords=["mod"])["keywords"] == "mod"
    assert thing("Event", keywords=["mod", "mandat"])["keywords"] == ["mod", "mandat"]


def test_a_document_names_its_words() -> None:
    assert graph([thing("Event")]) == {"@context": "https://schema.org", "@graph": [{"@type": "Event"}]}
    assert enumerated("EventCancelled") == "https://schema.org/EventCancelled"


def test_a_moment_has_the_offset_of_its_place() -> None:
    assert moment(datetime(2023, 3, 31, 7, tzinfo=UTC), "Europe/Copenhagen") == "2023-03-31T09:00:00+02:00"


def test_the_same_is_the_same_text() -> None:
    assert ld_json({"b": 1, "a": ["å"]}) == ld_json({"a": ["å"], "b": 1}) == '{"a":["å"],"b":1}'


@given(
    st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(["</script><script>", "<!--", "]]>"])
)
def test_no_text_ends_the_element_it_stands_in(text: str) -> None:
    """LD-008: to HTML nothing of it means anything, and JSON says it all back."""
    written = ld_json({"name": text, text: 1})
    assert not set("<>&\u2028\u2029") & set(written)
    assert json.loads(written)["name"] == (1 if text == "name" else text)
