"""XML elements as values: what a namespace's tag says, before anything is written."""

from __future__ import annotations

from dataclasses import dataclass, field

from publisher.model.public import PRIVATE


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """A tag with its prefix (`podcast:person`), or one of RSS itself, without."""

    name: str
    text: str | None = None
    attributes: tuple[tuple[str, str], ...] = ()
    children: tuple[Element, ...] = ()
    key: str = field(default="", compare=False, repr=False, metadata=PRIVATE)
    """The key it was written at, as `Origin` marks it: `persons.0`."""

    def get(self, attribute: str) -> str | None:
        """The value of `attribute`; `text` is the text."""
        return self.text if attribute == "text" else dict(self.attributes).get(attribute)

    def inside(self, name: str) -> tuple[Element, ...]:
        """The children called `name`, prefix included."""
        return tuple(child for child in self.children if child.name == name)
