"""Where in episodes/ a person is named: file and line, for the producer to mend."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from publisher.errors import PublisherError
from publisher.retract.mention import Mention


def places(home: Path, mention: Mention) -> Iterator[str]:
    """`episodes/a/episode.md:7` for each line; without a line where it is the file's name or in its tags."""
    for path in sorted(home.rglob("*")):
        name = path.relative_to(home.parent).as_posix()
        if mention.in_text(path.name):
            yield name
        if path.is_file():
            yield from (f"{name}:{line}" if line else name for line in _lines(path, mention))


def _lines(path: Path, mention: Mention) -> Iterator[int]:
    """The numbers of the lines, from 1; 0 where there are no lines, or the name goes over two."""
    try:
        with path.open("rb") as file:
            is_text = b"\0" not in file.read(8192)
        if not is_text:
            yield from [0] * mention.in_bytes(path)
            return
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise PublisherError(
            f"{path} cannot be read: {error.strerror}", fix="mend that, then run again"
        ) from error
    found = [number for number, line in enumerate(text.splitlines(), 1) if mention.in_document(line)]
    yield from found or [0] * mention.in_document(text)
