"""`publisher plan` and `publisher publish` on folders: plan first, nothing twice, nothing by surprise."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from publisher.store.folder import FolderStore
from tests.cli.conftest import Run, edit

PUBLIC = Path(".publisher/public")


def test_with_no_target_a_folder_is_filled_with_everything_listeners_need(run: Run, project: Path) -> None:
    assert run("publish").code == 0
    public = project / PUBLIC
    assert (public / "podcast.xml").is_file()
    media = sorted(path.name for path in (public / "media").iterdir())
    assert [name.rpartition(".")[2] for name in media] == ["mp3", "m4a", "mp3"]
    assert json.loads((public / ".publisher/head.json").read_text())["state"] == "done"


def test_publishing_twice_uploads_nothing_the_second_time(run: Run) -> None:
    first = json.loads(run("publish", "--json").out)
    second = json.loads(run("publish", "--json").out)
    assert (first["revision"], first["deleted"]) == (1, 0)
    assert second == {
        "revision": 1,
        "uploaded": 0,
        "sent": 0,
        "deleted": 0,
        "kept": first["uploaded"],
        "wrong": [],
    }


def test_a_plan_has_the_promised_keys_and_changes_nothing(run: Run, project: Path) -> None:
    plan = json.loads(run("plan", "--json").out)
    assert list(plan) == ["revision", "upload", "delete", "keep"]
    assert {tuple(item) for item in plan["upload"]} == {("key", "size", "sha256", "type", "cache", "why")}
    assert json.loads(run("publish", "--dry-run", "--json").out) == plan
    assert not (project / PUBLIC).exists()


def test_one_change_is_one_page_and_the_feeds_that_tell_of_it(run: Run, project: Path) -> None:
    run("publish")
    edit(project / "episodes/case-genbrug-af-loesninger/article.md", "Klokken er", "Kl. er")
    keys = [item["key"] for item in json.loads(run("plan", "--json").out)["upload"]]
    assert keys == ["articles/case-genbrug-af-loesninger.html", "feed.atom", "feed.json", "feed.xml"]


def test_without_a_guid_the_line_to_paste_is_quoted(run: Run, project: Path) -> None:
    edit(project / "episodes/show.toml", "guid =", "# guid =")
    ran = run("publish")
    assert ran.code == 1
    assert 'guid = "a2a60e66-99d7-56f1-b9f4-13e5e2cec1cf"' in ran.err
    assert not (project / PUBLIC).exists()


def test_an_error_uploads_nothing(run: Run, project: Path) -> None:
    (project / "episodes/001-hvorfor-politikere/hvorfor-politikere.mp3").write_bytes(b"")
    ran = run("publish")
    assert (ran.code, "AUDIO-001" in ran.err) == (1, True)
    assert not (project / PUBLIC).exists()


def test_a_folder_in_use_needs_consent(run: Run, project: Path) -> None:
    (project / "www").mkdir()
    (project / "www/index.html").write_text("old site")
    assert run("publish", "--target", "www").code == 1
    assert (project / "www/index.html").read_text() == "old site"
    assert run("publish", "--target", "www", "--first").code == 0


def test_a_ledger_carries_identity_to_another_target(run: Run, project: Path) -> None:
    """The undated recording keeps the date that the first target's listeners know."""
    run("build", "--at", "2026-01-01 06:00")
    run("publish", "--target", "new", "--ledger", "feeds/ledger.json", "--at", "2026-06-01 06:00")
    assert "Thu, 01 Jan 2026 05:00:00 +0000" in (project / "new/podcast.xml").read_text()
    assert run("publish", "--target", "other", "--ledger", "nowhere.json").code == 1


def test_a_machine_without_the_recordings_publishes_a_correction(run: Run, project: Path) -> None:
    """The CI job has the text and not the media: enclosures stay, and so does every listener's copy."""
    run("publish")
    before = (project / PUBLIC / "podcast.xml").read_text()
    folder = project / "episodes/001-hvorfor-politikere"
    (folder / "hvorfor-politikere.mp3").unlink()
    edit(folder / "episode.md", "Ingen kender løsningen fra start.", "Ingen kender svaret fra start.")
    assert run("publish").code == 0
    after = (project / PUBLIC / "podcast.xml").read_text()
    assert "Ingen kender svaret fra start." in after
    lines = [line for line in before.splitlines() if "<enclosure" in line]
    assert [line for line in after.splitlines() if "<enclosure" in line] == lines


def test_a_renamed_folder_changes_no_public_byte_of_the_feed(run: Run, project: Path) -> None:
    run("publish")
    before = (project / PUBLIC / "podcast.xml").read_bytes()
    episodes = project / "episodes"
    (episodes / "001-hvorfor-politikere").rename(episodes / "1-why")
    assert run("publish").code == 0
    assert (project / PUBLIC / "podcast.xml").read_bytes() == before
    assert json.loads(run("publish", "--json").out)["uploaded"] == 0


def test_a_vanished_episode_stops_everything_until_it_is_retired(run: Run, project: Path) -> None:
    run("publish")
    shutil.rmtree(project / "episodes/001-hvorfor-politikere")
    ran = run("publish")
    assert (ran.code, "ID-002" in ran.err) == (1, True)
    line = ran.err.partition("write `")[2].partition("`")[0]
    with (project / "episodes/show.toml").open("a", encoding="utf-8") as file:
        file.write(f"\n[identity]\n{line}\n")
    assert run("publish").code == 0
    assert not (project / PUBLIC / "episodes/001-hvorfor-politikere.html").exists()


def test_deleting_much_needs_force(run: Run, project: Path) -> None:
    for n in range(30):
        folder = project / f"episodes/note-{n}"
        folder.mkdir()
        (folder / "article.md").write_text(f"---\ntitle: Note {n}\nguid: note-{n}\n---\n")
    run("publish")
    for n in range(30):
        shutil.rmtree(project / f"episodes/note-{n}")
    with (project / "episodes/show.toml").open("a") as file:
        file.write(f"\n[identity]\nretired = {json.dumps([f'note-{n}' for n in range(30)])}\n")
    ran = run("publish")
    assert (ran.code, "--force" in ran.err) == (1, True)
    assert run("publish", "--force").code == 0


def test_what_is_not_as_it_was_sent_is_exit_code_3(
    run: Run, monkeypatch: pytest.MonkeyPatch, project: Path
) -> None:
    put = FolderStore.put

    def losing(self: FolderStore, key: str, body: bytes | Path, **how: object) -> None:
        put(self, key, b"" if key == "feed.xml" else body, **how)  # type: ignore[arg-type]

    monkeypatch.setattr(FolderStore, "put", losing)
    ran = run("publish")
    assert (ran.code, "WRONG feed.xml" in ran.out) == (3, True)
    assert run("publish", "--no-verify", "--target", "elsewhere").code == 0


def test_the_memory_target_forgets(run: Run) -> None:
    assert json.loads(run("publish", "--target", "memory:", "--json").out)["revision"] == 1


@pytest.mark.parametrize("words", [("publish", "--target"), ("publish", "--nonsense"), ("publsh",)])
def test_wrong_usage_is_exit_code_2(run: Run, words: tuple[str, ...]) -> None:
    assert run(*words).code == 2
