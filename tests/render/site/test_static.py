"""static: the style sheet with the colours of the show, under a key that names its bytes."""

from __future__ import annotations

import re
from dataclasses import replace
from hashlib import sha256

from publisher.model import Look, Theme
from publisher.render.site.static import STATIC, files
from tests.render.sample import EDITION


def style(theme: Theme = Theme(), look: Look = Look()) -> str:  # noqa: B008 - both are frozen
    body = files(replace(EDITION, theme=theme, look=look)).style.body
    assert isinstance(body, bytes)
    return body.decode()


def test_the_key_names_the_bytes() -> None:
    made = files(EDITION).style
    assert isinstance(made.body, bytes)
    assert made.key == f"assets/site-{sha256(made.body).hexdigest()[:12]}.css"
    assert made.cache.endswith("immutable")


def test_colours_come_first_so_that_the_rest_can_use_them() -> None:
    text = style(look=Look(accent="#123456", accent_dark="#fedcba"))
    assert text.index("--accent: #123456") < text.index("--accent: #fedcba") < text.index("@layer base")


def test_the_rules_of_a_theme_win() -> None:
    """Theirs are in no layer, ours are all in one: w3.org/TR/css-cascade-5, §6.4.3."""
    text = style(theme=Theme(style=":root { --accent: hotpink }\n"))
    assert text.endswith(":root { --accent: hotpink }\n")
    ours = text.removesuffix(":root { --accent: hotpink }\n")
    plain = re.sub(r"/\*.*?\*/", "", ours, flags=re.DOTALL)
    assert all(
        line.startswith(("@layer", " ", "}", "@media", ":root")) or not line for line in plain.splitlines()
    )
    assert [block.split(maxsplit=1)[0] for block in top_level(plain)] == ["@layer"] * len(top_level(plain))


def top_level(css: str) -> list[str]:
    """The rules of a style sheet that stand in no other."""
    rules, depth, start = [], 0, 0
    for place, letter in enumerate(css):
        depth += (letter == "{") - (letter == "}")
        if depth == 0 and letter in "};":
            rules.append(css[start : place + 1].strip())
            start = place + 1
    assert depth == 0
    return rules


def test_nothing_is_fetched_by_the_style_sheet() -> None:
    assert "url(" not in style()
    assert "@import" not in style()


def test_every_script_is_published_under_its_name() -> None:
    made = [script.key for script in files(EDITION).scripts]
    assert [re.sub(r"-[0-9a-f]{12}\.", ".", key) for key in made] == [
        f"assets/{path.name}" for path in sorted(STATIC.glob("*.js"))
    ]


def test_scripts_are_small_and_ask_nobody_else() -> None:
    scripts = [one.body.decode() for one in files(EDITION).scripts if isinstance(one.body, bytes)]
    assert len(scripts) == 3
    assert sum(len(script.encode()) for script in scripts) < 15_000
    assert not [script for script in scripts if re.search("https?://|innerHTML|eval|document.cookie", script)]
