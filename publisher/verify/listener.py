"""Asks as a podcast app does: follows redirects, trusts no certificate blindly, tries again a little.

https://podcasters.apple.com/support/823-podcast-requirements
"""

from __future__ import annotations

import ssl
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from http.client import HTTPException, IncompleteRead, RemoteDisconnected
from typing import Self
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from publisher.verify.answer import Answer
from publisher.verify.connections import Certificate, Connections
from publisher.verify.fault import UnheardError, unheard

HOPS = 5
"""Redirects that apps follow (APPLE-068)."""
REDIRECTS = (301, 302, 303, 307, 308)
PASSING = (429, 500, 502, 503, 504)
"""Answers of a server that has too much to do just now."""
PAUSES = (0.5, 1.0)
"""Seconds before each further attempt."""
STRIKES = 3
"""So often a host may be silent before it is asked no more."""
ORIGIN = "https://player.example"
"""The page in whose name we ask, as a player in a browser would."""
HEADERS = {"User-Agent": "Publisher (verifies a podcast)", "Accept": "*/*", "Origin": ORIGIN}
SAFE = "%/:=&?~#+!$,;'@()*[]"


class Listener:
    """One who listens. Several threads may ask at once; a host that cannot be reached is asked once."""

    def __init__(
        self,
        *,
        trust: ssl.SSLContext | None = None,
        silence: float = 10,
        longest: float = 60,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self._connections = Connections(silence=silence, longest=longest, trust=trust)
        self._wait = wait
        self._dead: dict[str, UnheardError] = {}
        self._silences: Counter[str] = Counter()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._connections.close()

    @property
    def certificates(self) -> Mapping[str, Certificate]:
        """Those of all hosts that have answered over https."""
        return self._connections.certificates

    def ask(
        self, url: str, method: str = "GET", *, most: int = 0, headers: Mapping[str, str] | None = None
    ) -> Answer:
        """What `url` answers in the end, with up to `most` bytes of the body. Raises UnheardError."""
        headers = {**HEADERS, **(headers or {})}
        place = _parts(url)
        for hops in range(HOPS + 1):
            answer = replace(self._try(method, place, headers, most), hops=hops)
            if answer.status not in REDIRECTS or "location" not in answer.headers:
                return answer
            place = _led(place, answer.headers["location"])
        raise UnheardError(
            f"it is redirected more than {HOPS} times", fix="Shorten the chain: apps give up on it."
        )

    def _try(self, method: str, url: SplitResult, headers: Mapping[str, str], most: int) -> Answer:
        for pause in PAUSES:
            try:
                answer = self._once(method, url, headers, most)
            except (RemoteDisconnected, IncompleteRead, ConnectionResetError):
                pass
            else:
                if answer.status not in PASSING:
                    return answer
            self._wait(pause)
        try:
            return self._once(method, url, headers, most)
        except (OSError, HTTPException) as error:
            raise unheard(error, url.netloc) from error

    def _once(self, method: str, url: SplitResult, headers: Mapping[str, str], most: int) -> Answer:
        if known := self._dead.get(url.netloc):
            raise known
        try:
            return self._connections.ask(method, url, headers, most)
        except (RemoteDisconnected, IncompleteRead, ConnectionResetError):
            raise
        except (OSError, HTTPException, ValueError) as error:
            found = unheard(error, url.netloc)
            if self._is_dead(url.netloc, error):
                self._dead[url.netloc] = found
            raise found from error

    def _is_dead(self, host: str, error: Exception) -> bool:
        """Whether there is no use in asking `host` for anything else."""
        if isinstance(error, TimeoutError):
            self._silences[host] += 1
            return self._silences[host] >= STRIKES
        return isinstance(error, OSError)


def _led(place: SplitResult, location: str) -> SplitResult:
    """Where a redirect leads; apps do not follow from https to http."""
    next = _parts(location, place.geturl())
    if place.scheme == "https" and next.scheme == "http":
        raise UnheardError(
            f"it is redirected from https to http ({next.netloc})", fix="Let the redirect lead to https."
        )
    return next


def _parts(url: str, base: str = "") -> SplitResult:
    try:
        parts = urlsplit(urljoin(base, quote(url, safe=SAFE)))
        address = parts.hostname, parts.port
    except ValueError:
        address = None, None
    if not address[0] or parts.scheme not in ("http", "https"):
        raise UnheardError("this is no web address", fix="Write it as in https://example.org/show.mp3.")
    return parts._replace(netloc=parts.netloc.rpartition("@")[2], fragment="")
