"""What a bucket's or the network's refusal means to a producer, and what to do about it.

One table: the codes of docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html, bare HTTP statuses
(an answer to HEAD has no code) and the names of botocore's exceptions. Of an exception's own text only
a server's message and a file's name are quoted: botocore quotes headers, and with them credentials.
"""

from __future__ import annotations

from urllib.parse import urlsplit

from publisher.errors import ConflictError, StoreError
from publisher.store.body import unreadable

_NO_BUCKET = (
    "there is no bucket {bucket}",
    "Create it in your provider's console or with `{create}`, or mend the name in [publish] of show.toml.",
)
_NO_CREDENTIALS = (
    "there are no credentials",
    "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE to a profile that has them.",
)
_WRONG_CREDENTIALS = (
    "the access key or its secret is wrong",
    "Compare AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or the profile, with what the provider gave you, "
    "and the endpoint with the one they belong to.",
)
_EXPIRED = ("the credentials have expired", "Sign in again, or renew AWS_SESSION_TOKEN, and run again.")
_UNOBTAINABLE = (
    "the credentials cannot be had ({name})",
    "Try `aws sts get-caller-identity` in the same shell: it tells what the profile or sign-in lacks.",
)
_FORBIDDEN = (
    "access is denied",
    "Check key and secret, and that the key may get, put, delete and list in {bucket}; without the right "
    "to list, AWS calls absent objects forbidden too.",
)
_CLOCK = (
    "this computer's clock and the server's differ too much",
    "Set the clock (switch time synchronisation on) and run again.",
)
_REGION = (
    "the bucket is in another region",
    "Write the bucket's own region as region in [publish], or in AWS_REGION.",
)
_BAD_REGION = (
    "the region is not one",
    "Mend region in [publish], or AWS_REGION; it looks like eu-north-1. R2's is auto.",
)
_BAD_BUCKET = (
    "{bucket} cannot be the name of a bucket",
    "Names are 3 to 63 lower-case letters, digits, dots and hyphens: mend it in [publish] of show.toml.",
)
_BAD_ENDPOINT = (
    "the endpoint is not an address",
    "Write it with its scheme, as in https://s3.example.org; mend endpoint in [publish] or AWS_ENDPOINT_URL.",
)
_UNREACHABLE = (
    "the server cannot be reached",
    "Check endpoint in [publish] for its name and port, and the network and its proxy; then run again.",
)
_TLS = (
    "no trusted TLS connection can be made",
    "Does the server speak https at this endpoint? The certificate of one's own authority goes into "
    "AWS_CA_BUNDLE.",
)
_BROKEN = ("the connection broke or the server fell silent", "Check the network and run again.")
_BUSY = ("the server is overloaded or out of order", "Wait a little and run again.")
_DAMAGED = (
    "the bytes were damaged on the way",
    "Run again; if it stays so, something in between alters data.",
)
_FULL = ("the bucket is full", "Make room or raise the quota at your provider.")
_CONFLICT = (
    "something else stands there than a moment ago: somebody else is writing",
    "Wait until they are done, then run again.",
)
_UNABLE = (
    "the server cannot do that",
    "Tell us which server this is: it is not as S3-compatible as it says.",
)
_UNSENDABLE = (
    "the request cannot be sent",
    "Is there a line break or a blank in AWS_ACCESS_KEY_ID, AWS_SESSION_TOKEN or the profile? Write it anew.",
)
_NO_FILE = ("a file it needs cannot be read", "Check the path in AWS_CA_BUNDLE, if it is set, and run again.")
_OTHER = ("{name}", "If running again does not help, check target, endpoint and region in [publish].")

