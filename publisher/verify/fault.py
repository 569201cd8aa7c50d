"""Why nothing could be heard, in a producer's words."""

from __future__ import annotations

import socket
import ssl
from http.client import HTTPException, IncompleteRead, RemoteDisconnected


class UnheardError(Exception):
    """No answer: `str(error)` is what happened, `fix` what to do about it."""

    def __init__(self, what: str, *, fix: str) -> None:
        super().__init__(what)
        self.fix = fix


_RENEW = "Renew the certificate at your provider, and let it be renewed by itself."
_CERTIFICATES = {
    9: ("its certificate is not valid yet", "Check the clock of this machine, then the certificate."),
    10: ("its certificate has expired", _RENEW),
    18: ("its certificate is signed by nobody whom apps trust", _RENEW),
    19: ("its certificate is signed by nobody whom apps trust", _RENEW),
    20: (
        "its certificate leads to nobody whom apps trust",
        "Let the server send the whole chain of certificates, its intermediate ones too.",
    ),
    62: ("its certificate is for another name", "Get a certificate for the name in base_url."),
    64: ("its certificate is for another address", "Write a name in base_url instead of a number."),
}
"""OpenSSL's verification errors (x509_vfy.h)."""


def unheard(error: Exception, host: str) -> UnheardError:
    """What `error` means that kept us from hearing `host`."""
    what, fix = _reason(error)
    return UnheardError(f"{host}: {what}", fix=fix)


def _reason(error: Exception) -> tuple[str, str]:
    if isinstance(error, ssl.SSLCertVerificationError):
        return _CERTIFICATES.get(error.verify_code, ("its certificate is not to be trusted", _RENEW))
    if isinstance(error, ssl.SSLError):
        return "no TLS connection can be made", "Does the server speak https at this address?"
    if isinstance(error, socket.gaierror):
        return "nobody knows this name", "Mend the address, or its DNS record at your provider."
    if isinstance(error, TimeoutError):
        return "it does not answer in time", "Look whether the server is up, then try again."
    if isinstance(error, ConnectionRefusedError):
        return "nothing answers there", "Look whether the server is up, and whether the port is right."
    if isinstance(error, IncompleteRead | RemoteDisconnected | ConnectionError):
        return "the connection breaks before all is there", "Look into the server's log, then try again."
    if isinstance(error, HTTPException | ValueError):
        return "it does not answer as web servers do", "Look whether the address is a web server's."
    reason = error.strerror if isinstance(error, OSError) else None
    return reason or type(error).__name__, "Check the network, then try again."
