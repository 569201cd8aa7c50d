"""`publisher` as a process of its own that starts at once: forked from one that has loaded everything.

`Prefork` is the tests' side. The module is run as the other one, a line of JSON for each way.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Self

ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class Ended:
    """How a process ended: its exit code, or the signal as a negative number, and all that it said."""

    code: int
    said: str


class Prefork:
    """One process at a time, run by `run`, which `kill` ends without a word. Used inside `with`."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self._said, self._environment = folder / "said", environment
        self._pid = 0

    def __enter__(self) -> Self:
        self._server = subprocess.Popen(
            [sys.executable, "-m", "tests.prefork"],
            cwd=ROOT,
            env={**self._environment, "PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        return self

    def __exit__(self, *_: object) -> None:
        assert self._server.stdin
        assert self._server.stdout
        self._server.stdin.close()
        self._server.stdout.close()
        self._server.wait(timeout=60)

    def run(self, *words: str | Path, **environment: str) -> Ended:
        """Run `publisher` with these words, and more in its `environment`, to its end."""
        self._tell(words=[str(word) for word in words], environment=environment, said=str(self._said))
        self._pid = self._hear()
        try:
            code = self._hear()
        finally:
            self._pid = 0
        return Ended(code, self._said.read_text(encoding="utf-8", errors="replace"))

    def kill(self) -> None:
        """Kill what is running; from another thread."""
        if self._pid:
            os.kill(self._pid, signal.SIGKILL)

    def _tell(self, **what: Any) -> None:
        assert self._server.stdin
        self._server.stdin.write(json.dumps(what) + "\n")
        self._server.stdin.flush()

    def _hear(self) -> int:
        assert self._server.stdout
        return int(self._server.stdout.readline())


def serve() -> None:
    """Fork a process for each line of stdin; tell its number when it begins, and how it ended."""
    from publisher.store import s3

    _load()
    # What has been loaded stays shared between the processes: collecting would copy it to each.
    gc.freeze()
    s3.connect = cache(s3.connect)
    for line in sys.stdin:
        asked = json.loads(line)
        words = asked["words"]
        if "--endpoint" in words:
            # A client that has asked nothing yet is as good as new.
            s3.connect(words[words.index("--endpoint") + 1], None)
        pid = os.fork()
        if not pid:
            _become(words, asked["environment"], asked["said"])
        _answer(pid)
        _, status = os.waitpid(pid, 0)
        _answer(os.waitstatus_to_exitcode(status))


def _answer(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


def _load() -> None:
    """Everything that a publish needs, by a publish into nowhere."""
    import tempfile

    from publisher.cli import main
    from tests.publish.changing import Changing

    with tempfile.TemporaryDirectory() as folder, Path(os.devnull).open("w") as nowhere:
        said, sys.stdout, sys.stderr = (sys.stdout, sys.stderr), nowhere, nowhere
        try:
            main(["-C", str(Changing(Path(folder)).folder), "publish", "--target", "memory:"])
        except SystemExit as ended:
            assert not ended.code
        finally:
            sys.stdout, sys.stderr = said


def _become(words: list[str], environment: dict[str, str], said: str) -> None:
    """Be a process that runs `words`, to its end."""
    from publisher.cli import main

    with Path(said).open("wb") as file, Path(os.devnull).open("rb") as nothing:
        os.dup2(nothing.fileno(), 0)
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)
    os.environ.update(environment)
    try:
        main(words)
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 0
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    serve()
