"""environment: text is text, names that nobody gave are errors, and templates are read once."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from jinja2 import UndefinedError

from publisher.model import Theme
from publisher.render.site.environment import environment, host, iso, mailto


def test_text_is_escaped() -> None:
    template = environment(Theme(), "da").from_string('<a title="{{ x }}">{{ x }}</a>')
    assert template.render(x='"><b>') == '<a title="&#34;&gt;&lt;b&gt;">&#34;&gt;&lt;b&gt;</a>'


def test_a_name_that_nobody_gave_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        environment(Theme(), "da").from_string("{{ nobody }}").render()


def test_every_template_says_words_in_the_language() -> None:
    said = environment(Theme(), "da").from_string("{{ w.text('Subscribe') }}").render()
    assert said == "Abonnér"


def test_templates_are_read_once() -> None:
    first = environment(Theme(), "da")
    assert environment(Theme(), "da") is first
    assert first.get_template("layout.html.j2") is first.get_template("layout.html.j2")


@pytest.mark.parametrize(
    ("url", "place"),
    [
        ("https://www.co-pi.dk/x?y", "co-pi.dk"),
        ("https://a.example:8080/", "a.example"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("https://[x/", "https://[x/"),
    ],
)
def test_a_host_says_where_a_link_leads(url: str, place: str) -> None:
    assert host(url) == place


def test_an_address_to_write_to_is_ascii() -> None:
    assert mailto("søren@b.example") == "mailto:s%C3%B8ren@b.example"


def test_machines_get_the_clocks_of_the_place() -> None:
    assert iso(datetime(2023, 3, 31, 7, tzinfo=UTC), "Europe/Copenhagen") == "2023-03-31T09:00:00+02:00"
