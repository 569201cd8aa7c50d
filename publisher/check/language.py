"""The language of a show, by the lists that directories go by (standards: APPLE-027, RSS-016, JF-009).

ISO 639-1 with the subtags of BCP 47, and what https://www.rssboard.org/rss-language-codes has besides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from publisher.check import is_told, shown
from publisher.model import Problem, Rule, Severity, Site
from publisher.model.podcasting.taxonomy import COUNTRIES
from publisher.model.source import GUIDE

LANGUAGE = Rule("APPLE-027", Severity.ERROR, "A show has a language, as an ISO 639 code", GUIDE)
SHORT = Rule("APPLE-027", Severity.WARNING, "A language's code has two letters", GUIDE)

CODES = frozenset(
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de "
    "dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id "
    "ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu "
    "lv mg mh mi mk ml mn mo mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt "
    "qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn "
    "to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu".split()
)
LISTED = frozenset({"haw", "in"})
"""On the list of RSS, though not of two letters, or no longer in ISO 639-1."""
MEANT = {
    code: meant
    for meant, words in {
        "da": "dk dan dansk danish danmark",
        "sv": "swe svensk svenska swedish",
        "nb": "nob norsk norwegian bokmål",
        "no": "nor",
        "fi": "fin finsk suomi finnish",
        "is": "isl ice islandsk íslenska icelandic",
        "fo": "fao færøsk føroyskt faroese",
        "kl": "kal gl grønlandsk kalaallisut greenlandic",
        "en": "gb us eng engelsk english",
        "de": "deu ger tysk deutsch german",
        "fr": "fra fre fransk français french",
        "es": "spa spansk español spanish",
        "it": "ita italiensk italiano italian",
        "pt": "por portugisisk português portuguese",
        "nl": "nld dut hollandsk nederlands dutch",
        "pl": "pol polsk polski polish",
        "cs": "cz ces cze tjekkisk čeština czech",
        "uk": "ukr ukrainsk українська ukrainian",
        "ar": "ara arabisk العربية arabic",
        "tr": "tur tyrkisk türkçe turkish",
        "el": "gr ell gre græsk greek",
        "ja": "jp jpn japansk japanese",
        "ko": "kor koreansk korean",
        "zh": "cn zho chi kinesisk chinese",
    }.items()
    for code in words.split()
    if code not in CODES
}
"""What people write for a code: its country, its long code, its name."""

_SUBTAG = re.compile(r"[a-z]{4}|\d{3}|[a-z0-9]{5,8}|\d[a-z0-9]{3}", re.ASCII)
"""A script, a region of the UN, a variant (BCP 47 §2.1); countries are on a list."""


def has_language(site: Site) -> Iterator[Problem]:
    """APPLE-027."""
    show = site.show
    if not show.language and not is_told(site, show.origin, "language"):
        fix = 'write `language = "da"`, or another two-letter code'
        yield LANGUAGE.at(show.origin.at("language"), "the show has no language", fix)


def has_known_language(site: Site) -> Iterator[Problem]:
    """APPLE-027, RSS-016: directories refuse a show in a language that they do not know."""
    written, place = site.show.language, site.show.origin.at("language")
    code, *more = re.split("[-_]", written.casefold())
    if not written or (_is_language(code, more) and "_" not in written):
        return
    message = f"language is {shown(written)}, which is no code for one: directories refuse the show"
    meant, but = MEANT.get(code, code), ["gb" if subtag == "uk" else subtag for subtag in more]
    if _is_language(meant, but):
        yield LANGUAGE.at(place, message, f'write `language = "{"-".join((meant, *but))}"`')
    elif re.fullmatch("[a-z]{3}", code) and all(map(_is_subtag, more)):
        message = f"language is {shown(written)}, which Apple may refuse: it knows codes of two letters"
        yield SHORT.at(place, message, 'write the two-letter code, such as "da", if it has one')
    else:
        example = code if code in CODES else "da"
        yield LANGUAGE.at(place, message, f'write a code such as "{example}", or with a country "en-gb"')


def _is_language(code: str, more: list[str]) -> bool:
    return (code in CODES or code in LISTED) and all(map(_is_subtag, more))


def _is_subtag(subtag: str) -> bool:
    return subtag.upper() in COUNTRIES or bool(_SUBTAG.fullmatch(subtag))
