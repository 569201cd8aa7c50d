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


@pytest.mark.parametrize(
    ("url", "schemes"),
    [
        ("https://cdn.example:8443/a/b.mp3?c", "https:"),
        ("http://cdn.example/a.mp3", "https: http:"),
        ("https://a;script-src *//x", "https:"),
    ],
)
def test_a_recording_elsewhere_may_lead_on_and_opens_sound_only(url: str, schemes: str) -> None:
    """Prefixes that count downloads lead to hosts that nobody can name beforehand."""
    said = policy(EDITION, url)
    assert rule(said, "media-src") == f"'self' {schemes}"
    assert said.replace(f" {schemes}", "") == policy(EDITION)


@pytest.mark.parametrize("url", ["ftp://a.example/b", "data:audio/x", ""])
def test_what_is_not_on_the_web_opens_nothing(url: str) -> None:
    assert policy(EDITION, url) == policy(EDITION)
