"""What `publisher --help` tells of the commands."""

from __future__ import annotations

import subprocess
import sys

import click
import pytest

from publisher.cli import COMMANDS, publisher


@pytest.mark.parametrize("name", COMMANDS)
def test_a_line_on_a_command_says_what_its_own_help_says(name: str) -> None:
    command = publisher.get_command(click.Context(publisher), name)
    assert command
    assert command.help
    assert COMMANDS[name].split()[0] == command.help.split()[0]
    assert len(f"  {'rollback':10}{COMMANDS[name]}") <= 80


def test_to_tell_of_commands_none_is_loaded() -> None:
    script = "import sys; from publisher.cli import main\ntry: main(['--help'])\nfinally: print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    ours = [name for name in ran.stdout.splitlines()[-1].split() if name.startswith("publisher.")]
    assert sorted(ours) == ["publisher.cli", "publisher.cli.options", "publisher.errors"]
