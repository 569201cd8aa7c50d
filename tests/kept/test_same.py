"""Whatever people do between runs, what comes of it is the same with what is kept as without it."""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from publisher.cli import main
from publisher.cli import steps as commands
from publisher.kept.entries import Entries
from tests.kept.changes import home
from tests.kept.runs import age, loose, new_runs
from tests.pictures import jpeg
from tests.read.project import MP3, SHOW, Project

ANY = settings(
    max_examples=12,
    derandomize=True,
    deadline=None,
    # Each try takes a second: to make an example of a failure smaller would take minutes.
    phases=(Phase.generate,),
    suppress_health_check=list(HealthCheck),
)
DAYS = ("2026-06-01", "2026-06-30", "2026-07-01", "2026-08-01")
"""Before, on and after the day of the meeting."""
NAMES = ("001-talk", "002-loose", "003-meeting", "004-learnt", "005-alone", "006-new", "007-new")
GUIDS = {"001-talk": "talk", "003-meeting": "meeting", "004-learnt": "learnt", "005-alone": "alone"}
SETTINGS = ("Europe/Copenhagen", "Asia/Tokyo"), ('"da"', '"en"'), ("about.", "for."), ("/show", "/other")

Edit = Callable[[Project], object]


@dataclass(frozen=True)
class Step:
    """What is done, the day on which it is built then, and whether that is long after."""

    name: str
    edit: Edit
    day: str
    is_late: bool

    def __repr__(self) -> str:
        return f"{self.name} on {self.day}{' later' if self.is_late else ''}"


def text(name: str, words: str) -> Edit:
    def edit(project: Project) -> None:
        for path in home(project, name).glob("*.md"):
            path.write_text(f"{path.read_text()}{words}\n")

    return edit


def title(name: str, words: str) -> Edit:
    def edit(project: Project) -> None:
        for path in home(project, name).glob("*.md"):
            lines = path.read_text().split("\n")
            path.write_text("\n".join([lines[0], f"title: {words}", *lines[2:]]))

    return edit


def rename(name: str, other: str) -> Edit:
    def edit(project: Project) -> None:
        if home(project, name).exists() and not home(project, other).exists():
            home(project, name).rename(home(project, other))

    return edit


def add(name: str, kind: str) -> Edit:
    def edit(project: Project) -> None:
        more = "transcript: {none: Tones}\n" if kind == "episode" else ""
        project.entry(f"{name}/{kind}.md", f"title: New\ndate: 2026-05-01\nguid: {name}\n{more}", "New.\n")
        if kind == "episode":
            project.write(f"{name}/sound.mp3", MP3 + MP3[: 417 * int(name[2])])

    return edit


def remove(name: str) -> Edit:
    return lambda project: shutil.rmtree(home(project, name), ignore_errors=True)


def retire(name: str) -> Edit:
    def edit(project: Project) -> None:
        remove(name)(project)
        show = home(project, "show.toml")
        told = show.read_text().partition("[identity]")[0]
        show.write_text(f'{told}[identity]\nretired = ["{GUIDS.get(name, name)}"]\n')

    return edit


def picture(name: str, side: int) -> Edit:
    def edit(project: Project) -> None:
        if home(project, name).is_dir():
            project.write(f"{name}/more.jpg", jpeg(side, 100))
            text(name, "![More](more.jpg)")(project)

    return edit


def touch(project: Project) -> None:
    for path in project.root.joinpath("episodes").rglob("*"):
        path.touch()


def setting(one: str, other: str) -> Edit:
    def edit(project: Project) -> None:
        show = home(project, "show.toml")
        show.write_text(show.read_text().replace(one, other))

    return edit


def captions(project: Project) -> None:
    project.write("002-loose.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\nHi\n")


def record(project: Project) -> None:
    project.write("002-loose.mp3", loose(3))


def nothing(project: Project) -> None:
    pass


def named(
    make: Callable[..., Edit], *given: st.SearchStrategy[str] | st.SearchStrategy[int]
) -> st.SearchStrategy[tuple[str, Edit]]:
    """An edit with any of these words, and what it is called."""
    return st.tuples(*given).map(lambda words: (f"{make.__name__}{words}", make(*words)))