_REASONS = {
    "NoSuchBucket": _NO_BUCKET,
    "404": _NO_BUCKET,
    "NoCredentialsError": _NO_CREDENTIALS,
    "PartialCredentialsError": _NO_CREDENTIALS,
    "InvalidAccessKeyId": _WRONG_CREDENTIALS,
    "SignatureDoesNotMatch": _WRONG_CREDENTIALS,
    "InvalidSecurity": _WRONG_CREDENTIALS,
    "InvalidToken": _WRONG_CREDENTIALS,
    "Unauthorized": _WRONG_CREDENTIALS,
    "401": _WRONG_CREDENTIALS,
    "ExpiredToken": _EXPIRED,
    "ExpiredTokenException": _EXPIRED,
    "TokenRefreshRequired": _EXPIRED,
    "CredentialRetrievalError": _UNOBTAINABLE,
    "TokenRetrievalError": _UNOBTAINABLE,
    "RefreshWithMFAUnsupportedError": _UNOBTAINABLE,
    "SSOError": _UNOBTAINABLE,
    "LoginError": _UNOBTAINABLE,
    "ProfileNotFound": _UNOBTAINABLE,
    "ConfigParseError": _UNOBTAINABLE,
    "ConfigNotFound": _UNOBTAINABLE,
    "InvalidConfigError": _UNOBTAINABLE,
    "UnknownCredentialError": _UNOBTAINABLE,
    "AccessDenied": _FORBIDDEN,
    "AccountProblem": _FORBIDDEN,
    "AllAccessDisabled": _FORBIDDEN,
    "403": _FORBIDDEN,
    "RequestTimeTooSkewed": _CLOCK,
    "RequestExpired": _CLOCK,
    "PermanentRedirect": _REGION,
    "AuthorizationHeaderMalformed": _REGION,
    "IllegalLocationConstraintException": _REGION,
    "301": _REGION,
    "307": _REGION,
    "InvalidRegionError": _BAD_REGION,
    "NoRegionError": _BAD_REGION,
    "UnknownRegionError": _BAD_REGION,
    "InvalidBucketName": _BAD_BUCKET,
    "ParamValidationError": _BAD_BUCKET,
    "ValueError": _BAD_ENDPOINT,
    "EndpointProviderError": _BAD_ENDPOINT,
    "InvalidEndpointConfigurationError": _BAD_ENDPOINT,
    "ConnectionError": _UNREACHABLE,
    "SSLError": _TLS,
    "ReadTimeoutError": _BROKEN,
    "ConnectionClosedError": _BROKEN,
    "ResponseStreamingError": _BROKEN,
    "IncompleteReadError": _BROKEN,
    "IncompleteBody": _BROKEN,
    "RequestTimeout": _BROKEN,
    "SlowDown": _BUSY,
    "TooManyRequests": _BUSY,
    "InternalError": _BUSY,
    "ServiceUnavailable": _BUSY,
    "429": _BUSY,
    "500": _BUSY,
    "502": _BUSY,
    "503": _BUSY,
    "504": _BUSY,
    "BadDigest": _DAMAGED,
    "XAmzContentSHA256Mismatch": _DAMAGED,
    "ChecksumError": _DAMAGED,
    "QuotaExceeded": _FULL,
    "507": _FULL,
    "PreconditionFailed": _CONFLICT,
    "ConditionalRequestConflict": _CONFLICT,
    "412": _CONFLICT,
    # Of a write, that what was to be replaced is gone; of a read it is no error.
    "NoSuchKey": _CONFLICT,
    "NotImplemented": _UNABLE,
    "MissingContentLength": _UNABLE,
    "405": _UNABLE,
    "411": _UNABLE,
    "501": _UNABLE,
    "HTTPClientError": _UNSENDABLE,
    "OSError": _NO_FILE,
}
"""Code, status or exception → what happened, what to do."""


def explain(error: Exception, *, target: str, doing: str, bucket: str, endpoint: str) -> StoreError:
    """What `error` means that kept us from `doing` something with `target` at `endpoint`."""
    cause = error.__context__ if type(error).__name__ == "S3UploadFailedError" else error
    if isinstance(cause, OSError) and cause.filename:
        return unreadable(cause.filename, cause)
    told = (getattr(cause, "response", None) or {}).get("Error", {})
    names = (told.get("Code"), *(kind.__name__ for kind in type(cause).__mro__))
    what, fix = next((_REASONS[name] for name in names if name in _REASONS), _OTHER)
    words = {
        "bucket": bucket,
        "name": type(cause).__name__,
        "create": f"aws s3 mb s3://{bucket} --endpoint-url {endpoint}",
    }
    kind = ConflictError if what is _CONFLICT[0] else StoreError
    return kind(
        f"{target} at {endpoint}: cannot {doing}: {what.format(**words)}{_answer(told)}",
        fix=fix.format(**words),
    )


def _answer(told: dict[str, str]) -> str:
    """The server's own words in brackets, on one line, unless it repeats what the request was signed with."""
    words = " ".join(f"{told.get('Code', '')}: {told.get('Message', '')}".split()).strip(": ")
    if "AWS4-" in words or "X-Amz-" in words:
        words = told.get("Code", "")
    return f" ({words[:200]})" if words else ""


def check_endpoint(endpoint: str | None) -> None:
    """Raise a `StoreError` unless `endpoint` is an http(s) address without user name, or None for AWS."""
    if endpoint is not None and (reason := _fault(endpoint)):
        raise StoreError(
            f"the endpoint {without_credentials(endpoint)} {reason}",
            fix="Write it as in https://s3.example.org; keys go into the environment or a profile.",
        )


def _fault(endpoint: str) -> str | None:
    try:
        parts = urlsplit(endpoint)
        address = parts.hostname, parts.port
    except ValueError:
        return "is not an address"
    if parts.scheme not in ("http", "https"):
        return "does not begin with http:// or https://"
    if not address[0]:
        return "names no server"
    return "has a user name in it" if "@" in parts.netloc else None


def without_credentials(address: str) -> str:
    """`address` as it may be shown: without what stands before an `@`, and without a query."""
    scheme, mark, rest = address.partition("?")[0].rpartition("://")
    return f"{scheme}{mark}{rest.rpartition('@')[2]}"
