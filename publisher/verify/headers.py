"""What the headers of an answer must say (standards.md §8, PN-054, CH-006, TR-010)."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.model import Finding
from publisher.verify.answer import Answer, directives, media_type
from publisher.verify.listener import ORIGIN
from publisher.verify.wanted import Kind, Wanted

DAY = 24 * 60 * 60
AS_STORED = "Let whatever serves base_url pass on what is stored: look for a rule in the CDN or web server."


def check_headers(wanted: Wanted, answer: Answer) -> Iterator[Finding]:
    """Everything wrong with type, encoding, caching and sharing of an answer that has the object."""
    yield from _check_type(wanted, answer)
    yield from _check_encoding(wanted, answer)
    yield from _check_cache(wanted, answer)
    yield from _check_sharing(wanted, answer)


def _check_type(wanted: Wanted, answer: Answer) -> Iterator[Finding]:
    if not wanted.type:
        return
    said = answer.headers.get("content-type", "")
    here, there = media_type(wanted.type), media_type(said)
    what = f"its Content-Type is {said[:80] or 'not told'}, not {wanted.type}"
    if here[0] != there[0]:
        yield wanted.error(what, AS_STORED)
    elif here[1] != there[1] and here[1]:
        yield wanted.warning(what, AS_STORED)


def _check_encoding(wanted: Wanted, answer: Answer) -> Iterator[Finding]:
    """Nobody asked for an encoding; what is stored as encoded is given to those who cannot read it."""
    said = answer.headers.get("content-encoding", "identity").strip().lower()
    if "aws-chunked" in said:
        yield wanted.error(
            f"its Content-Encoding is {said}, which no app can read", "Publish it again: an upload left that."
        )
    elif said not in ("", "identity"):
        yield wanted.error(
            f"it comes as {said}, though nobody asked for that", "Let the server compress for those who ask."
        )


def _check_cache(wanted: Wanted, answer: Answer) -> Iterator[Finding]:
    if not wanted.cache:
        return
    said = answer.headers.get("cache-control", "")
    here, there = directives(wanted.cache), directives(said)
    if here == there:
        return
    what = f"its Cache-Control is {said[:80] or 'not told'}, not {wanted.cache}"
    longest = there.get("s-maxage") or there.get("max-age", "0")
    forever = "immutable" in there or (longest.isdecimal() and int(longest) > DAY)
    if forever and "immutable" not in here:
        yield wanted.error(f"{what}: what you publish next reaches nobody for long", AS_STORED)
    else:
        yield wanted.warning(what, AS_STORED)


def _check_sharing(wanted: Wanted, answer: Answer) -> Iterator[Finding]:
    """Players in browsers may read from other sites only what is marked so."""
    if wanted.kind in (Kind.PAGE, Kind.ART) or not wanted.ours:
        return
    if answer.headers.get("access-control-allow-origin", "").strip() in ("*", ORIGIN):
        return
    what = "players in browsers may not read it: Access-Control-Allow-Origin is missing"
    fix = "Let everybody read it (CORS): `publisher setup` tells a bucket; a CDN must pass it on."
    yield (wanted.error if wanted.kind is Kind.SIDECAR else wanted.warning)(what, fix)