names, words = st.sampled_from(NAMES), st.sampled_from(["A", "Å", "B & <c>"])
edits = st.one_of(
    named(text, names, words),
    named(title, names, words),
    named(rename, names, st.sampled_from(NAMES)),
    named(add, st.sampled_from(NAMES[5:]), st.sampled_from(["article", "episode"])),
    named(remove, names),
    named(retire, names),
    named(picture, names, st.sampled_from([40, 50])),
    st.sampled_from(SETTINGS).map(lambda pair: (f"setting{pair}", setting(*pair))),
    st.sampled_from([touch, captions, record, nothing]).map(lambda edit: (edit.__name__, edit)),
)
steps = st.builds(
    lambda edit, day, is_late: Step(edit[0], edit[1], day, is_late),
    edits,
    st.sampled_from(DAYS),
    st.sampled_from([True, True, True, False]),
)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A show whose pictures were made in their sizes before, which takes longer than all else."""
    folder = tmp_path_factory.mktemp("template")
    new_runs(folder)
    assert built(folder, "feeds", "2026-06-01")[0] == 0
    shutil.rmtree(folder / "feeds")
    for kept in folder.joinpath(".publisher/cache").glob("*.sqlite"):
        kept.unlink()
    return folder


def built(folder: Path, out: str, day: str, *more: str) -> tuple[int, str]:
    """Build, and give the exit code and what was said."""
    said = io.StringIO()
    words = ["build", "-C", str(folder), "--out", out, "--at", f"{day} 06:00", *more]
    with redirect_stdout(said), redirect_stderr(said), pytest.raises(SystemExit) as ended:
        main(words)
    return int(ended.value.code or 0), said.getvalue().replace(out, "OUT")


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a build."""
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


@ANY
@given(st.lists(steps, min_size=3, max_size=7))
def test_a_build_with_what_is_kept_is_one_without_it(template: Path, done: list[Step]) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name, "show")
        shutil.copytree(template, folder)
        project = Project(folder)
        assert home(project, "show.toml").read_text() == SHOW
        for step in (Step("begin", nothing, DAYS[0], True), *done):
            step.edit(project)
            if step.is_late:
                age(folder / "episodes")
            kept = built(folder, "kept", step.day)
            anew = built(folder, "anew", step.day, "--no-cache")
            assert kept == anew
            assert tree(folder / "kept") == tree(folder / "anew")


@pytest.mark.parametrize("more", [(), ("-v",)], ids=["quiet", "verbose"])
def test_what_is_saved_while_a_build_is_under_way_is_in_the_next(
    template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, more: tuple[str, ...]
) -> None:
    """After it was read, and long before the build is done."""
    folder = shutil.copytree(template, tmp_path / "show")
    (text, *_) = sorted((folder / "episodes").rglob("*.md"))
    render = commands.render_edition

    def late(*given: Any, **named: Any) -> Any:
        text.write_text(f"{text.read_text()}\nSaved late.\n")
        age(folder / "episodes")
        return render(*given, **named)

    age(folder / "episodes")
    with monkeypatch.context() as patched:
        patched.setattr(commands, "render_edition", late)
        assert built(folder, "kept", DAYS[0], *more)[0] == 0
    shutil.copytree(folder / "kept", folder / "anew")
    assert built(folder, "kept", DAYS[0]) == built(folder, "anew", DAYS[0], "--no-cache")
    assert tree(folder / "kept") == tree(folder / "anew")


def test_an_older_file_that_takes_the_place_of_one_that_was_read_is_in_the_next(
    template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As by `rsync -t`: of the same size, and of another time long ago."""
    folder = shutil.copytree(template, tmp_path / "show")
    (text, *_) = sorted((folder / "episodes").rglob("*.md"))
    other = tmp_path / "other.md"
    other.write_text(text.read_text()[:-2] + "!\n")
    age(folder / "episodes")
    os.utime(other, ns=(1_700_000_000_000_000_001,) * 2)
    lay = Entries.lay

    def late(self: Entries, *given: Any) -> Any:
        if text.read_bytes() != other.read_bytes():
            shutil.copy2(other, text)
        return lay(self, *given)

    with monkeypatch.context() as patched:
        patched.setattr(Entries, "lay", late)
        assert built(folder, "kept", DAYS[0])[0] == 0
    age(folder / "episodes")
    shutil.copytree(folder / "kept", folder / "anew")
    assert built(folder, "kept", DAYS[0]) == built(folder, "anew", DAYS[0], "--no-cache")
    assert tree(folder / "kept") == tree(folder / "anew")
    assert b"!" in (folder / "kept/feed.json").read_bytes()
