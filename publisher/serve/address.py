"""Where the preview is, and which host and key a request means.

A page of anybody's may resolve a name of its own to this machine and then read what is served
(DNS rebinding). So nothing is served under a name: only under the address itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import ip_address
from urllib.parse import unquote, urlsplit


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """An IPv4 address and port of this machine; `lan` where others on the network may come."""

    host: str
    port: int
    lan: bool = False

    @property
    def netloc(self) -> str:
        """What browsers put into `Host`."""
        return self.host if self.port == 80 else f"{self.host}:{self.port}"

    @property
    def origin(self) -> str:
        """Scheme, host and port, as URLs start with."""
        return f"http://{self.netloc}"

    def is_known_as(self, host: str) -> bool:
        """Whether whoever asks for `host` may be led here: names of others are none of ours.

        On the network this machine has names that it does not know itself, such as `desk.local`.
        """
        name = _name(host)
        return self.lan or name == "localhost" or name.endswith(".localhost") or _is_literal(name)


def without_host(target: str) -> str:
    """The path and query of a request's target, which may be a whole URL (RFC 9112 §3.2.2)."""
    return re.sub("^https?://[^/?#]*", "", target, flags=re.IGNORECASE)


def path_of(target: str) -> str:
    """The path of a request's target."""
    return re.split("[?#]", without_host(target), maxsplit=1)[0]


def key_of(path: str, root: str) -> str | None:
    """The key that `path` means below `root`, None for what is not below it."""
    try:
        plain, start = unquote(path, errors="strict"), f"{unquote(root)}/"
    except UnicodeDecodeError:
        return None
    return plain.removeprefix(start) if plain.startswith(start) else None


def _name(host: str) -> str:
    """`host` without its port."""
    try:
        return (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return ""


def _is_literal(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True
