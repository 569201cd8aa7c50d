"""What was published into a folder, served as it is but for where it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from publisher.cli.preview.published import Published
from publisher.errors import PublisherError
from tests.cli.conftest import Run, edit
from tests.cli.preview.conftest import ADDRESS, HERE, rendered, text
from tests.cli.test_build import tree

PUBLIC = "https://podcast.example.org/co-pi"
TO = ".publisher/public"


def test_every_object_is_there_as_what_it_was_published_as(run: Run, project: Path) -> None:
    run("publish")
    shown = rendered(Published(ADDRESS).make())
    objects = {key for key in tree(project / TO) if not key.startswith(".publisher/")}
    assert set(shown) == objects
    assert shown["podcast.xml"].type == "application/rss+xml; charset=utf-8"
    assert {one.type for key, one in shown.items() if key.startswith("media/")} == {
        "audio/mpeg",
        "audio/x-m4a",
    }


def test_texts_lead_here_and_everything_else_is_byte_for_byte(run: Run, project: Path) -> None:
    run("publish")
    shown = rendered(Published(ADDRESS).make())
    for key in ("index.html", "podcast.xml", "feed.json", "events.ics"):
        published = (project / TO / key).read_text(encoding="utf-8", errors="strict")
        assert PUBLIC in published
        assert text(shown[key]).splitlines() == published.replace(PUBLIC, HERE).splitlines()
        assert shown[key].size == len(text(shown[key]).encode())
    for key in (key for key in shown if key.startswith(("media/", "art/", "assets/"))):
        body = shown[key].content
        assert (body if isinstance(body, bytes) else body and body.read_bytes()) == (
            project / TO / key
        ).read_bytes()


def test_what_is_written_since_then_is_not_shown(run: Run, project: Path) -> None:
    run("publish")
    source = Published(ADDRESS)
    before, seen = rendered(source.make()), source.look()
    edit(project / "episodes/politisk-ledelse-af-innovation/article.md", "title: ", "title: Ny ")
    assert (rendered(source.make()), source.look()) == (before, seen)
    run("publish")
    assert source.look() != seen
    assert rendered(source.make()) != before


def test_what_else_lies_there_is_not_shown(run: Run, project: Path) -> None:
    run("publish")
    (project / TO / "secret.html").write_text("secret")
    feed = project / TO / "feed.json"
    feed.rename(project / "moved.json")
    feed.symlink_to(project / "moved.json")
    shown = rendered(Published(ADDRESS).make())
    assert not set(shown) & {"secret.html", "feed.json", ".publisher/head.json"}


def test_the_folder_is_the_one_that_the_show_names(run: Run, project: Path, tmp_path: Path) -> None:
    toml = project / "episodes/show.toml"
    toml.write_text(
        f'{toml.read_text(encoding="utf-8")}\n[publish]\ntarget = "{tmp_path}/www"\n', encoding="utf-8"
    )
    run("publish")
    source = Published(ADDRESS)
    assert "index.html" in rendered(source.make())
    assert source.look()


def test_before_anything_is_published_it_says_how(project: Path) -> None:
    with pytest.raises(PublisherError, match="nothing is published") as told:
        Published(ADDRESS).make()
    assert "publisher publish" in told.value.fix
    assert not (project / ".publisher").exists()


def test_a_bucket_is_looked_at_where_it_is(project: Path) -> None:
    toml = project / "episodes/show.toml"
    toml.write_text(
        f'{toml.read_text(encoding="utf-8")}\n[publish]\ntarget = "s3://b/show"\n', encoding="utf-8"
    )
    with pytest.raises(PublisherError, match="s3://b/show") as told:
        Published(ADDRESS)
    assert f"{PUBLIC}/index.html" in told.value.fix


def test_where_the_record_is_elsewhere_it_is_found_and_watched_there(run: Run, project: Path) -> None:
    edit(
        project / "episodes/show.toml",
        '# [publish]\n# target = "s3://bucket/prefix"',
        '[publish]\ntarget = "out"\nstate = "private"',
    )
    run("publish")
    shown = Published(ADDRESS)
    assert "podcast.xml" in rendered(shown.make())
    assert list(shown.look()) == [project / "private/.publisher/head.json"]


def test_where_the_record_is_in_a_bucket_the_feeds_are_watched(project: Path) -> None:
    edit(
        project / "episodes/show.toml",
        '# [publish]\n# target = "s3://bucket/prefix"',
        '[publish]\ntarget = "out"\nstate = "s3://private"',
    )
    (project / "out").mkdir()
    (project / "out/podcast.xml").write_bytes(b"<rss/>")
    assert list(Published(ADDRESS).look()) == [project / "out/podcast.xml"]
