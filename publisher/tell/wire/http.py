"""One HTTP request, and what came of it in a producer's words.

Redirects are never followed: what is signed or authorised is for the host that was written down, and
no answer may lead us into the network that we run in. Of an answer, its first bytes are read and no
more. Proxies are those of the environment, as for AWS tools.
"""

from __future__ import annotations

import ssl
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from publisher.errors import NoticeError

TIMEOUT = 5
"""Seconds that each step may take; how long all may take is the caller's to limit."""
LONGEST = 65_536
"""Bytes of an answer that are read."""
PASSING = (408, 425, 429)
"""Statuses below 500 that may be others a second later (RFC 9110 §15.5.9, RFC 8470, RFC 6585)."""


def host(url: str) -> str:
    """The host of `url`, which is all of it that may be shown: paths hold secrets."""
    return urlsplit(url).hostname or ""


def request(url: str, base_url: str, *, body: bytes | None = None, **headers: str) -> bytes:
    """The first bytes of the answer to a POST of `body`, or to a GET; underscores in headers are hyphens.

    It says that it comes from the show at `base_url`. Raises NoticeError unless the status is 2xx.
    """
    asked = Request(url, data=body, headers={name.replace("_", "-"): said for name, said in headers.items()})  # noqa: S310
    asked.add_header("User-Agent", f"Publisher (+{base_url})")
    try:
        with _opener().open(asked, timeout=TIMEOUT) as answer:
            data: bytes = answer.read(LONGEST)
            return data
    except HTTPError as error:
        with error:
            raise _refused(error) from None
    except (OSError, HTTPException, ValueError) as error:
        # The texts of these may quote headers, and with them secrets.
        raise _unsent(error.reason if isinstance(error, URLError) else error) from None


def _opener() -> OpenerDirector:
    opener = OpenerDirector()
    for handler in (ProxyHandler, HTTPHandler, HTTPSHandler, HTTPErrorProcessor, HTTPDefaultErrorHandler):
        opener.add_handler(handler())
    return opener


def _refused(answer: HTTPError) -> NoticeError:
    if answer.code < 400 and answer.headers.get("Location"):
        return NoticeError(
            f"it answered {answer.code}, which leads elsewhere",
            fix="nobody follows it: write the new address into show.toml, if you trust it",
        )
    passing = answer.code >= 500 or answer.code in PASSING
    return NoticeError(f"it answered {answer.code}", passing=passing)


def _unsent(reason: object) -> NoticeError:
    if isinstance(reason, TimeoutError):
        return NoticeError("it did not answer in time", passing=True)
    if isinstance(reason, ssl.SSLCertVerificationError):
        return NoticeError("its certificate is not valid")
    if isinstance(reason, OSError):
        return NoticeError("it cannot be reached", passing=True)
    if isinstance(reason, HTTPException):
        return NoticeError("its answer was not HTTP", passing=True)
    return NoticeError(
        "the request cannot be sent", fix="check the address and the secret for odd characters"
    )
