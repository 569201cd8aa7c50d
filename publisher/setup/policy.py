"""Bucket policies, as far as they say who may get an object.

docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from publisher.setup.wish import texts
from publisher.store.bucket import Document

GET = "s3:GetObject"


def statements(policy: Document | None) -> list[Document]:
    """The statements of a policy, which may hold a single one by itself."""
    found = (policy or {}).get("Statement", [])
    return [found] if isinstance(found, dict) else list(found)


def is_public(policy: Document | None, resource: str) -> bool:
    """Whether everybody may get `resource`. A condition makes it a thing for some."""
    return _any(allowing(policy, resource)) and not _any(denying(policy, resource))


def allowing(policy: Document | None, resource: str) -> Iterator[Document]:
    """The statements that let everybody get `resource`."""
    for one in statements(policy):
        if one.get("Effect") == "Allow" and not one.get("Condition") and _is_about(one, resource):
            yield one


def denying(policy: Document | None, resource: str) -> Iterator[Document]:
    """The statements that keep the public from `resource`."""
    for one in statements(policy):
        if one.get("Effect") == "Deny" and _is_about(one, resource):
            yield one


def told(statement: Document) -> str:
    """What a statement is called."""
    return str(statement.get("Sid") or "without a Sid")


def _is_about(statement: Document, resource: str) -> bool:
    """Whether it is about everybody, getting, and `resource`."""
    return (
        _is_everybody(statement.get("Principal"))
        and _covers(statement, "Action", GET.lower(), lower=True)
        and _covers(statement, "Resource", resource)
    )


def _is_everybody(principal: Any) -> bool:
    return "*" in texts(principal.get("AWS") if isinstance(principal, dict) else principal)


def _covers(statement: Document, name: str, value: str, *, lower: bool = False) -> bool:
    """Whether `value` is among those named, or not among those left out (NotAction, NotResource)."""
    left_out = f"Not{name}" in statement
    patterns = texts(statement.get(f"Not{name}" if left_out else name))
    found = any(_matches(one.lower() if lower else one, value) for one in patterns)
    return found != left_out


def _matches(pattern: str, value: str) -> bool:
    words = re.escape(pattern).replace(r"\*", ".*").replace(r"\?", ".")
    return re.fullmatch(words, value, re.DOTALL) is not None


def _any(found: Iterator[Document]) -> bool:
    return next(found, None) is not None
