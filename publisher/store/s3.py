"""`s3://bucket/prefix` on AWS and whatever speaks its language, by boto3, which loads with the first store.

Settings are those that every measured server and provider takes: checksums only where they are
required (over TLS the default breaks Ceph and its like), Content-MD5 on small objects, equal parts,
no ACLs. docs.aws.amazon.com/AmazonS3/latest/API; sha256 is kept as user metadata.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from publisher.model import StoredObject, Version
from publisher.store.body import checked, size
from publisher.store.carrying import carry
from publisher.store.interface import Conditions, Progress
from publisher.store.key import check_key, check_prefix
from publisher.store.parts import PART
from publisher.store.s3_copy import copy
from publisher.store.s3_errors import check_endpoint, explain, without_credentials
from publisher.store.s3_headers import Condition, condition, headers, is_of, md5
from publisher.store.s3_parts import upload
from publisher.store.s3_probe import probe
from publisher.store.s3_puts import Puts

if TYPE_CHECKING:
    from botocore.exceptions import ClientError
    from botocore.model import OperationModel
    from mypy_boto3_s3 import S3Client
    from mypy_boto3_s3.type_defs import GetObjectOutputTypeDef, HeadObjectOutputTypeDef


class S3Store:
    """The objects of a bucket whose keys start with `prefix/`. Several threads may use one store.

    Credentials come from where AWS tools take them: environment, profile, sign-in, container, and on
    AWS itself the machine's role.
    """

    def __init__(
        self, bucket: str, prefix: str = "", *, endpoint: str | None = None, region: str | None = None
    ) -> None:
        self._bucket = bucket
        self._prefix = f"{prefix}/" if prefix else ""
        self._endpoint = without_credentials(endpoint or "AWS")
        self._conditions: Conditions = "quoted"
        self._is_known = False
        check_prefix(self._prefix, self.name)
        check_endpoint(endpoint)
        with self._explained("open it"):
            self._client = connect(endpoint, region)
        self._endpoint = without_credentials(self._client.meta.endpoint_url)
        self._puts = Puts(self._client, bucket)

    @property
    def name(self) -> str:
        """`s3://bucket/prefix`."""
        return f"s3://{self._bucket}/{self._prefix}".rstrip("/")

    @property
    def record(self) -> str:
        """The same: the record is in it."""
        return self.name

    def get(self, key: str) -> bytes | None:
        """The bytes at `key`, or None."""
        check_key(key, self.name)
        with self._explained(f"read {key}"):
            found = self._fetch(key)
            return found[1] if found else None

    def read(self, key: str) -> Version | None:
        """The bytes at `key`, their ETag, and their age by the server's own clock, or None."""
        check_key(key, self.name)
        with self._explained(f"read {key}"):
            if (fetched := self._fetch(key)) is None:
                return None
            found, data = fetched
            now = parsedate_to_datetime(found["ResponseMetadata"]["HTTPHeaders"]["date"])
            written = found["LastModified"]
            return Version(data=data, tag=found["ETag"], written=written, age=max(timedelta(), now - written))

    def _fetch(self, key: str) -> tuple[GetObjectOutputTypeDef, bytes] | None:
        """The answer to GET and its body, or None; once more where it broke off or was damaged."""
        from botocore.exceptions import ChecksumError, IncompleteReadError, ResponseStreamingError

        try:
            return self._fetch_once(key)
        except (ChecksumError, IncompleteReadError, ResponseStreamingError):
            return self._fetch_once(key)

    def _fetch_once(self, key: str) -> tuple[GetObjectOutputTypeDef, bytes] | None:
        """Raises ChecksumError where the bytes are not those that were written."""
        from botocore.exceptions import ChecksumError

        try:
            found = self._client.get_object(Bucket=self._bucket, Key=self._prefix + key)
        except self._client.exceptions.ClientError as error:
            if self._is_absence(error):
                return None
            raise
        data = found["Body"].read()
        told, here = _sha256(found["Metadata"]), hashlib.sha256(data).hexdigest()
        if told not in (None, here):
            raise ChecksumError(checksum_type="sha256", expected_checksum=told, actual_checksum=here)
        return found, data

    def tag(self, key: str) -> str | None:
        """The ETag of the object at `key`, or None."""
        check_key(key, self.name)
        with self._explained(f"look at {key}"):
            found = self._look(key)
            return found["ETag"] if found else None

    def head(self, key: str) -> StoredObject | None:
        """Size, type and cache policy of the object at `key`, and its sha256 if Publisher wrote it."""
        check_key(key, self.name)
        with self._explained(f"look at {key}"):
            found = self._look(key)
        return found and StoredObject(
            key=key,
            size=found["ContentLength"],
            sha256=_sha256(found["Metadata"]),
            type=found.get("ContentType"),
            cache=found.get("CacheControl"),
        )

    def _look(self, key: str) -> HeadObjectOutputTypeDef | None:
        """The answer to HEAD, or None."""
        try:
            return self._client.head_object(Bucket=self._bucket, Key=self._prefix + key)
        except self._client.exceptions.ClientError as error:
            if self._is_absence(error):
                return None
            raise

    def put(
        self,
        key: str,
        body: bytes | Path,
        *,
        type: str,
        cache: str,
        sha256: str,
        new: bool = False,
        progress: Progress = lambda sent: None,
    ) -> bool:
        """Write `body` with its headers, in parts if it is large; whether the ETag is the MD5 of `body`.

        It is not of parts, nor where the bucket encrypts with a key of KMS.
        """
        check_key(key, self.name)
        with self._explained(f"write {key}"):
            if isinstance(body, Path) and size(body) > PART:
                upload(
                    self._client,
                    self._puts,
                    self._bucket,
                    self._prefix + key,
                    body,
                    headers(type, cache, sha256),
                    sha256=sha256,
                    progress=progress,
                )
                return False
            data = b"".join(checked(body, sha256))
            digest, wanted = md5(data), condition(self._conditions, None) if new else Condition()
            tag = self._put_small(key, data, digest, type, cache, sha256, wanted)
            progress(len(data))
            return is_of(tag, digest)

    def _put_small(
        self, key: str, data: bytes, digest: str, type: str, cache: str, sha256: str, wanted: Condition
    ) -> str:
        """As `_put_whole`, the short way where there is one; `digest` is the MD5 of `data`."""
        told = {
            "Content-MD5": digest,
            "Content-Type": type,
            "Cache-Control": cache,
            "x-amz-meta-sha256": sha256,
        }
        if "IfNoneMatch" in wanted:
            told["If-None-Match"] = wanted["IfNoneMatch"]
        return self._puts.put(self._prefix + key, data, told) or self._put_whole(
            key, data, type, cache, sha256, wanted
        )

    def swap(self, key: str, body: bytes, *, type: str, cache: str, sha256: str, tag: str | None) -> str:
        """Write `body` on the condition that the ETag at `key` is `tag`, if the bucket knows conditions."""
        check_key(key, self.name)
        with self._explained(f"write {key}"):
            return self._put_whole(key, body, type, cache, sha256, condition(self._conditions, tag))

    def copy(self, key: str, target: str, *, type: str, cache: str, sha256: str) -> str | None:
        """Have the bucket copy the version that has this `sha256`; by way of this machine where it cannot.

        It cannot where versions cannot be told apart, or nothing is noted with them.
        """
        check_key(key, self.name)
        check_key(target, self.name)
        with self._explained(f"copy {key}"):
            found = self._look(key)
            if found is None or (told := _sha256(found["Metadata"])) not in (None, sha256):
                return None
            version = condition(self._conditions, found["ETag"]).get("IfMatch")
            if told and version:
                names = self._prefix + key, self._prefix + target
                copied = copy(self._client, self._bucket, *names, version, headers(type, cache, sha256))
                if copied is not None:
                    return found["ETag"] if copied else None
        return carry(self, key, self, target, type=type, cache=cache, sha256=sha256)

    @property
    def conditions(self) -> Conditions:
        """As `adapt` was told."""
        return self._conditions

    def adapt(self, conditions: Conditions) -> None:
        """Tell conditions in that way from now on."""
        self._conditions = conditions

    def probe(self, key: str) -> Conditions:
        """Find it out by a few writes at `key`, which are gone afterwards."""
        check_key(key, self.name)
        with self._explained("find out what it can do"):
            self.adapt(probe(self._client, self._bucket, self._prefix + key))
            return self._conditions

    def _put_whole(
        self, key: str, data: bytes, type: str, cache: str, sha256: str, condition: Condition
    ) -> str:
        """Write `data` in one request; its ETag."""
        answer = self._client.put_object(
            Bucket=self._bucket,
            Key=self._prefix + key,
            Body=data,
            ContentMD5=md5(data),
            **headers(type, cache, sha256),
            **condition,
        )
        return answer["ETag"]

    def delete(self, key: str) -> None:
        """Remove the object, in one request each: not all servers take a request to delete many."""
        check_key(key, self.name)
        with self._explained(f"delete {key}"):
            self._client.delete_object(Bucket=self._bucket, Key=self._prefix + key)

    def list(self, prefix: str = "") -> Iterator[StoredObject]:
        """Key and size of every object whose key starts with `prefix`, but no console's `folder/` marks."""
        check_prefix(prefix, self.name)
        pages = self._client.get_paginator("list_objects_v2")
        with self._explained(f"list {prefix or 'its objects'}"):
            for page in pages.paginate(Bucket=self._bucket, Prefix=self._prefix + prefix):
                for found in page.get("Contents", ()):
                    if not found["Key"].endswith("/"):
                        yield StoredObject(key=found["Key"].removeprefix(self._prefix), size=found["Size"])

    def sweep(self) -> None:
        """Nothing: no object is ever there in part, and a rule of the bucket clears parts of uploads away."""

    def _is_absence(self, error: ClientError) -> bool:
        """Whether only the object is missing. An answer to HEAD does not say so: it may be the bucket."""
        code = error.response["Error"]["Code"]
        if code == "404" and not self._is_known:
            self._client.head_bucket(Bucket=self._bucket)
            self._is_known = True
        return code in ("404", "NoSuchKey")

    @contextmanager
    def _explained(self, doing: str) -> Iterator[None]:
        """The one place where what others raise becomes a StoreError."""
        from botocore.exceptions import BotoCoreError, ClientError

        try:
            yield
        except (BotoCoreError, ClientError, OSError, ValueError) as error:
            raise explain(
                error, target=self.name, doing=doing, bucket=self._bucket, endpoint=self._endpoint
            ) from error


