"""One thing to tell one party, and what sending it needs from outside."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from publisher.errors import NoticeError


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """Something to be sent. `send` raises NoticeError, and may be called again from another thread."""

    whom: str
    """A host, a distribution or a program."""
    of: str = ""
    """The key of the feed it is about, if it is about one."""
    send: Callable[[], None]
    limit: float = 5
    """Seconds that one attempt may take."""
    attempts: int = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """The environment, for secrets; the clock's time, to sign with; the project, to run commands in."""

    environment: Mapping[str, str]
    moment: datetime
    folder: Path

    def secret(self, name: str) -> str:
        """The secret in the environment variable `name`. Raises NoticeError where it has none."""
        value = self.environment.get(name, "").strip()
        if not value:
            raise NoticeError(
                f"the environment variable {name} is not set",
                fix="set it where publish runs, and nowhere else",
            )
        return value
