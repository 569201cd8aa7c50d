"""The way back to an earlier revision, up to the plan."""

from __future__ import annotations

from itertools import islice

from publisher.cli import steps
from publisher.cli.options import Target, moment
from publisher.errors import PublisherError
from publisher.model import Artifact, Revision, Site, is_immutable
from publisher.past import committed, find, is_calendar, recorded, retracted_since
from publisher.standing import Standing
from publisher.store.interface import Store


def read_show() -> Site:
    """What was read; only show.toml has to be right, for what does not publish anything new."""
    site = steps.read_site()
    ours = (problem for problem in site.problems if problem.place.file == site.show.origin.file)
    steps.raise_if_wrong(site, tuple(ours))
    return site


def prepare_rollback(wanted: int | None, target: Target) -> tuple[steps.Prepared, Revision]:
    """Everything up to the plan that puts revision `wanted` back, or the one before; and that revision."""
    from publisher.render.wire.fit import ascii_url
    from publisher.rollback import roll_back
    from publisher.settle.earlier import earlier

    site = read_show()
    now = moment(target.at, site.show.timezone)
    store, found = steps.look(site, target)
    old = _chosen(store, found, wanted)
    told = earlier(found.ledger, old, site.show, now)
    made = [
        artifact
        for artifact in steps.render_edition(told.edition, anew=True)
        if is_calendar(artifact.key) or artifact.key in told.added or _is_lasting(artifact)
    ]
    plan, artifacts = roll_back(
        old,
        made,
        found,
        store,
        base_url=ascii_url(site.show.base_url),
        withdrawn=steps.expired_media(told.ledger),
    )
    prepared = steps.Prepared(
        site=site, store=store, standing=found, artifacts=artifacts, ledger=told.ledger, plan=plan, now=now
    )
    return prepared, old


def _is_lasting(artifact: Artifact) -> bool:
    return is_immutable(artifact.key) and artifact.body is not None


def _chosen(store: Store, found: Standing, wanted: int | None) -> Revision:
    """The revision to go back to: after a run that died, the last whole one goes before the one before it."""
    public = committed(store, found.head, recorded(store), steps.memory())
    if wanted is not None:
        old = find(public, wanted, store.name)
    else:
        old_or_none = next(islice(public, 0 if found.unfinished else 1, None), None)
        if old_or_none is None:
            raise PublisherError(
                f"{store.name} has no revision to go back to", fix="`publisher history` lists what is kept"
            )
        old = old_or_none
    if old.name == found.head.name and not found.unfinished:
        raise PublisherError(
            f"revision {old.number} is what the public has",
            fix="name another; `publisher history` lists them",
        )
    if held := retracted_since(old, found.ledger):
        raise PublisherError(
            f"revision {old.number} holds what was taken back for good: {held[0]}",
            fix="run that `publisher retract` again, which deletes the revision",
        )
    return old
