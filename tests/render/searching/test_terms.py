"""Texts into terms: by Python for the index, and the same by JavaScript for what is typed."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from unicodedata import category

import pytest

from publisher import render
from publisher.render.searching.terms import bare, terms

SCRIPT = Path(render.__file__).parent / "site/static/search.js"
RUN = """
import { readFileSync } from "fs";
const script = readFileSync(process.argv[1]).toString("base64");
const { terms } = await import(`data:text/javascript;base64,${script}`);
const texts = JSON.parse(readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(texts.map((text) => (/\\p{Cn}/u.test(text) ? null : terms(text)))));
"""
TEXTS = {
    "Blåbærgrød på Ærø": "blaabaergroed paa aeroe",
    "BLAABAERGROED": "blaabaergroed",
    "bla\u030abærgrød": "blaabaergroed",
    "l'été, naïve Œuvre": "l ete naive oeuvre",
    "Straße Łódź Đorđe Þór": "strasse lodz dorde thor",
    "Grüße aus Köln, Malmö": "gruesse aus koeln malmoe",
    "R&D <3 don't_stop 2.0": "r d 3 don t stop 2 0",
    "ΟΔΟΣ οδός": "οδοσ οδοσ",
    "Ёлка ёж Йод": "елка еж иод",
    "İstanbul ısı": "istanbul isi",
    "عَرَبِيّ كتـــاب أحمد": "عربي كتاب احمد",
    "שָׁלוֹם עַל־כֵּן": "שלום על כן",
    "हिन्दी में": "हिन्दी में",
    "한국어 검색": "한국어 검색",
    "東京都、AIの日": "東京 京都 都 ai の日 日",
    "カタカナ・ﾃｽﾄ": "カタ タカ カナ ナ テス スト ト",
    "สวัสดี": "สว วั ัส สด ดี ี",
    "ｆｕｌｌ　ｗｉｄｔｈ ① Ⅷ ½": "full width 1 viii 1 2",
    "🎙️ \u200b\ufeff — … “”": "",
    "x" * 70: f"{'x' * 32} {'x' * 32} xxxxxx",
    "": "",
}


def by_browser(texts: list[str]) -> list[list[str] | None]:
    """What the script of the search page makes of each; None where its Unicode does not know a letter."""
    node = shutil.which("node")
    if node is None:
        pytest.skip("needs node: apt-get install nodejs")
    ran = subprocess.run(
        [node, "--input-type=module", "-e", RUN, str(SCRIPT)],
        input=json.dumps(texts).encode(),
        capture_output=True,
        check=True,
    )
    made: list[list[str] | None] = json.loads(ran.stdout)
    return made


@pytest.mark.parametrize(("text", "expected"), TEXTS.items())
def test_a_text_is_found_by_these(text: str, expected: str) -> None:
    assert terms(text) == expected.split()


def test_letters_may_be_typed_without_what_is_on_them() -> None:
    assert bare("Søren Åse Müller Ærø") == ["soren", "ase", "muller", "aero"]


def test_browsers_make_the_same_of_them() -> None:
    assert by_browser(list(TEXTS)) == [expected.split() for expected in TEXTS.values()]


def test_browsers_make_the_same_of_every_letter() -> None:
    """Alone and within a word, each that both versions of Unicode know."""
    letters = [letter for letter in map(chr, range(0x32000)) if category(letter) not in ("Cn", "Cs")]
    texts = [f"{letter} a{letter}b" for letter in letters]
    differ = {
        text: (terms(text), other)
        for text, other in zip(texts, by_browser(texts), strict=True)
        if other is not None and other != terms(text)
    }
    assert differ == {}
