"""Other people's namespaces, by the prefixes that the producer declared: carried unchanged."""

from __future__ import annotations

from collections.abc import Iterable

from publisher.model import Edition, Element
from publisher.model.foreign import declared
from publisher.render.namespaces import Namespace


class Extra(Namespace):
    """Tags that are not ours, of as many namespaces as there are."""

    prefix = "extra"

    def __init__(self) -> None:
        super().__init__()
        self.prefixes: dict[str, str] = {}

    def add_all(self, edition: Edition, elements: Iterable[Element]) -> None:
        """Carry `elements`, as far as their prefixes are declared."""
        self.prefixes = declared(edition.show.namespaces)
        for element in elements:
            if ":" in element.name:
                self.put(element, self.prefixes)

    def extend_ns(self) -> dict[str, str]:
        """Declare the prefixes as the producer did. feedgen calls this."""
        return self.prefixes
