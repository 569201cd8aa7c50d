"""CloudFront: an invalidation of every path whose copies are old.

docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Invalidation.html: a path is one by itself, or one
for all that start with it, and each is paid for; 15 of the latter may be under way at once.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial
from urllib.parse import urlsplit

from publisher.errors import NoticeError
from publisher.model import News, Show, is_immutable
from publisher.tell.wire.message import Means, Message

PURGES = True
LIMIT = 10
"""Seconds: loading boto3 takes a while on a slow machine."""
MANY = 10
"""More files than this in one folder are invalidated together."""


def messages(news: News, show: Show, means: Means) -> Iterator[Message]:
    """One, if any URL's copies are old."""
    distribution = show.notify.purge.cloudfront
    if distribution and news.stale:
        items = paths(news.stale, news.base_url)
        send = partial(_invalidate, distribution, items, f"{news.guid} {news.revision}")
        yield Message(whom=distribution, send=send, limit=LIMIT)


def paths(urls: Iterable[str], base_url: str) -> tuple[str, ...]:
    """The paths of `urls` below `base_url`, sorted; where there are many in a folder, one for all of it.

    Never one for what is immutable too: every listener's next download would come from the bucket.
    """
    base = urlsplit(base_url).path
    folders = defaultdict(list)
    for url in urls:
        key = url.removeprefix(f"{base_url}/")
        folders[f"{key.partition('/')[0]}/" if "/" in key and not is_immutable(key) else ""].append(key)
    short = ([f"{name}*"] if name and len(keys) > MANY else keys for name, keys in folders.items())
    return tuple(sorted(f"{base}/{key}" for keys in short for key in keys))


def _invalidate(distribution: str, items: tuple[str, ...], reference: str) -> None:
    """Ask for it. A second attempt, with the same reference, asks for the same (CreateInvalidation)."""
    import boto3
    from botocore.config import Config
    from botocore.exceptions import BotoCoreError, ClientError
    from botocore.parsers import ResponseParserError

    config = Config(connect_timeout=3, read_timeout=5, retries={"total_max_attempts": 1})
    digest = hashlib.sha256("\n".join(items).encode()).hexdigest()[:12]
    batch = {
        "Paths": {"Quantity": len(items), "Items": list(items)},
        "CallerReference": f"publisher {reference} {digest}",
    }
    try:
        # It is everywhere, and its API in one place only.
        client = boto3.Session().client("cloudfront", region_name="us-east-1", config=config)
        client.create_invalidation(DistributionId=distribution, InvalidationBatch=batch)
    except ClientError as error:
        code = error.response["Error"]["Code"]
        passing = error.response["ResponseMetadata"]["HTTPStatusCode"] >= 500 or "Throttl" in code
        raise NoticeError(f"AWS answered {code}", fix=FIXES.get(code, ""), passing=passing) from error
    except (BotoCoreError, ResponseParserError, ValueError) as error:
        # Their own texts may quote credentials.
        name = type(error).__name__
        raise NoticeError(
            f"AWS cannot be asked: {name}", passing="Timeout" in name or "Connect" in name
        ) from None


FIXES = {
    "AccessDenied": "the key or role needs cloudfront:CreateInvalidation for this distribution",
    "NoSuchDistribution": "write its ID, such as E1ABCDEF2GHIJK, not its domain name",
    "TooManyInvalidationsInProgress": "publish less often, or wait for the copies to grow old",
}
