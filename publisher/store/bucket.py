"""What can be set in a bucket besides its objects: who may read it, from where, and what is cleared away.

Settings are documents in the words of docs.aws.amazon.com/AmazonS3/latest/API.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, Protocol

from publisher.store.interface import Store

Document = dict[str, Any]
"""A setting as JSON would have it."""

Setting = Literal["block", "policy", "cors", "lifecycle", "website", "versioning"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where a show is: its bucket, and the prefix of its keys, with a `/` at its end if there is one."""

    bucket: str
    prefix: str = ""
    partition: str = "aws"
    """Which of Amazon's clouds, as resource names begin."""
    region: str = ""
    """Where the bucket would be made, if that is not left to the server."""

    @property
    def resource(self) -> str:
        """What resource names of its objects begin with."""
        return f"arn:{self.partition}:s3:::{self.bucket}/{self.prefix}"


class Bucket(Store, Protocol):
    """A bucket, and what is set in it.

    A server that does not know a setting, or a key that may not see it, is an `UnableError`; every
    other failure a `StoreError`.
    """

    @property
    def spot(self) -> Spot:
        """Where in it the show is."""

    @property
    def endpoint(self) -> str:
        """The server that it is at, without credentials."""

    def exists(self) -> bool:
        """Whether it is there."""

    def create(self) -> None:
        """Make it."""

    def look_up(self, setting: Setting) -> Document | None:
        """What is set; None where nothing is."""

    def set_up(self, setting: Setting, document: Document) -> None:
        """Set that, and nothing else."""
