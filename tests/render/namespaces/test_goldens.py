"""A golden per namespace: everything that a show and an episode can say in it, for people to read.

They stand in goldens/; renew them with `RENEW_GOLDENS=1 pytest tests/render`.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from publisher.model import Edition, Element, Episode, Person, Published, Show, Spotify
from publisher.model.foreign import NAMESPACES
from publisher.render.podcast_rss import render
from tests.podcasting import EPISODE, elements
from tests.podcasting import SHOW as CHANNEL
from tests.render.made import artifacts, fit

from ..sample import EDITION, FULL, SHOW

GOLDENS = Path(__file__).with_name("goldens")
MEDIA = "http://search.yahoo.com/mrss/"
DEEP = Element(name="media:group", children=(Element(name="media:rating", text="<nonadult>"),))


def whole_show() -> Show:
    """A show with everything but what takes the place of its other keys."""
    written = {right.tag: right.written for right in CHANNEL if right.tag not in ("medium", "locked")}
    return replace(
        SHOW,
        block=True,
        complete=True,
        podping=True,
        new_feed_url="https://ny.example.dk/podcast.xml",
        persons=(*SHOW.persons, Person(name="Bo", role="Composer", img="https://example.dk/bo.png")),
        spotify=Spotify(limit=5, countries=("dk", "se")),
        podcast=elements("channel", {"podcast": written, "allow": ["apple"]}),
        namespaces=(("media", MEDIA),),
        extra=(Element(name="media:restriction", text="dk", attributes=(("relationship", "allow"),)),),
    )


def whole_episode() -> Published[Episode]:
    """An episode with everything but what takes the place of its other keys."""
    taken = ("season", "episode", "license", "chapters")
    written = {right.tag: right.written for right in EPISODE if right.tag not in taken}
    entry = replace(
        FULL.entry,
        season_name="Foråret",
        episode_display="Kap. 2",
        block=True,
        type="bonus",
        podcast=elements("item", {"podcast": written}),
        extra=(DEEP,),
    )
    return replace(FULL, entry=entry)


@pytest.fixture(scope="module")
def document() -> etree._Element:
    """podcast.xml of all of it."""
    edition: Edition = replace(EDITION, show=whole_show(), episodes=(whole_episode(),))
    (artifact,) = artifacts(render(fit(edition)))
    assert isinstance(artifact.body, bytes)
    return etree.fromstring(artifact.body)


@pytest.mark.parametrize("prefix", ["itunes", "podcast", "psc", "spotify", "media"])
def test_a_namespace_is_as_its_golden(document: etree._Element, prefix: str) -> None:
    """What stands in the channel and in its item of one namespace."""
    uri = ({"media": MEDIA} | NAMESPACES)[prefix]
    lines = []
    for parent in ("channel", "channel/item"):
        lines.append(f"<!-- {parent} -->\n")
        for tag in document.findall(f"{parent}/{{{uri}}}*"):
            tag.tail = "\n"
            lines.append(etree.tostring(tag, encoding="unicode"))
    text = "".join(lines)
    for declared, at in document.nsmap.items():
        text = text.replace(f' xmlns:{declared}="{at}"', "")
    path = GOLDENS / f"{prefix}.xml"
    if os.environ.get("RENEW_GOLDENS"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8")


def test_what_podcast_xml_declares_is_what_the_model_reserves(document: etree._Element) -> None:
    """EXTRA-003: nobody else can take a prefix or a namespace of ours."""
    ours = {str(prefix): uri for prefix, uri in document.nsmap.items() if prefix != "media"}
    assert ours.items() <= NAMESPACES.items()
