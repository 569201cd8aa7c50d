"""What is in episodes/, as `build` would make it, with what listeners do not see yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote, urlsplit

from publisher.cli import steps
from publisher.cli.options import folder, moment, verbose
from publisher.cli.preview.made import Made
from publisher.errors import PublisherError
from publisher.model import Artifact, Edition, Ledger, Show, Site
from publisher.serve import Address, Look, look, moved
from publisher.write import LEDGER

OUT = "feeds"


class Episodes:
    """The show in this folder, at `address`, as if it were the moment `at`."""

    def __init__(self, address: Address, at: str | None) -> None:
        from publisher.read.audio import Known

        self.address, self.at, self.known = address, at, Known()
        self.home, self.ledger = show_file().parent, folder() / OUT / LEDGER

    def look(self) -> Look:
        """What is written, but what nobody reads, and what the last build has fixed."""
        return look((self.home, self.ledger), _is_skipped)

    def make(self) -> Made:
        """Read, check and settle all of it; nothing is written, and feeds/ledger.json only read."""
        from publisher.check import check
        from publisher.read import read
        from publisher.settle import settle

        site = read(folder(), self.known)
        ledger = steps.load_ledger(str(self.ledger)) if self.ledger.is_file() else None
        now = moment(self.at, site.show.timezone)
        settlement = settle(site, ledger or Ledger(), now, drafts=True, future=True)
        root = root_of(site.show)
        # Not before: guids may be derived from the address at which it is published.
        edition = moved(settlement.edition, f"{self.address.origin}{root}")
        return Made(
            root=root,
            render=lambda: _with_recordings(edition, steps.render_edition(edition, anew=True)),
            problems=steps.silenced(site, (*check(site), *settlement.problems)),
            notes=tuple(_notes(site)),
        )


def show_file() -> Path:
    """The show.toml of this folder; raises PublisherError where there is none."""
    file = folder() / "episodes/show.toml"
    if not file.is_file():
        raise PublisherError(
            f"there is no show in {folder()}",
            fix="go to the folder that holds episodes/, or start a show with `publisher init`",
        )
    return file


def root_of(show: Show) -> str:
    """The path of the show's address: below another one, links that leave it out would work here only."""
    return quote(urlsplit(show.base_url).path, safe="/%:@!$&'()*+,;=~")


def _with_recordings(edition: Edition, artifacts: tuple[Artifact, ...]) -> Iterator[Artifact]:
    """The artifacts; what was published of a recording is here as its file is now, with other tags say."""
    pairs = ((item.enclosure, item.entry.recording) for item in edition.episodes)
    here = {enclosure.key: recording for enclosure, recording in pairs if enclosure and recording}
    for artifact in artifacts:
        now = here.get(artifact.key) if artifact.body is None else None
        yield replace(artifact, body=now.path, size=now.size, sha256=now.sha256) if now else artifact


def _notes(site: Site) -> Iterator[str]:
    """What is not shown, though nothing is wrong; with -v what was ignored too."""
    for episode in site.episodes:
        if episode.draft and not (episode.recording or episode.elsewhere):
            yield f"{episode.origin.file} is a draft without a recording: it is not shown yet"
    if verbose():
        yield from (f"ignored: {name}" for name in site.ignored)


def _is_skipped(name: str) -> bool:
    """Whether nothing is made of files of this name; of _theme/ something is."""
    from publisher.read.discover import is_skipped

    return is_skipped(name) and not name.startswith("_")
