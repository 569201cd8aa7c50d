"""A second S3 implementation for tests: moto's server, on loopback. It knows more settings, and no rights."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from functools import cached_property
from secrets import token_hex
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

PATIENCE = 60
"""Seconds that the server may take to answer."""


class Moto:
    """The server, running inside `with`. Whatever the credentials, it does what it is told."""

    def __init__(self) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self._port = probe.getsockname()[1]

    def __enter__(self) -> Self:
        command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(self._port)]
        # The threads of a server in this process would share its warnings and its boto3.
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            self._wait()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait(timeout=10)

    @property
    def endpoint(self) -> str:
        """The URL of the API; an object's public URL is `endpoint/bucket/key`."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def environment(self) -> dict[str, str]:
        """What AWS tools need to find these credentials and no others."""
        return {
            "AWS_ACCESS_KEY_ID": "moto",
            "AWS_SECRET_ACCESS_KEY": "moto",
            "AWS_CONFIG_FILE": os.devnull,
            "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        }

    @cached_property
    def client(self) -> S3Client:
        """A client of the tests' own, to see with other eyes what a store has done."""
        import boto3

        return boto3.Session("moto", "moto", region_name="us-east-1").client("s3", endpoint_url=self.endpoint)

    def bucket(self) -> str:
        """A fresh bucket."""
        name = f"test-{token_hex(6)}"
        self.client.create_bucket(Bucket=name)
        return name

    def _wait(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                with socket.create_connection(("127.0.0.1", self._port), timeout=5):
                    return
            except OSError as error:
                if self._process.poll() is not None or time.monotonic() > deadline:
                    raise RuntimeError("moto's server does not answer") from error
            time.sleep(0.05)
