"""What sending needs from outside."""

from __future__ import annotations

from pathlib import Path

import pytest

from publisher.errors import NoticeError
from publisher.tell.wire.message import Means
from tests.tell.conftest import MOMENT


@pytest.mark.parametrize("environment", [{}, {"NAME": ""}, {"NAME": " \n"}])
def test_a_secret_that_is_not_there_is_named(environment: dict[str, str]) -> None:
    """CI systems set variables to nothing where there is no such secret."""
    with pytest.raises(NoticeError, match="the environment variable NAME is not set"):
        Means(environment=environment, moment=MOMENT, folder=Path()).secret("NAME")


def test_a_secret_has_no_line_break_at_its_end() -> None:
    assert Means(environment={"NAME": "x\n"}, moment=MOMENT, folder=Path()).secret("NAME") == "x"
