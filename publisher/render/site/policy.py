"""What a page may load: nothing from elsewhere (Content Security Policy Level 3, w3.org/TR/CSP3)."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

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
    """Write the policy of a page that plays the recording at `media`, wherever it is hosted."""
    other = _origin(media) if media and not media.startswith(edition.url("")) else None
    return "; ".join(
        f"{name} {value} {other}" if other and name == "media-src" else f"{name} {value}"
        for name, value in RULES
    )


def _origin(url: str) -> str | None:
    """Give scheme, host and port of `url`; what would end the rule early is no host."""
    try:
        parts = urlsplit(url)
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return None
    host = parts.hostname or ""
    is_plain = parts.scheme in ("http", "https") and re.fullmatch(r"[a-z0-9.-]+", host)
    return f"{parts.scheme}://{host}{port}" if is_plain else None
