"""Who sits at a terminal hears how far it is; logs stay as they are."""

from __future__ import annotations

import pytest

from publisher.cli import progress


@pytest.mark.parametrize(
    ("terminal", "said"), [(True, "\rPictures: 1 of 2\rPictures: 2 of 2\n"), (False, "")]
)
def test_counting_is_for_terminals(
    terminal: bool, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(progress, "is_interactive", lambda: terminal)
    told = progress.counting("Pictures")
    told(1, 2)
    told(2, 2)
    assert capsys.readouterr() == ("", said)


def test_a_terminal_that_is_gone_stops_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(progress, "is_interactive", lambda: True)
    monkeypatch.setattr("click.echo", gone)
    progress.counting("Pictures")(1, 1)
