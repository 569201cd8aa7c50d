"""`python -m benchmarks.clocked REPORT publish …`: Publisher itself, telling how long it was making the show.

Other tools get a built tree; `publisher publish` builds first. What they do is what is left when that
is taken away, Python's start and the loading of boto3 included, as theirs are.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

from publisher.cli import main, steps

MAKING = ("read_right_site", "render_settled")
"""The steps of `publisher.cli.steps` that a built tree saves: none calls another of them."""


class Clock:
    """Wall and CPU seconds inside of functions, together."""

    def __init__(self) -> None:
        self.wall = self.cpu = 0.0

    def around(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """`function`, counted."""

        @wraps(function)
        def counted(*given: Any, **named: Any) -> Any:
            wall, cpu = time.perf_counter(), _cpu()
            try:
                return function(*given, **named)
            finally:
                self.wall += time.perf_counter() - wall
                self.cpu += _cpu() - cpu

        return counted


def _cpu() -> float:
    """Of this process, all of its threads, and the processes it waited for."""
    return sum(os.times()[:4])


if __name__ == "__main__":
    clock = Clock()
    for step in MAKING:
        setattr(steps, step, clock.around(getattr(steps, step)))
    try:
        main(sys.argv[2:])
    finally:
        Path(sys.argv[1]).write_text(json.dumps({"wall": clock.wall, "cpu": clock.cpu}), encoding="utf-8")
