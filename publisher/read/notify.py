"""`[notify]` of show.toml: who is told of a publish. A secret in it is a mistake, and is not repeated."""

from __future__ import annotations

import re

from publisher.model import Notify, Podping, Purge, Webhook
from publisher.model.notify import PODPING
from publisher.read.fields import SHAPE, VALUE, Fields
from publisher.read.node import Scalar, Sequence

_VARIABLE = re.compile(r"[A-Z_][A-Z0-9_]{0,99}")
_DISTRIBUTION = re.compile(r"[A-Z0-9]{5,32}")


def read_notify(fields: Fields) -> Notify:
    """What stands at `notify`."""
    table = fields.table("notify")
    if table is None:
        return Notify()
    websub = table.flag("websub")
    notify = Notify(
        websub=websub is None or websub,
        podcast_index=table.flag("podcast_index") or False,
        podping=_podping(table),
        webhooks=table.each("webhook", _webhook),
        purge=_purge(table),
    )
    table.close()
    return notify


def _podping(fields: Fields) -> Podping | None:
    table = fields.table("podping")
    if table is None:
        return None
    url, variable = _address(table) or PODPING, _variable(table, "token_env", "PODPING_TOKEN")
    table.close()
    return Podping(url=url, token_env=variable) if variable else None


def _webhook(fields: Fields) -> Webhook | None:
    url, variable = _address(fields), _variable(fields, "secret_env", "PUBLISHER_WEBHOOK_SECRET")
    fields.require(VALUE, "url", fields.line("url", "https://…"))
    return Webhook(url=url, secret_env=variable) if url and variable else None


def _purge(fields: Fields) -> Purge:
    table = fields.table("purge")
    if table is None:
        return Purge()
    purge = Purge(cloudfront=_distribution(table), command=_command(table))
    table.close()
    return purge


def _address(fields: Fields) -> str | None:
    """The web address at `url`; one with a password in it is not repeated."""
    written = fields.text("url") or ""
    if "@" in written.partition("://")[2].partition("/")[0]:
        fix = "leave out what stands before the @: what is signed needs no password"
        fields.report(VALUE, "url", "has a user name or password in it", fix)
        return None
    url = fields.url("url")
    if url and not url.isascii():
        fix = "write it as your browser's address bar does when you copy from it"
        fields.report(VALUE, "url", "has letters that an address cannot have", fix)
        return None
    return url.partition("#")[0] if url else None


def _variable(fields: Fields, key: str, example: str) -> str | None:
    """The name of an environment variable. What is none may be the secret itself: it is not repeated."""
    fields.require(VALUE, key, fields.line(key, example))
    name = fields.text(key)
    if name is None or _VARIABLE.fullmatch(name):
        return name
    message = "must be the name of an environment variable, in capitals, never the secret itself"
    fix = f"{fields.line(key, example)}, set that where publish runs, and if this is a secret, make a new one"
    fields.report(VALUE, key, message, fix)
    return None


def _distribution(fields: Fields) -> str | None:
    name = fields.text("cloudfront")
    if name is None or _DISTRIBUTION.fullmatch(name):
        return name
    message = "must be the ID of a distribution, not its domain name"
    fields.report(VALUE, "cloudfront", message, fields.line("cloudfront", "E1ABCDEF2GHIJK"))
    return None


def _command(fields: Fields) -> tuple[str, ...]:
    """A program and its arguments, each as it is written: no shell takes them apart."""
    node = fields.node("command")
    items = node.items if isinstance(node, Sequence) else (node,) if node is not None else ()
    words = tuple(item.text for item in items if isinstance(item, Scalar) and item.text is not None)
    fix = fields.line("command", '["./purge.sh", "--all"]', bare=True)
    if len(words) != len(items):
        fields.report(SHAPE, "command", "must be a list of texts: a program and its arguments", fix)
    elif words and not isinstance(node, Sequence) and " " in words[0]:
        fields.report(SHAPE, "command", "must be a list, as no shell takes it apart at its blanks", fix)
    elif words and (not words[0].strip() or any("\0" in word for word in words)):
        fields.report(VALUE, "command", "names no program", fix)
    else:
        return words
    return ()
