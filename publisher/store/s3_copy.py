"""A copy that the server makes, so that no bytes come here.

docs.aws.amazon.com/AmazonS3/latest/API/API_CopyObject.html
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.store.s3_headers import Headers

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

REPLACED = (404, 412)
"""Statuses of a copy of what is not there any more."""


def copy(client: S3Client, bucket: str, key: str, target: str, tag: str, headers: Headers) -> bool | None:
    """Copy the version `tag` of `key` to `target`: whether it was there; None where the server would not."""
    try:
        client.copy_object(
            Bucket=bucket,
            Key=target,
            CopySource={"Bucket": bucket, "Key": key},
            CopySourceIfMatch=tag,
            MetadataDirective="REPLACE",
            **headers,
        )
    except client.exceptions.ClientError as error:
        status = error.response["ResponseMetadata"]["HTTPStatusCode"]
        if status in REPLACED:
            return False
        if 400 <= status < 500 or status == 501:
            return None
        raise
    return True
