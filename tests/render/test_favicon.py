"""favicon.ico: the cover, if there is one."""

from __future__ import annotations

from dataclasses import replace

from publisher.model import Artifact
from publisher.render import favicon

from .sample import EDITION, asset

ICON = replace(asset("favicon.ico", "image/x-icon"), body=b"\x00\x00\x01\x00")


def test_the_icon_is_passed_on_byte_for_byte() -> None:
    (made,) = favicon.render(replace(EDITION, favicon=ICON))
    assert made == Artifact(
        key="favicon.ico", type="image/x-icon", size=ICON.size, sha256=ICON.sha256, body=b"\x00\x00\x01\x00"
    )


def test_without_a_cover_there_is_none() -> None:
    assert list(favicon.render(EDITION)) == []
