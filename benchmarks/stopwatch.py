"""Run a command and write down what it took; a program of its own, with as little in memory as there can be.

Linux counts the memory of whoever starts a process into that process's peak, so a benchmark that has
boto3 loaded must not start what it measures. Uses the standard library alone: `python -I -S` runs it.
"""

from __future__ import annotations

import json
import os
import sys
import time


def main(report: str, *command: str) -> int:
    """Run `command`, write seconds and bytes into the file `report` as JSON; the command's exit code.

    CPU is that of the command and of all processes that it waited for; memory is the largest of them.
    """
    began = time.perf_counter()
    pid = os.posix_spawnp(command[0], command, os.environ)
    _, status, used = os.wait4(pid, 0)
    wall = time.perf_counter() - began
    kilo = 1 if sys.platform == "darwin" else 1024
    with open(report, "w", encoding="utf-8") as file:  # noqa: PTH123
        json.dump({"wall": wall, "cpu": used.ru_utime + used.ru_stime, "memory": used.ru_maxrss * kilo}, file)
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
