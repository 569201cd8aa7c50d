"""Where the preview is reached: a port of this machine, for itself or for the network."""

from __future__ import annotations

import errno
import io
import os
import socket
import sys

import click

from publisher.cli.failure import explain, say
from publisher.errors import PublisherError
from publisher.serve import Server

LOOPBACK = "127.0.0.1"
PORTS = range(8000, 8100)
"""Tried in this order where no port is named."""
ELSEWHERE = ("198.51.100.1", 9)
"""An address that nobody has (RFC 5737), on the other side of whatever network there is."""


def open_port(port: int | None, *, lan: bool) -> Server:
    """A server at `port`, else at the first free one of ours. Raises PublisherError where none can be had."""
    host = lan_address() if lan else LOOPBACK
    for one in PORTS if port is None else (port,):
        try:
            return Server(host, one, lan=lan, complain=explain)
        except OSError as error:
            if port is not None or error.errno != errno.EADDRINUSE:
                raise _failed(one, error) from error
    raise PublisherError(
        f"the ports {PORTS[0]} to {PORTS[-1]} are all in use", fix="name a free one with --port"
    )


def lan_address() -> str:
    """This machine's address on the network that it reaches others by. Nothing is sent to find it."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(ELSEWHERE)
            host = str(probe.getsockname()[0])
        except OSError:
            host = LOOPBACK
    if host.startswith("127.") or host == "0.0.0.0":  # noqa: S104
        raise PublisherError(
            "this machine is on no network that a phone could reach it by",
            fix="connect it to the same one as the phone, or leave --lan out",
        )
    return host


def code(url: str) -> str:
    """The QR code of `url` in half blocks, drawn in its light squares, for light writing on dark."""
    import segno

    drawn = io.StringIO()
    segno.make_qr(url).terminal(drawn, compact=True)
    return drawn.getvalue()


def show_code(url: str) -> None:
    """Draw the QR code where the talk goes, if that can show it."""
    drawn = code(url)
    try:
        drawn.encode(_encoding())
    except UnicodeEncodeError:
        return
    for line in drawn.splitlines():
        # White on black, so that it is no negative on a terminal that writes dark on light.
        say(line if os.environ.get("NO_COLOR") else click.style(line, fg="bright_white", bg="black"))


def _encoding() -> str:
    return getattr(sys.stderr, "encoding", None) or "ascii"


def _failed(port: int, error: OSError) -> PublisherError:
    if error.errno == errno.EADDRINUSE:
        return PublisherError(
            f"port {port} is in use", fix="stop what uses it, or leave --port out: a free one is found"
        )
    if error.errno == errno.EACCES:
        return PublisherError(f"this user may not use port {port}", fix="choose one above 1023")
    return PublisherError(f"port {port} cannot be used: {error.strerror or error}", fix="choose another one")
