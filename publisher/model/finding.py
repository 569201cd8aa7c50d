"""What listeners would meet: something wrong, or not as it should be, at a public address."""

from __future__ import annotations

from dataclasses import dataclass

from publisher.model.problem import Severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something heard at `url`, or read back from a folder, which has none.

    `key` is empty where it is not an object of ours. An error is something that listeners lose.
    """

    key: str
    url: str
    what: str
    fix: str
    severity: Severity = Severity.ERROR

    @property
    def where(self) -> str:
        """Its key, or the address of what is not ours."""
        return self.key or self.url
