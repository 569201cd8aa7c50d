"""What an object is told to be, in the words of boto3."""

from __future__ import annotations

from typing import TypedDict


class Headers(TypedDict):
    """Parameters of each request that makes an object."""

    ContentType: str
    CacheControl: str
    Metadata: dict[str, str]


def headers(type: str, cache: str, sha256: str) -> Headers:
    """Its media type, its cache policy, and what we note with it."""
    return {"ContentType": type, "CacheControl": cache, "Metadata": {"sha256": sha256}}
