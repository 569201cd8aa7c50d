"""An asset is a file, or the bytes that we made."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from publisher.model import Asset

ASSET = Asset(key="art/x.png", path=Path("/x.png"), size=0, sha256="", type="image/png")


def test_its_content_is_its_file_unless_it_has_bytes() -> None:
    assert ASSET.content == Path("/x.png")
    assert replace(ASSET, body=b"x").content == b"x"
    assert replace(ASSET, body=b"").content == b""
