"""What was published into a folder, every byte of it but the address it is at."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from publisher.cli import steps
from publisher.cli.options import Target, folder
from publisher.cli.preview.episodes import root_of, show_file
from publisher.cli.preview.made import Made
from publisher.cli.target import Chosen, choose
from publisher.errors import PublisherError
from publisher.model import Artifact, Site
from publisher.serve import Address, Look, look, moved_text
from publisher.standing import HEAD

TEXT = re.compile(
    r"(text/(html|css|javascript|calendar)|.*[/+](xml|json|javascript)|application/json\+chapters)(;.*)?"
)
"""The media types of what we have written addresses into."""
FEEDS = ("podcast.xml", "feed.xml", "events.ics", "index.html")
"""Of which most publishes change one."""
NOWHERE = Target(target=None, endpoint=None, ledger=None, first=False, at=None)
"""The target that show.toml names, or the folder that is one without it."""


class Published:
    """The folder that `publish` fills, at `address`."""

    def __init__(self, address: Address) -> None:
        from publisher.read.show import read_show

        self.address = address
        show, _ = read_show(show_file(), folder())
        self.site = Site(show=show)
        chosen = choose(show.publishing, NOWHERE)
        if ":" in chosen.place:
            raise PublisherError(
                f"what is published is not in a folder, but at {chosen.place}",
                fix=f"open {show.base_url}/index.html, or leave --published out",
            )
        self._watched = tuple(folder() / place for place in _watched(chosen))

    def look(self) -> Look:
        """What every publish changes, or, where that is in a bucket, most of them do."""
        return look(self._watched)

    def make(self) -> Made:
        """The objects of the last revision that are there; raises PublisherError where there is none."""
        store, found = steps.look(self.site, NOWHERE)
        if not found.head.revision:
            raise PublisherError(f"nothing is published in {store.name}", fix="run `publisher publish` first")
        root = root_of(self.site.show)
        base_url = f"{self.address.origin}{root}"
        there = {one.key: one.size for one in store.list()}
        artifacts = [
            Artifact(
                key=one.key,
                type=one.type or "",
                size=one.size,
                sha256=one.sha256 or "",
                body=Path(store.name, one.key),
            )
            for one in found.objects
            if there.get(one.key) == one.size
        ]
        return Made(root=root, render=lambda: self._moved(artifacts, base_url))

    def _moved(self, artifacts: list[Artifact], base_url: str) -> Iterator[Artifact]:
        """The artifacts, whose texts lead to `base_url`."""
        from publisher.render.wire.fit import ascii_url

        before = ascii_url(self.site.show.base_url)
        for artifact in artifacts:
            if TEXT.fullmatch(artifact.type) and isinstance(artifact.body, Path):
                # Addresses are ASCII; whatever else there is stays as it is.
                text = moved_text(artifact.body.read_bytes().decode("latin-1"), before, base_url)
                body = text.encode("latin-1")
                yield replace(artifact, body=body, size=len(body), sha256=hashlib.sha256(body).hexdigest())
            else:
                yield artifact


def _watched(chosen: Chosen) -> tuple[Path, ...]:
    """The files that tell of a publish, as seen from the project."""
    record = chosen.state or chosen.place
    if ":" not in record:
        return (Path(record).expanduser() / HEAD,)
    return tuple(Path(chosen.place).expanduser() / name for name in FEEDS)
