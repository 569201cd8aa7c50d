"""Any key that is taken names one object below the target and nothing else."""

from __future__ import annotations

import os.path
from pathlib import PurePosixPath, PureWindowsPath
from urllib.parse import quote, unquote, urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.errors import StoreError
from publisher.store.key import check_key, check_prefix

PARTS = ("a", "..", ".", "", "...", "~", ".~", ":", "C:", " ", "%2F", "?", "#", "\\", "\0", "æ", "b" * 256)
ANYTHING = st.lists(st.sampled_from(PARTS), max_size=5).map("/".join) | st.text(max_size=20)


def is_taken(key: str) -> bool:
    try:
        check_key(key, "memory:")
    except StoreError:
        return False
    return True


@given(ANYTHING)
def test_a_key_that_is_taken_stays_below_the_target(key: str) -> None:
    """Neither a path nor a URL made of it leads elsewhere or to another key."""
    if not is_taken(key):
        return
    assert os.path.normpath(f"/root/{key}") == f"/root/{key}"
    assert PurePosixPath("/root", key).parts[2:] == tuple(key.split("/"))
    assert ".." not in PureWindowsPath(key).parts
    url = urljoin("https://example.org/show/", quote(f"/show/{key}"))
    assert unquote(urlsplit(url).path) == f"/show/{key}"


@given(ANYTHING)
def test_a_prefix_of_a_key_is_taken(key: str) -> None:
    """Wherever one cuts a key, its objects can be listed."""
    if not is_taken(key):
        return
    for end in range(len(key) + 1):
        check_prefix(key[:end], "memory:")


def test_the_error_names_key_target_and_remedy() -> None:
    """A very long key is cut, as it would fill the screen."""
    with pytest.raises(StoreError) as caught:
        check_key("x" * 2000, "s3://show")
    assert str(caught.value).startswith("s3://show: 'xxx")
    assert len(str(caught.value)) < 250
    assert "rename" in caught.value.fix
