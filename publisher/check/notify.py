"""Who is told of a publish, and that nobody on the way gets the keys to it."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.model import Problem, Rule, Severity, Site

SAFE = Rule(
    "NOTIFY-001", Severity.WARNING, "Who is told of a publish is reached over https", "RFC 9110 §17.1"
)


def is_told_over_https(site: Site) -> Iterator[Problem]:
    """NOTIFY-001: a token that goes out in the open is anybody's."""
    notify, origin = site.show.notify, site.show.origin
    addresses = [("webhook", webhook.url) for webhook in notify.webhooks]
    addresses += [("podping", notify.podping.url)] if notify.podping else []
    for key, url in addresses:
        if url.startswith("http:"):
            message = f"the address of {key} starts with http, so that everybody on the way can read along"
            yield SAFE.at(origin.at(f"notify.{key}"), message, "write it with https://")
