"""CloudFront is asked to forget what is old: by moto's server, and by servers that fail."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

import boto3
import pytest

from publisher.model import Purge
from publisher.tell.cloudfront import MANY, paths
from tests.moto import Moto
from tests.tell.conftest import BASE, Telling
from tests.tell.servers import Handler, hangs, hangs_up, says, serving, writes


@pytest.fixture(autouse=True)
def credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys of nobody's, and no profile of this machine's."""
    for name, value in {
        "AWS_ACCESS_KEY_ID": "AKIANOBODY",
        "AWS_SECRET_ACCESS_KEY": "nobodys-secret",
        "AWS_CONFIG_FILE": os.devnull,
        "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        "AWS_EC2_METADATA_DISABLED": "true",
    }.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def cloudfront(moto: Moto, monkeypatch: pytest.MonkeyPatch) -> Any:
    """A client of moto's CloudFront, which our own calls go to too."""
    monkeypatch.setenv("AWS_ENDPOINT_URL_CLOUDFRONT", moto.endpoint)
    return boto3.Session().client("cloudfront", region_name="us-east-1")


def distribution(client: Any) -> str:
    """The ID of a new one."""
    origin = {
        "Id": "bucket",
        "DomainName": "bucket.s3.amazonaws.com",
        "S3OriginConfig": {"OriginAccessIdentity": ""},
    }
    made = client.create_distribution(
        DistributionConfig={
            "CallerReference": "test",
            "Origins": {"Quantity": 1, "Items": [origin]},
            "DefaultCacheBehavior": {"TargetOriginId": "bucket", "ViewerProtocolPolicy": "allow-all"},
            "Comment": "",
            "Enabled": True,
        }
    )
    return str(made["Distribution"]["Id"])


def test_the_distribution_forgets_what_is_old(telling: Telling, cloudfront: Any) -> None:
    name = distribution(cloudfront)
    (told,) = telling(purge=True, keeper=Purge(cloudfront=name), pace=3)
    assert (told.by, told.whom, told.wrong) == ("cloudfront", name, None)
    (listed,) = cloudfront.list_invalidations(DistributionId=name)["InvalidationList"]["Items"]
    batch = cloudfront.get_invalidation(DistributionId=name, Id=listed["Id"])["Invalidation"][
        "InvalidationBatch"
    ]
    assert batch["Paths"] == {"Quantity": 2, "Items": ["/show/episodes/aebler.html", "/show/podcast.xml"]}
    assert batch["CallerReference"].startswith("publisher a2a60e66-99d7-56f1-b9f4-13e5e2cec1cf 7 ")


def test_a_distribution_that_is_none_is_told_of(telling: Telling, cloudfront: Any) -> None:
    (told,) = telling(purge=True, keeper=Purge(cloudfront="E1ABCDEF2GHIJK"), pace=3)
    assert told.wrong == "AWS answered NoSuchDistribution"
    assert "write its ID" in told.fix


def refusal(status: int, code: str) -> Callable[[Handler], None]:
    """As CloudFront refuses."""
    body = (
        f'<ErrorResponse xmlns="http://cloudfront.amazonaws.com/doc/2020-05-31/"><Error><Type>Sender</Type>'
        f"<Code>{code}</Code><Message>nobodys-secret</Message></Error></ErrorResponse>"
    )
    return says(status, body.encode(), Content_Type="text/xml")


@pytest.mark.parametrize(
    ("answer", "wrong", "asked"),
    [
        (refusal(403, "AccessDenied"), "AWS answered AccessDenied", 1),
        (refusal(503, "ServiceUnavailable"), "AWS answered ServiceUnavailable", 2),
        (refusal(400, "Throttling"), "AWS answered Throttling", 2),
        (
            writes(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n<html"),
            "AWS cannot be asked: ResponseParserError",
            1,
        ),
        (hangs_up, "AWS cannot be asked: ConnectionClosedError", 2),
    ],
)
def test_what_aws_answers_is_told_in_few_words(
    telling: Telling,
    monkeypatch: pytest.MonkeyPatch,
    answer: Callable[[Handler], None],
    wrong: str,
    asked: int,
) -> None:
    with serving(answer) as server:
        monkeypatch.setenv("AWS_ENDPOINT_URL_CLOUDFRONT", server.url)
        (told,) = telling(purge=True, keeper=Purge(cloudfront="E1ABCDEF2GHIJK"), pace=1)
        assert (told.wrong, len(server.got)) == (wrong, asked)
    assert "secret" not in str(told)


def test_aws_is_not_waited_for(telling: Telling, monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(hangs) as server:
        monkeypatch.setenv("AWS_ENDPOINT_URL_CLOUDFRONT", server.url)
        (told,) = telling(purge=True, keeper=Purge(cloudfront="E1ABCDEF2GHIJK"), pace=0.1)
    assert told.wrong == "it did not answer in time"


def test_without_credentials_nothing_is_asked(telling: Telling, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    (told,) = telling(purge=True, keeper=Purge(cloudfront="E1ABCDEF2GHIJK"), pace=3)
    assert told.wrong == "AWS cannot be asked: NoCredentialsError"


def test_paths_are_those_of_the_urls_and_many_in_a_folder_are_one() -> None:
    urls = [f"{BASE}/episodes/{number}/transcript.vtt" for number in range(MANY + 1)]
    urls += [f"{BASE}/{number}.xml" for number in range(MANY + 1)]
    urls += [f"{BASE}/", f"{BASE}/tags/a.xml", f"{BASE}/media/gone-1.mp3"]
    assert paths(urls, BASE) == tuple(
        sorted(
            [
                "/show/",
                *(f"/show/{number}.xml" for number in range(MANY + 1)),
                "/show/episodes/*",
                "/show/media/gone-1.mp3",
                "/show/tags/a.xml",
            ]
        )
    )


def test_all_media_are_never_forgotten_at_once() -> None:
    """A hundred withdrawn recordings are a hundred paths: the others' copies stay where listeners are."""
    urls = [f"{BASE}/media/{number}.mp3" for number in range(100)]
    assert len(paths(urls, BASE)) == 100


def test_paths_stay_as_they_are_encoded() -> None:
    assert paths(["https://example.org/m%C3%A5l/feed.xml"], "https://example.org/m%C3%A5l") == (
        "/m%C3%A5l/feed.xml",
    )
    assert paths(["https://example.org/feed.xml"], "https://example.org") == ("/feed.xml",)
