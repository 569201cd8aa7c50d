"""A large file in parts, several at a time, going on where an earlier run was interrupted.

A part that is there already is known by its MD5 and not sent again.
docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from publisher.each import each
from publisher.store.body import changed, unreadable
from publisher.store.interface import Progress
from publisher.store.parts import ChangedError, Part, Parts
from publisher.store.s3_headers import Headers, is_of, md5
from publisher.store.s3_puts import Puts

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client
    from mypy_boto3_s3.type_defs import CompletedPartTypeDef

AT_ONCE = 4
"""Parts of one file on their way."""


@dataclass(frozen=True, slots=True)
class _Upload:
    client: S3Client
    puts: Puts
    bucket: str
    key: str
    id: str

    def known(self) -> dict[int, tuple[int, str]]:
        """Size and ETag of each part that has arrived, by its number."""
        pages = self.client.get_paginator("list_parts").paginate(
            Bucket=self.bucket, Key=self.key, UploadId=self.id
        )
        with _tolerating(self.client):
            parts = (part for page in pages for part in page.get("Parts", ()))
            return {part["PartNumber"]: (part["Size"], part["ETag"]) for part in parts}
        return {}

    def send(self, part: Part, progress: Progress) -> CompletedPartTypeDef:
        """Send one part; what completing wants to know of it."""
        told = md5(part.data)
        query = {"partNumber": str(part.number), "uploadId": self.id}
        with memoryview(part.data) as data:
            tag = self.puts.put(self.key, data, {"Content-MD5": told}, query)
        if not tag:
            answer = self.client.upload_part(
                Bucket=self.bucket,
                Key=self.key,
                UploadId=self.id,
                PartNumber=part.number,
                Body=cast("IO[bytes]", part.data),
                ContentMD5=told,
            )
            tag = answer["ETag"]
        progress(len(part.data))
        return {"PartNumber": part.number, "ETag": tag}

    def complete(self, parts: list[CompletedPartTypeDef], sha256: str) -> None:
        """Make the object of its parts. A request that had to be sent twice finds nothing the second time."""
        try:
            self.client.complete_multipart_upload(
                Bucket=self.bucket, Key=self.key, UploadId=self.id, MultipartUpload={"Parts": parts}
            )
        except self.client.exceptions.NoSuchUpload:
            there = self.client.head_object(Bucket=self.bucket, Key=self.key)
            if sha256 not in there["Metadata"].values():
                raise

    def abort(self) -> None:
        """Throw its parts away."""
        with suppress(self.client.exceptions.NoSuchUpload):
            self.client.abort_multipart_upload(Bucket=self.bucket, Key=self.key, UploadId=self.id)


def upload(
    client: S3Client,
    puts: Puts,
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
    made, known = _begin(client, puts, bucket, key, headers)
    try:
        made.complete(_send_all(made, known, path, sha256, progress), sha256)
    except ChangedError:
        made.abort()
        raise changed(path) from None
    # An answer that got lost may have left another one.
    for left in _begun(client, puts, bucket, key):
        left.abort()


def _begin(
    client: S3Client, puts: Puts, bucket: str, key: str, headers: Headers
) -> tuple[_Upload, dict[int, tuple[int, str]]]:
    """The upload to `key` that came farthest before it was interrupted, with its parts, else a new one."""
    found = [(one, one.known()) for one in _begun(client, puts, bucket, key)]
    if found:
        return max(found, key=lambda one: len(one[1]))
    new = client.create_multipart_upload(Bucket=bucket, Key=key, **headers)
    return _Upload(client, puts, bucket, key, new["UploadId"]), {}


def _begun(client: S3Client, puts: Puts, bucket: str, key: str) -> list[_Upload]:
    """Every upload to `key` that was begun and not ended."""
    with _tolerating(client):
        found = client.list_multipart_uploads(Bucket=bucket, Prefix=key).get("Uploads", ())
        return [_Upload(client, puts, bucket, key, one["UploadId"]) for one in found if one["Key"] == key]
    return []


@contextmanager
def _tolerating(client: S3Client) -> Iterator[None]:
    """Go on without, where the bucket will not list uploads: the key may not, or the server cannot.

    Some servers answer 501; rclone answers NoSuchUpload as long as there is none.
    """
    try:
        yield
    except client.exceptions.ClientError as error:
        status = error.response["ResponseMetadata"]["HTTPStatusCode"]
        if status >= 500 and status != 501:
            raise


def _send_all(
    made: _Upload, known: dict[int, tuple[int, str]], path: Path, sha256: str, progress: Progress
) -> list[CompletedPartTypeDef]:
    """Send what is missing."""

    def send(part: Part) -> CompletedPartTypeDef:
        with part:
            there, tag = known.get(part.number, (0, ""))
            if there == len(part.data) and is_of(tag, md5(part.data)):
                progress(there)
                return {"PartNumber": part.number, "ETag": tag}
            return made.send(part, progress)

    try:
        file = path.open("rb")
    except OSError as error:
        raise unreadable(path, error) from error
    with file:
        return each(Parts(path, file, sha256), send, AT_ONCE)
