"""The command line: the only place that prints, asks, and reads the clock and the environment."""

from __future__ import annotations

import atexit
import gc
import os
import signal
import sys
from importlib import import_module
from keyword import iskeyword

import click

from publisher.cli.options import folder_options

COMMANDS = {
    "init": "Start a show in this folder, or in DIRECTORY.",
    "new": "Start an episode, event or article, as a draft.",
    "import": "Bring the events of a calendar into episodes/, with their UIDs.",
    "check": "Check everything in episodes/ and say what to mend.",
    "build": "Write feeds, calendars and pages into feeds/.",
    "preview": "Show the site in your browser, and again whenever you save.",
    "plan": "Show what publish would upload and delete, and change nothing.",
    "publish": "Make the target equal to episodes/: recordings first, feeds last.",
    "verify": "Ask for what was published as a listener would.",
    "history": "List what was published, newest first.",
    "rollback": "Publish what was public before, once more.",
    "prune": "Let go of old revisions and of what only they need.",
    "retract": "Take an entry or a person out everywhere, and for good.",
    "setup": "Show what the bucket needs to serve listeners, then set it.",
    "next": "Print the next moment at which publishing would change anything.",
}
"""In the order of a producer's day, with a line on each: to tell of them, none needs to be loaded."""


class Commands(click.Group):
    """Loads a command when it is named: each is a module of `publisher.cli.commands`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, in order."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in COMMANDS:
            return None
        # What is a word of Python's own cannot name a function.
        name = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name
        command = getattr(import_module(f"publisher.cli.commands.{name}"), name)
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """A line for each."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that `args` start with; a near miss gets a hint."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            import difflib

            near = difflib.get_close_matches(args[0], COMMANDS, n=1)
            hint = f" Did you mean {near[0]}?" if near else ""
            raise click.UsageError(f"No such command {args[0]!r}.{hint}", ctx)
        return super().resolve_command(ctx, args)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@folder_options
@click.version_option(package_name="publisher")
def publisher() -> None:
    """Publish podcasts, articles and events from a folder of recordings and Markdown.

    \b
    Start a show, drop a recording into episodes/, publish:
      publisher init
      publisher publish
    """


def run() -> None:
    """Be the program `publisher`."""
    gc.disable()  # A command ends soon, and what it makes it needs until then.
    try:
        main()
    except SystemExit as ended:
        _leave(ended.code if isinstance(ended.code, int) else 0)


def _leave(code: int) -> None:
    """End now: to take apart what is left of an archive takes longer than to read it."""
    atexit._run_exitfuncs()
    try:
        for stream in filter(None, (sys.stdout, sys.stderr)):
            stream.flush()
    except (OSError, ValueError):
        sys.exit(code)  # Whoever was told is gone, and Python knows how to end then.
    os._exit(code)


def main(args: list[str] | None = None) -> None:
    """Run a command and exit with its code: 0 done, 1 failed, 2 usage, 3 published but not verified."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # to clean up, as for Ctrl-C
    try:
        code = publisher.main(args, prog_name="publisher", standalone_mode=False)
    except BaseException as error:
        from publisher.cli.failure import explain

        code = explain(error)
    sys.exit(code if isinstance(code, int) else 0)
