"""A bad network: whatever happens to requests, a publish completes or says why not, and nothing is lost."""

from __future__ import annotations

import pytest

from tests import faults
from tests.faults import Act, Asked, Proxy
from tests.publish.changing import Changing
from tests.publish.conftest import Place, Publishing
from tests.read.audio.build import mp3

pytestmark = pytest.mark.usefixtures("impatient")


def everything(asked: Asked) -> bool:
    return True


@pytest.mark.parametrize(
    "act",
    [
        faults.cut_before,
        faults.cut_in_body,
        faults.cut_after,
        faults.busy,
        faults.refused(500, "InternalError"),
        faults.cut_in_answer,
        faults.twice,
        faults.slowly(0.02),
    ],
    ids=["cut before", "cut in body", "cut after", "busy", "broken", "cut in answer", "twice", "slow"],
)
def test_a_publish_completes_though_everything_it_asks_for_goes_wrong_once(
    act: Act, publish: Publishing, proxy: Proxy, place: Place, show: Changing
) -> None:
    for _ in range(2):
        proxy.script = faults.each_once(everything, act)
        ran = publish()
        assert ran.code == 0, ran.err
        place.manifest()
        show.change()


@pytest.mark.parametrize(
    "act",
    [faults.cut_before, faults.cut_in_body, faults.cut_after, faults.busy, faults.twice],
    ids=["cut before", "cut in body", "cut after", "busy", "twice"],
)
def test_a_large_recording_arrives_though_everything_it_takes_goes_wrong_once(
    act: Act, publish: Publishing, proxy: Proxy, place: Place, show: Changing
) -> None:
    show.record(mp3(60_000))
    proxy.script = faults.each_once(everything, act)
    ran = publish()
    assert ran.code == 0, ran.err
    place.manifest()
    assert not place.uploads()


STAGES = {
    "claim": "head.json",
    "media": ".mp3",
    "blobs": "/blobs/",
    "record": "/revisions/",
    "sidecars": "chapters.json",
    "pages": ".html",
    "feeds": "feed.xml",
    "last": "podcast.xml",
}
"""What is written where, by stage."""
REFUSALS = {
    "the server is overloaded": faults.busy,
    "the connection broke": faults.cut_before,
    "the bytes were damaged on the way": faults.corrupt,
    "this computer's clock and the server's differ": faults.refused(403, "RequestTimeTooSkewed"),
    "access is denied": faults.refused(403, "AccessDenied"),
    "the bucket is full": faults.refused(507, "QuotaExceeded"),
}
"""What is said of what."""


@pytest.mark.parametrize(
    ("stage", "said"),
    [*((stage, "the connection broke") for stage in STAGES), *(("feeds", said) for said in REFUSALS)],
)
def test_a_stage_that_fails_is_told_and_costs_nothing(
    stage: str, said: str, publish: Publishing, proxy: Proxy, place: Place, show: Changing
) -> None:
    """Listeners have the old show or the new one, and whoever comes next need not wait."""
    assert publish().code == 0
    old = place.manifest()
    show.change()
    proxy.script = faults.on(lambda asked: asked.is_write and STAGES[stage] in asked.key, REFUSALS[said])
    ran = publish()
    assert (ran.code, said in ran.err, "→ " in ran.err) == (1, True, True), ran.err
    seen = place.hear()
    proxy.script = faults.always(faults.through)
    ran = publish()
    assert ran.code == 0, ran.err
    new = place.manifest()
    assert new != old
    for key, sha256 in seen.items():
        assert sha256 in (old.get(key), new.get(key)), key


def test_who_cannot_even_let_go_keeps_others_out_until_its_claim_ends(
    publish: Publishing, proxy: Proxy, place: Place, show: Changing
) -> None:
    """Everything is cut after the claim, as for a machine that loses its network."""
    assert publish().code == 0
    show.change()
    claimed = iter([faults.through])
    proxy.script = faults.on(
        lambda asked: asked.is_write, lambda exchange: next(claimed, faults.cut_before)(exchange)
    )
    assert publish().code == 1
    proxy.script = faults.always(faults.through)
    ran = publish()
    assert (ran.code, "at most 15 minutes" in ran.err, "--take-over" in ran.err) == (1, True, True), ran.err
    assert publish("--take-over").code == 0
    place.manifest()


def test_what_is_published_and_cannot_be_read_back_is_exit_code_3(
    publish: Publishing, proxy: Proxy, place: Place, show: Changing
) -> None:
    """It is done, and that is said; the next run has nothing to do."""
    looks = iter([faults.through])
    proxy.script = faults.on(
        lambda asked: asked.method == "HEAD" and asked.key.endswith("podcast.xml"),
        lambda exchange: next(looks, faults.busy)(exchange),
    )
    ran = publish()
    assert (ran.code, "revision 1 is published, but cannot be read back" in ran.err) == (3, True), ran.err
    proxy.script = faults.always(faults.through)
    place.manifest()
    assert "0 uploaded" in publish().out


@pytest.mark.parametrize("what", ["head.json", "/revisions/"])
def test_a_record_that_is_damaged_on_its_way_is_asked_for_again_and_never_believed(
    what: str, publish: Publishing, proxy: Proxy, place: Place, show: Changing
) -> None:
    """A digit of a guid that changed would be a new episode to everybody."""
    assert publish().code == 0
    before = place.manifest()

    def reads(asked: Asked) -> bool:
        return asked.method == "GET" and what in asked.key

    proxy.script = faults.once(reads, faults.corrupt_answer)
    assert publish().code == 0
    (show.folder / ".publisher/cache").rename(show.folder / "forgotten")
    proxy.script = faults.on(reads, faults.corrupt_answer)
    ran = publish()
    assert (ran.code, "damaged on the way" in ran.err) == (1, True), ran.err
    assert place.manifest() == before


@pytest.mark.parametrize("number", range(1, 6))
def test_a_probe_is_not_deceived_by_an_answer_that_gets_lost(
    number: int, publish: Publishing, proxy: Proxy, place: Place
) -> None:
    """It would be noted for ever that the target cannot keep two publishers apart."""
    proxy.script = faults.on(faults.nth(number, lambda asked: "/probe-" in asked.key), faults.cut_after)
    assert publish().code == 0
    assert place.head()["store"] == "quoted"
