"""Everybody may get every key that a publish writes for listeners, and none of our own."""

from __future__ import annotations

import pytest

from publisher.model import State
from publisher.setup.policy import is_public
from publisher.setup.reading import want
from publisher.setup.wish import mark
from publisher.store.bucket import Document, Spot
from publisher.store.folder import FolderStore
from tests.maximal.built import MOMENT, project, publisher
from tests.setup.test_policy import allow, policy

SPOT = Spot(bucket="b", prefix="show/")
OURS = mark("public-read", SPOT)
THEIRS = allow(Sid="theirs", Resource="arn:aws:s3:::b/backup/*", Principal={"AWS": "arn:aws:iam::1:root"})


def wanted(now: Document | None = None, spot: Spot = SPOT) -> Document:
    """What would be set, over what is there now."""
    wish = want(now, spot)
    assert wish.state in (State.MISSING, State.DIFFERS)
    assert wish.document and wish.will
    assert want(wish.document, spot).state is State.OK
    return wish.document


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Of a show that says all that can be said."""
    folder = project(tmp_path_factory.mktemp("maximal") / "show")
    ran = publisher(folder, "publish", "--target", "out", "--at", MOMENT)
    assert ran.returncode == 0, ran.stderr
    return [known.key for known in FolderStore(folder / "out").list()]


@pytest.mark.parametrize("prefix", ["", "show/", "a/b/"])
def test_all_that_is_published_is_public_and_nothing_else(keys: list[str], prefix: str) -> None:
    spot = Spot(bucket="b", prefix=prefix)
    made = wanted(spot=spot)
    public = {key for key in keys if is_public(made, f"arn:aws:s3:::b/{prefix}{key}")}
    assert public == {key for key in keys if not key.startswith(".publisher/")}
    assert len(public) < len(keys)
    for other in ("arn:aws:s3:::b", "arn:aws:s3:::b/", "arn:aws:s3:::c/podcast.xml"):
        assert not is_public(made, other)


def test_a_show_with_a_prefix_opens_nothing_beside_it() -> None:
    made = wanted()
    for key in ("private.txt", "show2/podcast.xml", "show", ".publisher/head.json"):
        assert not is_public(made, f"arn:aws:s3:::b/{key}")


def test_statements_of_others_stay() -> None:
    made = wanted({"Version": "2008-10-17", "Id": "old", "Statement": THEIRS})
    assert made["Statement"][0] == THEIRS
    assert (made["Version"], made["Id"], len(made["Statement"])) == ("2008-10-17", "old", 2)


def test_shows_in_one_bucket_have_a_statement_each() -> None:
    made = wanted(wanted(), Spot(bucket="b", prefix="other/"))
    assert want(made, SPOT).state is State.OK
    assert len({one["Sid"] for one in made["Statement"]}) == 2


def test_a_statement_of_ours_that_was_altered_is_replaced() -> None:
    made = policy(THEIRS, allow(Sid=OURS, Resource="arn:aws:s3:::b/show/podcast.xml"))
    assert want(made, SPOT).state is State.DIFFERS
    assert [one["Sid"] for one in wanted(made)["Statement"]] == ["theirs", OURS]


def test_where_others_let_everybody_in_nothing_is_added() -> None:
    wish = want(policy(allow()), SPOT)
    assert (wish.state, wish.document) == (State.OK, None)


def test_what_others_deny_is_theirs_to_mend() -> None:
    wish = want(policy(allow(Sid="shut", Effect="Deny")), SPOT)
    assert (wish.state, wish.document, wish.will) == (State.DIFFERS, None, "")
    assert "shut" in wish.what
    assert wish.fix


def test_another_cloud_of_amazons_has_other_names() -> None:
    made = wanted(spot=Spot(bucket="b", partition="aws-cn"))
    assert is_public(made, "arn:aws-cn:s3:::b/podcast.xml")
