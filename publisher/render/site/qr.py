"""QR codes, to open a page on a phone (ISO/IEC 18004)."""

from __future__ import annotations

from functools import cache

from markupsafe import Markup, escape

QUIET = 4
"""How many modules of white a camera needs around it (ISO/IEC 18004, "quiet zone")."""


@cache
def qr(url: str, label: str) -> Markup:
    """Draw `url` as an SVG that is part of a page; `label` is for those who cannot see it.

    It is dark on white by night, too, since not every camera reads it otherwise; and it has no styles of its
    own, which pages allow nobody.
    """
    import segno

    code = segno.make_qr(url, error="m")
    drawn = code.svg_inline(
        border=QUIET, dark="#000", light="#fff", omitsize=True, svgclass=None, lineclass=None
    )
    named = f'<svg role="img" aria-label="{escape(label)}" '
    return Markup(named + drawn.removeprefix("<svg "))  # noqa: S704 - drawn of numbers, and escaped
