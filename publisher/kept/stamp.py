"""What stands for this program: other code, another Python or other libraries make other things."""

from __future__ import annotations

import os
import sys
from hashlib import blake2b
from pathlib import Path

PACKAGE = Path(__file__).parents[1]


def stamp() -> bytes:
    """A digest of where and when each file of ours, and the folder of libraries, was last written."""
    digest = blake2b(sys.version.encode(), digest_size=16)
    for folder, folders, files in os.walk(PACKAGE):
        folders[:] = sorted(one for one in folders if one != "__pycache__")
        for name in sorted(files):
            known = Path(folder, name).stat()
            digest.update(f"{folder}/{name} {known.st_size} {known.st_mtime_ns}\n".encode())
    for place in sys.path:
        if place.endswith("-packages"):
            digest.update(
                f"{place} {Path(place).stat().st_mtime_ns}\n".encode() if Path(place).is_dir() else b""
            )
    return digest.digest()
