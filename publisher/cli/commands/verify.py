"""`publisher verify`."""

from __future__ import annotations

import click

from publisher.cli import steps
from publisher.cli.failure import UNVERIFIED
from publisher.cli.findings import heard_as_json, heard_as_text
from publisher.cli.heard import doubt_lost, hear, hear_feed, is_bucket, public_address, read_back
from publisher.cli.options import Target, folder_options, place_options
from publisher.errors import PublisherError
from publisher.model import Site
from publisher.verify.asking import FRESH
from publisher.verify.public import SAMPLE, Heard


@click.command()
@click.option("--all", "everything", is_flag=True, help="Ask for every file, not for some of each kind.")
@click.option(
    "--wait",
    type=click.IntRange(min=0),
    default=FRESH,
    show_default=True,
    metavar="SECONDS",
    help="How long to wait for caches that give out what was there before.",
)
@click.option("--public", is_flag=True, help="Ask for what the feed at base_url names; needs no credentials.")
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
@place_options
@folder_options
def verify(everything: bool, wait: int, public: bool, as_json: bool, target: Target) -> int:
    """Ask for what was published as a listener would, through base_url.

    \b
    Example:
      publisher verify
      publisher verify --all --wait 600
      publisher verify --public

    Feeds and pages are compared byte by byte, recordings by length, type and first bytes. A target
    that is a folder is read in place. Ends with 3 if anything is wrong; warnings are only told. What
    the target has lost, the next publish sends again.
    """
    site = steps.read_site()
    sample = None if everything else SAMPLE
    if public:
        place = public_address(site)
        revision, heard = None, hear_feed(place, sample=sample)
    else:
        place, revision, heard = _of_target(site, target, sample, wait)
    as_output = heard_as_json if as_json else heard_as_text
    click.echo(as_output(place, revision, heard))
    return 0 if heard.right else UNVERIFIED


def _of_target(site: Site, target: Target, sample: int | None, wait: int) -> tuple[str, int, Heard]:
    """Where the revision of the target was looked at, its number, and what was found."""
    store, found = steps.look(site, target)
    if not found.head.revision:
        raise PublisherError(f"nothing was published to {store.name} yet", fix="run publisher publish")
    if found.moved:
        raise PublisherError(
            f"nothing was published to {store.name} yet: "
            f"the record at {store.record} is of {found.head.target}",
            fix="run publisher publish",
        )
    if is_bucket(store):
        place = public_address(site)
        heard = hear(place, store, found, sample=sample, wait=wait)
    else:
        place, heard = store.name, read_back(store, found)
    doubt_lost(heard, store, found)
    return place, found.head.revision, heard
