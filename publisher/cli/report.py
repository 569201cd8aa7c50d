"""Problems, plans and reports as text and JSON. Functions return what they make, or print it whole."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

import click

from publisher.cli.told import told_as_rows
from publisher.model import Plan, Problem, Report, Rule, Severity


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems by place, each once."""
    return tuple(
        sorted(dict.fromkeys(problems), key=lambda problem: (problem.place, problem.code, problem.message))
    )


def as_text(problem: Problem) -> str:
    """`file:line:column: CODE message; fix`."""
    place = problem.place
    warning = "warning: " if problem.severity is Severity.WARNING else ""
    return (
        f"{place.file}:{place.line}:{place.column}: {problem.code} {warning}{problem.message}; {problem.fix}"
    )


def as_github(problem: Problem) -> str:
    """An annotation of GitHub Actions.

    https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
    """
    place = problem.place
    message = _escape(f"{problem.message}; {problem.fix}")
    where = f"file={_escape(place.file, ':,')},line={place.line},col={place.column}"
    return f"::{problem.severity} {where},title={_escape(problem.code, ':,')}::{message}"


def as_lines(problems: Iterable[Problem]) -> str:
    """A line for each."""
    return "".join(f"{as_text(problem)}\n" for problem in problems)


def as_annotations(problems: Iterable[Problem]) -> str:
    """An annotation of GitHub Actions for each."""
    return "".join(f"{as_github(problem)}\n" for problem in problems)


def as_gitlab(problems: Iterable[Problem]) -> str:
    """A Code Quality report, which GitLab shows in the merge request.

    https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
    """
    rows = [
        {
            "description": f"{problem.message}; {problem.fix}",
            "check_name": problem.code,
            "fingerprint": hashlib.sha256(as_text(problem).encode()).hexdigest(),
            "severity": "major" if problem.severity is Severity.ERROR else "minor",
            "location": {"path": problem.place.file, "lines": {"begin": problem.place.line}},
        }
        for problem in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def as_json(problems: Iterable[Problem]) -> str:
    """`{"problems": [...]}`, as `check --json` promises."""
    return json.dumps({"problems": _rows(problems)}, ensure_ascii=False, indent=2)


def import_as_json(created: list[str], skipped: list[str], problems: Iterable[Problem]) -> str:
    """`{"created": [...], "skipped": [...], "problems": [...]}`, files relative to the project."""
    document = {"created": created, "skipped": skipped, "problems": _rows(problems)}
    return json.dumps(document, ensure_ascii=False, indent=2)


def _rows(problems: Iterable[Problem]) -> list[dict[str, object]]:
    return [
        {
            "code": problem.code,
            "severity": str(problem.severity),
            "file": problem.place.file,
            "line": problem.place.line,
            "column": problem.place.column,
            "message": problem.message,
            "fix": problem.fix,
            "source": problem.source,
        }
        for problem in problems
    ]


def rules_as_text(rules: Iterable[Rule]) -> str:
    """A line for each rule: its code, severity and summary, and where it is written down."""
    lines = (f"{one.code:<10} {one.severity:<7} {one.summary}  {one.source}".rstrip() for one in rules)
    return "\n".join(lines)


def rules_as_json(rules: Iterable[Rule]) -> str:
    """`{"rules": [...]}`, as `check --list-rules --json` promises."""
    rows = [
        {"code": rule.code, "severity": str(rule.severity), "summary": rule.summary, "source": rule.source}
        for rule in rules
    ]
    return json.dumps({"rules": rows}, ensure_ascii=False, indent=2)


def count(problems: Iterable[Problem]) -> str:
    """`2 errors, 1 warning`."""
    severities = [problem.severity for problem in problems]
    errors, warnings = severities.count(Severity.ERROR), severities.count(Severity.WARNING)
    return f"{errors} error{'s' * (errors != 1)}, {warnings} warning{'s' * (warnings != 1)}"


def print_problems(problems: Iterable[Problem], *, to_stderr: bool) -> None:
    """Every problem on a line of its own, and their number."""
    problems = in_order(problems)
    for problem in problems:
        click.echo(as_text(problem), err=to_stderr)
    if problems:
        click.echo(count(problems), err=True)


def plan_as_json(plan: Plan, **more: object) -> str:
    """What `plan --json` promises, and `more` where it was asked for."""
    upload = [
        {
            "key": item.artifact.key,
            "size": item.artifact.size,
            "sha256": item.artifact.sha256,
            "type": item.artifact.type,
            "cache": item.artifact.cache,
            "why": item.why,
        }
        for item in plan.upload
    ]
    document = {"revision": plan.revision, "upload": upload, "delete": list(plan.delete), "keep": plan.keep}
    return json.dumps(document | more, ensure_ascii=False, indent=2)


def plan_as_text(plan: Plan, target: str) -> str:
    """A line for each change, and a sum."""
    lines = [f"+ {item.artifact.key}  {size(item.artifact.size)}  {item.why}" for item in plan.upload]
    lines += [f"- {key}" for key in plan.delete]
    total = sum(item.artifact.size for item in plan.upload)
    upload, delete = f"{len(plan.upload)} to upload ({size(total)})", f"{len(plan.delete)} to delete"
    lines.append(f"{target}: {upload}, {delete}, {plan.keep} to keep")
    return "\n".join(lines)


def report_as_json(report: Report) -> str:
    """What `publish --json` prints."""
    wrong = [{"key": key, "reason": reason} for key, reason in report.wrong]
    document = {
        "revision": report.revision,
        "uploaded": report.uploaded,
        "sent": report.sent,
        "deleted": report.deleted,
        "kept": report.kept,
        "wrong": wrong,
        "told": told_as_rows(report.told),
    }
    return json.dumps(document, ensure_ascii=False, indent=2)


def report_as_text(report: Report, target: str) -> str:
    """One line, and one more for each object that is not as it should be."""
    lines = [
        f"{target}: revision {report.revision}, {report.uploaded} uploaded ({size(report.sent)}), "
        f"{report.deleted} deleted, {report.kept} unchanged"
    ]
    lines += [f"WRONG {key}: {reason}" for key, reason in report.wrong]
    return "\n".join(lines)


def size(number: int) -> str:
    """Bytes as a person reads them."""
    if number < 1000:
        return f"{number} B"
    if number < 1000**2:
        return f"{number / 1000:.1f} kB"
    return f"{number / 1000**2:.1f} MB" if number < 1000**3 else f"{number / 1000**3:.2f} GB"


def _escape(text: str, more: str = "") -> str:
    for character in ("%", "\r", "\n", *more):
        text = text.replace(character, f"%{ord(character):02X}")
    return text
