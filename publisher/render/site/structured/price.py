"""What an event costs, where that can be told by a machine (LD-002; schema.org/Offer).

A price is whatever the producer wrote. It is offered as data only if it says that it is free, or names one
amount in one currency, as people of the show's language write it (Unicode CLDR).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

FREE = frozenset(
    "free, free of charge, free entry, free admission, gratis, gratis adgang, fri adgang, fri entré, "
    "kostenlos, kostenfrei, eintritt frei, gratuit, gratuito, gratuita, ilmainen, maksuton, ókeypis".split(
        ", "
    )
)
"""What says so, in the languages we know it in."""
AMOUNT = re.compile(
    r"(?P<before>[^\d\s.,-]+\.?)?\s*(?P<amount>\d[\d.,]*?)(?:[,.:]-)?\s*(?P<after>[^\d\s,-]+)?"
)
"""One number with at most one word around it; `150,-` is how Scandinavia writes whole crowns."""
LONGEST = 80
"""Characters of what can be an amount; the rest are stories."""


@dataclass(frozen=True, slots=True)
class Price:
    """An amount as a decimal number, and its currency in ISO 4217; what is free may name none."""

    amount: str
    currency: str | None = None


def price(text: str | None, locale: Locale) -> Price | None:
    """Read `text`, written in the language of `locale`."""
    words = " ".join((text or "").split()).rstrip(".!").casefold()
    if words in FREE:
        return Price("0")
    found = AMOUNT.fullmatch(words) if len(words) <= LONGEST else None
    if not found or (found["before"] and found["after"]):
        return None
    amount = _amount(found["amount"], locale)
    currency = _currency(found["before"] or found["after"], locale)
    return Price(amount, currency) if amount and (currency or amount == "0") else None


def _amount(text: str, locale: Locale) -> str | None:
    from babel.numbers import NumberFormatError, parse_decimal

    try:
        number = parse_decimal(text.strip(), locale=locale, strict=True)
    except NumberFormatError:
        return None
    return f"{number.normalize():f}"


def _currency(text: str | None, locale: Locale) -> str | None:
    """Find the one currency that `text` can mean in this language."""
    from babel.numbers import list_currencies

    if not text:
        return None
    if text.upper() in list_currencies():
        return text.upper()
    sign = text.rstrip(".")
    meant = [
        code for code, symbol in locale.currency_symbols.items() if symbol.casefold().rstrip(".") == sign
    ]
    return meant[0] if len(meant) == 1 else None
