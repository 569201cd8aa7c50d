"""Whatever stands in any key of any namespace, podcast.xml stays well-formed and says what may be said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from lxml.etree import _Element

from publisher.model import Element, Funding, Person, Spotify
from publisher.model.podcasting.breach import breaches
from publisher.model.podcasting.table import TAGS
from publisher.render.podcast_rss import render
from tests.podcasting import EPISODE, elements
from tests.podcasting import SHOW as CHANNEL
from tests.render.made import artifacts, fit

from ..sample import EDITION, FULL, SHOW
from ..test_any_text import ANY

HOSTILE = settings(max_examples=150, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
TRUSTED = {"guid", "transcript", "chapters", "trailer"}
"""What we write of what we publish ourselves."""
WORDS = (
    st.sampled_from([*TAGS, "text", "url", "title", "itunes:image", "a b", "xmlns", "xml:lang", "media:x"])
    | ANY
)
NAMES = WORDS.map(lambda word: f"podcast:{word}") | WORDS


def said() -> st.SearchStrategy[Element]:
    """Elements that nobody would write."""
    return st.recursive(
        st.builds(
            Element,
            name=NAMES,
            text=st.none() | ANY,
            attributes=st.lists(st.tuples(WORDS, ANY), max_size=3).map(tuple),
        ),
        lambda inner: st.builds(
            Element, name=NAMES, text=st.none() | ANY, children=st.lists(inner, max_size=3).map(tuple)
        ),
        max_leaves=6,
    )


def written(podcast: tuple[Element, ...], extra: tuple[Element, ...], text: str = "x") -> _Element:
    """podcast.xml where show and episode say this, parsed strictly."""
    person = Person(name=text, role=text, group=text, href=text, img=text)
    funding = (Funding(url=text, title=text),)
    shared: dict[str, Any] = {
        "podcast": podcast,
        "extra": extra,
        "persons": (person,),
        "funding": funding,
        "license": text,
        "license_url": text,
    }
    show = replace(
        SHOW,
        **shared,
        medium=text,
        new_feed_url=text,
        spotify=Spotify(limit=1, countries=(text,)),
        namespaces=(("media", "http://search.yahoo.com/mrss/"), (text, text), ("ex", text)),
    )
    entry = replace(FULL.entry, **shared, season_name=text, episode_display=text)
    edition = fit(replace(EDITION, show=show, episodes=(replace(FULL, entry=entry),)))
    (artifact,) = artifacts(render(edition))
    assert isinstance(artifact.body, bytes)
    return etree.fromstring(artifact.body)


def as_elements(parent: _Element) -> Iterator[Element]:
    """The tags of the namespace in `parent`, read back."""
    for tag in parent:
        name = etree.QName(tag)
        if name.namespace == "https://podcastindex.org/namespace/1.0" and name.localname not in TRUSTED:
            yield Element(
                name=f"podcast:{name.localname}",
                text=tag.text if (tag.text or "").strip() else None,
                attributes=tuple((str(key), str(value)) for key, value in tag.attrib.items()),
                children=(*as_elements(tag), *_plain(tag)),
            )


def _plain(parent: _Element) -> Iterator[Element]:
    for tag in parent:
        if not etree.QName(tag).namespace:
            yield Element(name=str(tag.tag))


@given(said(), said(), ANY)
@HOSTILE
def test_no_element_breaks_the_feed(first: Element, second: Element, text: str) -> None:
    """Names and texts of any kind, in the podcast namespace and in others."""
    rss = written((first, second), (second, first), text)
    for path, parent in (("channel", "channel"), ("channel/item", "item")):
        told = breaches(as_elements(rss.findall(path)[0]), parent)
        assert [breach.message for breach in told if breach.rule.severity == "error"] == []


def spoiled(written: Any, text: str, name: str) -> Iterator[Any]:
    """`written` with `text` in place of each of its values, one at a time, and under a key called `name`."""
    if isinstance(written, dict):
        yield written | {name: text}
        for key, value in written.items():
            yield from (written | {key: one} for one in spoiled(value, text, name))
    elif isinstance(written, list):
        for at, value in enumerate(written):
            yield from ([*written[:at], one, *written[at + 1 :]] for one in spoiled(value, text, name))
    else:
        yield text


@given(st.sampled_from([*CHANNEL, *EPISODE]), ANY, ANY)
@HOSTILE
def test_no_text_in_any_key_breaks_the_feed(right: Any, text: str, name: str) -> None:
    """What producers type, read as it is typed."""
    parent = "channel" if right in CHANNEL else "item"
    for value in spoiled(right.written, text, name):
        podcast = elements(parent, {"podcast": {right.tag: value}})
        written(podcast, ())
