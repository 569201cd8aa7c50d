"""What is around the objects: what nobody should see, where http leads, how long certificates last."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from publisher.model import Finding, Severity
from publisher.verify.answer import Answer, media_type
from publisher.verify.fault import UnheardError
from publisher.verify.listener import Listener

NOWHERE = "no-such-page-5d0c9e1b.html"
"""A key that no show has."""
MOST = 64 * 1024
"""Bytes that are read of what should not be there."""
SOON = timedelta(days=14)
"""A certificate that nobody has renewed by then is forgotten; of short-lived ones, after three quarters."""
BRINK = timedelta(days=3)
_BUCKET = re.compile(rb"<ListBucketResult[\s>]|<EnumerationResults[\s>]")
_INDEX = re.compile(rb"<title>\s*(Index of|Directory listing for)", re.IGNORECASE)


def check_hidden(base_url: str, keys: Iterable[str], listener: Listener) -> Iterator[Finding]:
    """Whether the record of what was published can be read, in whatever spelling."""
    nowhere = _given(listener, f"{base_url}/{NOWHERE}")
    if nowhere:
        yield Finding(
            key="",
            url=f"{base_url}/{NOWHERE}",
            what="what does not exist is answered with 200: apps take that for what they asked for",
            fix="Let the server answer 404 for what is not there.",
            severity=Severity.WARNING,
        )
    for key in keys:
        for spelling in (key, key.replace(".", "%2E", 1)):
            found = _given(listener, f"{base_url}/{spelling}")
            if found and not (nowhere and _type(nowhere) == _type(found)):
                yield Finding(
                    key=key,
                    url=f"{base_url}/{spelling}",
                    what="everybody can read it",
                    fix="Deny .publisher/ to the public: in the bucket policy (`publisher setup`) or CDN.",
                )
                break


def check_listing(base_url: str, listener: Listener) -> Iterator[Finding]:
    """Whether everybody can see what else is there: below base_url, or in the bucket that it is in."""
    for url, pattern in _places(base_url):
        found = _given(listener, url)
        if found and pattern.search(found.body):
            yield Finding(
                key="",
                url=url,
                what="everybody can list what is there",
                fix="Allow the public to get objects (s3:GetObject), not to list them; switch off autoindex.",
            )
            return


def _places(base_url: str) -> Iterator[tuple[str, re.Pattern[bytes]]]:
    for pattern in (_BUCKET, _INDEX):
        yield f"{base_url}/", pattern
        yield f"{base_url}/media/", pattern
    parts = urlsplit(base_url)
    path = parts.path
    while path:
        path = path.rpartition("/")[0]
        yield parts._replace(path=f"{path}/").geturl(), _BUCKET


def check_plain(base_url: str, listener: Listener) -> Iterator[Finding]:
    """Whether http leads to https, where it is answered at all (APPLE-067)."""
    parts = urlsplit(base_url)
    if parts.scheme != "https" or parts.port not in (None, 443):
        return
    url = parts._replace(scheme="http", netloc=parts.netloc.removesuffix(":443")).geturl() + "/podcast.xml"
    found = _given(listener, url)
    if found and found.url.startswith("http:"):
        yield Finding(
            key="",
            url=url,
            what="http is answered without leading to https",
            fix="Let the server redirect http to https (301).",
            severity=Severity.WARNING,
        )


def check_certificates(hosts: Iterable[str], listener: Listener, now: datetime) -> Iterator[Finding]:
    """Whether those of `hosts` will soon be no good any more."""
    for host in hosts:
        if not (known := listener.certificates.get(host)):
            continue
        left, life = known.end - now, known.end - known.start
        if left > min(SOON, life / 4):
            continue
        yield Finding(
            key="",
            url=f"https://{host}",
            what=f"its certificate ends in {max(0, left.days)} days, on {known.end:%Y-%m-%d}",
            fix="Renew it at your provider, and let it be renewed by itself.",
            severity=Severity.ERROR if left < min(BRINK, life / 8) else Severity.WARNING,
        )


def _given(listener: Listener, url: str) -> Answer | None:
    """The answer of `url`, if it gives anything."""
    try:
        found = listener.ask(url, most=MOST)
    except UnheardError:
        return None
    return found if found.status == 200 else None


def _type(answer: Answer) -> str:
    return media_type(answer.headers.get("content-type", ""))[0]
