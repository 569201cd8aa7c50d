"""robots.txt: everybody is let in, as Python's own reader has it."""

from __future__ import annotations

from urllib.robotparser import RobotFileParser

import pytest

from publisher.render import render, robots

from .sample import EDITION


def parsed() -> RobotFileParser:
    (made,) = robots.render(EDITION)
    assert isinstance(made.body, bytes)
    parser = RobotFileParser()
    parser.parse(made.body.decode().splitlines())
    return parser


@pytest.mark.parametrize("robot", ["Googlebot", "Google-Calendar-Importer", "anybody"])
def test_everything_may_be_read(robot: str) -> None:
    """CAL-001: Google ignores a calendar that it may not read."""
    assert all(parsed().can_fetch(robot, EDITION.url(made.key)) for made in render(EDITION))


def test_it_names_the_sitemap() -> None:
    (sitemap,) = parsed().site_maps() or []
    assert sitemap == "https://example.dk/podcast/sitemap.xml"
    assert "sitemap.xml" in {made.key for made in render(EDITION)}
