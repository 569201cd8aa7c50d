"""Every refusal that we know has words of its own, and none that we do not know gives anything away."""

from __future__ import annotations

import builtins

import botocore.exceptions
import pytest
from botocore.exceptions import ClientError

from publisher.errors import StoreError
from publisher.store import s3_errors
from publisher.store.s3_errors import explain, without_credentials


def told(error: Exception) -> StoreError:
    return explain(
        error,
        target="s3://show/prefix",
        doing="write feed.xml",
        bucket="show",
        endpoint="https://s3.example.org",
    )


def answer(code: str, message: str = "") -> ClientError:
    return ClientError({"Error": {"Code": code, "Message": message}}, "PutObject")


@pytest.mark.parametrize("name", s3_errors._REASONS)
def test_every_line_of_the_table_can_be_reached(name: str) -> None:
    """Names of exceptions exist; all else is a code that a server answers with. Each has a remedy."""
    if name.endswith("Error") and name not in ("InternalError", "KeyTooLongError", "SSOError"):
        assert hasattr(botocore.exceptions, name) or hasattr(builtins, name)
    error = told(answer(name, "in the server's words"))
    assert str(error).startswith("s3://show/prefix at https://s3.example.org: cannot write feed.xml: ")
    assert "in the server's words" in str(error)
    assert error.fix
    assert "{" not in str(error) + error.fix


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (answer("RequestTimeTooSkewed"), "clock"),
        (answer("PermanentRedirect"), "another region"),
        (answer("AccessDenied"), "access is denied"),
        (answer("ExpiredToken"), "have expired"),
        (answer("SlowDown"), "overloaded"),
        (answer("BadDigest"), "damaged on the way"),
        (botocore.exceptions.ConnectTimeoutError(endpoint_url="https://s3.example.org"), "cannot be reached"),
        (botocore.exceptions.ProxyConnectionError(proxy_url="http://u:hush@proxy"), "cannot be reached"),
        (botocore.exceptions.ReadTimeoutError(endpoint_url="https://s3.example.org"), "fell silent"),
        (botocore.exceptions.UnauthorizedSSOTokenError(), "credentials cannot be had"),
        (botocore.exceptions.CredentialRetrievalError(provider="p", error_msg="hush"), "cannot be had"),
    ],
)
def test_a_refusal_is_told_in_a_producers_words(error: Exception, said: str) -> None:
    """And never in botocore's own, which may hold a password."""
    assert said in str(told(error))
    assert "hush" not in str(told(error)) + told(error).fix


def test_what_nobody_foresaw_is_told_by_the_server_itself() -> None:
    """On one line and not too long, with the code to look up."""
    error = told(answer("Teapot", "I am\na teapot. " * 100))
    assert "(Teapot: I am a teapot. I am" in str(error)
    assert len(str(error)) < 400
    assert error.fix


@pytest.mark.parametrize(
    "message", ["AWS4-HMAC-SHA256 Credential=hush", "https://s3.example.org/?X-Amz-Signature=hush"]
)
def test_a_server_that_repeats_the_signature_is_not_repeated(message: str) -> None:
    """Some echo the request they did not like."""
    assert "(InvalidRequest)" in str(told(answer("InvalidRequest", message)))
    assert "hush" not in str(told(answer("InvalidRequest", message)))


def test_an_unknown_exception_is_named_only() -> None:
    """Its text is not ours to judge."""
    error = told(botocore.exceptions.MD5UnavailableError())
    assert str(error).endswith("MD5UnavailableError")


def test_a_file_that_cannot_be_read_is_named() -> None:
    """It is the recording that is missing, not the bucket."""
    error = told(FileNotFoundError(2, "No such file or directory", "episodes/one/one.mp3"))
    assert "cannot read episodes/one/one.mp3" in str(error)


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://s3.example.org", "https://s3.example.org"),
        ("https://user:pass@s3.example.org:9000/x", "https://s3.example.org:9000/x"),
        ("https://s3.example.org/?X-Amz-Signature=1", "https://s3.example.org/"),
        ("user:pass@s3.example.org", "s3.example.org"),
        ("AWS", "AWS"),
    ],
)
def test_an_address_is_shown_without_credentials(address: str, shown: str) -> None:
    """Wherever they stand in it."""
    assert without_credentials(address) == shown
