"""`ignore`: warnings that a producer lives with, each with a reason. Nobody here knows which there are."""

from __future__ import annotations

import re

from publisher.model import Ignore
from publisher.read.fields import VALUE, Fields
from publisher.read.text import shown


def read_ignore(fields: Fields) -> tuple[Ignore, ...]:
    """The list at `ignore`; what has no reason silences nothing."""
    found = fields.each("ignore", _ignore, lambda code, place: Ignore(code=code, reason="", place=place))
    bare = [one.code for one in found if not one.reason]
    if bare:
        message = f"names {shown(bare[0])} without a reason"
        fields.report(VALUE, "ignore", message, _line(fields, bare[0]))
    return tuple(one for one in found if one.reason)


def _ignore(fields: Fields) -> Ignore | None:
    code, reason = fields.text("code"), fields.text("reason")
    fields.require(VALUE, "code", fields.line("code", "APPLE-079"))
    fields.require(VALUE, "reason", fields.line("reason", "why you live with it"))
    return Ignore(code=code, reason=reason, place=fields.place) if code and reason else None


def _line(fields: Fields, code: str) -> str:
    code = code if re.fullmatch(r"[\w-]{1,20}", code) else "APPLE-079"
    if fields.origin.file.endswith(".toml"):
        return f'write `ignore = [{{ code = "{code}", reason = "why you live with it" }}]`'
    return f"write `ignore: [{{code: {code}, reason: why you live with it}}]`"
