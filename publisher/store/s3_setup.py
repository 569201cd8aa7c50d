"""The settings of a bucket, by boto3. docs.aws.amazon.com/AmazonS3/latest/API.

Few servers know all of them: what one says to a question that it does not understand is told as that.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from publisher.errors import StoreError, UnableError
from publisher.store.bucket import Document, Setting, Spot
from publisher.store.s3 import S3Store

if TYPE_CHECKING:
    from botocore.exceptions import ClientError
    from botocore.model import OperationModel

FORBIDDEN = 403
UNKNOWN = (400, 404, 405, 409, 411, 501)
"""What servers answer to what they do not know. 409: they took it for the wish to create a bucket."""
ANYWHERE = ("", "us-east-1", "auto", "aws-global")
"""Regions that are not named when a bucket is made."""


@dataclass(frozen=True, slots=True)
class _Call:
    """How a setting is asked for and set; `body` is the parameter that holds it."""

    name: str
    get: str
    put: str
    body: str


_CALLS: dict[Setting, _Call] = {
    "block": _Call(
        "BucketPublicAccessBlock",
        "get_public_access_block",
        "put_public_access_block",
        "PublicAccessBlockConfiguration",
    ),
    "policy": _Call("BucketPolicy", "get_bucket_policy", "put_bucket_policy", "Policy"),
    "cors": _Call("BucketCORS", "get_bucket_cors", "put_bucket_cors", "CORSConfiguration"),
    "lifecycle": _Call(
        "LifecycleConfiguration",
        "get_bucket_lifecycle_configuration",
        "put_bucket_lifecycle_configuration",
        "LifecycleConfiguration",
    ),
    "website": _Call("BucketWebsite", "get_bucket_website", "put_bucket_website", "WebsiteConfiguration"),
    "versioning": _Call("BucketVersioning", "get_bucket_versioning", "put_bucket_versioning", ""),
}
"""`name` is what the right to it is called: s3:Get…, s3:Put…."""


class S3Bucket(S3Store):
    """A bucket as a store, and its settings."""

    def __init__(
        self, bucket: str, prefix: str = "", *, endpoint: str | None = None, region: str | None = None
    ) -> None:
        super().__init__(bucket, prefix, endpoint=endpoint, region=region)
        self._region = region or ("" if endpoint else self._client.meta.region_name or "")
        self._client.meta.events.register_last("before-call.s3", _sign_with_md5)

    @property
    def spot(self) -> Spot:
        """Where the show is."""
        return Spot(
            bucket=self._bucket,
            prefix=self._prefix,
            partition=self._client.meta.partition,
            region="" if self._region in ANYWHERE else self._region,
        )

    @property
    def endpoint(self) -> str:
        """The server's address, as boto3 found it."""
        return self._endpoint

    def exists(self) -> bool:
        """Whether the bucket is there; one that the key may not see is an error."""
        with self._explained("look for its bucket"):
            try:
                self._client.head_bucket(Bucket=self._bucket)
            except self._client.exceptions.ClientError as error:
                if error.response["ResponseMetadata"]["HTTPStatusCode"] == 404:
                    return False
                raise
        return True

    def create(self) -> None:
        """Make the bucket, in the region of show.toml or of the environment."""
        where: dict[str, Any] = {}
        if self.spot.region:
            where = {"CreateBucketConfiguration": {"LocationConstraint": self.spot.region}}
        with self._explained("create its bucket"):
            try:
                self._client.create_bucket(Bucket=self._bucket, **where)
            except self._client.exceptions.BucketAlreadyOwnedByYou:
                return
            except self._client.exceptions.BucketAlreadyExists as error:
                raise StoreError(
                    f"{self.name}: somebody else has a bucket called {self._bucket}",
                    fix="Choose another name, and write it into [publish] of show.toml.",
                ) from error

    def look_up(self, setting: Setting) -> Document | None:
        """What is set, without what only the transport says."""
        call = _CALLS[setting]
        with self._understood(call.name, "Get"):
            try:
                answer: Document = getattr(self._client, call.get)(Bucket=self._bucket)
            except self._client.exceptions.ClientError as error:
                code = error.response["Error"]["Code"]
                if code.startswith("NoSuch") and code != "NoSuchBucket":
                    return None
                raise
            answer.pop("ResponseMetadata")
            found: Document = answer[call.body] if setting in ("policy", "block") else answer
            return json.loads(found) if isinstance(found, str) else found

    def set_up(self, setting: Setting, document: Document) -> None:
        """Set it as a whole."""
        call = _CALLS[setting]
        rest: Document = {}
        if setting == "lifecycle":
            name = "TransitionDefaultMinimumObjectSize"
            rest = {name: document[name]} if name in document else {}
            document = {"Rules": document["Rules"]}
        value = json.dumps(document) if setting == "policy" else document
        with self._understood(call.name, "Put"):
            getattr(self._client, call.put)(Bucket=self._bucket, **{call.body: value}, **rest)

    @contextmanager
    def _understood(self, name: str, verb: str) -> Iterator[None]:
        """What a server refuses because it, or the key, is not able to becomes an UnableError."""
        from botocore.exceptions import ClientError
        from botocore.parsers import ResponseParserError

        with self._explained(f"{verb.lower()} {name}"):
            try:
                yield
            except (ResponseParserError, KeyError, TypeError, ValueError) as error:
                raise UnableError(f"the server does not know it ({verb}{name})") from error
            except ClientError as error:
                if unable := _inability(error, verb, name):
                    raise unable from error
                raise


def _inability(error: ClientError, verb: str, name: str) -> UnableError | None:
    """What `error` says of what the server, or the key, is not able to; None if it says something else."""
    status, told = error.response["ResponseMetadata"]["HTTPStatusCode"], error.response["Error"]
    if status == FORBIDDEN and "block public access" in told.get("Message", "").lower():
        return UnableError(
            "Block Public Access forbids it, of the bucket, the account or the organisation",
            fix="Switch it off in Amazon's console, in the settings of the account, then run this again.",
        )
    if status == FORBIDDEN:
        return UnableError(
            f"the key may not do that (s3:{verb}{name})",
            fix=f"Allow the key s3:{verb}{name}, or let whoever owns the bucket run publisher setup.",
        )
    if status in UNKNOWN and told.get("Code") != "NoSuchBucket":
        return UnableError(f"the server does not know it ({verb}{name}: {status})")
    return None


def _sign_with_md5(model: OperationModel, params: dict[str, Any], **_: object) -> None:
    """Settings must be sent with a checksum; the only one that all servers know is Content-MD5."""
    if model.name.startswith("PutBucket") or model.name == "PutPublicAccessBlock":
        digest = hashlib.md5(params["body"], usedforsecurity=False).digest()
        params["headers"]["Content-MD5"] = base64.b64encode(digest).decode()
        params["context"].pop("checksum", None)
