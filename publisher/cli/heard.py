"""What a target records against what is found there: by its public address, or in a folder."""

from __future__ import annotations

import time
from datetime import UTC, datetime

from publisher.cli.failure import say
from publisher.cli.steps import memory
from publisher.each import each
from publisher.errors import PublisherError, StoreError
from publisher.model import Finding, Severity, Site
from publisher.publish import doubt
from publisher.standing import HEAD, Standing, read_revision, revision_key
from publisher.store.interface import Store
from publisher.verify import verify
from publisher.verify.asking import Patience
from publisher.verify.listener import Listener
from publisher.verify.public import Heard, Public, verify_feed, verify_public

OLDER = 3
"""Revisions of before whose bytes are known as the old ones."""
RECORDS = ".publisher/revisions/"


def hear(base_url: str, store: Store, found: Standing, *, sample: int | None, wait: float) -> Heard:
    """What the public gets at `base_url` of what `store` records; caches are waited for."""
    if found.unfinished:
        say(f"a publish has not finished; {len(found.touching)} files that it may be changing are left out")
    enclosures = (entry.enclosure for entry in found.ledger.entries if not entry.burnt)
    public = Public(
        base_url=base_url,
        objects=found.objects,
        older=_older(store, found),
        elsewhere=tuple(one for one in enclosures if one and one.url),
        hidden=_hidden(found),
        sample=sample,
        seed=found.head.name or "",
    )
    with Listener() as listener:
        patience = Patience(seconds=wait, wait=_wait)
        return verify_public(public, listener, patience=patience, now=datetime.now(UTC))


def hear_feed(base_url: str, *, sample: int | None) -> Heard:
    """What the public gets at `base_url` of what the feed there names."""
    with Listener() as listener:
        return verify_feed(base_url, (HEAD,), listener, sample=sample, now=datetime.now(UTC))


def read_back(store: Store, found: Standing) -> Heard:
    """What a folder holds of what it records."""
    wrong = tuple(
        Finding(key=key, url="", what=reason, fix="Publish again.")
        for key, reason in verify(found.objects, store)
    )
    return Heard(findings=wrong, asked=len(found.objects), known=len(found.objects))


def doubt_lost(heard: Heard, store: Store, found: Standing) -> None:
    """Have the next publish send what the target itself has otherwise than it was published, and say so.

    Where one is, all are looked at: whatever took it may have taken others.
    """
    known = {one.key: one for one in found.objects}
    wrong = [one.key for one in heard.findings if one.severity is Severity.ERROR and one.key in known]
    if not any(verify([known[key] for key in wrong], store)):
        return
    looked = each(found.objects, lambda one: tuple(verify((one,), store)))
    lost = [key for one in looked for key, _ in one]
    what = f"{store.name} has {len(lost)} files otherwise than they were published, such as {lost[0]}"
    try:
        doubted = doubt(store, {*lost, *found.touching}, found.head.revision)
    except StoreError as error:
        say(f"{what}; verify with the right to write there, so that the next publish sends them: {error}")
    else:
        say(f"{what}; the next publish sends them" if doubted else f"{what}; a publish is under way")


def public_address(site: Site) -> str:
    """Where listeners are. Raises PublisherError where the show does not say."""
    place = site.show.base_url
    if not place.startswith(("http://", "https://")):
        raise PublisherError(
            "show.toml does not say where listeners find the show",
            fix='write `base_url = "https://…"` into episodes/show.toml',
        )
    return place


def is_bucket(store: Store) -> bool:
    """Whether listeners get at it by base_url alone."""
    return store.name.startswith("s3://")


def _hidden(found: Standing) -> tuple[str, ...]:
    """Keys that are there and that nobody may read."""
    return (HEAD, revision_key(found.head.name)) if found.head.name else (HEAD,)


def _older(store: Store, found: Standing) -> dict[str, dict[str, int]]:
    """Per key what the last few revisions had there, sha256 → size; nothing where they cannot be had."""
    remembered = memory()
    past: dict[str, dict[str, int]] = {}
    try:
        for name in _before(store, found.head.revision):
            for known in read_revision(store, name, remembered).objects:
                past.setdefault(known.key, {})[known.sha256 or ""] = known.size
    except (StoreError, PublisherError):
        pass  # Without the right to list, or a revision, nothing is known to be an old one.
    return past


def _before(store: Store, number: int) -> list[str]:
    """The names of the revisions before `number`, newest first."""
    names = (known.key.removeprefix(RECORDS).removesuffix(".json") for known in store.list(RECORDS))
    numbers = {name: name.partition("-")[0] for name in names}
    past = {name: int(text) for name, text in numbers.items() if text.isdecimal() and int(text) < number}
    return sorted(past, key=lambda name: past[name], reverse=True)[:OLDER]


def _wait(seconds: float) -> None:
    say(f"a cache still gives out what was there before; asking again in {seconds:.0f} s")
    time.sleep(seconds)
