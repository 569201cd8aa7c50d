"""The slips of front matter: YAML that means something else than it says, by its line.

What makes a plain value impossible: https://yaml.org/spec/1.2.2/#733-plain-style
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from publisher.read.slip import Slip, write

_BULLETS = r"(?P<lead>[ ]*(?:-[ ]+)*)"
_KEY = r"""(?P<key>\w[\w.-]*(?:[ ][\w.-]+)*|"[^"]*"|'[^']*')"""
_PAIR = re.compile(_BULLETS + _KEY + r"[ ]*:(?:[ ]+(?P<value>\S.*))?")
_ITEM = re.compile(r"(?P<lead>[ ]*(?:-[ ]+)+)(?P<value>\S.*)")
_UNSPACED = re.compile(_BULLETS + r"(?P<key>[^\W\d][\w-]*):(?!//)(?P<value>[^\s:].*)")
_COMMENT = re.compile(r"(?<![ ])[ ]+#.*")
_CURLY = re.compile(r"[“”„»«](.*)[“”„»«]")
_CLOSING = {"[": "]", "{": "}"}


@dataclass(frozen=True, slots=True)
class Fault:
    """Where a parser gave up: 0-based `line` and `column`, and where what it was reading began."""

    lines: list[str]
    line: int
    column: int
    problem: str = ""
    reading: str = ""
    since: tuple[int, int] | None = None

    @property
    def text(self) -> str:
        """The line it gave up in."""
        return self.lines[self.line] if self.line < len(self.lines) else ""

    def slip(self, message: str, fix: str, meant: str | None = None, *, column: int | None = None) -> Slip:
        """The slip of this line, at the fault or at the 0-based `column`."""
        return Slip(self.line + 1, (self.column if column is None else column) + 1, message, fix, meant)

    def start(self) -> Fault:
        """The same fault, seen from where what was being read began."""
        return Fault(self.lines, *self.since, self.problem, self.reading) if self.since else self


def explain(fault: Fault) -> Slip:
    """What the producer did, as far as the line tells."""
    for cause in (_tabbed, unspaced, _unclosed, _unkeyed, _indented, _unquoted, _misplaced):
        if slip := cause(fault):
            return slip
    return fault.slip(
        "the front matter cannot be read from here on",
        "write one `key: value` a line, and put text with a special character in it in quotes",
    )


def quoted(text: str) -> str:
    """`text` as a YAML scalar that means it."""
    return f'"{text}"' if not re.search(r'["\\]', text) else "'" + text.replace("'", "''") + "'"


def with_comment(line: str) -> str | None:
    """`line` with what YAML takes for a comment as part of its text; None for a list in brackets."""
    match = _pair(line)
    value = match["value"] if match else None
    return _with_value(match, quoted(value)) if match and value and value[0] not in _CLOSING else None


def _tabbed(fault: Fault) -> Slip | None:
    indent = fault.text[: len(fault.text) - len(fault.text.lstrip())]
    if "\t" not in indent or not fault.text.strip():
        return None
    meant = indent.replace("\t", "  ") + fault.text.lstrip()
    return fault.slip(
        "this line is indented with a tab", "indent it with blanks", meant, column=indent.index("\t")
    )


def unspaced(fault: Fault) -> Slip | None:
    """The slip of `title:Foo`, which the parser only notices at the colon of a line below."""
    match = _PAIR.match(fault.text)
    above = max((n for n in range(fault.line) if fault.lines[n].strip()), default=None)
    lines = (
        fault.start().line if fault.since else None,
        above if match and match.end("key") == fault.column else None,
        fault.line,
    )
    for line in (line for line in lines if line is not None and line < len(fault.lines)):
        if match := _UNSPACED.fullmatch(fault.lines[line].rstrip()):
            meant = _with_value(match, match["value"])
            at = Fault(fault.lines, line, match.start("value"))
            return at.slip(f"there is no blank after {match['key']}:", write(meant), meant)
    return None


