"""`[notify]` of show.toml: who is told of a publish, and whose copies of the old one are to go."""

from __future__ import annotations

from dataclasses import dataclass

PODPING = "https://podping.cloud"


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """Somebody's own server. `secret_env` names the environment variable with the secret that signs."""

    url: str
    secret_env: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Podping:
    """A node of podping. `token_env` names the environment variable with the token that it gave out."""

    url: str = PODPING
    token_env: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Purge:
    """What stands before the target and keeps copies: a distribution of CloudFront, or any by a command."""

    cloudfront: str | None = None
    command: tuple[str, ...] = ()
    """A program and its arguments; it gets the URLs on its standard input."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notify:
    """Whom to tell. The hub of the show is told unless `websub` says that somebody else does that."""

    websub: bool = True
    podcast_index: bool = False
    podping: Podping | None = None
    webhooks: tuple[Webhook, ...] = ()
    purge: Purge = Purge()
