"""What an object is told to be, and on what condition it is written, in the words of boto3."""

from __future__ import annotations

import base64
import hashlib
from mmap import mmap
from typing import TypedDict

from publisher.store.interface import Conditions


class Headers(TypedDict):
    """Parameters of each request that makes an object."""

    ContentType: str
    CacheControl: str
    Metadata: dict[str, str]


class Condition(TypedDict, total=False):
    """Parameters of a write that others may have come before."""

    IfMatch: str
    IfNoneMatch: str


def headers(type: str, cache: str, sha256: str) -> Headers:
    """Its media type, its cache policy, and what we note with it."""
    return {"ContentType": type, "CacheControl": cache, "Metadata": {"sha256": sha256}}


def condition(known: Conditions, tag: str | None) -> Condition:
    """That the version `tag` is there, or nothing if None, told as the bucket is `known` to take it."""
    if known == "none":
        return {}
    if tag is None:
        return {"IfNoneMatch": "*"}
    return {"IfMatch": tag.strip('"') if known == "bare" else tag}


def md5(data: bytes | mmap) -> str:
    """Of `data`, as in Content-MD5 (RFC 1864)."""
    return base64.b64encode(hashlib.md5(data, usedforsecurity=False).digest()).decode()


def is_of(tag: str, told: str) -> bool:
    """Whether the ETag `tag` is the MD5 `told`. It is not of several parts, nor of what KMS encrypts."""
    return tag.strip('"') == base64.b64decode(told).hex()
