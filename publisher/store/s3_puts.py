"""Small objects, and parts of large ones, put the way that boto3 has put one before, at a third of the work.

Of what boto3 does for each request most is the same for all of them: it finds the endpoint, checks and
words the parameters and describes itself. Here only the key, the body and its headers are new. URL,
region, proxy, certificates, pool and signer are the client's own, learnt from a request of its that
succeeded. Whatever is not a plain success is forgotten with what was learnt, and asked for again by
boto3: errors, retries, redirects and waiting are its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

if TYPE_CHECKING:
    from botocore.httpsession import URLLib3Session
    from botocore.signers import RequestSigner
    from mypy_boto3_s3 import S3Client

CREATED = 200
SIGNED_WITH = ("v4", "s3v4")
"""The signatures that are of this request alone; that of S3 Express is of a session."""
TOLD = ("auth_type", "client_config", "client_region", "has_streaming_input", "signing", "checksum")
"""What of a request's context is the same for the next."""


@dataclass(frozen=True, slots=True)
class _Way:
    """How a request of the client succeeded."""

    base: str
    """The URL of the bucket's root, with a slash at its end."""
    agent: str
    context: Mapping[str, Any]
    """What the signer is told, the region for one."""
    http: URLLib3Session


class Puts:
    """What a client's own requests to put objects in `bucket` teach. Several threads may use it."""

    def __init__(self, client: S3Client, bucket: str) -> None:
        self._bucket = bucket
        self._signer: RequestSigner | None = None
        self._way: _Way | None = None
        client.meta.events.register("before-call.s3.PutObject", self._meet)
        client.meta.events.register("needs-retry.s3.PutObject", self._learn)

    def put(
        self,
        key: str,
        data: bytes | memoryview,
        headers: Mapping[str, str],
        query: Mapping[str, str] | None = None,
    ) -> str | None:
        """The ETag of `data`, now at `key`; None: boto3 is to be asked. `query` names a part of it."""
        from botocore.awsrequest import AWSRequest
        from botocore.exceptions import BotoCoreError

        way, signer = self._way, self._signer
        if not way or not signer:
            return None
        request = AWSRequest(
            method="PUT",
            url=way.base + _quoted(key) + (f"?{urlencode(query)}" if query else ""),
            data=data,
            headers={**headers, "User-Agent": way.agent},
        )
        request.context = dict(way.context)
        try:
            signer.sign("PutObject", request)
            answer = way.http.send(request.prepare())
        except BotoCoreError:
            answer = None
        tag = answer.headers.get("ETag") if answer and answer.status_code == CREATED else None
        if not tag:
            self._way = None
        return tag

    def _meet(self, request_signer: RequestSigner, **_: object) -> None:
        self._signer = request_signer

    def _learn(self, request_dict: dict[str, Any], endpoint: Any, response: Any, **_: object) -> None:
        """From what was sent last and its answer, whatever came before it."""
        context, url = request_dict["context"], request_dict["url"]
        params = context.get("input_params", {})
        ending = _quoted(params.get("Key", ""))
        if (
            response
            and response[0].status_code == CREATED
            and context.get("auth_type") in SIGNED_WITH
            and params.get("Bucket") == self._bucket
            and url.endswith(f"/{ending}")
        ):
            self._way = _Way(
                base=url.removesuffix(ending),
                agent=request_dict["headers"]["User-Agent"],
                context={name: context[name] for name in TOLD if name in context},
                http=endpoint.http_session,
            )


def _quoted(key: str) -> str:
    """As botocore writes a key in a URL."""
    return quote(key, safe="/-._~")
