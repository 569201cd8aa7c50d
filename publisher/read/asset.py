"""Files that are published as they are: art, and what notes show or link to.

What a picture is, its bytes decide; other files are taken by their extension, from a fixed list.
"""

from __future__ import annotations

import hashlib
import unicodedata
from pathlib import Path, PurePosixPath

from publisher.model import Asset
from publisher.read.slug import slug

PICTURES = (
    (b"\xff\xd8\xff", ".jpg", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", ".png", "image/png"),
    (b"GIF87a", ".gif", "image/gif"),
    (b"GIF89a", ".gif", "image/gif"),
)
DOCUMENTS = {
    ".pdf": "application/pdf",
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".epub": "application/epub+zip",
    ".zip": "application/zip",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".odp": "application/vnd.oasis.opendocument.presentation",
}


def locate(folder: Path, name: str, within: Path) -> Path | None:
    """The file that `name` means beside `folder`'s files, or None when there is none in `within`.

    Names are compared in Unicode's composed form: one editor writes `ø` in one piece, a disk in two.
    """
    parts: list[str] = []
    for part in (folder / PurePosixPath(name)).parts:
        if part == "..":
            parts.pop()
        elif part != ".":
            parts.append(part)
    path = Path(*parts)
    if not path.is_relative_to(within) or path == within:
        return None
    if path.is_file():
        return path
    wanted = unicodedata.normalize("NFC", path.name)
    siblings = sorted(path.parent.iterdir()) if path.parent.is_dir() else []
    return next(
        (one for one in siblings if unicodedata.normalize("NFC", one.name) == wanted and one.is_file()), None
    )


def picture_type(head: bytes) -> tuple[str, str] | None:
    """The extension and media type of the picture that starts with `head`, or None."""
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return ".webp", "image/webp"
    return next(((ext, media) for magic, ext, media in PICTURES if head.startswith(magic)), None)


def read_picture(path: Path, folder: str) -> Asset | None:
    """The picture at `path`, keyed below `folder`; None when its bytes are no picture. May raise OSError."""
    with path.open("rb") as file:
        found = picture_type(file.read(16))
    return _asset(path, folder, *found) if found else None


def read_asset(path: Path) -> Asset | None:
    """The picture or document at `path`; None for a kind we do not publish. May raise OSError."""
    extension = path.suffix.lower()
    if extension in DOCUMENTS:
        return _asset(path, "assets", extension, DOCUMENTS[extension])
    return read_picture(path, "assets")


def _asset(path: Path, folder: str, extension: str, media: str) -> Asset:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        size = file.tell()
    key = f"{folder}/{slug(path.stem)}-{digest[:12]}{extension}"
    return Asset(key=key, path=path, size=size, sha256=digest, type=media)
