"""The workflows that are ready to copy: their commands, run as CI runs them, and that they may no more."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
WORKFLOWS = ROOT / ".github/workflows"
PUBLISH = yaml.safe_load((WORKFLOWS / "publish.yml").read_text(encoding="utf-8"))
HOURLY = yaml.safe_load((WORKFLOWS / "hourly.yml").read_text(encoding="utf-8"))
GITLAB = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text(encoding="utf-8"))
ON = True
"""What YAML 1.1 makes of the key `on`."""
RIGHTS = {"contents": "read", "id-token": "write"}
KEY = {"AWS_ACCESS_KEY_ID": "key", "AWS_SECRET_ACCESS_KEY": "secret"}
ARTICLE = "episodes/case-genbrug-af-loesninger/article.md"


@dataclass(frozen=True)
class Ran:
    """The exit code of the first command that failed, else 0, and everything that was said."""

    code: int
    said: str


@dataclass(frozen=True)
class Runner:
    """A machine that CI gives a job: a clean copy of the example, and nothing else of ours."""

    folder: Path
    bin: Path
    summary: Path

    def github(self, job: str, *, trusted: bool = True) -> Ran:
        """Run the commands of a job in publish.yml; not `trusted` are pull requests from a fork."""
        wanted = {"": True, "env.TRUSTED == 'true'": trusted, "env.TRUSTED != 'true'": not trusted}
        steps = [
            step for step in PUBLISH["jobs"][job]["steps"] if "run" in step and wanted[step.get("if", "")]
        ]
        given = {
            "GITHUB_ACTIONS": "true",
            "GITHUB_STEP_SUMMARY": str(self.summary),
            "GITHUB_WORKSPACE": str(self.folder),
            "GITHUB_RUN_ID": "1",
        }
        said = ""
        for step in steps:
            # Nobody has set a secret.
            unset = {name: re.sub(r"\$\{\{.*?\}\}", "", value) for name, value in step.get("env", {}).items()}
            ran = self.bash(step["run"], **given, **PUBLISH["env"], **unset)
            said += ran.said
            if ran.code:
                return Ran(ran.code, said)
        return Ran(0, said)

    def gitlab(self, job: str, **environment: str) -> Ran:
        """Run the script of a job in .gitlab-ci.yml: as one, so that what is exported stays."""
        given = {"GITLAB_CI": "true", "CI_PROJECT_DIR": str(self.folder), "CI_JOB_ID": "1"}
        script = "\n".join(lines(GITLAB[job]["script"]))
        return self.bash(script, **given, **GITLAB["variables"], **environment)

    def bash(self, script: str, **environment: str) -> Ran:
        path = f"{self.bin}{os.pathsep}{os.environ['PATH']}"
        ran = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=self.folder,
            env={
                "PATH": path,
                "HOME": str(self.folder),
                "CI": "true",
                "PYTHONPATH": str(ROOT),
                **environment,
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            text=True,
            check=False,
        )
        return Ran(ran.returncode, ran.stdout)

    def edit(self, name: str, old: str, new: str) -> None:
        text = (self.folder / name).read_text(encoding="utf-8")
        assert old in text
        (self.folder / name).write_text(text.replace(old, new), encoding="utf-8")

    def installed(self) -> list[str]:
        """What pip was asked for: it is here already."""
        return (self.bin / "asked").read_text().splitlines()


def lines(script: Any) -> Iterator[str]:
    """The commands of a GitLab script, whose lists may stand in each other."""
    for line in script:
        if isinstance(line, list):
            yield from lines(line)
        else:
            yield line


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    made = Runner(tmp_path / "checkout", tmp_path / "bin", tmp_path / "summary.md")
    shutil.copytree(ROOT / "episodes", made.folder / "episodes")
    made.bin.mkdir()
    asked = f'[ "$1 $2" = "-m pip" ] && echo "$@" >> "{made.bin}/asked" && exit'
    (made.bin / "python").write_text(f'#!/bin/sh\n{asked}\nexec "{sys.executable}" "$@"\n')
    (made.bin / "publisher").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m publisher "$@"\n')
    for program in made.bin.iterdir():
        program.chmod(0o755)
    return made


def test_on_github_a_change_is_reviewed_published_and_published_no_more(runner: Runner) -> None:
    """From an empty target, through a change, to the hours in which nothing happens."""
    first = runner.github("publish")
    assert first.code == 0, first.said
    assert "revision 1" in runner.summary.read_text()
    runner.edit(ARTICLE, "Klokken er", "Kl. er")
    runner.summary.unlink()
    review = runner.github("review")
    assert review.code == 0, review.said
    summary = runner.summary.read_text()
    assert summary.startswith("### ")
    assert re.search(r"```diff\n.*?^-.*Klokken er.*?^\+.*Kl\. er.*?```", summary, re.DOTALL | re.MULTILINE)
    assert runner.github("publish").code == 0
    assert "revision 2" in runner.summary.read_text()
    hour = runner.github("publish")
    assert (hour.code, "revision 2, 0 uploaded (0 B), 0 deleted" in hour.said) == (0, True)
    assert set(runner.installed()) == {"-m pip install --quiet ."}


def test_on_github_a_problem_stands_at_its_line_and_stops_the_job(runner: Runner) -> None:
    runner.edit(ARTICLE, "title: ", "titel: ")
    ran = runner.github("review")
    assert ran.code == 1
    assert f"::error file={ARTICLE},line=2,col=1,title=READ-005::" in ran.said
    assert not runner.summary.exists()
    assert runner.github("publish").code == 1


def test_on_github_a_fork_is_reviewed_without_what_is_published(runner: Runner) -> None:
    runner.github("publish")
    runner.summary.unlink()
    shutil.rmtree(runner.folder / ".publisher")
    assert runner.github("review", trusted=False).code == 0
    assert not runner.summary.exists()


def test_on_github_what_does_not_arrive_is_code_3(runner: Runner) -> None:
    assert runner.github("publish").code == 0
    feed = runner.folder / ".publisher/public/feed.xml"
    feed.write_bytes(feed.read_bytes().replace(b"<title>", b"<title>Spoilt "))
    ran = runner.github("publish")
    assert (ran.code, "feed.xml" in ran.said) == (3, True)


def test_recordings_that_listeners_have_are_not_needed(runner: Runner) -> None:
    """Neither as Git LFS leaves them, nor at all."""
    runner.github("publish")
    folder = runner.folder / "episodes/001-hvorfor-politikere"
    pointer = f"version https://git-lfs.github.com/spec/v1\noid sha256:{'0' * 64}\nsize 1\n"
    (folder / "hvorfor-politikere.mp3").write_text(pointer)
    for file in runner.folder.glob("episodes/002-*/*.m4a"):
        file.unlink()
    assert runner.github("review").code == 0
    assert runner.github("publish").code == 0
    assert runner.gitlab("review", **KEY).code == 0
    # Who cannot know what is published is told which recording is missing.
    assert "AUDIO-018" in runner.github("review", trusted=False).said
    assert "AUDIO-018" in runner.gitlab("review without what is published").said


def test_what_is_cached_is_there_and_may_go(runner: Runner) -> None:
    runner.github("publish")
    (path,) = {
        step["with"]["path"]
        for job in PUBLISH["jobs"].values()
        for step in job["steps"]
        if "cache" in step.get("uses", "")
    }
    assert any((runner.folder / path).iterdir())
    assert GITLAB["default"]["cache"]["paths"] == [f"{path}/"]
    shutil.rmtree(runner.folder / path)
    assert runner.github("publish").code == 0


def test_on_gitlab_the_same_happens(runner: Runner) -> None:
    assert runner.gitlab("publish").code == 0
    runner.edit(ARTICLE, "Klokken er", "Kl. er")
    review = runner.gitlab("review", **KEY)
    assert review.code == 0, review.said
    assert "```diff" in (runner.folder / "plan.md").read_text(encoding="utf-8")
    assert json.loads((runner.folder / "gl-code-quality-report.json").read_text()) == []
    assert "revision 2" in runner.gitlab("publish").said
    assert "0 uploaded" in runner.gitlab("publish").said
    runner.edit(ARTICLE, "title: ", "titel: ")
    for job in ("review", "review without what is published"):
        ran = runner.gitlab(job)
        assert (ran.code, f"{ARTICLE}:2:1: READ-005" in ran.said) == (1, True)
        (problem,) = json.loads((runner.folder / "gl-code-quality-report.json").read_text())
        assert problem["location"] == {"path": ARTICLE, "lines": {"begin": 2}}


def test_on_gitlab_who_has_no_key_is_reviewed_without_what_is_published(runner: Runner) -> None:
    assert runner.gitlab("review").code == 0
    assert not (runner.folder / "plan.md").exists()


def test_what_an_episode_says_is_no_command_to_the_runner(runner: Runner) -> None:
    assert runner.github("publish").code == 0
    runner.edit(ARTICLE, "Klokken er", "Kl. er\n\n    ::stop-commands::abc\n\nNu er")
    ran = runner.github("review")
    assert (ran.code, "stop-commands" in ran.said) == (0, False)
    assert "::stop-commands::abc" in runner.summary.read_text()


def test_on_gitlab_the_jobs_own_token_is_where_aws_tools_look(runner: Runner) -> None:
    script = [line for line in lines(GITLAB["publish"]["script"]) if not line.startswith("publisher")]
    script += ['cat "$AWS_WEB_IDENTITY_TOKEN_FILE"; echo " $AWS_ROLE_ARN $AWS_ROLE_SESSION_NAME"']
    ran = runner.bash(
        "\n".join(script), PUBLISHER=".", AWS_PUBLISH_ROLE="arn:x", AWS_ID_TOKEN="a.b.c", CI_JOB_ID="7"
    )
    assert ran == Ran(0, "a.b.c arn:x publisher-7\n")


def test_the_clock_runs_what_a_push_runs_each_hour_but_not_when_all_others_do() -> None:
    (job,) = HOURLY["jobs"].values()
    assert (ROOT / job["uses"]).is_file()
    assert "workflow_call" in PUBLISH[ON]
    assert job["permissions"] == RIGHTS
    ((schedule,),) = HOURLY[ON].values()
    minute, *rest = schedule["cron"].split()
    assert (minute in ("0", "30"), rest) == (False, ["*"] * 4)
    assert "schedule" not in PUBLISH[ON]


def test_a_job_may_no_more_than_it_must() -> None:
    assert PUBLISH["permissions"] == HOURLY["permissions"] == {}
    assert [job["permissions"] for job in PUBLISH["jobs"].values()] == [RIGHTS, RIGHTS]
    assert "pull_request_target" not in PUBLISH[ON]
    checkouts = [step for step in steps() if step.get("uses", "").startswith("actions/checkout")]
    assert all(step["with"] == {"persist-credentials": False} for step in checkouts)


def steps() -> Iterator[dict[str, Any]]:
    for job in PUBLISH["jobs"].values():
        yield from job["steps"]


def test_secrets_are_for_publishing_alone() -> None:
    told = [step["name"] for step in steps() if "secrets." in str(step)]
    assert told == ["Publish"]


def test_actions_are_pinned_by_major_and_commands_quote_nothing_of_a_pull_request() -> None:
    """What an expression puts into a script is run (GitHub: script injections)."""
    assert all(re.fullmatch(r"[\w./-]+@v\d+", step["uses"]) for step in steps() if "uses" in step)
    assert not any("${{" in step["run"] for step in steps() if "run" in step)


def test_publishing_waits_in_line_and_is_never_stopped_halfway() -> None:
    assert PUBLISH["jobs"]["publish"]["concurrency"] == {"group": "publish", "cancel-in-progress": False}
    assert (GITLAB["publish"]["resource_group"], GITLAB["publish"]["interruptible"]) == ("publish", False)
    # A pipe must not swallow an exit code.
    assert PUBLISH["defaults"] == {"run": {"shell": "bash"}}


@pytest.mark.parametrize(
    ("schema", "files"),
    [
        ("github-workflows", ["publish.yml", "hourly.yml"]),
        ("gitlab-ci", ["../../.gitlab-ci.yml"]),
    ],
)
def test_they_have_the_form_that_their_hosts_want(schema: str, files: list[str]) -> None:
    """By the schemas that check-jsonschema carries with it."""
    words = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", f"vendor.{schema}"]
    words += ["--data-transform", "gitlab-ci"] if schema == "gitlab-ci" else []
    ran = subprocess.run([*words, *files], cwd=WORKFLOWS, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
