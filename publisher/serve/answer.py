"""A request → what to answer it with. Only the length of a file is looked up here; nothing is sent."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from http import HTTPStatus
from pathlib import Path
from urllib.parse import quote

from publisher.model import Artifact
from publisher.serve import pages
from publisher.serve.address import Address, key_of, path_of, without_host
from publisher.serve.ranges import span
from publisher.serve.shown import Shown

METHODS = ("GET", "HEAD")
HTML, TEXT = "text/html; charset=utf-8", "text/plain; charset=utf-8"
INDEX = "index.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What is asked, and the headers that matter, as they are written."""

    method: str = "GET"
    target: str
    host: str | None
    """None where there is none, or more than one."""
    range: str | None = None
    if_range: str | None = None
    if_none_match: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What to send: `part` of `body`, where it is a file."""

    status: HTTPStatus
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes | Path = b""
    part: range = range(0)

    @property
    def length(self) -> int:
        """How many bytes it has."""
        return len(self.body) if isinstance(self.body, bytes) else len(self.part)


def refusal(request: Request, address: Address) -> Answer | None:
    """Why `request` gets nothing here, if so; who came by another way is led to the right address."""
    if request.method not in METHODS:
        return _text(HTTPStatus.METHOD_NOT_ALLOWED, "This is only read.", ("Allow", ", ".join(METHODS)))
    if request.host is None or not path_of(request.target).startswith("/"):
        return _text(HTTPStatus.BAD_REQUEST, "The request names no host, or several, or no path.")
    if request.host.lower() == address.netloc:
        return None
    if address.is_known_as(request.host):
        return _redirect(address.origin + _ascii(request.target))
    return _text(HTTPStatus.MISDIRECTED_REQUEST, f"The preview is at {address.origin}/ only.")


def answer(request: Request, shown: Shown, address: Address) -> Answer:
    """What is `shown` at what `request` asks for."""
    path = path_of(request.target)
    own = pages.files().get(path) if path.startswith(pages.OURS) else None
    if own:
        return _whole(HTTPStatus.OK, *own)
    if not shown.artifacts:
        return _whole(HTTPStatus.SERVICE_UNAVAILABLE, HTML, pages.unready(shown), ("Retry-After", "1"))
    if shown.root and path in ("/", shown.root):
        return _redirect(f"{address.origin}{shown.root}/")
    key = key_of(path, shown.root)
    if key is None:
        return _absent(shown, path, f"Everything is below {address.origin}{shown.root}/.")
    found = shown.artifacts.get(f"{key}{INDEX}" if key.endswith("/") or not key else key)
    if found is None and f"{key}/{INDEX}" in shown.artifacts:
        return _redirect(f"{address.origin}{_ascii(path)}/")
    return _artifact(request, shown, found) if found else _absent(shown, path, "Nothing is published there.")


def _artifact(request: Request, shown: Shown, found: Artifact) -> Answer:
    """`found`, or the part of it that is wanted, unless the client has it already."""
    if found.content is None:
        return _absent(shown, found.key, "Its recording is not on this machine.")
    if found.type.startswith("text/html"):
        page = pages.dress(_read(found.content), shown)
        found = replace(found, body=page, size=len(page), sha256=hashlib.sha256(page).hexdigest())
    if isinstance(found.content, Path) and not _is_whole(found.content, found.size):
        return _absent(shown, found.key, "Its file has changed, and will be read again.")
    return _conditional(request, found)


def _conditional(request: Request, found: Artifact) -> Answer:
    """What RFC 9110 §13.2.2 makes of the request's conditions, in that order."""
    etag = f'"{found.sha256[:32]}"'
    wanted = (request.if_none_match or "").strip()
    if wanted == "*" or etag in re.findall(r'"[^"]*"', wanted):
        return Answer(status=HTTPStatus.NOT_MODIFIED, headers=(("ETag", etag),))
    headers = (("Content-Type", found.type), ("ETag", etag), ("Accept-Ranges", "bytes"))
    is_same = request.if_range is None or request.if_range.strip() == etag
    part = span(request.range, found.size) if request.method == "GET" and is_same else None
    if part is None:
        return _part(HTTPStatus.OK, headers, found, range(found.size))
    if not part:
        extent = ("Content-Range", f"bytes */{found.size}")
        return _text(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, "It ends before that.", extent)
    extent = ("Content-Range", f"bytes {part.start}-{part.stop - 1}/{found.size}")
    return _part(HTTPStatus.PARTIAL_CONTENT, (*headers, extent), found, part)


def _part(status: HTTPStatus, headers: tuple[tuple[str, str], ...], found: Artifact, part: range) -> Answer:
    body = found.content
    if isinstance(body, Path):
        return Answer(status=status, headers=headers, body=body, part=part)
    return Answer(status=status, headers=headers, body=(body or b"")[part.start : part.stop])


def _absent(shown: Shown, path: str, reason: str) -> Answer:
    """The site's own page for what is not there, else ours, which says why."""
    own = shown.artifacts.get("404.html")
    if own is None or own.content is None:
        return _whole(HTTPStatus.NOT_FOUND, HTML, pages.absent(shown, path, reason))
    return _whole(HTTPStatus.NOT_FOUND, own.type, pages.dress(_read(own.content), shown))


def _redirect(url: str) -> Answer:
    """Lead to `url` for this once: a browser must not remember it."""
    return _text(HTTPStatus.TEMPORARY_REDIRECT, url, ("Location", url))


def _text(status: HTTPStatus, text: str, *headers: tuple[str, str]) -> Answer:
    return _whole(status, TEXT, f"{text}\n".encode(), *headers)


def _whole(status: HTTPStatus, media: str, body: bytes, *headers: tuple[str, str]) -> Answer:
    return Answer(status=status, headers=(("Content-Type", media), *headers), body=body)


def _read(body: bytes | Path) -> bytes:
    return body if isinstance(body, bytes) else body.read_bytes()


def _is_whole(path: Path, size: int) -> bool:
    try:
        return path.is_file() and path.stat().st_size == size
    except OSError:
        return False


def _ascii(target: str) -> str:
    return quote(without_host(target), safe="/?#%:@!$&'()*+,;=~[]")
