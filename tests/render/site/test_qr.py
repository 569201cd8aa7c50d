"""qr: modules that cameras read, with a name, and nothing that a page's policy forbids."""

from __future__ import annotations

import re

import segno
from lxml import etree

from publisher.render.site.qr import QUIET, qr

URL = "https://example.dk/podcast/subscribe.html"


def modules(path: str) -> set[tuple[int, int]]:
    """The dark modules that a path of horizontal strokes covers, by column and row."""
    found, x, y = set(), 0, 0.0
    for command, numbers in re.findall(r"([Mmh])([-\d. ]+)", path):
        given = [float(number) for number in numbers.split()]
        if command == "h":
            found |= {(x + step, int(y)) for step in range(int(given[0]))}
            x += int(given[0])
        else:
            x, y = (int(given[0]), given[1]) if command == "M" else (x + int(given[0]), y + given[1])
    return found


def test_it_draws_the_modules_of_the_code() -> None:
    svg = etree.fromstring(qr(URL, "QR"))
    matrix = segno.make_qr(URL, error="m").matrix
    dark = {(x + QUIET, y + QUIET) for y, row in enumerate(matrix) for x, module in enumerate(row) if module}
    ground, strokes = svg.findall("path")
    side = len(matrix) + 2 * QUIET
    assert modules(str(strokes.get("d"))) == dark
    assert svg.get("viewBox") == f"0 0 {side} {side}"
    assert (ground.get("fill"), ground.get("d")) == ("#fff", f"M0 0h{side}v{side}h-{side}z")


def test_it_is_a_picture_with_a_name() -> None:
    svg = etree.fromstring(qr(URL, 'Åbn <b> & "x"'))
    assert (svg.get("role"), svg.get("aria-label")) == ("img", 'Åbn <b> & "x"')


def test_it_has_no_styles_of_its_own() -> None:
    made = qr(URL, "QR")
    assert not re.search("style|class|script|on[a-z]+=|href|http", made)
