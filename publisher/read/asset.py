"""Files that are published as they are: art, and what notes show or link to.

What a picture is, its bytes decide; other files are taken by their extension, from a fixed list.
"""

from __future__ import annotations

import hashlib
import os
import re
from functools import lru_cache
from pathlib import Path, PurePosixPath

from publisher.model import Asset
from publisher.read.near import nearest
from publisher.read.slug import slug
from publisher.read.text import is_file, is_name, nfc

PICTURES = (
    (b"\xff\xd8\xff", ".jpg", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", ".png", "image/png"),
    (b"GIF87a", ".gif", "image/gif"),
    (b"GIF89a", ".gif", "image/gif"),
)
EXTENSIONS = (".jpg", ".jpeg", ".png", ".gif", ".webp")
ABSENT = "which is not there"
ADDRESS = "which is an address, and must be a file"
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
    """The file that `name` means beside `folder`'s files, or None when there is none in `within`."""
    path = _find(folder, name, within)
    return path if path and is_file(path) else None


def why_not(folder: Path, name: str, within: Path) -> tuple[str, str]:
    """Why `locate` found nothing, as the end of a sentence, and what to do about it."""
    here = folder.name or within.name
    if re.match(r"https?://", name, re.IGNORECASE):
        return ADDRESS, f"download it into {here} and write the name of the file"
    if _parts(folder, name, within) is None:
        return f"which is outside {within.name}", f"copy the file into {here} and write its name"
    path = _find(folder, name, within)
    if path:
        return ("which is a folder" if path.is_dir() else "which is no file"), "write the name of a file"
    near = nearest(name[:255], _files(folder), 0.7)
    alike = f"write {near}, or " if near else ""
    return ABSENT, f"{alike}put the file into {here}"


def leads_out(path: Path, within: Path) -> bool:
    """Whether `path` is a link to something outside the project, which is then not ours to publish."""
    return not path.resolve().is_relative_to(within.parent.resolve())


def _find(folder: Path, name: str, within: Path) -> Path | None:
    if "/" not in name and name not in ("", ".", ".."):
        return _child(folder, name)
    path = within
    for part in _parts(folder, name, within) or ():
        child = _child(path, part)
        if child is None:
            return None
        path = child
    return None if path == within else path


def _parts(folder: Path, name: str, within: Path) -> list[str] | None:
    """The way to `name` from `within`; None when it leads out."""
    parts = list(folder.relative_to(within).parts)
    if name.startswith("/"):
        return None
    for part in PurePosixPath(name).parts:
        if part != "..":
            parts.append(part)
        elif parts:
            parts.pop()
        else:
            return None
    return parts


def _child(folder: Path, name: str) -> Path | None:
    """What is called `name` in `folder`, in whatever Unicode form."""
    if not is_name(name):
        return None
    try:
        if (folder / name).exists():
            return folder / name
        return listing(folder).get(nfc(name))
    except OSError:
        return None


@lru_cache(maxsize=64)
def listing(folder: Path) -> dict[str, Path]:
    """What lies in `folder` by its name in composed form. Remembered while a show is read."""
    return {nfc(name): folder / name for name in sorted(os.listdir(folder), reverse=True)}  # noqa: PTH208


def is_absent(folder: Path, name: str) -> bool:
    """Whether `name` is certainly not in `folder`, even where case makes no difference. Asks no disk."""
    try:
        return nfc(name).casefold() not in _folded(folder)
    except OSError:
        return False


@lru_cache(maxsize=64)
def _folded(folder: Path) -> frozenset[str]:
    return frozenset(name.casefold() for name in listing(folder))


def forget() -> None:
    """Forget what lies where: a show is read anew."""
    listing.cache_clear()
    _folded.cache_clear()
    _files.cache_clear()


@lru_cache(maxsize=64)
def _files(folder: Path) -> list[str]:
    try:
        return sorted(one.name for one in folder.iterdir() if is_name(one.name) and is_file(one))
    except OSError:
        return []


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


def read_font(path: Path) -> Asset | None:
    """The font at `path`; None for what is no WOFF2 (https://www.w3.org/TR/WOFF2/). May raise OSError."""
    with path.open("rb") as file:
        is_font = file.read(4) == b"wOF2"
    return _asset(path, "assets", ".woff2", "font/woff2") if is_font else None


def _asset(path: Path, folder: str, extension: str, media: str) -> Asset:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        size = file.tell()
    key = f"{folder}/{slug(path.stem)}-{digest[:12]}{extension}"
    return Asset(key=key, path=path, size=size, sha256=digest, type=media)
