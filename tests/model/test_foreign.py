"""publisher.model.foreign: what can be carried of other people's namespaces."""

from __future__ import annotations

import pytest

from publisher.model import Element
from publisher.model.foreign import (
    NAMESPACES,
    declared,
    element_faults,
    is_writable,
    namespace_faults,
)

MEDIA = ("media", "http://search.yahoo.com/mrss/")


@pytest.mark.parametrize(
    ("namespaces", "codes"),
    [
        ([MEDIA, ("ex", "urn:example:ns")], []),
        ([("itunes", "https://example.org/")], ["EXTRA-003"]),
        ([("pc", NAMESPACES["podcast"])], ["EXTRA-003"]),
        (
            [("pc", "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md")],
            ["EXTRA-003"],
        ),
        ([("ex", "example.org")], ["EXTRA-004"]),
        ([("ex", "https://example.org/æ")], ["EXTRA-004"]),
        ([MEDIA, ("mrss", MEDIA[1])], ["EXTRA-004"]),
        ([("2x", "https://example.org/")], ["EXTRA-001"]),
        ([("xmlfoo", "https://example.org/")], ["EXTRA-001"]),
    ],
)
def test_a_prefix_stands_for_one_namespace_that_is_not_ours(
    namespaces: list[tuple[str, str]], codes: list[str]
) -> None:
    assert [fault.rule.code for fault in namespace_faults(namespaces)] == codes
    assert len(declared(namespaces)) == len(namespaces) - len(codes)


@pytest.mark.parametrize(
    ("element", "codes"),
    [
        (Element(name="media:rating", text="nonadult", attributes=(("scheme", "urn:x"),)), []),
        (Element(name="media:rating", attributes=(("xml:lang", "da"), ("media:x", "1"))), []),
        (Element(name="rating"), ["EXTRA-001"]),
        (Element(name="media:two words"), ["EXTRA-001"]),
        (Element(name="media:x", attributes=(("2", ""),)), ["EXTRA-001"]),
        (Element(name="media:x", attributes=(("xmlns", ""),)), ["EXTRA-001"]),
        (Element(name="media:x", attributes=(("xlink:href", ""),)), ["EXTRA-002"]),
        (Element(name="ex:x"), ["EXTRA-002"]),
        (Element(name="podcast:person"), ["EXTRA-003"]),
        (Element(name="media:x", children=(Element(name="ex:y"), Element(name="media:z"))), ["EXTRA-002"]),
    ],
)
def test_tags_are_carried_by_prefixes_that_are_known(element: Element, codes: list[str]) -> None:
    assert [fault.rule.code for fault in element_faults([element], dict([MEDIA]))] == codes
    whole = not codes or element.children
    assert is_writable(element, dict([MEDIA])) == (bool(whole) or element.name == "rating")
