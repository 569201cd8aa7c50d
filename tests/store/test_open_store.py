"""Which store a target means."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from publisher.errors import StoreError
from publisher.store import open_store
from publisher.store.folder import FolderStore
from publisher.store.memory import MemoryStore
from publisher.store.s3 import S3Store


@pytest.mark.parametrize(
    ("target", "kind", "name"),
    [
        ("memory:", MemoryStore, "memory:"),
        ("s3://show", S3Store, "s3://show"),
        ("s3://show/", S3Store, "s3://show"),
        ("s3://show/a/prefix/", S3Store, "s3://show/a/prefix"),
        (".publisher/public", FolderStore, "/base/.publisher/public"),
        ("/srv/www", FolderStore, "/srv/www"),
        (".", FolderStore, "/base"),
    ],
)
def test_a_target_opens_its_kind_of_store(target: str, kind: type, name: str) -> None:
    """Nothing is written for it, and its name is what was asked for."""
    store = open_store(target, base=Path("/base"))
    assert isinstance(store, kind)
    assert store.name == name


def test_a_tilde_is_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """In show.toml no shell expands it, and nobody wants a folder called ~."""
    monkeypatch.setenv("HOME", str(tmp_path))
    assert open_store("~/public", base=Path("/base")).name == str(tmp_path / "public")


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("", "is empty"),
        ("  ", "is empty"),
        ("s3:", "names no bucket"),
        ("s3://", "names no bucket"),
        ("s3:///prefix", "names no bucket"),
        ("s3:bucket/prefix", "names no bucket"),
        ("s3://KEY:hush@bucket/prefix", "has a user name in it"),
        ("s3:KEY:hush@bucket", "has a user name in it"),
        ("https://KEY:hush@bucket/prefix", "https:// is not a kind of target"),
        ("gs://bucket", "gs:// is not a kind of target"),
        ("https://example.org/feeds", "https:// is not a kind of target"),
        ("s3://bucket/../other", "cannot be the key"),
        ("s3://bucket/a//b", "cannot be the key"),
    ],
)
def test_what_is_no_target_is_refused(target: str, said: str, tmp_path: Path) -> None:
    """The error says what to write, and repeats no password."""
    with pytest.raises(StoreError, match=said) as caught:
        open_store(target, base=tmp_path)
    assert caught.value.fix
    assert "hush" not in str(caught.value)


@pytest.mark.parametrize(
    ("endpoint", "said"),
    [
        ("s3.example.org", "does not begin with http"),
        ("localhost:8333", "does not begin with http"),
        ("ftp://example.org", "does not begin with http"),
        ("https://", "names no server"),
        ("https://example.org:99999", "is not an address"),
        ("http://[::1", "is not an address"),
        ("https://KEY:hush@example.org", "has a user name in it"),
        ("", "does not begin with http"),
    ],
)
def test_what_is_no_endpoint_is_refused(endpoint: str, said: str, tmp_path: Path) -> None:
    """The error says what to write, and repeats no password."""
    with pytest.raises(StoreError, match=said) as caught:
        open_store("s3://bucket", endpoint=endpoint, base=tmp_path)
    assert "https://s3.example.org" in caught.value.fix
    assert "hush" not in str(caught.value)


def test_boto3_is_loaded_for_buckets_only() -> None:
    """Whoever publishes into a folder does not wait for it."""
    code = (
        "import sys; from pathlib import Path; from publisher.store import open_store, s3;"
        "open_store('memory:', base=Path()); open_store('x', base=Path());"
        "sys.exit('boto3' in sys.modules or 'botocore' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
