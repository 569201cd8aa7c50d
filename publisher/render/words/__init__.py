"""What our formats say in words of their own, in the show's language.

The code says it in English; a language is one file here, `<language>.po` (gnu.org/software/gettext/manual,
"PO Files"). A show in a language that has no file is told in English, with its own dates all the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from publisher.render.words import dates

if TYPE_CHECKING:
    from babel import Locale


@dataclass(frozen=True, slots=True)
class Words:
    """One language: its catalogue, and how it writes dates."""

    catalogue: NullTranslations
    locale: Locale

    def text(self, message: str, /, **values: object) -> str:
        """Say `message`, an English text in which `{name}` stands for a value, in this language."""
        return self.catalogue.gettext(message).format(**values)

    def count(self, one: str, many: str, n: int, /, **values: object) -> str:
        """Say `one` or `many`, as this language counts; `{n}` stands for the number."""
        return self.catalogue.ngettext(one, many, n).format(n=n, **values)

    def day(self, moment: datetime, timezone: str) -> str:
        """Say which day `moment` is in `timezone`: "31. marts 2023"."""
        return dates.day(dates.local(moment, timezone), self.locale, "long")

    def moment(self, moment: datetime, timezone: str) -> str:
        """Say when `moment` is in `timezone`, and which clock that is."""
        return self.span(moment, None, timezone)

    def span(self, start: datetime, end: datetime | None, timezone: str, all_day: bool = False) -> str:
        """Say from when to when in `timezone`: "fredag den 31. marts 2023 kl. 09.00–10.00 (CEST)".

        Of whole days `end` is the midnight after the last, and no clock is named.
        """
        first, last = dates.local(start, timezone), dates.local(end or start, timezone)
        if all_day:
            return dates.days(first, last, self.locale)
        clocks, others = dates.zone(first, self.locale), dates.zone(last, self.locale)
        if clocks != others:
            return f"{self._at(first)} ({clocks}) – {self._at(last)} ({others})"
        if first.date() == last.date():
            return f"{self._at(first, last)} ({clocks})"
        return f"{self._at(first)} – {self._at(last)} ({clocks})"

    def _at(self, first: datetime, last: datetime | None = None) -> str:
        """Say the day of `first`, and the clock from then to `last`, of the same day."""
        return self.text(
            "{day}, {clock}",
            day=dates.day(first, self.locale, "full"),
            clock=dates.clock(first, last or first, self.locale),
        )


@cache
def words(language: str) -> Words:
    """Find the words of `language` (BCP 47), English for one that nobody knows."""
    return Words(_catalogue(language), _locale(language))


def _catalogue(language: str) -> NullTranslations:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    files = {_plain(path.stem): path for path in Path(__file__).parent.glob("*.po")}
    found = next((files[name] for name in _ever_wider(language) if name in files), None)
    if not found:
        return NullTranslations()
    compiled = BytesIO()
    with found.open("rb") as file:
        write_mo(compiled, read_po(file, locale=found.stem, abort_invalid=True))
    return GNUTranslations(BytesIO(compiled.getvalue()))


def _locale(language: str) -> Locale:
    from babel import Locale, UnknownLocaleError

    for name in _ever_wider(language):
        try:
            return Locale.parse(name, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale("en")


def _ever_wider(language: str) -> Iterator[str]:
    """Give `language`, then what it is a kind of: da-dk, da (RFC 4647 §3.4)."""
    parts = [part for part in _plain(language).split("-") if part]
    yield from ("-".join(parts[:length]) for length in range(len(parts), 0, -1))


def _plain(language: str) -> str:
    return language.strip().replace("_", "-").lower()
