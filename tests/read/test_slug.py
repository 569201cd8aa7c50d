"""Slugs: valid, stable, and the same on every machine."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from publisher.read.slug import LONGEST, slug
from tests.read.project import HOSTILE


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("001-hvorfor-politikere", "001-hvorfor-politikere"),
        ("Innovationscafé: Politisk ledelse!", "innovationscafe-politisk-ledelse"),
        ("Rødgrød på Ærø", "roedgroed-paa-aeroe"),
        ("RØDGRØD PÅ ÆRØ", "roedgroed-paa-aeroe"),
        ("A\u030alborg", "aalborg"),
        ("\u212bngstro\u0308m", "aangstrom"),
        ("Straße", "strasse"),
        ("日本語", "ribenyu"),
        ("İstanbul", "istanbul"),
        ("½ Ⅷ ﬀ", "1-2-viii-ff"),
        ("--a__b--", "a-b"),
        ("x" * 200, "x" * LONGEST),
        ("x" * 79 + " y", "x" * 79),
        ("index", "index"),
    ],
)
def test_a_slug_reads_like_the_name(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_names_without_letters_have_slugs_of_their_own() -> None:
    made = {slug(name) for name in ("", "!", "?", "…")}
    assert len(made) == 4
    assert all(re.fullmatch("x-[0-9a-f]{12}", one) for one in made)


@HOSTILE
@given(st.text())
@example("\udcff")
@example("\u0345")
@example("ŉ")
def test_a_slug_is_valid_and_its_own_slug(name: str) -> None:
    made = slug(name)
    assert re.fullmatch("[a-z0-9]+(?:-[a-z0-9]+)*", made)
    assert len(made) <= LONGEST
    assert slug(made) == made


@HOSTILE
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_it_does_not_matter_how_a_disk_writes_letters(name: str) -> None:
    assert slug(unicodedata.normalize("NFD", name)) == slug(unicodedata.normalize("NFC", name))
