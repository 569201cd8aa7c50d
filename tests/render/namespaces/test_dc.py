"""publisher.render.namespaces.dc: whoever made it is named."""

from __future__ import annotations

from dataclasses import replace

import pytest

from publisher.model import Edition
from publisher.render.namespaces.dc import Dc

from ..sample import BARE, SHOW
from ..xml import texts
from .conftest import Built


@pytest.mark.parametrize(("author", "expected"), [("CO-PI", ["CO-PI"]), (None, [])])
def test_the_show_stands_in_for_nobody(
    edition: Edition, item: Built, author: str | None, expected: list[str]
) -> None:
    """RSS-012: an item that names no one is the show's."""
    dc = Dc()
    dc.item(replace(edition, show=replace(SHOW, author=author)), BARE)
    assert texts(item(dc), "dc:creator") == expected
