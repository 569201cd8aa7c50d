"""Recordings that were read before: hours of sound are not gone through again for a word in a text."""

from __future__ import annotations

from pathlib import Path

from publisher.model import Recording
from publisher.read.audio.fault import AudioFault
from publisher.read.audio.recording import read_recording

_Stamp = tuple[int, int, int, int]
_Result = tuple[Recording | None, tuple[AudioFault, ...]]


class Known:
    """What came of each recording, for as long as its file is the same on the disk."""

    def __init__(self) -> None:
        self._read: dict[Path, tuple[_Stamp, _Result]] = {}

    def read(self, path: Path) -> _Result:
        """As `read_recording`, which is asked only where the file is new or another."""
        stamp = _stamp(path)
        before, result = self._read.get(path, (None, None))
        if stamp is None or result is None or stamp != before:
            result = read_recording(path)
            if stamp:
                self._read[path] = stamp, result
        return result


def _stamp(path: Path) -> _Stamp | None:
    """What changes whenever the file is written to, replaced or restored from elsewhere."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino
