"""price: what a machine can tell of what people wrote, and nothing where it cannot be sure."""

from __future__ import annotations

import pytest

from publisher.render.site.structured.price import Price, price
from publisher.render.words import words


@pytest.mark.parametrize(
    ("language", "text", "amount", "currency"),
    [
        ("da", "Gratis", "0", None),
        ("da", "gratis.", "0", None),
        ("da", "0 kr.", "0", "DKK"),
        ("da", "0", "0", None),
        ("da", "150 kr.", "150", "DKK"),
        ("da", "kr. 150", "150", "DKK"),
        ("da", "150,50 kr", "150.5", "DKK"),
        ("da", "1.200,- kr.", "1200", "DKK"),
        ("da", "DKK 1.200", "1200", "DKK"),
        ("da", "20 €", "20", "EUR"),
        ("da", "20€", "20", "EUR"),
        ("sv", "150 kr", "150", "SEK"),
        ("en", "Free", "0", None),
        ("en", "$1,200.50", "1200.5", "USD"),
        ("en-CA", "$20", "20", "CAD"),
        ("en", "150 DKK", "150", "DKK"),
        ("de", "Eintritt frei", "0", None),
        ("fr", "20 eur", "20", "EUR"),
    ],
)
def test_an_amount_in_a_currency_is_told(language: str, text: str, amount: str, currency: str | None) -> None:
    """As people write it in the language of the show."""
    assert price(text, words(language).locale) == Price(amount, currency)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("da", None),
        ("da", ""),
        ("da", "150"),
        ("da", "100 kr.; studerende gratis"),
        ("da", "100–150 kr."),
        ("da", "fra 100 kr."),
        ("da", "100 kr. pr. person"),
        ("da", "100 kroner"),
        ("en", "150 kr."),
        ("en", "20 $ €"),
        ("en", "1.2.3 EUR"),
        ("da", "DKK 100 kr."),
        ("da", "gratis for medlemmer"),
        ("da", "9" * 200 + " kr."),
        ("da", "spørg os"),
    ],
)
def test_what_is_no_one_amount_is_left_to_people(language: str, text: str | None) -> None:
    """Half a price is a wrong one."""
    assert price(text, words(language).locale) is None
