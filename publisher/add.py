"""New entries → folders in episodes/: all of them or none, and never over anything that is there.

They are written aside whole, in a folder that readers leave alone, and then moved into place.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from publisher.errors import PublisherError

ASIDE = ".new"


def add(files: Mapping[str, str], home: Path) -> None:
    """Write `files`, texts by their paths `<folder>/<name>`, into new folders of `home`.

    Raises PublisherError and leaves `home` as it was when anything cannot be written, or is there.
    """
    aside = home / f"{ASIDE}-{os.getpid()}"
    moved: list[Path] = []
    try:
        aside.mkdir()
        for name, text in files.items():
            (aside / name).parent.mkdir(parents=True, exist_ok=True)
            (aside / name).write_bytes(text.encode())
        for folder in sorted(aside.iterdir()):
            place = home / folder.name
            # Whoever makes a folder knows that nobody else's is in its place; a rename does not.
            place.mkdir()
            moved.append(place)
            for file in sorted(folder.iterdir()):
                file.rename(place / file.name)
    except BaseException as error:
        for place in moved:
            shutil.rmtree(place, ignore_errors=True)
        if isinstance(error, OSError):
            raise _failed(home, error) from error
        raise
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _failed(home: Path, error: OSError) -> PublisherError:
    return PublisherError(
        f"{home} cannot be written: {error.strerror or error}",
        fix="check that there is room on the disk and that you may write there; nothing was changed",
    )
