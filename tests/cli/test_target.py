"""`[publish] state`: the record of a target in a place of its own, whatever is done with the target."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex

import pytest

from publisher.cli.options import Target
from publisher.cli.target import Chosen, choose
from publisher.model import Publishing
from publisher.standing import HEAD
from publisher.store.folder import FolderStore
from tests.cli.conftest import Run, edit
from tests.cli.test_verify import OLD
from tests.faults import Proxy
from tests.seaweed import Seaweed

COMMENTED = '# [publish]\n# target = "s3://bucket/prefix"'
ARTICLE = "episodes/case-genbrug-af-loesninger/article.md"
BUCKETS = Publishing(target="s3://b/show", endpoint="https://x.org", state="s3://private/show")


def configure(project: Path, target: str, state: str, more: str = "") -> None:
    edit(
        project / "episodes/show.toml",
        COMMENTED,
        f'[publish]\ntarget = "{target}"\nstate = "{state}"\n{more}',
    )


def tree(folder: Path) -> list[str]:
    """Every object there."""
    return sorted(known.key for known in FolderStore(folder).list())


def records(folder: Path) -> list[str]:
    """Those that are ours alone."""
    return [key for key in tree(folder) if key.startswith(".publisher/")]


def said(target: str | None = None, endpoint: str | None = None) -> Target:
    return Target(target=target, endpoint=endpoint, ledger=None, first=False, at=None)


@pytest.fixture
def here(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The project, from inside, as commands see it."""
    monkeypatch.setattr("publisher.cli.target.folder", lambda: project)
    return project


@pytest.mark.parametrize(
    ("words", "state"),
    [
        (said(), "s3://private/show"),
        (said("s3://b/show/"), "s3://private/show"),
        (said(endpoint="https://x.org/"), "s3://private/show"),
        (said("s3://b/show2"), None),
        (said("out"), None),
        (said(endpoint="https://y.org"), None),
        (said("s3://b/show", "https://y.org"), None),
    ],
)
def test_the_state_is_that_of_the_target_in_show_toml_alone(
    here: Path, words: Target, state: str | None
) -> None:
    assert choose(BUCKETS, words).state == state


def test_an_endpoint_that_show_toml_leaves_open_is_no_other_place(here: Path) -> None:
    chosen = choose(Publishing(target="s3://b", state="s3://private"), said(endpoint="https://x.org"))
    assert chosen == Chosen(place="s3://b", state="s3://private", endpoint="https://x.org", region=None)


def test_a_folder_is_the_same_by_whatever_path(here: Path) -> None:
    configured = Publishing(target="out", state="private")
    assert choose(configured, said(str(here / "x/../out"))).state == "private"
    assert choose(configured, said("out2")).state is None


def test_the_record_is_kept_there_and_everything_goes_on_from_it(run: Run, project: Path) -> None:
    configure(project, "out", "private")
    assert run("publish", "--at", "2026-01-01").code == 0
    assert records(project / "out") == []
    assert HEAD in records(project / "private") == tree(project / "private")
    assert "0 uploaded" in run("publish", "--at", "2026-01-01").out
    edit(project / ARTICLE, "Klokken er", "Kl. er")
    assert json.loads(run("publish", "--at", "2026-01-02", "--json").out)["revision"] == 2
    assert run("verify").code == 0
    assert [row["revision"] for row in json.loads(run("history", "--json").out)["revisions"]] == [2, 1]
    assert run("rollback", "--yes").code == 0
    assert run("prune", "--yes", "--keep", "1").code == 0
    assert run("check", "--target", "out").code == 0
    assert records(project / "out") == []


def test_another_target_keeps_its_own_record(run: Run, project: Path) -> None:
    configure(project, "out", "private")
    run("publish")
    before = (project / "private" / HEAD).read_bytes()
    ran = run("publish", "--target", "rehearsal", "--json")
    assert (ran.code, json.loads(ran.out)["revision"]) == (0, 1)
    assert (project / "rehearsal" / HEAD).is_file()
    assert (project / "private" / HEAD).read_bytes() == before


