"""What can go wrong, as one family. The CLI alone turns these into text and exit codes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from publisher.model import Problem


class PublisherError(Exception):
    """The root. `str(error)` says what happened and where; `fix` says what to do about it."""

    def __init__(self, message: str, *, fix: str = "") -> None:
        super().__init__(message)
        self.fix = fix


class ProblemsError(PublisherError):
    """The show has problems that must be solved first; all of them are in `problems`."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("the show has problems")
        self.problems = problems


class RecordError(PublisherError):
    """A ledger, revision or head that we cannot read: damaged, or written by a newer Publisher."""


class StoreError(PublisherError):
    """A target that does not answer, refuses, or answers something impossible."""


class ConflictError(StoreError):
    """A target in which something else stands than what was to be replaced: somebody was faster."""


class HeldError(StoreError):
    """A target that somebody else is publishing to just now."""


class UnableError(StoreError):
    """A target that does not know what was asked of it, or a key that may not ask."""


class UnverifiedError(PublisherError):
    """What was published, but could not be looked at afterwards."""


class UnsafePlanError(PublisherError):
    """A plan that would take more from listeners than anyone has consented to."""


class NoticeError(PublisherError):
    """Somebody who could not be told of a publish. The message names no secret.

    `passing` says whether trying again may help.
    """

    def __init__(self, message: str, *, fix: str = "", passing: bool = False) -> None:
        super().__init__(message, fix=fix)
        self.passing = passing


def some(names: Sequence[str], most: int = 5) -> str:
    """The first of `names`, as a message names them, and how many more there are."""
    rest = len(names) - most
    return ", ".join(names[:most]) + (f" and {rest} more" if rest > 0 else "")
