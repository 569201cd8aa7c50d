"""`[site]` says what the pages have besides the show, in Markdown as entries have it."""

from __future__ import annotations

import pytest

from publisher.model import Platform, Website
from tests.read.project import PNG, Project, told

ABOUT = "# Om os\n\nVi er **CO-PI**: [regler](regler.pdf).\n\n![Et billede](_billede.png)\n"


def said(project: Project, text: str) -> Website:
    """What is made of `[site]` with this in it, which has no problems."""
    project.show("guid =", f"site = {{ {text} }}\nguid =")
    site = project.read()
    assert told(site.problems) == []
    return site.show.site


def only(project: Project, text: str) -> tuple[str, str, str]:
    """The code, message and fix of the one problem."""
    project.show("guid =", f"site = {{ {text} }}\nguid =")
    (problem,) = project.read().problems
    assert (problem.place.file, problem.place.line) == ("episodes/show.toml", 10)
    return problem.code, problem.message, problem.fix


def test_a_show_without_it_has_nothing_to_say(project: Project) -> None:
    assert project.read().show.site == Website()


def test_texts_are_html_with_their_files(project: Project) -> None:
    project.write("_om.md", ABOUT)
    project.write("regler.pdf", b"%PDF")
    project.write("_billede.png", PNG)
    project.write("privat.md", "Vi ved <script>alert(1)</script>intet.")
    found = said(project, 'about = "_om.md", privacy = "privat.md"')
    rules, picture = found.assets
    assert found.about == (
        f'<h2>Om os</h2>\n<p>Vi er <strong>CO-PI</strong>: <a href="https://example.org/show/{rules.key}">regler</a>.'
        f'</p>\n<p><img src="https://example.org/show/{picture.key}" alt="Et billede"></p>'
    )
    assert found.privacy == "<p>Vi ved intet.</p>"
    assert [path.name for path in found.files] == ["_om.md", "privat.md"]
    assert project.read().ignored == ()


def test_texts_may_lie_in_a_folder(project: Project) -> None:
    project.write("_site/om.md", "![x](x.png)")
    project.write("_site/x.png", PNG)
    assert said(project, 'about = "_site/om.md"').assets
    assert project.read().ignored == ()


@pytest.mark.parametrize("url", ["https://was.digst.dk/example-org", "http://example.org/a"])
def test_an_accessibility_statement_may_be_elsewhere(url: str, project: Project) -> None:
    found = said(project, f'accessibility = "{url}"')
    assert (found.accessibility, found.accessibility_url) == ("", url)


def test_an_accessibility_statement_may_be_here(project: Project) -> None:
    project.write("_adgang.md", "Alle kan være med.")
    found = said(project, 'accessibility = "_adgang.md"')
    assert (found.accessibility, found.accessibility_url) == ("<p>Alle kan være med.</p>", None)


def test_an_address_without_its_start_is_told(project: Project) -> None:
    code, message, fix = only(project, 'accessibility = "www.was.digst.dk/example"')
    assert (code, message) == (
        "READ-007",
        "site.accessibility is 'www.was.digst.dk/example', which is no web address",
    )
    assert fix == 'write `accessibility = "https://www.was.digst.dk/example"`'


@pytest.mark.parametrize(
    "contact", ["os@example.org", "https://example.org/kontakt", "https://example.org/@os"]
)
def test_who_to_ask_has_a_mailbox_or_a_page(contact: str, project: Project) -> None:
    assert said(project, f'contact = "{contact}"').contact == contact


@pytest.mark.parametrize(
    ("contact", "said"), [("os@example", "no e-mail address"), ("ring til os", "no web address")]
)
def test_a_contact_that_nobody_reaches_is_told(contact: str, said: str, project: Project) -> None:
    code, message, _ = only(project, f'contact = "{contact}"')
    assert code == "READ-007"
    assert message.endswith(said)


def test_the_show_may_be_elsewhere_too(project: Project) -> None:
    listen = 'listen = [{ title = "Apple Podcasts", url = "https://podcasts.apple.com/dk/podcast/id1" }]'
    assert said(project, listen).listen == (
        Platform(title="Apple Podcasts", url="https://podcasts.apple.com/dk/podcast/id1"),
    )


@pytest.mark.parametrize(
    ("listen", "message"),
    [
        ('[{ title = "Apple" }]', "site.listen: url is missing"),
        ('[{ url = "https://a.example" }]', "site.listen: title is missing"),
        ('["https://a.example"]', "site.listen has an item without keys"),
    ],
)
def test_a_place_has_a_name_and_an_address(listen: str, message: str, project: Project) -> None:
    assert only(project, f"listen = {listen}")[1] == message


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("_om.md", "which is not there"),
        ("../om.md", "which is outside episodes"),
        ("https://example.org/om", "which is an address, and must be a file"),
        ("cover.png", "which is no Markdown"),
        ("_artikel.md", "which has front matter"),
        ("_link.md", "which is a link out of the project"),
    ],
)
def test_a_text_that_is_none_is_told(name: str, why: str, project: Project) -> None:
    project.entry("_artikel.md")
    (project.root / "episodes/_link.md").symlink_to(project.root.parent)
    (project.root.parent / "text.md").write_text("secret")
    (project.root / "episodes/_link.md").unlink()
    (project.root / "episodes/_link.md").symlink_to(project.root.parent / "text.md")
    code, message, _ = only(project, f'about = "{name}"')
    assert (code, message) == ("SITE-001", f"site.about names '{name}', {why}")


def test_what_a_text_names_wrongly_is_told_where_it_stands(project: Project) -> None:
    project.write("_om.md", "Vi er\n[her](er-ikke.pdf)")
    project.show("guid =", 'site = { about = "_om.md" }\nguid =')
    assert project.told() == ["episodes/_om.md:2:7 READ-013"]


def test_a_text_that_is_no_text_is_told(project: Project) -> None:
    project.write("_om.md", b"\xe6")
    project.show("guid =", 'site = { about = "_om.md" }\nguid =')
    assert project.told() == ["episodes/_om.md:1:1 READ-001"]


def test_an_unknown_key_is_told_with_the_nearest(project: Project) -> None:
    assert only(project, 'abuot = "x"')[1:] == ("site.abuot is not a key I know", "write about")
