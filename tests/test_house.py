"""The house: who may import whom, what is loaded when, and that every file is clean."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = sorted((ROOT / "publisher").rglob("*.py"))

MAY_IMPORT = {
    "model": {"model"},
    "errors": {"errors", "model"},
    "read": {"read", "spread", "model", "errors"},
    "adopt": {"adopt", "model", "errors"},
    "add": {"model", "errors"},
    "check": {"check", "model", "errors"},
    "settle": {"settle", "model", "errors"},
    "prepare": {"prepare", "model", "errors"},
    "render": {"render", "spread", "model", "errors"},
    "serve": {"serve", "model", "errors"},
    "plan": {"plan", "model", "errors"},
    "news": {"model"},
    "tell": {"tell", "model", "errors"},
    "each": set(),
    "spread": set(),
    "kept": {"kept", "read.earlier", "render.wire.part", "model", "errors"},
    "store": {"store", "each", "model", "errors"},
    "silence": {"model", "errors"},
    "write": {"spread", "model", "errors"},
    "state": {"model", "errors"},
    "standing": {"state", "store.interface", "model", "errors"},
    "remembered": set(),
    "publish": {
        "publish",
        "each",
        "plan",
        "standing",
        "state",
        "verify",
        "store.interface",
        "model",
        "errors",
    },
    "verify": {"verify", "store.interface", "model", "errors"},
    "setup": {"setup", "store.bucket", "model", "errors"},
    "past": {"standing", "store.interface", "model", "errors"},
    "history": {"news", "past", "standing", "model"},
    "rollback": {"each", "past", "plan", "standing", "store.interface", "model", "errors"},
    "prune": {"each", "prune", "past", "publish", "standing", "state", "store.interface", "model", "errors"},
    "retract": {"retract", "model", "errors"},
}
"""Stages meet in the model; the command line composes them."""

HOMES = {
    "click": {"cli"},
    "mutagen": {"read", "prepare"},
    "PIL": {"read", "prepare"},
    "yaml": {"read", "adopt"},
    "markdown_it": {"read"},
    "nh3": {"read"},
    "anyascii": {"read"},
    "feedgen": {"render"},
    "lxml": {"render"},
    "icalendar": {"render", "adopt"},
    "markdownify": {"adopt"},
    "bs4": {"adopt"},
    "webcolors": {"read", "render"},
    "dateutil": {"read", "adopt"},
    "jinja2": {"render", "read.theme"},
    "babel": {"render"},
    "segno": {"cli", "render"},
    "msgspec": {"state", "kept"},
    "boto3": {"store.s3", "tell.cloudfront"},
    "botocore": {"store.s3", "store.s3_errors", "store.s3_puts", "store.s3_setup", "tell.cloudfront"},
}
"""Where each library lives."""


def part(path: Path) -> str:
    """`publisher/read/show.py` → `read.show`."""
    return ".".join(path.relative_to(ROOT / "publisher").with_suffix("").parts).removesuffix(".__init__")


def imports(path: Path) -> Iterator[str]:
    """Every module that `path` imports, wherever in it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: imports are absolute"
            yield from (f"{node.module}.{name.name}" for name in node.names)


def below(name: str, allowed: set[str]) -> bool:
    return any(name == one or name.startswith(f"{one}.") for one in allowed)


@pytest.mark.parametrize("path", FILES, ids=part)
def test_stages_never_import_each_other(path: Path) -> None:
    stage = part(path).partition(".")[0]
    if stage in ("cli", "__main__", "__init__"):
        return
    ours = {name.removeprefix("publisher.") for name in imports(path) if name.startswith("publisher.")}
    assert {name for name in ours if not below(name, MAY_IMPORT[stage])} == set()


@pytest.mark.parametrize("path", FILES, ids=part)
def test_each_library_lives_in_one_place(path: Path) -> None:
    used = {name.partition(".")[0] for name in imports(path)} & set(HOMES)
    assert {name for name in used if not below(part(path), HOMES[name])} == set()


@pytest.mark.parametrize(
    "path", [path for path in FILES if part(path).startswith(("model", "errors"))], ids=part
)
def test_the_model_needs_the_standard_library_only(path: Path) -> None:
    used = {name.partition(".")[0] for name in imports(path)} - {"publisher", "__future__"}
    assert used <= sys.stdlib_module_names


@pytest.mark.parametrize(
    ("words", "heavy"),
    [
        ("--help", set(HOMES) - {"click"}),
        ("publish --help", set(HOMES) - {"click"}),
        ("check", {"boto3", "botocore", "feedgen", "lxml", "icalendar", "jinja2", "babel"}),
        ("build --out {out}", {"boto3", "botocore"}),
        ("publish --target {out}", {"boto3", "botocore"}),
    ],
)
def test_what_a_command_does_not_need_is_not_loaded(words: str, heavy: set[str], tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "from publisher.cli import main\n"
        "try:\n    main(sys.argv[1:])\n"
        "except SystemExit as end:\n"
        "    assert not end.code, end.code\n"
        "    print(sorted({name.partition('.')[0] for name in sys.modules}), file=sys.stderr)\n"
    )
    arguments = words.format(out=tmp_path / "out").split()
    ran = subprocess.run(
        [sys.executable, "-c", script, *arguments], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = set(ast.literal_eval(ran.stderr.splitlines()[-1]))
    assert loaded & heavy == set()


@pytest.mark.parametrize(
    "command",
    ["ruff format --check .", "ruff check .", "mypy"],
    ids=lambda command: command.partition(" ")[0],
)
def test_every_file_is_clean(command: str) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", *command.split()], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
