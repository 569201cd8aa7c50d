"""policy: a page loads from its own host only, and sound from where the recording is."""

from __future__ import annotations

import pytest

from publisher.render.site.policy import policy
from tests.render.sample import EDITION


def rule(text: str, name: str) -> str:
    (found,) = (one.partition(" ")[2] for one in text.split("; ") if one.startswith(f"{name} "))
    return found


def test_nothing_is_allowed_that_is_not_named() -> None:
    said = policy(EDITION)
    assert rule(said, "default-src") == "'none'"
    assert {one.partition(" ")[2] for one in said.split("; ")} == {"'none'", "'self'"}


def test_a_recording_of_ours_needs_no_other_host() -> None:
    assert policy(EDITION, "https://example.dk/podcast/media/a.mp3") == policy(EDITION)


def test_a_recording_elsewhere_opens_its_host_for_sound_only() -> None:
    said = policy(EDITION, "https://cdn.example:8443/a/b.mp3?c")
    assert rule(said, "media-src") == "'self' https://cdn.example:8443"
    assert said.replace(" https://cdn.example:8443", "") == policy(EDITION)


@pytest.mark.parametrize(
    "url",
    [
        "https://a;script-src *//x",
        "https://[x",
        "ftp://a.example/b",
        "https://a.example:port/",
        "data:audio/x",
    ],
)
def test_what_is_no_host_opens_nothing(url: str) -> None:
    assert policy(EDITION, url) == policy(EDITION)
