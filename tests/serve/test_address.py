"""Which names the preview goes by, and which key a path means."""

from __future__ import annotations

import pytest

from publisher.serve import Address
from publisher.serve.address import key_of, path_of
from tests.serve.conftest import ADDRESS


@pytest.mark.parametrize(
    "host", ["127.0.0.1:8000", "localhost", "LOCALHOST:8000", "a.localhost", "[::1]:8000", "192.0.2.7"]
)
def test_whoever_comes_by_an_address_or_as_localhost_is_led_here(host: str) -> None:
    assert ADDRESS.is_known_as(host)


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8000",
        "127.0.0.1.evil.example",
        "localhost.evil.example",
        "",
        ":80",
        "[::1",
    ],
)
def test_a_name_that_anybody_may_own_is_none_of_ours(host: str) -> None:
    assert not ADDRESS.is_known_as(host)


def test_on_the_network_this_machine_has_names_it_does_not_know() -> None:
    assert Address(host="192.0.2.7", port=8000, lan=True).is_known_as("desk.local:8000")


def test_browsers_leave_out_the_port_of_http() -> None:
    assert Address(host="127.0.0.1", port=80).origin == "http://127.0.0.1"
    assert ADDRESS.origin == "http://127.0.0.1:8000"


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("/a/b?c=/d#e", "/a/b"),
        ("http://127.0.0.1:8000/a?b", "/a"),
        ("HTTP://[/a", "/a"),
        ("/http://x/a", "/http://x/a"),
        ("*", "*"),
    ],
)
def test_the_path_of_a_target_ends_before_its_query(target: str, path: str) -> None:
    assert path_of(target) == path


@pytest.mark.parametrize(
    ("path", "root", "key"),
    [
        ("/show/a/b.html", "/show", "a/b.html"),
        ("/sh%6fw/%61", "/show", "a"),
        ("/show/", "/show", ""),
        ("/a", "", "a"),
        ("/min%20show/a", "/min%20show", "a"),
        ("/show", "/show", None),
        ("/shows/a", "/show", None),
        ("/other/a", "/show", None),
        ("/show/%ff", "/show", None),
    ],
)
def test_a_key_is_what_stands_below_the_root(path: str, root: str, key: str | None) -> None:
    assert key_of(path, root) == key
