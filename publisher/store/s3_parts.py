"""A large file in parts, several at a time, going on where an earlier run was interrupted.

The file is read once, from front to back: what is sent is what was hashed. A part that is there already
is known by its MD5 and not sent again. docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict

from publisher.store.body import changed, pieces, size
from publisher.store.interface import Progress

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client
    from mypy_boto3_s3.type_defs import CompletedPartTypeDef

PART = 8 * 1024 * 1024
"""Bytes of every part but the last, unless there would be too many."""
MOST = 10_000
"""Parts that an object may have."""
AT_ONCE = 4
"""Parts on their way, each of them in memory."""


class Headers(TypedDict):
    """What the object is told to be."""

    ContentType: str
    CacheControl: str
    Metadata: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Upload:
    client: S3Client
    bucket: str
    key: str
    id: str

    def known(self) -> dict[int, tuple[int, str]]:
        """Size and ETag of each part that has arrived, by its number."""
        pages = self.client.get_paginator("list_parts").paginate(
            Bucket=self.bucket, Key=self.key, UploadId=self.id
        )
        parts = (part for page in pages for part in page.get("Parts", ()))
        return {part["PartNumber"]: (part["Size"], part["ETag"]) for part in parts}

    def send(self, number: int, data: bytes, progress: Progress) -> CompletedPartTypeDef:
        """Send one part; what completing wants to know of it."""
        digest = hashlib.md5(data, usedforsecurity=False).digest()
        answer = self.client.upload_part(
            Bucket=self.bucket,
            Key=self.key,
            UploadId=self.id,
            PartNumber=number,
            Body=data,
            ContentMD5=base64.b64encode(digest).decode(),
        )
        progress(len(data))
        return {"PartNumber": number, "ETag": answer["ETag"]}

    def complete(self, parts: list[CompletedPartTypeDef]) -> None:
        """Make the object of its parts."""
        self.client.complete_multipart_upload(
            Bucket=self.bucket, Key=self.key, UploadId=self.id, MultipartUpload={"Parts": parts}
        )

    def abort(self) -> None:
        """Throw its parts away."""
        self.client.abort_multipart_upload(Bucket=self.bucket, Key=self.key, UploadId=self.id)


def upload(
    client: S3Client,
    bucket: str,
    key: str,
    path: Path,
    headers: Headers,
    *,
    sha256: str,
    progress: Progress,
) -> None:
    """Write the file at `path`, of at least two parts, to `key`.

    What fails on the way is left for the next run to go on from. A file that is no longer what
    `sha256` says is thrown away. Raises StoreError for it, and what botocore raises.
    """
    made, known = _begin(client, bucket, key, headers)
    pool = ThreadPoolExecutor(AT_ONCE)
    try:
        parts = _send_all(made, known, pool, path, sha256, progress)
        made.complete(parts)
    except _ChangedError:
        made.abort()
        raise changed(path) from None
    finally:
        # Whoever stops the run does not wait for what is on its way.
        pool.shutdown(wait=False, cancel_futures=True)


class _ChangedError(Exception):
    """The file is another one than was planned."""


def _begin(
    client: S3Client, bucket: str, key: str, headers: Headers
) -> tuple[_Upload, dict[int, tuple[int, str]]]:
    """The newest upload to `key` that was interrupted, with its parts, else a new one."""
    begun = client.list_multipart_uploads(Bucket=bucket, Prefix=key).get("Uploads", ())
    ours = sorted((one for one in begun if one["Key"] == key), key=lambda one: one["Initiated"])
    if ours:
        made = _Upload(client, bucket, key, ours[-1]["UploadId"])
        return made, made.known()
    new = client.create_multipart_upload(Bucket=bucket, Key=key, **headers)
    return _Upload(client, bucket, key, new["UploadId"]), {}


def _send_all(
    made: _Upload,
    known: dict[int, tuple[int, str]],
    pool: ThreadPoolExecutor,
    path: Path,
    sha256: str,
    progress: Progress,
) -> list[CompletedPartTypeDef]:
    """Send what is missing, at most `AT_ONCE` parts in memory at a time."""
    done: list[CompletedPartTypeDef] = []
    going: set[Future[CompletedPartTypeDef]] = set()
    for number, data in _parts(path, sha256):
        there, tag = known.get(number, (0, ""))
        if there == len(data) and tag.strip('"') == hashlib.md5(data, usedforsecurity=False).hexdigest():
            progress(len(data))
            done.append({"PartNumber": number, "ETag": tag})
            continue
        if len(going) >= AT_ONCE:
            ended, going = wait(going, return_when=FIRST_COMPLETED)
            done += [future.result() for future in ended]
        going.add(pool.submit(made.send, number, data, progress))
    done += [future.result() for future in going]
    return sorted(done, key=lambda part: part["PartNumber"])


def _parts(path: Path, sha256: str) -> Iterator[tuple[int, bytes]]:
    """Number and bytes of each part. Raises _ChangedError after the last if the file is another one."""
    length = part_size(size(path))
    digest, buffer, number = hashlib.sha256(), bytearray(), 1
    for piece in pieces(path):
        digest.update(piece)
        buffer += piece
        while len(buffer) > length:
            yield number, bytes(buffer[:length])
            del buffer[:length]
            number += 1
    yield number, bytes(buffer)
    if digest.hexdigest() != sha256:
        raise _ChangedError


def part_size(length: int) -> int:
    """The size of the parts of a file of `length` bytes: equal, as R2 wants them, and not too many."""
    pieces = -(-length // MOST)
    return max(PART, -(-pieces // 1024**2) * 1024**2)
