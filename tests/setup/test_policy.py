"""Who may get what, by policies as others write them."""

from __future__ import annotations

from typing import Any

import pytest

from publisher.setup.policy import is_public, statements

RESOURCE = "arn:aws:s3:::b/show/podcast.xml"


def policy(*statements: dict[str, Any]) -> dict[str, Any]:
    return {"Version": "2012-10-17", "Statement": list(statements)}


def allow(**more: Any) -> dict[str, Any]:
    """A statement that lets everybody get everything, except as told; None takes a part away."""
    plain = {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*"}
    return {name: value for name, value in (plain | more).items() if value is not None}


@pytest.mark.parametrize(
    "statement",
    [
        allow(),
        allow(Principal={"AWS": "*"}),
        allow(Principal={"AWS": ["arn:aws:iam::1:root", "*"]}),
        allow(Action="s3:*"),
        allow(Action="S3:getobject"),
        allow(Action=["s3:ListBucket", "s3:Get*"]),
        allow(Action="*"),
        allow(Resource=["arn:aws:s3:::b", "arn:aws:s3:::b/show/*"]),
        allow(Resource="arn:aws:s3:::b/show/podcast.xm?"),
        allow(Resource="*"),
        allow(Resource=None, NotResource="arn:aws:s3:::b/private/*"),
        allow(Action=None, NotAction="s3:DeleteObject"),
    ],
)
def test_a_statement_may_let_everybody_get_it(statement: dict[str, Any]) -> None:
    assert is_public(policy(statement), RESOURCE)


@pytest.mark.parametrize(
    "statement",
    [
        allow(Effect="Deny"),
        allow(Principal={"AWS": "arn:aws:iam::1:user/me"}),
        allow(Principal={"Service": "cloudfront.amazonaws.com"}),
        allow(Principal=None),
        allow(Condition={"IpAddress": {"aws:SourceIp": "192.0.2.0/24"}}),
        allow(Action="s3:ListBucket"),
        allow(Action="s3:GetObjectVersion"),
        allow(Resource="arn:aws:s3:::b"),
        allow(Resource="arn:aws:s3:::b/other/*"),
        allow(Resource="arn:aws:s3:::b/show/PODCAST.XML"),
        allow(Resource="arn:aws:s3:::b/show/podcast.xml?"),
        allow(Resource="arn:aws:s3:::b/show/podcast+xml"),
        allow(Resource=None, NotResource="arn:aws:s3:::b/show/*"),
    ],
)
def test_a_statement_may_be_for_some_or_about_others(statement: dict[str, Any]) -> None:
    assert not is_public(policy(statement), RESOURCE)


def test_what_is_denied_to_everybody_is_not_public_whatever_allows_it() -> None:
    assert not is_public(policy(allow(), allow(Effect="Deny", Resource="arn:aws:s3:::b/show/*")), RESOURCE)
    assert is_public(policy(allow(), allow(Effect="Deny", Resource="arn:aws:s3:::b/x/*")), RESOURCE)


def test_a_single_statement_may_stand_by_itself() -> None:
    assert is_public({"Statement": allow()}, RESOURCE)


def test_no_policy_lets_nobody_in() -> None:
    assert not is_public(None, RESOURCE)
    assert statements(None) == statements({}) == []
