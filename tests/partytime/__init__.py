"""Podcast Index's own parser (npm podcast-partytime), as another opinion on our feeds."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent


def read(feed: bytes) -> dict[str, Any]:
    """What it makes of `feed`; the test is skipped where it is not installed."""
    node = shutil.which("node")
    if node is None or not (HERE / "node_modules").is_dir():
        pytest.skip("needs node and Podcast Index's parser: npm ci --prefix tests/partytime")
    ran = subprocess.run(
        [node, str(HERE / "read.cjs")],
        input=feed,
        env=os.environ | {"PARTYTIME_LOG": "silent"},
        capture_output=True,
        check=True,
        timeout=60,
    )
    made: dict[str, Any] = json.loads(ran.stdout)
    return made
