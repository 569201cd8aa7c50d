r"""Values as the library should write them, and does not (RFC 5545 §3.3; ICS-013, ICS-022).

It takes a backslash before a capital N for the end of a line, and writes numbers in GEO as Python does.
"""

from __future__ import annotations

from collections.abc import Iterable

from icalendar import vCategory, vText, vUri
from icalendar.prop import vInline

PLACES = 6
"""Decimals of a degree: some 10 cm on the ground."""


class Text(vText):
    """A text, with everything in it that people wrote."""

    __slots__ = ()

    def to_ical(self) -> bytes:
        """Write it with the four escapes of §3.3.11."""
        escaped = self.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
        return escaped.encode()


def categories(names: Iterable[str]) -> vCategory:
    """Make the value of CATEGORIES."""
    value = vCategory([])
    value.cats = [Text(name) for name in names]
    return value


def uri(address: str, **parameters: str | list[str]) -> vUri:
    """Make a URI where none is expected unless VALUE says so (RFC 7986 §5, ICX-002 … ICX-005)."""
    return vUri(address, params={"VALUE": "URI", **parameters})


def geo(place: str) -> vInline:
    """Make the value of GEO from a latitude and a longitude, `55.676,12.568`."""
    degrees = (f"{round(float(number), PLACES) + 0.0:f}" for number in place.split(","))
    return vInline(";".join(number.rstrip("0").rstrip(".") for number in degrees))
