"""A little show that is another one each time: its feeds, pages and recording change, and a page goes.

Its chapters are those of two editions ago.
"""

from __future__ import annotations

import json
from pathlib import Path

from tests.pictures import jpeg
from tests.read.audio.build import mp3

BASE = "https://show.invalid/lytter"
GUID = "a2a60e66-99d7-56f1-b9f4-13e5e2cec1cf"
SHOW = f"""\
title = "Et program"
description = "Om det, der forandrer sig."
base_url = "{BASE}"
language = "da"
author = "{{author}}"
owner = {{ name = "Os", email = "os@example.org" }}
cover = "cover.jpg"
categories = ["Government"]
guid = "{GUID}"

[identity]
retired = {{retired}}
"""


class Changing:
    """A project in `folder`. Its first edition has no number."""

    def __init__(self, folder: Path, author: str = "Os") -> None:
        self.folder = folder
        self._home = folder / "episodes"
        self._number, self._author = 0, author
        (self._home / "afsnit").mkdir(parents=True)
        (self._home / "cover.jpg").write_bytes(jpeg())
        self.change()

    def change(self) -> None:
        """Make the next edition of it."""
        before, self._number = self._number, self._number + 1
        number = self._number
        retired = json.dumps([f"artikel-{n}" for n in range(1, number)])
        self._write("show.toml", SHOW.replace("{retired}", retired).replace("{author}", self._author))
        frames = mp3(120)
        (self._home / "afsnit/lyd.mp3").write_bytes(frames[:100] + b"%06d" % number + frames[106:])
        self._write(
            "afsnit/episode.md",
            f"---\ntitle: Udgave {number}\nguid: afsnit\ndate: 2026-01-01 06:00\nchapters: kapitler.txt\n"
            f"transcript: {{none: Kun toner}}\n---\nEr nu udgave {number}.\n",
        )
        self._write("afsnit/kapitler.txt", f"00:00 {'Tik' if number % 2 else 'Tak'}\n00:02 Slutning\n")
        self._write(
            "moede.md",
            f"---\ntitle: Møde {number}\nuid: moede\ndate: 2026-01-02\nstart: 2099-01-01 09:00\n"
            "end: 2099-01-01 10:00\nlocation: Her\ntimezone: Europe/Copenhagen\n---\nKom.\n",
            kind="event",
        )
        self._remove(f"artikel-{before}")
        self._write(
            f"artikel-{number}.md",
            f"---\ntitle: Artikel {number}\nguid: artikel-{number}\ndate: 2026-01-03\n---\nTekst.\n",
            kind="article",
        )

    def add_articles(self, number: int) -> None:
        """Write so many more articles, which stay."""
        for one in range(number):
            self._write(
                f"flere-{one}.md",
                f"---\ntitle: Flere {one}\nguid: flere-{one}\ndate: 2026-01-04\n---\nTekst.\n",
                kind="article",
            )

    def record(self, data: bytes) -> None:
        """Let the recording be something else."""
        (self._home / "afsnit/lyd.mp3").write_bytes(data)

    def _write(self, name: str, text: str, *, kind: str | None = None) -> None:
        path = self._home / name
        if kind:
            path = path.with_suffix("") / f"{kind}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def _remove(self, name: str) -> None:
        folder = self._home / name
        if folder.is_dir():
            (folder / "article.md").unlink()
            folder.rmdir()
