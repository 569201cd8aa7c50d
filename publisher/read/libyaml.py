"""Front matter into YAML's events by libyaml, which is twenty times as fast as PyYAML's own parser.

Only text of which both make the same: it reads YAML 1.1 with small differences from PyYAML's, and
says other things of what is wrong, elsewhere. Whatever may be different is left to the other one.
https://github.com/yaml/libyaml · https://pyyaml.org/wiki/PyYAMLDocumentation
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import yaml

_UNSURE = re.compile(
    r"^(?:---|\.\.\.|%)"  # directives and the marks of documents
    r"|[^\n -~\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"  # tabs, and what is not printed
    r"|\\"  # escapes: not all are known to both
    r"|[|>][-+0-9]*#"  # a comment at once behind the head of a text, which libyaml lets pass
    r"|(?<![^\s\[{,])\?(?!\S)",  # keys that are marked as such: marks of what they lack differ
    re.MULTILINE,
)


class UnsureError(Exception):
    """What was read may mean something else to the other parser."""


@cache
def _parser() -> Any:
    """libyaml's parser; None where PyYAML was built without it."""
    try:
        from yaml._yaml import CParser
    except ImportError:
        return None
    return CParser


def events(text: str) -> Iterator[yaml.Event]:
    """The events of `text`, with marks as PyYAML's. Raises UnsureError, or what libyaml does."""
    parser = _parser()
    if parser is None or _UNSURE.search(text):
        raise UnsureError
    from yaml import CollectionEndEvent, CollectionStartEvent, ScalarEvent

    reader = parser(text)
    depth = 0
    while reader.check_event():
        event = reader.get_event()
        if isinstance(event, ScalarEvent):
            # In brackets, only libyaml takes a question mark for a letter, and it marks what is not there
            # a character later.
            if depth and not event.style and (not event.value or "?" in event.value):
                raise UnsureError
        elif isinstance(event, CollectionStartEvent):
            depth += 1 if depth or event.flow_style else 0
        elif isinstance(event, CollectionEndEvent):
            depth -= 1 if depth else 0
        yield event