def test_a_record_that_was_in_the_target_is_asked_for_and_goes_on_where_it_is_moved(
    run: Run, project: Path
) -> None:
    run("publish", "--target", "out", "--at", "2026-01-01")
    feed = (project / "out/podcast.xml").read_bytes()
    configure(project, "out", "private")
    for words in (("plan",), ("publish", "--first"), ("history",), ("verify",)):
        ran = run(*words)
        assert ran.code == 1
        assert f"is still in {project / 'out'}" in ran.err
        assert f"move all that is below {project / 'out'}/.publisher/ to {project / 'private'}" in ran.err
    assert not (project / "private").exists()
    shutil.move(project / "out/.publisher", project / "private/.publisher")
    ran = run("publish", "--json", "--at", "2026-01-02")
    assert (ran.code, json.loads(ran.out)["revision"]) == (0, 1)
    assert (project / "out/podcast.xml").read_bytes() == feed


def test_identity_may_be_carried_over_from_a_record_that_stays(run: Run, project: Path) -> None:
    run("publish", "--target", "out", "--at", "2025-01-01")
    (revision,) = (project / "out/.publisher/revisions").glob("1-*.json")
    configure(project, "out", "private")
    assert run("publish", "--ledger", revision, "--at", "2026-01-01").code == 0
    assert "Tue, 31 Dec 2024 23:00:00 +0000" in (project / "out/podcast.xml").read_text()
    assert (project / "private" / HEAD).is_file()


def test_a_target_whose_record_is_lost_is_refused_and_told_where_it_should_be(
    run: Run, project: Path
) -> None:
    configure(project, "out", "private")
    run("publish")
    shutil.rmtree(project / "private")
    ran = run("publish")
    assert ran.code == 1
    assert f"at {project / 'private'} there is no record of what was published" in ran.err


def test_a_damaged_record_is_named_where_it_is(run: Run, project: Path) -> None:
    configure(project, "out", "private")
    run("publish")
    (project / "private" / HEAD).write_text("{")
    assert f"{project / 'private'}/{HEAD} is damaged" in run("publish").err


def test_a_record_of_another_target_gives_identity_and_takes_nothing_for_granted(
    run: Run, project: Path
) -> None:
    """As after target was changed in show.toml, and state was not: be the new one empty, or a copy."""
    configure(project, "out", "private")
    run("publish", "--at", "2025-01-01")
    edit(project / "episodes/show.toml", 'target = "out"', 'target = "new"')
    ran = run("verify")
    assert (ran.code, f"is of {project / 'out'}" in ran.err) == (1, True)
    shutil.copytree(project / "out", project / "new", ignore=lambda _, names: {"podcast.xml"} & {*names})
    ran = run("publish", "--json", "--at", "2026-01-01")
    assert (ran.code, json.loads(ran.out)["revision"]) == (0, 2)
    assert "Tue, 31 Dec 2024 23:00:00 +0000" in (project / "new/podcast.xml").read_text()
    assert tree(project / "new") == tree(project / "out")
    assert run("verify").code == 0
    assert "0 uploaded" in run("publish", "--at", "2026-01-01").out


def test_the_record_is_never_in_episodes(run: Run, project: Path) -> None:
    configure(project, "out", "episodes/private")
    ran = run("publish")
    assert (ran.code, "is in episodes/" in ran.err) == (1, True)
    assert not (project / "out").exists()


def test_a_state_without_a_target_is_a_problem(run: Run, project: Path) -> None:
    edit(project / "episodes/show.toml", COMMENTED, '[publish]\nstate = "s3://private"')
    ran = run("check")
    assert (ran.code, "publish.target is missing" in ran.out + ran.err) == (1, True)


