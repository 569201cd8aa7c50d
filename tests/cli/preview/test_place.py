"""Ports that are free, the address on the network, and its QR code."""

from __future__ import annotations

import errno
import socket
from contextlib import ExitStack

import pytest
import segno

from publisher.cli.preview import place
from publisher.cli.preview.place import code, lan_address, open_port, show_code
from publisher.errors import PublisherError

URL = "http://192.0.2.7:8000/co-pi/"


@pytest.fixture
def ports(monkeypatch: pytest.MonkeyPatch) -> range:
    """Two ports in place of 8000 and those after it, free just now."""
    while True:
        with socket.create_server(("127.0.0.1", 0)) as first:
            port = first.getsockname()[1]
            try:
                socket.create_server(("127.0.0.1", port + 1)).close()
            except (OSError, OverflowError):
                continue
        monkeypatch.setattr(place, "PORTS", range(port, port + 2))
        return place.PORTS


def test_the_first_free_port_is_taken(ports: range) -> None:
    with ExitStack() as stack:
        taken = [stack.enter_context(open_port(None, lan=False)).address.port for _ in ports]
        assert taken == list(ports)
        with pytest.raises(PublisherError, match=f"{ports[0]} to {ports[1]} are all in use"):
            open_port(None, lan=False)


def test_a_port_that_is_named_is_that_one_or_none(ports: range) -> None:
    with open_port(ports[1], lan=False) as server:
        assert server.address.port == ports[1]
        with pytest.raises(PublisherError, match=f"port {ports[1]} is in use"):
            open_port(ports[1], lan=False)


def test_without_lan_only_this_machine_gets_in(ports: range) -> None:
    with open_port(0, lan=False) as server:
        assert (server.address.host, server.address.lan) == ("127.0.0.1", False)


def test_a_port_that_one_may_not_use_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(place, "Server", refuse)
    with pytest.raises(PublisherError, match="may not use port 80") as told:
        open_port(80, lan=False)
    assert "1023" in told.value.fix


def test_the_address_on_the_network_is_one_that_this_machine_has() -> None:
    try:
        host = lan_address()
    except PublisherError:
        pytest.skip("needs a network: this machine is on none")
    with open_port(0, lan=True) as server:
        assert (server.address.host, server.address.lan) == (host, True)
        assert not host.startswith("127.")


@pytest.mark.parametrize("elsewhere", [("127.0.0.1", 9), ("255.255.255.255", 9)], ids=["loopback", "refused"])
def test_a_machine_on_no_network_is_told_so(
    elsewhere: tuple[str, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place, "ELSEWHERE", elsewhere)
    with pytest.raises(PublisherError, match="no network"):
        open_port(None, lan=True)


def test_the_code_is_that_of_the_address() -> None:
    """Read back from the drawing, square by square: what is not drawn is dark."""
    halves = {" ": (1, 1), "▀": (0, 1), "▄": (1, 0), "█": (0, 0)}
    rows = [[halves[one][half] for one in line] for line in code(URL).splitlines() for half in (0, 1)]
    expected = [list(row) for row in segno.make_qr(URL).matrix_iter()]
    assert rows[: len(expected)] == expected


def test_the_code_is_drawn_where_it_can_be(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    show_code(URL)
    drawn = capsys.readouterr()
    assert (drawn.out, drawn.err) == ("", code(URL))
    monkeypatch.setattr(place, "_encoding", lambda: "ascii")
    show_code(URL)
    assert capsys.readouterr().err == ""
