"""Who is told of a publish."""

from __future__ import annotations

from dataclasses import replace

import pytest

from publisher.check.notify import is_told_over_https
from publisher.model import Notify, Podping, Webhook

from .site import SHOW, found, site


@pytest.mark.parametrize(
    ("notify", "expected"),
    [
        (Notify(), []),
        (Notify(podping=Podping(token_env="T")), []),
        (Notify(webhooks=(Webhook(url="https://example.org", secret_env="S"),)), []),
        (Notify(podping=Podping(url="http://example.org", token_env="T")), ["NOTIFY-001 warning"]),
        (
            Notify(webhooks=(Webhook(url="http://example.org", secret_env="S"),) * 2),
            ["NOTIFY-001 warning"] * 2,
        ),
    ],
)
def test_tokens_go_out_over_https_only(notify: Notify, expected: list[str]) -> None:
    assert found(is_told_over_https, site(show=replace(SHOW, notify=notify))) == expected
