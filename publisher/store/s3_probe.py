"""Which conditions a bucket keeps, found out by writes on conditions that must fail.

A bucket that ignores them writes all the same. Ceph takes the ETag without quotes only; some answer 501, B2
for one.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from publisher.store.interface import Conditions
from publisher.store.s3_headers import Condition, condition, headers, md5

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

REFUSALS = (400, 409, 412, 501)
"""Statuses of a write that was not made because of its condition, or because there was one."""
SPELLINGS: tuple[Conditions, ...] = ("quoted", "bare")


def probe(client: S3Client, bucket: str, key: str) -> Conditions:
    """How `bucket` takes conditions. Nothing may stand at `key`, and nothing is left there."""
    trials = _Trials(client, bucket, key)
    try:
        return next((one for one in SPELLINGS if trials.keeps(one)), "none")
    finally:
        client.delete_object(Bucket=bucket, Key=key)


@dataclass(frozen=True, slots=True)
class _Trials:
    client: S3Client
    bucket: str
    key: str

    def keeps(self, spelling: Conditions) -> bool:
        """Whether a version is replaced by who knows its mark, and by nobody else."""
        first = self.write(b"1", {})
        return bool(
            first
            and (second := self.right(b"2", condition(spelling, first)))
            and not self.write(b"3", condition(spelling, first))
            and not self.write(b"4", condition(spelling, None))
            and self.right(b"5", condition(spelling, second))
        )

    def right(self, data: bytes, condition: Condition) -> str | None:
        """As `write`, of a condition that holds. What had to be sent twice is refused the second time."""
        if tag := self.write(data, condition):
            return tag
        there = self.client.get_object(Bucket=self.bucket, Key=self.key)
        return there["ETag"] if there["Body"].read() == data else None

    def write(self, data: bytes, condition: Condition) -> str | None:
        """Write on `condition`; the ETag, or None where the bucket would not."""
        told = headers("text/plain", "no-store", hashlib.sha256(data).hexdigest())
        try:
            answer = self.client.put_object(
                Bucket=self.bucket, Key=self.key, Body=data, ContentMD5=md5(data), **told, **condition
            )
        except self.client.exceptions.ClientError as error:
            if error.response["ResponseMetadata"]["HTTPStatusCode"] in REFUSALS:
                return None
            raise
        return answer["ETag"]
