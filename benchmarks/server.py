"""SeaweedFS as the tests start it, and what it was asked."""

from __future__ import annotations

import re
from urllib.request import urlopen

from tests.seaweed import Seaweed

METRICS = 5
"""The port of its own count of requests, from the first."""
COUNT = re.compile(r'^SeaweedFS_s3_request_total\{bucket="([^"]*)".*\} (\S+)$', re.MULTILINE)


class Server(Seaweed):
    """A server that counts, running inside `with`."""

    def asked(self, bucket: str) -> int:
        """How many requests there were for `bucket` so far, whatever came of them."""
        with urlopen(f"http://127.0.0.1:{self._port + METRICS}/metrics") as answer:
            told = answer.read().decode()
        return sum(int(float(count)) for name, count in COUNT.findall(told) if name == bucket)

    def warm(self, bucket: str) -> None:
        """Have `bucket` know where it stores objects: the first write to it waits for that."""
        self.client.put_object(Bucket=bucket, Key="warm", Body=b"warm")
        self.client.delete_object(Bucket=bucket, Key="warm")

    def _command(self) -> list[str]:
        return [*super()._command(), f"-metricsPort={self._port + METRICS}"]
