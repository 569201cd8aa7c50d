"""The one thing that changes while a server runs: what is shown."""

from __future__ import annotations

from threading import Condition

from publisher.serve.shown import Shown


class Live:
    """What is shown now, for any number of threads that serve it or wait for another."""

    def __init__(self, shown: Shown) -> None:
        self._shown, self._closed = shown, False
        self._changed = Condition()

    @property
    def shown(self) -> Shown:
        """What is shown now."""
        return self._shown

    @property
    def closed(self) -> bool:
        """Whether nothing else will ever be shown."""
        return self._closed

    def show(self, shown: Shown) -> None:
        """Show this from now on, and wake whoever waits for it."""
        with self._changed:
            self._shown = shown
            self._changed.notify_all()

    def close(self) -> None:
        """Let nobody wait any longer."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()

    def wait(self, version: str, seconds: float) -> str:
        """The version shown as soon as it is another than `version`, at the latest after `seconds`."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self._shown.version != version, seconds)
            return self._shown.version
