"""What was made of pictures before, in a folder that may be lost, damaged or read-only at any time.

`<name>.json` says which files were made by the recipe of that name; each file is called by its
sha256 and believed only as far as that is true. Everything is written aside and then moved into
place, so that two runs at once see whole files only.
"""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from hashlib import file_digest
from pathlib import Path
from secrets import token_hex
from typing import Any

from publisher.model import Look
from publisher.prepare.files import Files, Made, Use

TAG = "CACHEDIR.TAG", "Signature: 8a477f597d28d172789f06886806bc55\n"
"""Tells backups to leave the folder out (https://bford.info/cachedir/)."""
IGNORED = ".gitignore", "*\n"


class Cache:
    """Files in `folder`, which is made when first written to."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def find(self, name: str) -> Files | None:
        """What was kept under `name`, if all of it is still there as it was."""
        try:
            told = json.loads((self._folder / f"{name}.json").read_bytes())
            made = tuple(self._found(one) for one in told["made"])
            return Files(made=made, look=Look(**told["look"]) if told["look"] else None)
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            return None

    def keep(self, name: str, files: Files) -> Files:
        """`files` as they are in the folder from now on; those that it does not take as they were."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            for file, text in (TAG, IGNORED):
                if not (self._folder / file).exists():
                    self._write(file, text.encode())
            kept = replace(files, made=tuple(self._keep(one) for one in files.made))
            self._write(f"{name}.json", _told(kept))
        except OSError:
            return files
        return kept

    def _found(self, told: dict[str, Any]) -> Made:
        """The file that a record tells of. Raises OSError or ValueError where it is not the one."""
        with (self._folder / told["sha256"]).open("rb") as file:
            if file_digest(file, "sha256").hexdigest() != told["sha256"] or file.tell() != told["size"]:
                raise ValueError(told["sha256"])
        return Made(**{**told, "use": Use(told["use"]), "body": Path(file.name)})

    def _keep(self, made: Made) -> Made:
        body = made.body
        return replace(made, body=self._write(made.sha256, body)) if isinstance(body, bytes) else made

    def _write(self, name: str, data: bytes) -> Path:
        """Put `data` into the folder. Raises OSError and leaves nothing where it cannot."""
        aside, path = self._folder / f".{token_hex(8)}", self._folder / name
        try:
            aside.write_bytes(data)
            return aside.replace(path)
        finally:
            aside.unlink(missing_ok=True)


def _told(files: Files) -> bytes:
    made = [{**asdict(one), "body": one.sha256} for one in files.made]
    look = asdict(files.look) if files.look else None
    return json.dumps({"made": made, "look": look}).encode()
