"""The pages that are the preview's own, and what it adds to the producer's.

The site's Content-Security-Policy allows scripts and styles of its own origin only, and inline ones
not at all, so ours are files. The banner has a shadow root, so that neither styles the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from html import escape
from pathlib import Path

from publisher.serve.shown import Shown, Trouble

OURS = "/.preview/"
"""Below this are the preview's own files. No key starts with it."""
EVENTS = f"{OURS}events"
"""`?<version>` answers with an event for each version that is another."""

_HERE = Path(__file__).parent
_PAGE = """\
<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<link rel="stylesheet" href="{style}">
<main><h1>{title}</h1>{body}</main>
</html>
"""


@cache
def files() -> Mapping[str, tuple[str, bytes]]:
    """The media type and bytes of each file of ours, by path."""
    return {
        f"{OURS}{name}": (f"{media}; charset=utf-8", (_HERE / name).read_bytes())
        for name, media in (("preview.js", "text/javascript"), ("preview.css", "text/css"))
    }


def dress(page: bytes, shown: Shown) -> bytes:
    """The HTML `page` with the script that reloads it, and a banner where there is trouble.

    They go behind its end, which every parser takes as its body's, so that nothing in it is searched.
    A page whose own policy allows no script stays as it is.
    """
    head = page.partition(b"</head>")[0]
    if b"Content-Security-Policy" in head and b"script-src" not in head:
        return page
    script = f'<script src="{OURS}preview.js" data-version="{shown.version}"></script>'
    banner = _banner(shown.trouble) if shown.trouble else ""
    return b"".join((page, b"\n", banner.encode(), script.encode(), b"\n"))


def absent(shown: Shown, path: str, reason: str) -> bytes:
    """A page for `path`, which is not there, where the site has none for that."""
    body = f'<p><code>{escape(path)}</code></p><p>{escape(reason)}</p><p><a href="{shown.root}/">Home</a></p>'
    return dress(_page("Not found", body), shown)


def unready(shown: Shown) -> bytes:
    """A page to wait on until there is anything to show."""
    body = "<p>This page shows the site as soon as it can be made.</p>"
    return dress(_page("There is nothing to show yet", body), shown)


def _page(title: str, body: str) -> bytes:
    return _PAGE.format(title=title, style=f"{OURS}preview.css", body=body).encode()


def _banner(trouble: Trouble) -> str:
    lines = "".join(f"<li>{escape(line)}</li>" for line in trouble.lines)
    return (
        '<publisher-preview><template shadowrootmode="open">'
        f'<link rel="stylesheet" href="{OURS}preview.css"><details open role="alert">'
        f"<summary>{escape(trouble.heading)}</summary><ul>{lines}</ul></details>"
        "</template></publisher-preview>"
    )
