"""After a publish: tell who is configured to be told, one file a kind, found by its name.

Nobody here can fail a publish or hold it up. Each message goes out in threads of its own, has a limit,
and gets a second chance after a pause of random length where that may help; what comes of it is data.
"""

from __future__ import annotations

import pkgutil
import random
import time
from collections.abc import Iterable
from importlib import import_module
from queue import Empty, Queue, SimpleQueue
from threading import Event, Thread
from typing import Protocol, cast

from publisher.errors import NoticeError
from publisher.model import News, Show, Told
from publisher.tell.wire.message import Means, Message

__all__ = ["Means", "Message", "kinds", "tell"]

AT_ONCE = 8
"""Messages that are under way together."""
PAUSE = (0.5, 1.5)
"""Seconds before the second attempt, at least and at most."""
LATE = NoticeError("it did not answer in time", passing=True)


class Kind(Protocol):
    """What a module in this package must have."""

    PURGES: bool
    """Whether it removes old copies, which comes before anybody looks for the new ones."""

    def messages(self, news: News, show: Show, means: Means) -> Iterable[Message]:
        """What there is to send; nothing where it is not configured, or nothing happened that it tells of."""


def kinds() -> tuple[str, ...]:
    """Name every kind, sorted."""
    return tuple(sorted(found.name for found in pkgutil.iter_modules(__path__) if not found.ispkg))


def tell(
    news: News,
    show: Show,
    means: Means,
    *,
    purge: bool,
    pace: float = 1,
) -> tuple[Told, ...]:
    """Tell of `news`: what keeps copies to purge them, or else everybody else. In the order asked.

    Takes at most as long as the slowest message may with all its attempts; `pace` stretches or shortens
    every limit and pause.
    """
    pairs = [
        (name, message)
        for name in kinds()
        if (kind := _kind(name)).PURGES is purge
        for message in kind.messages(news, show, means)
    ]
    said = _send([message for _, message in pairs], pace)
    return tuple(
        Told(
            by=name,
            whom=message.whom,
            of=message.of,
            wrong=str(error) if error else None,
            fix=error.fix if error else "",
        )
        for (name, message), error in zip(pairs, said, strict=True)
    )


def _send(messages: list[Message], pace: float) -> list[NoticeError | None]:
    """What became of each message. Threads that hang are left behind: they end with the process."""
    waiting: Queue[int] = Queue()
    done: SimpleQueue[tuple[int, NoticeError | None]] = SimpleQueue()
    over = Event()
    for number in range(len(messages)):
        waiting.put(number)

    def work() -> None:
        while not over.is_set():
            try:
                number = waiting.get_nowait()
            except Empty:
                return
            done.put((number, _try(messages[number], pace, over)))

    for _ in range(min(AT_ONCE, len(messages))):
        Thread(target=work, daemon=True).start()
    answers: dict[int, NoticeError | None] = {}
    longest = max((message.attempts * message.limit for message in messages), default=0) + PAUSE[1]
    end = time.monotonic() + longest * pace
    try:
        while len(answers) < len(messages):
            number, answer = done.get(timeout=max(0, end - time.monotonic()))
            answers[number] = answer
    except Empty:
        pass
    finally:
        over.set()
    return [answers.get(number, LATE) for number in range(len(messages))]


def _try(message: Message, pace: float, over: Event) -> NoticeError | None:
    """Send `message`; what kept us from it, in the last attempt."""
    for left in reversed(range(message.attempts)):
        error = _attempt(message, message.limit * pace)
        pause = random.uniform(*PAUSE) * pace  # noqa: S311
        if error is None or not error.passing or not left or over.wait(pause):
            return error
    return None


def _attempt(message: Message, limit: float) -> NoticeError | None:
    """Send `message` once, within `limit` seconds, whatever the network, a name server or a program does."""
    result: SimpleQueue[NoticeError | None] = SimpleQueue()

    def run() -> None:
        try:
            message.send()
            result.put(None)
        except NoticeError as error:
            result.put(error)
        except Exception as error:
            # Whatever it is, the publish is done. An exception's own text may hold a secret.
            result.put(NoticeError(f"this should not have happened: {type(error).__name__}"))

    Thread(target=run, daemon=True).start()
    try:
        return result.get(timeout=limit)
    except Empty:
        return LATE


def _kind(name: str) -> Kind:
    return cast(Kind, import_module(f"{__name__}.{name}"))
