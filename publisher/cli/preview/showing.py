"""What is shown from one change to the next: the last good build, and what is wrong with the newest."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from publisher.cli.failure import say, told
from publisher.cli.preview.made import Made
from publisher.cli.report import as_text, count, in_order, print_problems
from publisher.model import Problem, Severity
from publisher.serve import Live, Shown, Trouble


class Showing:
    """Makes what is `live`, again and again; problems are said when they are others than before."""

    def __init__(self, make: Callable[[], Made]) -> None:
        self.live = Live(Shown())
        self._make = make
        self._is_good = False
        """Whether what is shown was made without an error."""
        self._said: tuple[object, ...] = ()

    def renew(self) -> None:
        """Show what there is now; where that is wrong, only if nothing good was shown before."""
        shown, errors = self.live.shown, tuple[Problem, ...]()
        failure: tuple[str, ...] = ()
        try:
            made = self._make()
            self._say(made.problems, made.notes)
            errors = tuple(one for one in in_order(made.problems) if one.severity is Severity.ERROR)
            if not (errors and self._is_good):
                shown = Shown(root=made.root, artifacts={one.key: one for one in made.render()})
                self._is_good = not errors
        except Exception as error:
            # It must outlive whatever a half-written file, or a theme, makes us stumble over.
            failure = told(error)
            self._tell(failure)
        lines = (*map(as_text, errors), *failure)
        trouble = Trouble(heading=self._heading(errors, shown), lines=lines) if lines else None
        self.live.show(replace(shown, trouble=trouble))

    def _heading(self, errors: tuple[Problem, ...], shown: Shown) -> str:
        what = count(errors).partition(",")[0] if errors else "An error"
        if not shown.artifacts:
            return f"{what}: nothing can be shown yet"
        return (
            f"{what}: what you see is from before" if self._is_good else f"{what}: something is missing here"
        )

    def _say(self, problems: tuple[Problem, ...], notes: tuple[str, ...]) -> None:
        before, self._said = self._said, (in_order(problems), notes)
        if self._said == before:
            return
        print_problems(problems, to_stderr=True)
        for note in notes:
            say(note)
        if before and not problems:
            say("all is well")

    def _tell(self, failure: tuple[str, ...]) -> None:
        for line in failure if self._said != failure else ():
            say(line)
        self._said = failure
