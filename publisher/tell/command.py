"""A program of one's own that purges some other CDN: it gets the URLs on standard input, one a line.

No shell reads the words, or the URLs. What the program says is not shown, as it may hold its secrets; it
and all that it started end when its time is over.
"""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

from publisher.errors import NoticeError
from publisher.model import News, Show
from publisher.tell.wire.message import Means, Message

PURGES = True
LIMIT = 30
"""Seconds."""
GRACE = 2
"""Seconds besides, in which it is ended."""


def messages(news: News, show: Show, means: Means) -> Iterator[Message]:
    """One, if any URL's copies are old. It is never run twice: who knows what it does."""
    command = show.notify.purge.command
    if command and news.stale:
        send = partial(_run, command, news.stale, means)
        yield Message(whom=Path(command[0]).name, send=send, limit=LIMIT + GRACE, attempts=1)


def _run(command: tuple[str, ...], urls: tuple[str, ...], means: Means) -> None:
    try:
        process = subprocess.Popen(  # noqa: S603
            command,
            cwd=means.folder,
            env=dict(means.environment),
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "odd characters"
        raise NoticeError(
            f"it cannot be started: {reason}",
            fix="write a program of this folder as ./name, with its arguments",
        ) from error
    with process:
        try:
            process.communicate("".join(f"{url}\n" for url in urls).encode(), timeout=LIMIT)
        except subprocess.TimeoutExpired:
            _end(process)
            raise NoticeError(f"it was ended after {LIMIT} seconds") from None
    if process.returncode:
        raise NoticeError(
            f"it ended with {process.returncode}", fix="run it by hand, with a URL on its standard input"
        )


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kill it, and all that it started."""
    with suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
