"""A program gets the URLs on its standard input, and nothing of it reaches a shell or outlives its time."""

from __future__ import annotations

import os
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from publisher.model import Purge
from publisher.tell import command
from tests.tell.conftest import NEWS, Telling

COPY = "import sys, pathlib; pathlib.Path(sys.argv[1]).write_bytes(sys.stdin.buffer.read())"


def test_a_program_gets_every_url_on_a_line_of_its_own(telling: Telling, tmp_path: Path) -> None:
    (told,) = telling(purge=True, keeper=Purge(command=(sys.executable, "-c", COPY, "got")), pace=1)
    assert (told.by, told.whom, told.wrong) == ("command", Path(sys.executable).name, None)
    assert (tmp_path / "got").read_text().splitlines() == list(NEWS.stale)


def test_no_shell_reads_the_words_or_the_urls(telling: Telling, tmp_path: Path) -> None:
    words = "; touch pwned; $(touch pwned) `touch pwned` > pwned"
    news = replace(NEWS, stale=(f"{NEWS.base_url}/$(touch pwned)",))
    (told,) = telling(
        purge=True, keeper=Purge(command=(sys.executable, "-c", COPY, words)), news=news, pace=1
    )
    assert told.wrong is None
    assert sorted(path.name for path in tmp_path.iterdir()) == [words]


def test_a_program_has_the_environment_that_publish_has(telling: Telling, tmp_path: Path) -> None:
    write = "import os, pathlib; pathlib.Path('got').write_text(os.environ['CDN_TOKEN'])"
    environment = {**os.environ, "CDN_TOKEN": "x"}
    telling(purge=True, keeper=Purge(command=(sys.executable, "-c", write)), environment=environment, pace=1)
    assert (tmp_path / "got").read_text() == "x"


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        (("./not-there",), "it cannot be started: No such file or directory"),
        ((".",), "it cannot be started: Permission denied"),
        (
            (sys.executable, "-c", "import sys; print('a secret', file=sys.stderr); sys.exit(3)"),
            "it ended with 3",
        ),
        ((sys.executable, "-c", "import os; os.kill(os.getpid(), 9)"), "it ended with -9"),
        ((sys.executable, "-c", "print('x' * 1_000_000)"), None),
        ((sys.executable, "-c", "import os; os.close(0)"), None),
    ],
)
def test_how_a_program_ends_is_told_and_nothing_that_it_said(
    telling: Telling, capfd: pytest.CaptureFixture[str], words: tuple[str, ...], wrong: str | None
) -> None:
    many = replace(NEWS, stale=NEWS.stale * 10_000)
    (told,) = telling(purge=True, keeper=Purge(command=words), news=many, pace=1)
    assert told.wrong == wrong
    assert "secret" not in f"{told}"
    assert capfd.readouterr() == ("", "")


def test_a_program_that_hangs_is_ended_with_all_it_started(
    telling: Telling, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It hangs in a child of its own, which holds the pipe whose other end is here."""
    monkeypatch.setattr(command, "LIMIT", 1)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    child = "import time; f = open('pipe', 'wb', 0); f.write(b'x'); time.sleep(60)"
    parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    os.set_blocking(reader, True)
    begun = time.monotonic()
    (told,) = telling(purge=True, keeper=Purge(command=(sys.executable, "-c", parent)), pace=1)
    assert told.wrong == "it was ended after 1 seconds"
    assert time.monotonic() - begun < 10
    with os.fdopen(reader, "rb") as end:
        assert end.read() == b"x"


def test_where_no_copy_is_old_nothing_is_run(telling: Telling, tmp_path: Path) -> None:
    keeper = Purge(command=(sys.executable, "-c", COPY, "got"))
    assert telling(purge=True, keeper=keeper, news=replace(NEWS, stale=())) == ()
    assert not (tmp_path / "got").exists()
