"""A file of somebody else's, from a disk, a pipe or the web, as bytes.

The address of a private calendar is its password: of an address, nothing but the host is ever said.
"""

from __future__ import annotations

import re
import sys
from http.client import HTTPException, HTTPMessage
from pathlib import Path
from socket import gaierror
from ssl import SSLError
from typing import IO
from urllib import request
from urllib.error import HTTPError
from urllib.parse import urlsplit

from publisher.errors import PublisherError

LARGEST = 50_000_000
"""Bytes: of a calendar, some hundred thousand events."""
PATIENCE = 30
"""Seconds that a server may be silent."""
STDIN = "-"

_ADDRESS = re.compile(r"(?:https?|webcals?)://", re.IGNORECASE)
_OTHER = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+)://")
_AGAIN = "copy the address again: it may have been changed"
_PUBLIC = "use the calendar's public or secret address, or download the file in a browser"
_LATER = "try again later, or download the file in a browser"
_WHY = {
    401: ("asks for a password", _PUBLIC),
    403: ("does not let us in", _PUBLIC),
    404: ("has nothing at that address", _AGAIN),
    410: ("has nothing at that address any more", _AGAIN),
    429: ("asks us to wait", "try again in an hour, or download the file in a browser"),
}


def is_address(source: str) -> bool:
    """Whether `source` is the address of something on the web, not a file."""
    return bool(_ADDRESS.match(source))


def source_name(source: str) -> str:
    """What messages call `source`: its host, where it is an address."""
    if source == STDIN:
        return "what was piped in"
    if not is_address(source):
        return source
    try:
        return urlsplit(source).hostname or "that address"
    except ValueError:
        return "that address"


def fetch(source: str, folder: Path) -> bytes:
    """The bytes of a file, relative to `folder`, of stdin (`-`), or at an address.

    Raises PublisherError where there is none, or more than LARGEST bytes.
    """
    name = source_name(source)
    if is_address(source):
        return _download(re.sub(r"^webcals?:", "https:", source, flags=re.IGNORECASE), name)
    if other := _OTHER.match(source):
        fix = "write the name of a file, - for what is piped in, or an https or webcal address"
        raise PublisherError(f"{other[1]}:// is no address to import from", fix=fix)
    try:
        if source == STDIN:
            return _read(sys.stdin.buffer, name)
        with (folder / source).open("rb") as file:
            return _read(file, name)
    except (OSError, ValueError) as error:
        reason = (isinstance(error, OSError) and error.strerror) or "no file can have that name"
        raise PublisherError(f"{name} cannot be read: {reason}", fix="write the name of a file") from error


def _read(file: IO[bytes], name: str) -> bytes:
    data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        message = f"{name} has more than {LARGEST // 1_000_000} MB"
        raise PublisherError(message, fix="export fewer years at a time")
    return data


def _download(url: str, name: str) -> bytes:
    from publisher.render.wire.fit import ascii_url

    try:
        if urlsplit(url).username is not None:
            fix = "download the file in a browser, and import that"
            raise PublisherError(f"the address at {name} has a name or a password in it", fix=fix)
        headers = {"User-Agent": "Publisher", "Accept": "text/calendar, */*"}
        asked = request.Request(ascii_url(url), headers=headers)  # noqa: S310
        with _opener().open(asked, timeout=PATIENCE) as answer:
            data = _read(answer, name)
            if answer.length:
                raise HTTPException("it broke off")
            return data
    except (OSError, HTTPException, ValueError) as error:
        why, fix = _trouble(error)
        if isinstance(error, HTTPError):
            error.close()
        # Nothing of the error itself: it may hold the address.
        raise PublisherError(f"{name} {why}", fix=fix) from None


class _Redirects(request.HTTPRedirectHandler):
    """Goes where an address leads, but never from a safe one to one that everybody on the way can read."""

    def redirect_request(
        self, req: request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> request.Request | None:
        """The next request, or None where it must not be made."""
        schemes = ("https:",) if req.type == "https" else ("https:", "http:")
        if not newurl.lower().startswith(schemes):
            return None
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _opener() -> request.OpenerDirector:
    """Opens http and https, and nothing that they lead to besides."""
    opener = request.OpenerDirector()
    for handler in (
        request.ProxyHandler(),
        request.HTTPHandler(),
        request.HTTPSHandler(),
        _Redirects(),
        request.HTTPDefaultErrorHandler(),
        request.HTTPErrorProcessor(),
        request.UnknownHandler(),
    ):
        opener.add_handler(handler)
    return opener


def _trouble(error: Exception) -> tuple[str, str]:
    """Why a server gave nothing, and what to do."""
    if isinstance(error, HTTPError) and 300 <= error.code < 400:
        return "leads to an address that is not safe to open", "download the file in a browser"
    if isinstance(error, HTTPError):
        return _WHY.get(error.code, (f"answers with error {error.code}", _LATER))
    reason = getattr(error, "reason", error)
    if isinstance(reason, TimeoutError):
        return "does not answer", _LATER
    if isinstance(reason, SSLError):
        return "cannot prove that it is what it says", "ask whoever keeps it to renew its certificate"
    if isinstance(reason, gaierror):
        return "is not found", "look whether the address is right, and whether you are online"
    return "does not give us the calendar", _LATER
