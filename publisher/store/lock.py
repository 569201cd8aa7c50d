"""A lock on a file that ends with the process that holds it, however it ends.

flock(2) on POSIX, msvcrt.locking on Windows.
"""

from __future__ import annotations

import sys
from typing import BinaryIO

if sys.platform == "win32":
    import msvcrt

    def lock(file: BinaryIO) -> None:
        """Wait until no other process holds `file`, then hold it until it is closed. May raise OSError."""
        msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)

else:
    import fcntl

    def lock(file: BinaryIO) -> None:
        """Wait until no other process holds `file`, then hold it until it is closed. May raise OSError."""
        fcntl.flock(file, fcntl.LOCK_EX)