@dataclass(frozen=True)
class Buckets:
    """One that is public, one for the record, and the network before both."""

    server: Seaweed
    public: str
    private: str
    network: Proxy

    def keys(self, bucket: str) -> set[str]:
        return {one["Key"] for one in self.server.client.list_objects_v2(Bucket=bucket)["Contents"]}

    def open(self, bucket: str) -> None:
        """Let everybody read all of it."""
        allow = {"Sid": "wide", "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject"}
        statement = {**allow, "Resource": f"arn:aws:s3:::{bucket}/*"}
        policy = {"Version": "2012-10-17", "Statement": [statement]}
        self.server.client.put_bucket_policy(Bucket=bucket, Policy=json.dumps(policy))


@pytest.fixture
def buckets(run: Run, project: Path, seaweed: Seaweed, monkeypatch: pytest.MonkeyPatch) -> Iterator[Buckets]:
    """Both named in show.toml; the private one is not there yet."""
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        monkeypatch.delenv(name)
    for name, value in seaweed.environment.items():
        monkeypatch.setenv(name, value)
    with Proxy(seaweed.endpoint) as network:
        made = Buckets(seaweed, seaweed.bucket(public=False), f"private-{token_hex(6)}", network)
        endpoint = f'endpoint = "{network.endpoint}"\n'
        configure(project, f"s3://{made.public}/show", f"s3://{made.private}/show", endpoint)
        edit(project / "episodes/show.toml", OLD, f"{seaweed.endpoint}/{made.public}/show")
        yield made


def test_a_public_bucket_and_a_private_one_are_set_up_and_used(
    run: Run, project: Path, buckets: Buckets
) -> None:
    """No key of ours is ever public, and nothing else is in the private one."""
    ran = run("setup", "--check")
    assert (ran.code, "missing  state: bucket" in ran.out) == (1, True)
    ran = run("setup", "--yes", "--json")
    assert ran.code == 0, ran.out
    assert {one["state"] for one in json.loads(ran.out)["requirements"]} == {"ok", "cannot"}
    assert run("publish", "--yes", "--at", "2026-01-01").code == 0
    edit(project / ARTICLE, "Klokken er", "Kl. er")
    assert run("publish", "--yes", "--at", "2026-01-02").code == 0
    assert run("verify", "--all").code == 0
    assert run("rollback", "--yes").code == 0
    assert run("prune", "--yes", "--keep", "1").code == 0
    assert f"show/{HEAD}" in buckets.keys(buckets.private)
    assert all(key.startswith("show/.publisher/") for key in buckets.keys(buckets.private))
    assert not any(".publisher" in key for key in buckets.keys(buckets.public))
    assert run("setup", "--check").code == 0


def test_where_nothing_has_changed_the_private_bucket_is_asked_once(run: Run, buckets: Buckets) -> None:
    """Once this machine remembers the revision."""
    run("setup", "--yes")
    for _ in range(2):
        assert run("publish", "--yes", "--at", "2026-01-01").code == 0
    buckets.network.asked.clear()
    assert run("publish", "--yes", "--at", "2026-01-01").code == 0
    assert [(one.method, one.key) for one in buckets.network.asked] == [("GET", f"show/{HEAD}")]


def test_what_everybody_may_read_of_a_record_is_told(run: Run, buckets: Buckets) -> None:
    """Of an old one that was left in the target, and of the private one."""
    run("setup", "--yes")
    assert run("publish", "--yes").code == 0
    buckets.server.client.put_object(Bucket=buckets.public, Key=f"show/{HEAD}", Body=b"{}")
    ran = run("setup", "--check")
    assert (ran.code, "old record" in ran.out) == (1, True)
    buckets.open(buckets.public)
    buckets.open(buckets.private)
    assert "state: private record  a statement of the bucket policy (wide)" in run("setup", "--check").out
    ran = run("verify", "--wait", "0", "--json")
    assert ran.code == 3
    assert {one["key"] for one in json.loads(ran.out)["findings"]} == {HEAD}
