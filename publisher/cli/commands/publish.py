"""`publisher publish`."""

from __future__ import annotations

import click

from publisher.cli import steps
from publisher.cli.carry import Consent, carry, consent_options
from publisher.cli.options import Target, cache_option, folder_options, target_options


@click.command()
@consent_options
@target_options
@cache_option
@folder_options
def publish(consent: Consent, target: Target) -> int:
    """Make the target equal to episodes/: recordings first, feeds last.

    \b
    Example:
      publisher publish
      publisher publish --target s3://my-bucket/show --endpoint https://s3.example.org

    Credentials come the way AWS tools find them: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or a
    profile. With no target, the folder .publisher/public is filled.
    """
    return carry(steps.prepare(target), consent)
