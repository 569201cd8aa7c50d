"""What npm's programs read: ical.js (Thunderbird's, Nextcloud's) and node-ical."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.calendars.seen import FROM, TO, Reading, Seen, moment, reading

HERE = Path(__file__).parent


def by_node(calendars: Sequence[bytes]) -> list[dict[str, Reading]]:
    """What they read of each calendar, by program; the test is skipped where they are not installed."""
    node = shutil.which("node")
    if node is None or not (HERE / "node_modules").is_dir():
        pytest.skip("needs node, ical.js and node-ical: npm ci --prefix tests/calendars")
    asked = {"calendars": [one.decode() for one in calendars], "from": moment(FROM), "to": moment(TO)}
    ran = subprocess.run(
        [node, str(HERE / "read.cjs")],
        input=json.dumps(asked).encode(),
        env=os.environ | {"TZ": "UTC"},
        capture_output=True,
        check=False,
        timeout=60,
    )
    assert ran.returncode == 0, ran.stderr.decode()
    made: list[dict[str, dict[str, list[dict[str, str]]]]] = json.loads(ran.stdout)
    return [{name: _reading(**read) for name, read in one.items()} for one in made]


def _reading(events: list[dict[str, str]], times: list[dict[str, str]]) -> Reading:
    return reading([_seen(one) for one in events], [_seen(one) for one in times])


def _seen(read: dict[str, str]) -> Seen:
    return Seen(**read)  # type: ignore[arg-type]
