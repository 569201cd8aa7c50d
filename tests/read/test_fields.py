"""Fields: text becomes what the model needs, or a problem that says what to write."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from publisher.model import Person, Problem, Severity
from publisher.read import toml, yaml
from publisher.read.fields import VALUE, Fields, is_url
from tests.read.project import spots

HOME = ZoneInfo("Europe/Copenhagen")


def fields(text: str, *, complete: bool = True) -> Fields:
    """The fields of this front matter."""
    node, problems = yaml.parse(text, "e.md")
    assert problems == ()
    return Fields(node, "e.md", [], complete=complete)


def toml_fields(text: str) -> Fields:
    """The fields of this show.toml."""
    node, problems = toml.parse(text, "show.toml")
    assert problems == ()
    return Fields(node, "show.toml", [])


def only(asked: Fields) -> Problem:
    (problem,) = asked.problems
    return problem


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1984", "1984"),
        ("1e5", "1e5"),
        ("no", "no"),
        ("'  a b '", "a b"),
        ("", None),
        ("''", None),
        ('"\\0a\\u2028"', "a"),
        ("|\n  one\n  two", "one\ntwo"),
        ("null", None),
        ("'null'", "null"),
    ],
)
def test_text_is_what_was_written_without_what_feeds_cannot_carry(text: str, value: str | None) -> None:
    asked = fields(f"key: {text}")
    assert (asked.text("key"), asked.problems) == (value, [])


@pytest.mark.parametrize("text", ["[a]", "{a: b}", "\n  - a", "\n  a: b"])
def test_a_list_or_table_is_no_text(text: str) -> None:
    asked = fields(f"key: {text}")
    assert asked.text("key") is None
    assert spots(asked.problems) == ["1:1 READ-006"]


@pytest.mark.parametrize(
    ("text", "value"),
    [("a", ("a",)), ("[a, b, a]", ("a", "b")), ("[1, true, ' ']", ("1", "true")), ("", ()), ("[]", ())],
)
def test_texts_are_a_list_or_one_text(text: str, value: tuple[str, ...]) -> None:
    asked = fields(f"tags: {text}")
    assert (asked.texts("tags"), asked.problems) == (value, [])


def test_an_item_that_is_no_text_is_told_at_its_place() -> None:
    asked = fields("tags:\n  - a\n  - Innovation: politics\n")
    assert asked.texts("tags") == ()
    assert spots(asked.problems) == ["3:5 READ-006"]
    assert "in quotes" in only(asked).fix


@pytest.mark.parametrize(("text", "value"), [("true", True), ("false", False), ("True", True), ("", None)])
def test_true_and_false_are_flags(text: str, value: bool | None) -> None:
    asked = fields(f"explicit: {text}")
    assert (asked.flag("explicit"), asked.problems) == (value, [])


@pytest.mark.parametrize(
    ("text", "value", "fix"),
    [
        ("yes", True, "write `explicit: true`"),
        ("On", True, "write `explicit: true`"),
        ("no", False, "write `explicit: false`"),
        ("OFF", False, "write `explicit: false`"),
    ],
)
def test_yes_and_no_are_understood_with_a_warning(text: str, value: bool, fix: str) -> None:
    """They are words to YAML 1.2, and what is meant is certain."""
    asked = fields(f"explicit: {text}")
    assert asked.flag("explicit") is value
    assert spots(asked.problems) == ["1:1 READ-018"]
    assert (only(asked).severity, only(asked).fix) == (Severity.WARNING, fix)


@pytest.mark.parametrize("text", ["ja", "1", "clean", "truee"])
def test_other_words_are_no_flags(text: str) -> None:
    asked = fields(f"explicit: {text}")
    assert asked.flag("explicit") is None
    assert only(asked).fix == "write `explicit: true` or `false`"


@pytest.mark.parametrize(("text", "value"), [("1", 1), ("007", 7), ("999999999", 999999999), ("", None)])
def test_whole_numbers_are_numbers(text: str, value: int | None) -> None:
    asked = fields(f"season: {text}")
    assert (asked.whole("season", least=1), asked.problems) == (value, [])


@pytest.mark.parametrize("text", ["0", "-1", "1.0", "S1", "1e5", "٣", "1" * 5000, "0x1"])
def test_other_numbers_are_told(text: str) -> None:
    asked = fields(f"season: {text}")
    assert asked.whole("season", least=1) is None
    assert only(asked).fix == "write `season: 1`"
    assert len(only(asked).message) < 200


def test_a_choice_is_one_of_a_few_words_and_the_nearest_is_named() -> None:
    asked = fields("type: Trailer\nstatus: canceled\nother: x")
    assert asked.choice("type", "full", "trailer", "bonus") == "full"
    assert asked.choice("status", "confirmed", "cancelled") == "confirmed"
    assert asked.choice("missing", "full", "bonus") == "full"
    assert [problem.fix for problem in asked.problems] == [
        "write `type: trailer`",
        "write `status: cancelled`",
    ]


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org",
        "http://æ.dk/ø?x=1#y",
        "HTTPS://EXAMPLE.org",
        "https://[::1]:8080/",
        "https://a:443",
    ],
)
def test_web_addresses_are_urls(url: str) -> None:
    assert is_url(url)


@pytest.mark.parametrize(
    "text",
    [
        "example.org",
        "https:",
        "https://",
        "https:/x",
        "https:x",
        "ftp://x.org",
        "javascript:alert(1)",
        "//x.org",
        "https://a b",
        "https://x/<",
        'https://x/"',
        "https://[",
        "https://a:x/",
        "https://a:99999",
        "https://x\\y",
    ],
)
def test_anything_else_is_no_url(text: str) -> None:
    assert not is_url(text)


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        ("example.org/show", "write `link: https://example.org/show`"),
        ("https:/example.org", "write `link: https://…`"),
        ("our site", "write `link: https://…`"),
    ],
)
def test_an_address_without_its_beginning_is_completed(text: str, fix: str) -> None:
    asked = fields(f"link: {text}")
    assert asked.url("link") is None
    assert (spots(asked.problems), only(asked).fix) == (["1:1 READ-007"], fix)


@pytest.mark.parametrize(
    "text", ["we@example", "we", "a@b@c.dk", "a b@c.dk", "<a@b.dk>", "a@" + "." * 100_000 + "@"]
)
def test_what_is_no_email_is_told(text: str) -> None:
    asked = fields(f"email: {text[:90_000]}")
    assert asked.email("email") is None
    assert spots(asked.problems) == ["1:1 READ-007"]


def test_a_moment_in_another_form_is_told_with_what_was_meant() -> None:
    asked = fields("date: 31-01-2026\nstart: 2026-01-31 06:00\nend: 2026-03-29 02:30")
    assert asked.moment("date", HOME) is None
    assert asked.moment("start", HOME) == datetime(2026, 1, 31, 6, tzinfo=HOME)
    assert asked.moment("end", HOME) is None
    assert spots(asked.problems) == ["1:1 READ-008", "3:1 READ-008"]
    assert [problem.fix for problem in asked.problems] == [
        "write `date: 2026-01-31`, year first",
        "write `end: 2026-03-29 03:30`, year first",
    ]


def test_persons_are_names_or_tables() -> None:
    asked = fields("persons:\n- A\n- {name: B, role: host, href: https://b.dk, email: b@b.dk, group: c}")
    assert asked.people("persons") == (
        Person(name="A"),
        Person(name="B", role="host", href="https://b.dk", email="b@b.dk", group="c"),
    )
    assert asked.problems == []


def test_a_person_needs_a_name_and_known_keys() -> None:
    asked = fields("persons:\n- role: host\n- navn: B\n- name: ''\n-\n- [x]")
    assert asked.people("persons") == ()
    assert spots(asked.problems) == [
        "2:3 READ-007",
        "3:3 READ-005",
        "4:3 READ-007",
        "5:2 READ-006",
        "6:3 READ-006",
    ]


def test_one_person_is_not_two() -> None:
    asked = fields("organizer: [A, B]")
    asked.person("organizer")
    assert spots(asked.problems) == ["1:1 READ-006"]


def test_a_table_has_keys_of_its_own() -> None:
    asked = fields("online:\n  url: x\n  plattform: y")
    table = asked.table("online")
    assert table
    table.url("url")
    table.text("platform")
    table.close()
    assert spots(asked.problems) == ["2:3 READ-007", "3:3 READ-005"]
    assert asked.problems[0].message.startswith("online.url is 'x'")
    assert asked.problems[1].message == "online.plattform is not a key I know"


@pytest.mark.parametrize("text", ["x", "[x]"])
def test_what_is_no_table_is_told(text: str) -> None:
    asked = fields(f"online: {text}")
    assert asked.table("online") is None
    assert spots(asked.problems) == ["1:1 READ-006"]


@pytest.mark.parametrize(
    ("key", "fix"),
    [
        ("titel", "write title"),
        ("Title", "write title"),
        ("DRAFT", "write draft"),
        ("zzz", "remove it; known here: draft, summary, title"),
        ("x" * 50_000, "remove it; known here: draft, summary, title"),
    ],
)
def test_an_unknown_key_is_told_with_the_nearest_known_one(key: str, fix: str) -> None:
    asked = fields(f"{key if len(key) < 1000 else f'? {key}{chr(10)}'}: x")
    for known in ("title", "draft", "summary"):
        asked.text(known)
    asked.close()
    assert (spots(asked.problems)[0][-8:], only(asked).fix) == ("READ-005", fix)
    assert len(only(asked).message) < 200


def test_a_key_that_is_there_already_is_not_suggested_again() -> None:
    asked = fields("title: x\ntitel: y")
    asked.text("title")
    asked.close()
    assert only(asked).fix.startswith("remove it")


def test_what_is_required_is_missed_once() -> None:
    """A misspelt key is one mistake, and so is a file that cannot be read to its end."""
    for text, complete, expected in (
        ("title: x", True, ["1:1 READ-007"]),
        ("start:", True, ["1:1 READ-007"]),
        ("starts: x", True, ["1:1 READ-005"]),
        ("start: x", True, []),
        ("title: x", False, []),
    ):
        asked = fields(text, complete=complete)
        asked.text("start")
        asked.text("title")
        asked.require(VALUE, "start", "write it")
        asked.close()
        assert spots(asked.problems) == expected


def test_fixes_are_written_as_their_file_is() -> None:
    asked = toml_fields('explicit = "ja"\nlink = "example.org"\nidentity = "x"\ntags = [[1]]')
    asked.flag("explicit")
    asked.url("link")
    asked.table("identity")
    asked.texts("tags")
    assert [problem.fix for problem in asked.problems] == [
        "write `explicit = true` or `false`",
        'write `link = "https://example.org"`',
        "write `[identity]` and its own keys below",
        'write `tags = ["one", "two"]`, with each text in quotes',
    ]


@pytest.mark.parametrize(
    ("ask", "fix"),
    [
        (Fields.flag, "write `k: true`"),
        (lambda asked, key: asked.whole(key, least=1), "write `k: 1`"),
        (lambda asked, key: asked.moment(key, HOME), "write `k: 2026-01-31 06:00`"),
        (Fields.text, "write `k: …`, with the text in quotes"),
    ],
)
def test_a_list_where_one_value_belongs_is_answered_with_such_a_value(
    ask: Callable[[Fields, str], object], fix: str
) -> None:
    asked = fields("k: [1]")
    assert ask(asked, "k") is None
    assert only(asked).fix == fix


def test_what_to_write_is_written_as_in_that_file() -> None:
    asked = toml_fields('k = ["x"]')
    asked.each("k", lambda inside: inside.text("name"))
    assert only(asked).fix == "write `k = [{…}]`, with its keys in the braces, each as `key = value`"


def test_a_number_may_have_a_limit() -> None:
    asked = fields("a: 8784\nb: 8785")
    assert (asked.whole("a", most=8784), asked.whole("b", least=1, most=8784)) == (8784, None)
    assert only(asked).message == "b is '8785', but must be a whole number, 1 or more, at most 8784"


def test_days_and_moments_are_told_apart_and_have_their_places() -> None:
    asked = fields("except: [2026-01-31, 2026-02-01 06:00, soon]\nalso: 2026-01-31\nstart: 2026-01-31")
    found = asked.whens("except", HOME)
    assert [(one.whole, one.moment.day, place.column) for one, place in found] == [
        (True, 31, 10),
        (False, 1, 22),
    ]
    assert len(asked.whens("also", HOME)) == 1
    start = asked.when("start", HOME)
    assert start
    assert start.whole
    assert (spots(asked.problems), only(asked).fix) == (
        ["1:40 READ-008"],
        "write `2026-01-31 06:00`, year first",
    )


@pytest.mark.parametrize("text", ["- {start: 2026-01-31}", "- [2026-01-31]", "-"])
def test_a_list_of_times_has_times_only(text: str) -> None:
    asked = fields(f"except:\n{text}")
    assert asked.whens("except", HOME) == ()
    assert only(asked).code == "READ-006"


def test_what_a_comma_in_braces_cut_off_is_put_back() -> None:
    table = fields("place: {name: Square 1, 1550 Town, geo: 55.6,12.5, note: x}").table("place")
    assert table
    known = ("name", "geo")
    assert (table.uncut("name", known, ", "), table.uncut("geo", known)) == (
        "Square 1, 1550 Town",
        "55.6,12.5",
    )
    assert table.uncut("missing", known) is None
    table.close()
    assert spots(table.problems) == ["1:52 READ-005"]


def test_what_a_comma_cut_off_an_unknown_key_is_not_told_too() -> None:
    table = fields("place: {nam: Square 1, 1550 Town, Land, name: x, odd}").table("place")
    assert table
    table.text("name")
    table.close()
    assert spots(table.problems) == ["1:9 READ-005", "1:50 READ-005"]


def test_the_keys_of_a_table_are_in_their_order() -> None:
    assert [*fields("b: 1\na: 2")] == ["b", "a"]
