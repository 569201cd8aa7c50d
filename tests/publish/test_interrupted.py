"""Ctrl-C, and what a CI service does instead: the run ends at once, and the next one goes on where it was."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import faults
from tests.faults import Asked, Proxy
from tests.publish.changing import Changing
from tests.publish.conftest import Place, Publishing
from tests.read.audio.build import mp3

ROOT = Path(__file__).parents[2]
AT_ONCE = 2.0
"""Seconds: one, and as much again for a machine that is busy with other tests."""


@pytest.fixture
def start(place: Place, proxy: Proxy, show: Changing) -> Callable[[], subprocess.Popen[str]]:
    """Begin `publisher publish`, as a process of its own that nobody has prepared."""
    words = ["publish", "-C", str(show.folder), "--target", place.target, "--endpoint", proxy.endpoint]
    return lambda: subprocess.Popen(
        [sys.executable, "-m", "publisher", *words],
        env={**os.environ, **place.server.environment, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # Whoever started these tests may have let it ignore Ctrl-C.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )


def stop(process: subprocess.Popen[str], number: int) -> str:
    """Send the signal with that `number`; what was said when the process has ended, which must be soon."""
    process.send_signal(number)
    begun = time.monotonic()
    _, said = process.communicate(timeout=60)
    assert time.monotonic() - begun < AT_ONCE, said
    assert (process.returncode, said.splitlines()[-1]) == (1, "publisher: stopped")
    assert "Traceback" not in said
    return said


def a_part(asked: Asked) -> bool:
    return asked.method == "PUT" and "partNumber" in asked.query


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_large_upload_is_stopped_at_once_and_resumed_by_the_next_run(
    number: int,
    start: Callable[[], subprocess.Popen[str]],
    publish: Publishing,
    proxy: Proxy,
    place: Place,
    show: Changing,
) -> None:
    """Some parts have arrived and others hang; the claim is let go, so that nobody need wait."""
    show.record(mp3(80_000))
    proxy.script = hold = faults.Hold(lambda asked: a_part(asked) and asked.query["partNumber"] != "1")
    process = start()
    hold.wait()
    proxy.wait_for(lambda: any(asked.query.get("partNumber") == "1" for asked in proxy.answered))
    stop(process, number)
    assert "until" not in place.head()
    assert place.hear() == {}
    hold.forget()
    proxy.wait()
    proxy.script = faults.always(faults.through)
    seen = len(proxy.asked)
    ran = publish()
    assert ran.code == 0, ran.err
    again = [asked.query["partNumber"] for asked in proxy.asked[seen:] if a_part(asked)]
    assert sorted(again) == ["2", "3", "4"]
    place.manifest()
    assert place.uploads() == []


@pytest.mark.parametrize("stage", [".html", "feed.xml", "podcast.xml"])
def test_a_publish_that_is_stopped_while_feeds_and_pages_change_is_completed_by_the_next_run(
    stage: str,
    start: Callable[[], subprocess.Popen[str]],
    publish: Publishing,
    proxy: Proxy,
    place: Place,
    show: Changing,
) -> None:
    assert publish().code == 0
    old = place.manifest()
    show.change()
    proxy.script = hold = faults.Hold(lambda asked: asked.writes(stage))
    process = start()
    hold.wait()
    stop(process, signal.SIGINT)
    seen = place.hear()
    hold.forget()
    proxy.script = faults.always(faults.through)
    ran = publish()
    assert ran.code == 0, ran.err
    new = place.manifest()
    for key, sha256 in seen.items():
        assert sha256 in (old.get(key), new.get(key)), key
