"""What lies in episodes/_theme/ goes before ours; what was meant to and does not is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from publisher.model import Theme
from publisher.read.theme.templates import our_templates
from tests.read.project import PNG, Project

FONT = b"wOF2" + bytes(60)


def test_a_show_without_a_theme_has_none(project: Project) -> None:
    assert project.read().theme == Theme()


def test_a_theme_has_templates_a_style_and_files(project: Project) -> None:
    project.write("_theme/layout.html.j2", "<main>{% block page %}{% endblock %}</main>")
    project.write("_theme/parts/footer.html.j2", "Tak")
    project.write("_theme/fonts/Brødtekst.woff2", FONT)
    project.write("_theme/baggrund.png", PNG)
    project.write(
        "_theme/style.css",
        "@font-face { src: url(fonts/Brødtekst.woff2) }\nbody { background: url('baggrund.png') }\n",
    )
    site = project.read()
    assert (site.problems, site.ignored) == ((), ())
    theme = site.theme
    assert theme.templates == (
        ("layout.html.j2", "<main>{% block page %}{% endblock %}</main>"),
        ("parts/footer.html.j2", "Tak"),
    )
    font, picture = theme.files
    assert (font.type, picture.type) == ("font/woff2", "image/png")
    assert font.key.startswith("assets/broedtekst-")
    assert theme.style == (
        f'@font-face {{ src: url("{font.key[7:]}") }}\nbody {{ background: url("{picture.key[7:]}") }}\n'
    )


def test_an_entry_in_a_theme_is_none(project: Project) -> None:
    project.entry("_theme/episode/episode.md")
    assert tuple(project.read().entries) == ()


@pytest.mark.parametrize(
    ("name", "fix"),
    [
        ("site.css", "write its rules into style.css"),
        ("layout.html", "rename it to layout.html.j2"),
        ("parts/footer.jinja", "rename it to footer.html.j2"),
        ("episode.j2", "rename it to episode.html.j2"),
    ],
)
def test_what_was_meant_for_us_and_is_called_otherwise_is_told(name: str, fix: str, project: Project) -> None:
    project.write(f"_theme/{name}", "x")
    (problem,) = project.read().problems
    assert (problem.code, problem.place.file, problem.fix) == ("THEME-005", f"episodes/_theme/{name}", fix)


def test_other_files_lie_there_in_peace(project: Project) -> None:
    for name in ("OFL.txt", "README.md", "logo.svg", ".style.css.swp", "unused.png"):
        project.write(f"_theme/{name}", "x")
    site = project.read()
    assert (site.problems, site.theme) == ((), Theme())


def test_what_is_no_text_is_told(project: Project) -> None:
    project.write("_theme/layout.html.j2", b"\xff\xfe")
    project.write("_theme/style.css", b"body { content: '\xe6' }")
    assert project.told() == [
        "episodes/_theme/layout.html.j2:1:1 READ-001",
        "episodes/_theme/style.css:1:18 READ-001",
    ]


@pytest.mark.parametrize("name", ["style.css", "layout.html.j2"])
def test_nothing_comes_from_outside_the_project(name: str, project: Project, tmp_path: Path) -> None:
    secret = tmp_path.parent / "secret"
    secret.write_text("secret")
    project.write("_theme/x")
    (project.root / f"episodes/_theme/{name}").symlink_to(secret)
    site = project.read()
    assert [problem.message for problem in site.problems] == ["this is a link out of the project"]
    assert "secret" not in str(site.theme)


def test_a_folder_that_is_a_link_is_not_entered(project: Project) -> None:
    project.write("other/style.css", "body {}")
    (project.root / "episodes/_theme").symlink_to(project.root / "episodes/other")
    assert project.read().theme == Theme()


def test_templates_are_in_the_same_order_on_every_disk(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in sorted(our_templates()):
        project.write(f"_theme/{name}")
    first = project.read().theme
    iterdir = Path.iterdir
    monkeypatch.setattr(Path, "iterdir", lambda path: iter(sorted(iterdir(path), reverse=True)))
    assert project.read().theme == first
