"""search/*.json: the whole index."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from publisher.model import Artifact, Edition
from publisher.render.search import render
from tests.render.made import artifacts
from tests.render.sample import EDITION, EMPTY, FULL


def files(edition: Edition) -> dict[str, bytes]:
    return {one.key: one.body for one in artifacts(render(edition)) if isinstance(one.body, bytes)}


def read(found: Iterable[Artifact]) -> dict[str, Any]:
    return {one.key: json.loads(one.body) for one in found if isinstance(one.body, bytes)}


def test_every_entry_is_listed_as_pages_list_it() -> None:
    assert read(artifacts(render(EDITION)))["search/2023.json"] == [
        [
            "episodes/optakt.html",
            "Optakt",
            "Afsnit · 1. marts 2023 · 1 t.\N{NO-BREAK SPACE}2 min.",
            "",
        ],
        [
            "events/innovationscafe.html",
            "Innovationscafé: Politisk ledelse, del 1; æøå & <mere>",
            "Arrangement · fredag den 31. marts 2023 kl. 09.00–10.00 (CEST)",
            "Kort oplæg, netværk og dialog i små grupper; for alle, der leder innovation.",
        ],
        [
            "episodes/mod-til-at-lede.html",
            'Mod til at lede: "før & efter" <nu> 🎉',
            "Afsnit · 14. april 2023 · 1 min.\N{NO-BREAK SPACE}42 sek.",
            "Hvad kræver det at gå forrest, når æ, ø & å er < alt?",
        ],
        ["articles/hvad-vi-laerte.html", "Hvad vi lærte", "Artikel · 20. april 2023", "Tre ting om mandat."],
    ]


def test_a_new_entry_leaves_the_files_of_other_years_alone() -> None:
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    new = replace(FULL, guid="ny", slug="ny", published=moment, updated=moment)
    before, after = files(EDITION), files(replace(EDITION, episodes=(new, *EDITION.episodes)))
    changed = {key for key in after if before.get(key) != after[key]}
    assert changed == {"search/2026.json", "search/2026-0.json", "search/index.json"}


def test_a_show_without_entries_has_an_empty_index() -> None:
    assert read(artifacts(render(EMPTY))) == {"search/index.json": {}}
