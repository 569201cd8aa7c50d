"""Where an event is: at a place, on the net, or both (LD-001, LD-004; schema.org/VirtualLocation)."""

from __future__ import annotations

from publisher.model import Edition, Event, Published
from publisher.render.site.structured.thing import Thing, enumerated, thing
from publisher.render.stream.keys import page


def where(edition: Edition, item: Published[Event]) -> dict[str, object]:
    """Say where `item` is and how people take part, as far as anybody told."""
    found = [place for place in (_there(item.entry), _online(edition, item)) if place]
    if not found:
        return {}
    modes = {place["@type"] for place in found}
    mode = "Mixed" if len(modes) > 1 else "Offline" if modes == {"Place"} else "Online"
    return {"location": found, "eventAttendanceMode": enumerated(f"{mode}EventAttendanceMode")}


def _there(event: Event) -> Thing | None:
    """Name the place; one without an address has it in its name, for all we know."""
    name = event.location or event.address
    if not name:
        return None
    return thing("Place", name=name, address=event.address or event.location, geo=_spot(event.geo))


def _spot(geo: str | None) -> Thing | None:
    if not geo:
        return None
    latitude, longitude = map(float, geo.split(","))
    return thing("GeoCoordinates", latitude=latitude, longitude=longitude)


def _online(edition: Edition, item: Published[Event]) -> Thing | None:
    """Lead to where people join: if that is not public, to where they sign up, or the event's page."""
    online, event = item.entry.online, item.entry
    if not online:
        return None
    url = online.join or online.url or event.registration or edition.url(page(item))
    return thing("VirtualLocation", name=online.platform, url=url)