def _unclosed(fault: Fault) -> Slip | None:
    """A quote or a list that goes on to the end."""
    at = fault.start()
    opening = at.text[at.column : at.column + 1]
    if "quoted scalar" in fault.reading and at.text.count(opening, at.column) == 1:
        meant = at.text.rstrip() + opening
        return at.slip(f"the {opening} that opens here is not closed", write(meant), meant)
    if "flow" not in fault.reading:
        return None
    for line in range(min(at.line, len(at.lines) - 1), -1, -1):
        match = _pair(at.lines[line])
        opening = _value(match)[:1]
        if match and opening in _CLOSING and _CLOSING[opening] not in match["value"]:
            begun = Fault(at.lines, line, match.start("value"))
            fix = f"write {_CLOSING[opening]} after its last item"
            return begun.slip("the list that opens here is not closed", fix)
    return None


def _unkeyed(fault: Fault) -> Slip | None:
    """A line of text where a key was expected, mostly the second line of a long text."""
    at = fault.start()
    if "simple key" not in fault.reading or not at.text.strip():
        return None
    fix = "indent it if it belongs to the line above, or write `key: value`"
    return at.slip("this line is no `key: value`", fix, f"  {at.text}" if at.line else None)


def _indented(fault: Fault) -> Slip | None:
    """A colon in the second line of a text, or a key with blanks before it by mistake."""
    match = _PAIR.match(fault.text)
    if not match or not match["lead"] or "-" in match["lead"] or match.end("key") != fault.column:
        return None
    above = next((_PAIR.match(line) for line in reversed(fault.lines[: fault.line]) if line[:1] != " "), None)
    fix = f"if {match['key']} is a key, remove the blanks before it"
    if above:
        fix += f"; if it is text, write `{above['key']}: >` and all of the text below it, indented"
    return fault.slip(
        "this line is indented, so it is read as part of the one above, where a colon cannot be",
        fix,
        column=match.start("key"),
    )


def _unquoted(fault: Fault) -> Slip | None:
    """A value that YAML reads as something else than text."""
    at = fault if _value(_pair(fault.text)) else fault.start()
    match = _pair(at.text)
    if match is None or not (value := _value(match)):
        return None
    closing = _CLOSING.get(value[0])
    start = match.start("value")
    if closing and value.endswith(closing):
        return at.slip("this list cannot be read", "put each text in it in quotes", column=start)
    if closing and closing not in value:
        return None
    meant = _with_value(match, quoted(_text(value)))
    if "escape" in at.problem:
        return at.slip("a backslash cannot be in double quotes", write(meant), meant)
    if value[0] in "\"'":
        return at.slip("there is a quote inside the quotes", write(meant), meant)
    if value[0] in "@`%&*!|>-?,]}#[{":
        message = f"a text that starts with {value[0]} must be in quotes"
        return at.slip(message, write(meant), meant, column=start)
    if re.search(r":(?:\s|$)", value):
        subject = f"the text after {match['key']}:" if "key" in match.groupdict() else "this text"
        message = f"{subject} has a colon in it, so it must be in quotes"
        return at.slip(message, write(meant), meant)
    return None


def _misplaced(fault: Fault) -> Slip | None:
    if _pair(fault.text) is None:
        return None
    return fault.slip(
        "this line is not indented like those it belongs with",
        "start it in the same column as the lines that it belongs with",
    )


def _pair(line: str) -> re.Match[str] | None:
    """A key with its value, or an item of a list."""
    return _PAIR.fullmatch(line.rstrip()) or _ITEM.fullmatch(line.rstrip())


def _value(match: re.Match[str] | None) -> str:
    return _COMMENT.sub("", match["value"] or "") if match else ""


def _text(value: str) -> str:
    """The text that `value`, quoted wrongly or not at all, was meant to be."""
    if curly := _CURLY.fullmatch(value):
        return curly[1]
    quote, inner = value[0], value[1:-1]
    if len(value) < 2 or quote not in "\"'" or value[-1] != quote:
        return value
    # `"A" and "B"` is quoted by nobody, `"A "B" C"` is.
    return inner if quote == "'" or not re.match(rf"[^{quote}]*[^\s{quote}]{quote}", inner) else value


def _with_value(match: re.Match[str], value: str) -> str:
    key = match.groupdict().get("key")
    return f"{match['lead']}{key}: {value}" if key else f"{match['lead']}{value}"
