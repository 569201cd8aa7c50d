"""Colours by their names in CSS3 (RFC 7986 §5.9, ICX-003), and as Apple writes them (CAL-008)."""

from __future__ import annotations

import webcolors


def hexadecimal(name: str | None) -> str | None:
    """Write the colour `name` as `#RRGGBB`; None where CSS3 has no such name."""
    try:
        code: str = webcolors.name_to_hex(name or "", spec=webcolors.CSS3)
    except ValueError:
        return None
    return code.upper()
