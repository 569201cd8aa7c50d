"""What a run of a program took: wall and CPU seconds, peak memory, requests."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
STOPWATCH = Path(__file__).with_name("stopwatch.py")


class FailedError(Exception):
    """A measured program ended otherwise than well; what it said last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spent:
    """One run, or the median of several."""

    wall: float
    """Seconds from start to end."""
    cpu: float
    """Seconds of user and system time, of the whole process tree."""
    memory: int = 0
    """Bytes: the peak of the largest process."""
    requests: int = 0
    """What the server was asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """A program to measure, where it runs, and what its environment has besides ours."""

    words: Sequence[str | Path]
    folder: Path
    environment: Mapping[str, str]


def run(command: Command) -> Spent:
    """Measure `command`. Raises FailedError, with the end of what it said, where it fails."""
    os.sync()  # What was written before is not for this one to wait for.
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report"
        ran = subprocess.run(
            [sys.executable, "-I", "-S", STOPWATCH, report, *command.words],
            cwd=command.folder,
            env={**os.environ, "PYTHONPATH": str(ROOT), "HOME": folder, **command.environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
        if ran.returncode:
            words = " ".join(map(str, command.words))
            raise FailedError(f"exit code {ran.returncode} of {words}\n{ran.stdout[-3000:]}")
        return Spent(**json.loads(report.read_text(encoding="utf-8")))


def middle(runs: Iterable[Spent]) -> Spent:
    """The median of each figure by itself."""
    runs = list(runs)
    return Spent(
        wall=median(one.wall for one in runs),
        cpu=median(one.cpu for one in runs),
        memory=round(median(one.memory for one in runs)),
        requests=round(median(one.requests for one in runs)),
    )
