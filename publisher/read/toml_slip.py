"""The slips of show.toml, by its line: text without quotes, mostly. https://toml.io/en/v1.0.0"""

from __future__ import annotations

import re

from publisher.read.slip import Slip, write

_PAIR = re.compile(r"(?P<lead>\s*(?P<key>[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*)\s*)=\s*(?P<value>\S.*)?")
_OTHER = re.compile(r"\s*(?P<key>[A-Za-z0-9_-]+)(?:\s*:\s*|\s+(?=[\"']))(?P<value>[^\s=].*)")
_HEADER = re.compile(r"\s*\[[^\]]*")
_CURLY = re.compile(r"[“”„»«](.*)[“”„»«]")
_BOOLEANS = {"yes": "true", "on": "true", "true": "true", "no": "false", "off": "false", "false": "false"}


def explain(lines: list[str], line: int, column: int, problem: str) -> Slip:
    """What the producer did in the 1-based `line`, where tomllib found `problem`."""
    text = lines[line - 1].rstrip() if line <= len(lines) else ""
    is_open = problem.startswith(("Unclosed", "Unterminated")) or not text
    if is_open and (slip := _unclosed(lines[:line])):
        return slip
    if problem.startswith(("Cannot", "Duplicate")):
        return _twice(text, line)
    for cause in (_other, _headed, _named, _valued):
        if slip := cause(text, line):
            return slip
    return Slip(
        line, column, "show.toml cannot be read from here on", 'write `key = "value"`, with text in quotes'
    )


def quoted(text: str) -> str:
    """`text` as a TOML string that means it."""
    if not re.search(r'["\\]', text):
        return f'"{text}"'
    return f"'{text}'" if "'" not in text else '"' + re.sub(r'(["\\])', r"\\\1", text) + '"'


def _unclosed(lines: list[str]) -> Slip | None:
    """A list, a table or a long text that goes on to the end: where it last began."""
    opening = re.compile(r"=\s*([\[{]|\"\"\"|''')")
    found = ((n, match) for n, line in reversed([*enumerate(lines, 1)]) if (match := opening.search(line)))
    line, match = next(found, (0, None))
    if match is None:
        return None
    closing = {"[": "]", "{": "}"}.get(match[1], match[1])
    fix = f"write {closing} at its end" + (", in the same line" if closing == "}" else "")
    return Slip(line, match.start(1) + 1, f"the {match[1]} that opens here is not closed", fix)


def _twice(text: str, line: int) -> Slip:
    if match := _PAIR.fullmatch(text):
        return Slip(line, match.start("key") + 1, f"{match['key']} is written twice", "keep one of them", "")
    fix = "keep one of them; where there are several of a kind, write [[…]] above each"
    return Slip(line, 1, f"{text.strip()[:40] or 'this'} is written twice", fix)


def _other(text: str, line: int) -> Slip | None:
    """`key: value`, as in front matter, or `key "value"`."""
    match = _OTHER.fullmatch(text)
    if match is None:
        return None
    meant = f"{match['key']} = {_meant(match['value'])}"
    return Slip(line, match.end("key") + 1, f"there is no = after {match['key']}", write(meant), meant)


def _headed(text: str, line: int) -> Slip | None:
    """`[publish`."""
    if not _HEADER.fullmatch(text):
        return None
    meant = text + ("]]" if text.lstrip().startswith("[[") else "]")
    return Slip(line, text.index("[") + 1, "the [ that opens here is not closed", write(meant), meant)


def _named(text: str, line: int) -> Slip | None:
    """`my title = "…"`."""
    key, equals, _ = text.partition("=")
    if not equals or not key.strip() or _PAIR.match(text) or key.lstrip()[0] in "[\"'#":
        return None
    column = len(key) - len(key.lstrip()) + 1
    return Slip(
        line, column, f"{key.strip()[:40]} is no key", "write a key of one word, in plain letters", ""
    )


def _valued(text: str, line: int) -> Slip | None:
    """Text without quotes, or with other ones."""
    match = _PAIR.fullmatch(text)
    if match is None:
        return None
    key, value = match["key"], match["value"] or ""
    meant = f"{match['lead'].rstrip()} = {_meant(value)}"
    if not value:
        return Slip(line, len(text) + 1, f"nothing is written after {key} =", f'write `{key} = "…"`', meant)
    if re.search(r",\s*}$", value):
        meant = re.sub(r",\s*}$", " }", text)
        return Slip(line, text.rindex(",") + 1, "no comma may stand before the }", write(meant), meant)
    if value[0] in "[{" or meant.split() == text.split():
        return None
    if value[0] in "\"'":
        message = f"the quotes around the text after {key} = do not match"
    elif meant.endswith(("= true", "= false")):
        message = f"{value} is written {meant.rpartition(' ')[2]} here"
    else:
        message = f"the text after {key} = must be in straight quotes"
    return Slip(line, match.start("value") + 1, message, write(meant), meant)


def _meant(value: str) -> str:
    """What `value`, quoted wrongly or not at all, was meant to be."""
    value = re.sub(r"[;,]+$", "", value).rstrip()
    if value.lower() in _BOOLEANS:
        return _BOOLEANS[value.lower()]
    if curly := _CURLY.fullmatch(value):
        return quoted(curly[1])
    quote = value[:1]
    if quote not in ('"', "'"):
        return quoted(value)
    if value.count(quote) == 1:
        return quoted(value[1:])
    return quoted(value[1:-1] if value[-1] == quote else value)
