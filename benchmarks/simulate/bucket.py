"""How many shows one bucket holds: what `publisher setup` writes for each, against what hosts allow."""

from __future__ import annotations

import json

from publisher.model import State
from publisher.setup import reading, record
from publisher.setup.policy import GET
from publisher.store.bucket import Document, Spot

BUCKET = "podcasts-of-the-broadcaster"
LARGEST = 20 * 1024
"""Bytes of a bucket policy (docs.aws.amazon.com/AmazonS3/latest/userguide/example-bucket-policies.html)."""
RULES = 1000
"""Lifecycle rules of a bucket (docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html)."""


def for_all(bucket: str) -> Document:
    """A policy for any number of shows, to be written by hand: everybody may get all but the records.

    It denies nothing, which would shut out ourselves too.
    """
    records = [f"arn:aws:s3:::{bucket}/{shows}.publisher/*" for shows in ("", "*/")]
    statement = {
        "Sid": "listeners",
        "Effect": "Allow",
        "Principal": "*",
        "Action": GET,
        "NotResource": records,
    }
    return {"Version": "2012-10-17", "Statement": [statement]}


def spot(number: int) -> Spot:
    """Where the show with this number is."""
    return Spot(bucket=BUCKET, prefix=f"show-{number:04}/")


def shows() -> tuple[int, int]:
    """Bytes that one show takes of the policy, and how many shows that is enough for."""
    policy: Document | None = None
    for number in range(RULES):
        policy = reading.want(policy, spot(number)).document
        if number == 0:
            one = size(policy)
        if size(policy) > LARGEST:
            return one, number
    return one, RULES


def is_enough(number: int) -> bool:
    """Whether `setup` finds nothing to mend for that show by that policy."""
    return all(item.want(for_all(BUCKET), spot(number)).state is State.OK for item in (reading, record))


def size(policy: Document | None) -> int:
    """Bytes, without blanks, as hosts count."""
    return len(json.dumps(policy, separators=(",", ":")))
