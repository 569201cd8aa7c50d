"""What a page may load: nothing from elsewhere (Content Security Policy Level 3, w3.org/TR/CSP3)."""

from __future__ import annotations

from functools import cache

from publisher.model import Edition

RULES = (
    ("default-src", "'none'"),
    ("script-src", "'self'"),
    ("style-src", "'self'"),
    ("img-src", "'self'"),
    ("media-src", "'self'"),
    ("connect-src", "'self'"),
    ("font-src", "'self'"),
    ("manifest-src", "'self'"),
    ("form-action", "'self'"),
    ("base-uri", "'none'"),
)


def policy(edition: Edition, media: str | None = None) -> str:
    """Write the policy of a page that plays the recording at `media`, wherever it is hosted.

    An address elsewhere mostly leads on, through counters to a host that nobody can name beforehand,
    and each step is held to the policy. Nothing is asked for before somebody presses play.
    """
    return _policy(_elsewhere(media) if media and not media.startswith(edition.url("")) else None)


@cache
def _policy(other: str | None) -> str:
    return "; ".join(
        f"{name} {value} {other}" if other and name == "media-src" else f"{name} {value}"
        for name, value in RULES
    )


def _elsewhere(url: str) -> str | None:
    """Give the schemes by which `url` may lead on; None for what is no address on the web."""
    return {"https": "https:", "http": "https: http:"}.get(url.partition("://")[0].lower())
