"""A theme's templates go before ours, can lean on them, and are named when they fail."""

from __future__ import annotations

from dataclasses import replace

import pytest
from jinja2 import Environment, StrictUndefined

from publisher.errors import PublisherError
from publisher.model import Edition, Theme
from publisher.render import render
from publisher.render.site.environment import TEMPLATES
from publisher.render.site.themed import blaming, loader

OURS = "parts/footer.html.j2"


def rendered(name: str, **templates: str) -> str:
    """What the template `name` makes, beside those of a theme."""
    texts = tuple((key.replace("__", "/") + ".html.j2", text) for key, text in templates.items())
    made = Environment(
        loader=loader(Theme(templates=texts), TEMPLATES), undefined=StrictUndefined, autoescape=True
    )
    with blaming(Theme(templates=texts)):
        return made.get_template(name).render(word="ord")


def test_the_themes_own_goes_before_ours() -> None:
    assert rendered("layout.html.j2", layout="{{ word }}") == "ord"


def test_ours_is_there_where_the_theme_has_none() -> None:
    source, file, _ = loader(Theme(), TEMPLATES).get_source(Environment(autoescape=True), OURS)
    assert (source, file) == ((TEMPLATES / OURS).read_text(encoding="utf-8"), str(TEMPLATES / OURS))


def test_ours_can_be_meant_by_name() -> None:
    found = loader(Theme(templates=((OURS, "theirs"),)), TEMPLATES)
    environment = Environment(loader=found, autoescape=True)
    assert found.get_source(environment, OURS)[0] == "theirs"
    assert found.get_source(environment, f"publisher/{OURS}")[0] == (TEMPLATES / OURS).read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("a\n{{ wrod }}", "'wrod' is undefined"),
        ("a\n{{ 1 / 0 }}", "division by zero"),
        ("a\n{% include 'none.html.j2' %}", "none.html.j2"),
        ("a\n{{ word | louder }}", "No filter named 'louder'"),
        ("a\n{{ word.x.y }}", "has no attribute 'x'"),
    ],
)
def test_what_fails_is_told_with_its_line(text: str, why: str) -> None:
    with pytest.raises(PublisherError, match=r"^episodes/_theme/layout\.html\.j2:2: ") as told:
        rendered("layout.html.j2", layout=text)
    assert why in str(told.value)


def test_the_one_that_is_included_is_told() -> None:
    with pytest.raises(PublisherError, match=r"^episodes/_theme/parts/x\.html\.j2:3: "):
        rendered("layout.html.j2", layout="\n{% include 'parts/x.html.j2' %}", parts__x="\n\n{{ y }}")


def test_what_it_passes_to_one_of_ours_is_its_own_fault(edition: Edition) -> None:
    theme = Theme(templates=((OURS, "\n{{ m.day(1, 2) }}"),))
    with pytest.raises(PublisherError, match=r"^episodes/_theme/parts/footer\.html\.j2:2: "):
        render(replace(edition, theme=theme))


def test_without_a_theme_nobody_else_is_to_blame() -> None:
    with pytest.raises(ValueError, match="ours"), blaming(Theme()):
        raise ValueError("ours")


@pytest.mark.parametrize(
    "layout",
    [
        "<head><title>x</title></head><img alt='' src={{ 'https://evil.example/x' }}>",
        '<link rel=x href=y><meta http-equiv="Content-Security-Policy" content="{{ policy }}">',
    ],
)
def test_a_theme_cannot_lose_the_policy(edition: Edition, layout: str) -> None:
    """Or everybody it names would see who reads."""
    theme = Theme(templates=(("layout.html.j2", layout),))
    with pytest.raises(PublisherError, match="have lost the policy"):
        render(replace(edition, theme=theme))


def test_a_page_is_made_with_the_theme(edition: Edition) -> None:
    theme = Theme(templates=(("missing.html.j2", "<p>Væk: {{ show.title }}"),), style=".mine { color: red }")
    made = {one.key: one for one in render(replace(edition, theme=theme))}
    assert made["404.html"].body == "<p>Væk: Mod &amp; Mandat".encode()
    styles = [one.body for key, one in made.items() if key.endswith(".css")]
    assert all(isinstance(body, bytes) and body.endswith(b".mine { color: red }") for body in styles)
    assert styles


def test_a_part_of_ours_can_be_changed_alone(edition: Edition) -> None:
    """The 404 page extends the theme's layout, and that ours."""
    text = '{% extends "publisher/layout.html.j2" %}{% block frame %}<p>Mit</p>{{ super() }}{% endblock %}'
    theme = Theme(templates=(("layout.html.j2", text),))
    made = {one.key: one for one in render(replace(edition, theme=theme))}
    body = made["404.html"].body
    assert isinstance(body, bytes)
    assert b'<p>Mit</p><a class="skip"' in body
    assert b'<main id="_main">' in body
