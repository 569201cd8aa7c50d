"""One object as a listener gets it: whole if it is small, its first bytes if it is a recording."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from publisher.model import Finding, Severity
from publisher.verify.answer import ABSENT, Answer
from publisher.verify.fault import UnheardError
from publisher.verify.headers import check_headers
from publisher.verify.listener import Listener
from publisher.verify.wanted import Kind, Wanted

LARGEST = 64 * 1024 * 1024
"""Bytes that are read of an object whose size is not known."""
PUBLISH = "Publish again; if it stays so, base_url does not lead to the target, or nobody may read there."
ALTERED = "Switch off whatever rewrites it on its way: a CDN's minifying, or protection of addresses."


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What was found. `absent`: nobody gets anything there; `lagging`: a cache may let go of it yet.

    `ours`: it is surely what was stored, now or before, however it is served.
    """

    findings: tuple[Finding, ...] = ()
    absent: bool = False
    lagging: bool = False
    ours: bool = False

    @property
    def right(self) -> bool:
        """Whether nothing is wrong but what only some listeners miss."""
        return not any(finding.severity is Severity.ERROR for finding in self.findings)


def look(wanted: Wanted, listener: Listener) -> Look:
    """Ask for `wanted` and compare."""
    try:
        if wanted.kind in (Kind.MEDIA, Kind.ART):
            return _look_at_start(wanted, listener)
        return _look_at_whole(wanted, listener)
    except UnheardError as error:
        return Look(findings=(wanted.error(str(error), error.fix),), absent=True)


def _look_at_whole(wanted: Wanted, listener: Listener) -> Look:
    most = LARGEST if wanted.size is None else max(wanted.size, *wanted.older.values(), 0)
    answer = listener.ask(wanted.url, most=most)
    if answer.status != 200:
        return _refused(wanted, answer)
    right = answer.whole and wanted.sha256 in (None, answer.sha256)
    if not right and answer.whole and answer.sha256 in wanted.older:
        return Look(findings=(_old(wanted, answer),), lagging=True, ours=True)
    if not right:
        longer = wanted.size is not None and not answer.whole
        what = "it is not what was published" + (", but longer" if longer else "")
        found: tuple[Finding, ...] = (wanted.error(what, ALTERED),)
    else:
        found = tuple(check_headers(wanted, answer))
    return _judged(answer, found, ours=right and wanted.sha256 is not None)


def _old(wanted: Wanted, answer: Answer) -> Finding:
    kept = f": a cache has kept it for {answer.age} s" if answer.age else ""
    return wanted.error(
        f"it is still the old one{kept}",
        "Purge the CDN, or wait; what is published may be kept for 300 s and no longer.",
    )


def _look_at_start(wanted: Wanted, listener: Listener) -> Look:
    """Length and type by HEAD; of a recording its first bytes too, as players seek (APPLE-064, S3-005)."""
    answer = listener.ask(wanted.url, "HEAD")
    if answer.status != 200:
        return _refused(wanted, answer)
    found = [*_check_length(wanted, answer), *check_headers(wanted, answer)]
    stored = answer.headers.get("x-amz-meta-sha256")
    if stored and wanted.sha256 and stored != wanted.sha256:
        found.append(wanted.error("it is not what was published, by its sha256", PUBLISH))
    if wanted.kind is Kind.MEDIA:
        found += _check_range(wanted, listener.ask(wanted.url, most=2, headers={"Range": "bytes=0-1"}))
    ours = stored == wanted.sha256 if stored else answer.length == wanted.size
    return _judged(answer, tuple(found), ours=ours and wanted.size is not None)


def _check_length(wanted: Wanted, answer: Answer) -> Iterator[Finding]:
    if answer.length is None:
        yield wanted.error("it does not tell its length", "Let the server send Content-Length to HEAD.")
    elif wanted.size is not None and answer.length != wanted.size:
        yield wanted.error(f"it is {answer.length} bytes long, not {wanted.size}", PUBLISH)


def _check_range(wanted: Wanted, answer: Answer) -> Iterator[Finding]:
    fix = "Let the server answer Range requests (206): without them players cannot seek, and Apple refuses."
    if answer.status != 206:
        yield wanted.error(f"asked for its first two bytes, it answers {answer.status}", fix)
    elif wanted.size is not None and answer.total != wanted.size:
        said = answer.headers.get("content-range", "nothing")[:80]
        yield wanted.error(f"asked for its first two bytes of {wanted.size}, it tells {said}", fix)
    elif not answer.whole or len(answer.body) != min(2, wanted.size or 2):
        yield wanted.error("asked for its first two bytes, it sends others", fix)


def _refused(wanted: Wanted, answer: Answer) -> Look:
    absent = answer.status in ABSENT
    what = "it is not there, or not for everybody" if absent else "it cannot be had"
    finding = wanted.error(f"{what} ({answer.status})", PUBLISH)
    return Look(findings=(finding,), absent=absent, lagging=bool(answer.age))


def _judged(answer: Answer, findings: tuple[Finding, ...], *, ours: bool) -> Look:
    """A cache that has kept what is wrong may get the right one yet."""
    seen = Look(findings=findings, ours=ours)
    return seen if seen.right or not answer.age else Look(findings=findings, lagging=True, ours=ours)
