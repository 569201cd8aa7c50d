"""Everybody may get what is published, by bucket policy: ACLs are off on new buckets (S3-012).

What is allowed begins with a letter or a digit, as in `404.html`; `.publisher/` does not, so it stays ours
on every server. Denying it instead would shut out ourselves too, except by conditions that few servers know.
"""

from __future__ import annotations

from string import ascii_lowercase, digits

from publisher.model import State
from publisher.setup.policy import GET, denying, is_public, statements, told
from publisher.setup.wish import Wish, mark
from publisher.store.bucket import Document, Spot

NAME = "public read"
SETTING = "policy"
UNKNOWN = ""


def want(now: Document | None, spot: Spot) -> Wish:
    """Our statement, beside those of others; none where theirs do the same."""
    resources = [f"{spot.resource}{first}*" for first in ascii_lowercase + digits]
    if all(is_public(now, resource) for resource in resources):
        return Wish(state=State.OK, what="everybody may get what is published")
    sid = mark("public-read", spot)
    ours = {"Sid": sid, "Effect": "Allow", "Principal": "*", "Action": GET, "Resource": resources}
    others = [one for one in statements(now) if one.get("Sid") != sid]
    document = {"Version": "2012-10-17", **(now or {}), "Statement": [*others, ours]}
    if against := next((one for resource in resources for one in denying(document, resource)), None):
        return Wish(
            state=State.DIFFERS,
            what=f"a statement of the bucket policy ({told(against)}) denies it to everybody",
            fix="Take it out of the bucket policy, or narrow it, then run this again.",
        )
    return Wish(
        state=State.DIFFERS if len(others) < len(statements(now)) else State.MISSING,
        what="not everybody may get what is published",
        will=f"let everybody get what begins with a letter or digit below s3://{spot.bucket}/{spot.prefix} "
        f"(statement {sid} of the bucket policy; others stay)",
        document=document,
    )
