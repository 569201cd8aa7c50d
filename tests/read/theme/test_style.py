"""A style's files are published under names of their own, and it asks nobody else for anything."""

from __future__ import annotations

import re

import pytest

from tests.read.project import JPEG, PNG, Project
from tests.read.theme.test_theme import FONT


def styled(project: Project, text: str) -> str:
    """The style as it is published, of a theme without problems."""
    project.write("_theme/style.css", text)
    site = project.read()
    assert site.problems == ()
    return site.theme.style


def only(project: Project, text: str) -> tuple[str, str, str, str]:
    """The one problem of a style: where, which, what and what to do."""
    project.write("_theme/style.css", text)
    (problem,) = project.read().problems
    place = problem.place
    assert place.file == "episodes/_theme/style.css"
    return f"{place.line}:{place.column}", problem.code, problem.message, problem.fix


@pytest.mark.parametrize(
    "written", ["url(a.png)", "url( a.png )", 'url("a.png")', "url( 'a.png' )", "URL(a.png)", "url(./a.png)"]
)
def test_every_way_to_write_an_address_is_known(written: str, project: Project) -> None:
    project.write("_theme/a.png", PNG)
    assert re.fullmatch(r'a { b: url\("a-[0-9a-f]{12}\.png"\) }', styled(project, f"a {{ b: {written} }}"))


def test_a_file_may_have_any_name(project: Project) -> None:
    project.write("_theme/skrift typer/Blå & grøn.woff2", FONT)
    style = styled(
        project,
        'a { b: url("skrift typer/Blå & grøn.woff2") url(skrift%20typer/Bl%C3%A5%20&%20gr%C3%B8n.woff2) }',
    )
    assert re.fullmatch(r'a { b: (url\("blaa-groen-[0-9a-f]{12}\.woff2"\)) \1 }', style)
    assert len(project.read().theme.files) == 1


def test_the_hacks_of_old_browsers_are_left_out(project: Project) -> None:
    project.write("_theme/x.woff2", FONT)
    style = styled(project, "a { b: url(x.woff2?#iefix) url(x.woff2#part) }")
    assert re.fullmatch(r'a { b: url\("(x-\w{12}\.woff2)#iefix"\) url\("\1#part"\) }', style)


def test_pictures_of_the_show_can_be_shown(project: Project) -> None:
    """The cover lies beside the theme; with it, it is an asset too."""
    assert "cover-" in styled(project, "a { b: url(../cover.png) }")


@pytest.mark.parametrize(
    "text",
    [
        "",
        ":root { --accent: #123456 }",
        "a { clip-path: url(#shape) }",
        "a { b: url('https://example.org/show/art/x.png') }",
        "/* url(https://fonts.example) @import url(x.css) */ a { b: c }",
        "a { b: c } /* never closed url(//x.example)",
        'a { content: "https://example.com" }',
        "curl(https://x.example)",
    ],
)
def test_what_asks_nobody_stays_as_it_is(text: str, project: Project) -> None:
    assert styled(project, text) == text


@pytest.mark.parametrize(
    "address", ["https://fonts.example/x.woff2", "//fonts.example/x.woff2", "HTTP://x.example/a.png"]
)
def test_nothing_is_asked_of_others(address: str, project: Project) -> None:
    where, code, message, fix = only(project, f"/* a\n*/\na {{ b: url('{address}') }}")
    assert (where, code) == ("3:8", "THEME-003")
    assert message == f"{address} is asked of another host"
    assert fix == "put the file into _theme, and write its name into style.css"


@pytest.mark.parametrize(
    "text", ["@import 'x.css';", "@import url(https://x.example/a.css);", "@IMPORT 'x';"]
)
def test_nothing_is_imported(text: str, project: Project) -> None:
    project.write("_theme/style.css", text)
    assert "episodes/_theme/style.css:1:1 THEME-003" in project.told()


def test_a_picture_inside_of_the_style_is_told(project: Project) -> None:
    """The pages' policy has no data: in it."""
    where, code, _, fix = only(project, "a { b: url(data:image/png;base64,AAAA) }")
    assert (where, code, fix) == (
        "1:8",
        "THEME-006",
        "put it into a file beside style.css, and write its name",
    )


def test_a_misspelt_name_is_told_with_the_right_one(project: Project) -> None:
    project.write("_theme/baggrund.jpg", JPEG)
    _, code, message, fix = only(project, "a { b: url(bagrund.jpg) }")
    assert (code, message) == ("THEME-006", "the style names 'bagrund.jpg', which is not there")
    assert fix == "write baggrund.jpg, or put the file into _theme"


@pytest.mark.parametrize("name", ["logo.svg", "x.woff", "x.ttf"])
def test_another_kind_of_file_is_told(name: str, project: Project) -> None:
    project.write(f"_theme/{name}", b"<svg onload='alert(1)'/>")
    _, code, message, _ = only(project, f"a {{ b: url({name}) }}")
    assert (code, message) == ("THEME-006", f"the style names '{name}', which is of another kind")


@pytest.mark.parametrize("name", ["../../secret.png", "/etc/passwd", "../../../x"])
def test_nothing_is_taken_from_outside(name: str, project: Project) -> None:
    (project.root / "secret.png").write_bytes(PNG)
    _, code, message, _ = only(project, f"a {{ b: url({name}) }}")
    assert code == "THEME-006"
    assert message.endswith("which is outside episodes")


def test_nothing_is_taken_through_a_link(project: Project) -> None:
    secret = project.root.parent / "secret.png"
    secret.write_bytes(PNG)
    project.write("_theme/x")
    (project.root / "episodes/_theme/a.png").symlink_to(secret)
    assert only(project, "a { b: url(a.png) }")[2].endswith("which is a link out of the project")
    assert project.read().theme.files == ()
