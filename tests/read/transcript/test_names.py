"""publisher.read.transcript.names: a colon makes no speaker."""

from __future__ import annotations

import pytest

from publisher.read.transcript.names import label, looks_like_name, names, split


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Åse: Hej", ("Åse", "Hej")),
        ("Åse Berg-Ørsted :  Hej", ("Åse Berg-Ørsted", "Hej")),
        ("@åse: Hej", ("åse", "Hej")),
        ("Speaker 1:", ("Speaker 1", "")),
        ("https://x.dk", None),
        ("10:30", None),
        (": Hej", None),
        ("en to tre fire fem: Hej", None),
        (f"{'Å' * 41}: Hej", None),
        ("Hej", None),
    ],
)
def test_labels(text: str, expected: tuple[str, str] | None) -> None:
    assert label(text) == expected


@pytest.mark.parametrize(
    "name", ["Åse", "Lars von Trier", "SPEAKER 2", "Dr. Ø. Å", "Anja Lund (V)", "田中", "דוד"]
)
def test_names_have_capitals(name: str) -> None:
    assert looks_like_name(name)


@pytest.mark.parametrize("name", ["åse", "10", "Men husk", "Vi mødtes igen", "", "A B C D E", "X" * 41])
def test_other_words_do_not(name: str) -> None:
    assert not looks_like_name(name)


def test_what_comes_again_is_a_name_too() -> None:
    """A synthetic voice is called `Syntetisk vært`, which is written like no name."""
    texts = ["Syntetisk vært: Hej", "Men husk: det", "Syntetisk vært: Ja", "Bo: Nej", "@åse: Hm"]
    assert names(texts) == {"Syntetisk vært", "Bo", "åse"}


def test_only_known_names_are_split_off() -> None:
    assert split("Bo: Hej", frozenset({"Bo"})) == ("Bo", "Hej")
    assert split("Husk: Hej", frozenset({"Bo"})) == (None, "Husk: Hej")
