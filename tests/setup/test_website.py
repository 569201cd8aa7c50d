"""The host's website address: ours where there is none."""

from __future__ import annotations

from publisher.model import State
from publisher.setup.website import want
from publisher.store.bucket import Spot

SPOT = Spot(bucket="b", prefix="show/")


def test_without_one_it_gets_an_index_and_a_page_for_what_is_not_there() -> None:
    wish = want(None, SPOT)
    assert wish.document == {
        "IndexDocument": {"Suffix": "index.html"},
        "ErrorDocument": {"Key": "show/404.html"},
    }
    assert want(wish.document, SPOT).state is State.OK


def test_that_of_others_stays() -> None:
    redirect = {"RedirectAllRequestsTo": {"HostName": "example.org"}}
    assert want(redirect, SPOT).document is None
