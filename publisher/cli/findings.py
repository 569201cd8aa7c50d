"""What was heard, as text and JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from publisher.cli.table import Row, as_table
from publisher.model import Finding, Severity
from publisher.verify.public import Heard


def heard_as_json(place: str, revision: int | None, heard: Heard) -> str:
    """What `verify --json` promises."""
    rows = [
        {"key": one.key, "url": one.url, "what": one.what, "fix": one.fix, "severity": str(one.severity)}
        for one in heard.findings
    ]
    document = {
        "at": place,
        "revision": revision,
        "asked": heard.asked,
        "known": heard.known,
        "certificate_days": heard.days,
        "findings": rows,
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def heard_as_text(place: str, revision: int | None, heard: Heard) -> str:
    """A table of what was found, and a sum."""
    wrong = sum(one.severity is Severity.ERROR for one in heard.findings)
    warnings = len(heard.findings) - wrong
    what = "the feed" if revision is None else f"revision {revision}"
    told = f"{wrong} wrong, {warnings} warning{'s' * (warnings != 1)}"
    line = f"{place}: {what}, {heard.asked} of {heard.known} files asked for, {told}"
    if heard.days is not None:
        line += f", certificate valid for {heard.days} more days"
    return "\n".join(filter(None, (as_table(_rows(heard.findings)), line)))


def _rows(findings: Iterable[Finding]) -> Iterator[Row]:
    """One row for all that have the same to say."""
    alike: dict[tuple[Severity, str, str], list[str]] = {}
    for one in findings:
        alike.setdefault((one.severity, one.what, one.fix), []).append(one.where)
    for (severity, what, fix), places in alike.items():
        more = f" and {len(places) - 1} more" if len(places) > 1 else ""
        yield "WRONG" if severity is Severity.ERROR else "warning", f"{places[0]}{more}", what, (fix,)
