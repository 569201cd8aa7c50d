"""What is in episodes/, made for the browser of who writes it."""

from __future__ import annotations

import re
from pathlib import Path

import click
import mutagen
import pytest

from publisher.cli.preview.episodes import Episodes
from publisher.errors import PublisherError
from tests.cli.conftest import Run, edit
from tests.cli.preview.conftest import ADDRESS, HERE, rendered, text
from tests.cli.test_build import tree

PUBLIC = "https://podcast.example.org/co-pi"
ARTICLE = "politisk-ledelse-af-innovation"


@pytest.fixture
def source(project: Path) -> Episodes:
    return Episodes(ADDRESS, None)


def write(project: Path, kind: str, name: str, *lines: str) -> None:
    """An entry with this front matter."""
    (project / "episodes" / name).mkdir()
    front = "\n".join(("---", f"title: {name}", *lines, "---", "Text."))
    (project / f"episodes/{name}/{kind}.md").write_text(front, encoding="utf-8")


def kept(project: Path) -> dict[str, bytes]:
    """Every file of the project that may not be deleted at any time."""
    return {name: data for name, data in tree(project).items() if not name.startswith(".publisher/cache/")}


def test_everything_that_a_build_makes_is_there_with_addresses_of_the_preview(
    run: Run, project: Path, source: Episodes
) -> None:
    run("build")
    built, shown = tree(project / "feeds"), rendered(source.make())
    assert set(built) - {"ledger.json"} == {key for key in shown if not key.startswith("media/")}
    for key in ("podcast.xml", "index.html", f"articles/{ARTICLE}.html", "feed.json"):
        assert PUBLIC in built[key].decode()
        assert PUBLIC not in text(shown[key])
        assert HERE in text(shown[key])


def test_what_the_text_shows_and_links_to_is_here(project: Path, source: Episodes) -> None:
    file = project / f"episodes/{ARTICLE}/article.md"
    file.write_text(f"{file.read_text(encoding='utf-8')}\n[Own]({PUBLIC}/index.html)", encoding="utf-8")
    shown = rendered(source.make())
    page = text(shown[f"articles/{ARTICLE}.html"])
    found = re.findall(rf'(?:src|href)="{HERE}/([^"#?]*)', page)
    assert f"{HERE}/index.html" in page
    assert [key for key in found if key.startswith("assets/")]
    assert set(found) <= set(shown)


def test_recordings_are_served_from_where_they_lie(project: Path, source: Episodes) -> None:
    media = [one for key, one in rendered(source.make()).items() if key.startswith("media/")]
    assert len(media) == 3
    assert all(isinstance(one.body, Path) and one.body.is_relative_to(project / "episodes") for one in media)


def test_addresses_and_dates_are_those_of_the_last_build(run: Run, project: Path, source: Episodes) -> None:
    run("build", "--at", "2026-01-31 06:00")
    before = re.findall("<(?:guid|pubDate).*", (project / "feeds/podcast.xml").read_text(encoding="utf-8"))
    (project / "episodes/001-hvorfor-politikere").rename(project / "episodes/renamed")
    feed = text(rendered(source.make())["podcast.xml"])
    assert re.findall("<(?:guid|pubDate).*", feed) == before
    assert f"{HERE}/episodes/001-hvorfor-politikere.html" in feed


def test_a_recording_with_other_tags_than_were_published_is_heard(
    run: Run, project: Path, source: Episodes
) -> None:
    run("build")
    path = next((project / "episodes").glob("003-*.mp3"))
    tagged = mutagen.File(path, easy=True)
    tagged["title"] = "Another title"
    tagged.save()
    (media,) = (one for one in rendered(source.make()).values() if one.body == path)
    assert media.size == path.stat().st_size
    assert media.key in (project / "feeds/podcast.xml").read_text(encoding="utf-8")


def test_a_show_without_a_guid_is_told_the_one_of_its_public_address(
    run: Run, project: Path, source: Episodes
) -> None:
    edit(project / "episodes/show.toml", "guid = ", "# guid = ")
    made = source.make()
    (fix,) = (one.fix for one in made.problems if one.code == "ID-009")
    assert fix in run("check").out
    assert fix.split('"')[1] in text(rendered(made)["podcast.xml"])


def test_drafts_and_what_is_to_come_are_shown(project: Path, source: Episodes) -> None:
    write(project, "article", "a-draft", "draft: true")
    write(project, "article", "to-come", "summary: Later.", "date: 2999-01-01 06:00")
    shown = rendered(source.make())
    assert {"articles/a-draft.html", "articles/to-come.html"} <= set(shown)
    assert "articles/to-come.html" in text(shown["index.html"])


def test_a_draft_that_cannot_be_shown_yet_is_named(run: Run, project: Path, source: Episodes) -> None:
    run("new", "episode", "Hvad nu?")
    made = source.make()
    assert made.notes == (
        "episodes/004-hvad-nu/episode.md is a draft without a recording: it is not shown yet",
    )


def test_what_is_ignored_is_named_to_who_asks(project: Path, source: Episodes) -> None:
    (project / "episodes/notes.txt").touch()
    assert source.make().notes == ()
    click.get_current_context().meta["publisher.verbose"] = True
    assert source.make().notes == ("ignored: episodes/notes.txt",)


def test_it_can_be_another_moment(project: Path) -> None:
    write(project, "article", "undated", "summary: Now.")
    shown = rendered(Episodes(ADDRESS, "2031-02-03 06:00").make())
    assert "2031-02-03" in text(shown["articles/undated.html"])


def test_problems_are_those_that_check_finds(run: Run, project: Path, source: Episodes) -> None:
    edit(project / f"episodes/{ARTICLE}/article.md", "title:", "titel:")
    found = [(one.code, one.place.file, one.place.line) for one in source.make().problems]
    told = run("check").out.splitlines()
    assert found
    assert [f"{file}:{line}" for _, file, line in found] == [":".join(one.split(":")[:2]) for one in told]


def test_nothing_is_written_but_a_cache(run: Run, project: Path, source: Episodes) -> None:
    run("build")
    write(project, "article", "a-draft", "draft: true")
    before = kept(project)
    rendered(source.make())
    assert kept(project) == before


def test_a_recording_that_is_as_it_was_is_read_once(
    project: Path, source: Episodes, monkeypatch: pytest.MonkeyPatch
) -> None:
    source.make()

    def refuse(path: Path) -> None:
        raise AssertionError(path)

    monkeypatch.setattr("publisher.read.audio.known.read_recording", refuse)
    assert len([key for key in rendered(source.make()) if key.startswith("media/")]) == 3


def test_what_it_is_made_of_is_looked_at_and_nothing_else(run: Run, project: Path, source: Episodes) -> None:
    run("build")
    theme = project / "episodes/_theme/style.css"
    theme.parent.mkdir()
    for path in (theme, project / "episodes/talk.mp3.part", project / "episodes/.hidden"):
        path.touch()
    seen = {path.relative_to(project).as_posix() for path in source.look()}
    assert {"episodes/show.toml", "episodes/_theme/style.css", "feeds/ledger.json"} < seen
    assert not seen & {"episodes/talk.mp3.part", "episodes/.hidden", "feeds/podcast.xml"}


def test_without_a_show_there_is_nothing_to_watch(project: Path) -> None:
    (project / "episodes/show.toml").unlink()
    with pytest.raises(PublisherError, match="no show"):
        Episodes(ADDRESS, None)