def _sha256(metadata: dict[str, str]) -> str | None:
    """What we have noted with an object. rclone and its like hand names back in title case."""
    return {name.lower(): value for name, value in metadata.items()}.get("sha256")


def connect(endpoint: str | None, region: str | None) -> S3Client:
    """A client with the settings above. A server of one's own is never told this machine's AWS role."""
    import boto3
    import botocore.session
    from botocore.config import Config

    core = botocore.session.get_session()
    if endpoint:
        core.get_component("credential_provider").remove("iam-role")
    client = boto3.Session(botocore_session=core).client(
        "s3",
        endpoint_url=endpoint,
        region_name=region,
        config=Config(
            signature_version="s3v4",
            request_checksum_calculation="when_required",
            response_checksum_validation="when_required",
            retries={"mode": "standard", "max_attempts": 5},
            connect_timeout=5,
            read_timeout=60,
            max_pool_connections=32,
            s3={"addressing_style": "path" if endpoint else "auto"},
        ),
    )
    client.meta.events.register_last("before-call.s3", _send_at_once)
    return client


def _send_at_once(model: OperationModel, params: dict[str, Any], **_: object) -> None:
    """Spare small objects the round trip in which botocore asks whether it may send them."""
    if model.name == "PutObject":
        params["headers"].pop("Expect", None)
