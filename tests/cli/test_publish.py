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
        "told": [],
    }


def test_a_plan_has_the_promised_keys_and_changes_nothing(run: Run, project: Path) -> None:
    plan = json.loads(run("plan", "--json", "--at", "2026-02-01").out)
    assert list(plan) == ["revision", "upload", "delete", "keep"]
    assert {tuple(item) for item in plan["upload"]} == {("key", "size", "sha256", "type", "cache", "why")}
    assert json.loads(run("publish", "--dry-run", "--json", "--at", "2026-02-01").out) == plan
    assert not (project / PUBLIC).exists()


def test_one_change_is_one_page_and_the_feeds_that_tell_of_it(run: Run, project: Path) -> None:
    run("publish")
    edit(project / "episodes/case-genbrug-af-loesninger/article.md", "Klokken er", "Kl. er")
    keys = {item["key"] for item in json.loads(run("plan", "--json").out)["upload"]}
    assert keys == {
        "articles/case-genbrug-af-loesninger.html",
        "feed.atom",
        "feed.json",
        "feed.xml",
        "tags/politisk-ledelse-af-innovation.xml",
        "sitemap.xml",
        "search/index.json",
        "search/2023-0.json",
    }


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


def test_the_recording_of_an_expired_episode_is_reachable_no_more(run: Run, project: Path) -> None:
    edit(
        project / "episodes/001-hvorfor-politikere/episode.md",
        "season: 1",
        "expires: 2026-02-01\nseason: 1",
    )
    run("publish", "--at", "2026-01-15")
    (media,) = (project / PUBLIC / "media").glob("001-*")
    assert run("publish", "--at", "2026-02-02").code == 0
    assert not media.exists()
    page = (project / PUBLIC / "episodes/001-hvorfor-politikere.html").read_text()
    assert "Hvorfor skal politikere lede innovation?" in page
    assert "<audio" not in page
    assert media.name not in page
    assert run("publish", "--at", "2026-02-03").out.count("0 uploaded")


def test_no_file_of_an_unpublished_entry_is_uploaded(run: Run, project: Path) -> None:
    edit(project / "episodes/001-hvorfor-politikere/episode.md", "season: 1", "draft: true\nseason: 1")
    edit(
        project / "episodes/politisk-ledelse-af-innovation/article.md",
        "date: 2023-03-22 06:00",
        "date: 2999-03-22 06:00",
    )
    run("publish")
    names = [path.name for path in (project / PUBLIC).rglob("*") if path.is_file()]
    assert not [name for name in names if name.startswith(("001-", "fem-greb"))]
    assert not (project / PUBLIC / "articles/politisk-ledelse-af-innovation.html").exists()


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

    with monkeypatch.context() as broken:
        broken.setattr(FolderStore, "put", losing)
        ran = run("publish")
        assert (ran.code, "WRONG feed.xml" in ran.out) == (3, True)
        assert run("publish", "--no-verify", "--target", "elsewhere").code == 0
    plan = json.loads(run("plan", "--json").out)
    assert [(item["key"], item["why"]) for item in plan["upload"]] == [("feed.xml", "unknown")]
    assert run("publish").code == 0
    assert (project / PUBLIC / "feed.xml").stat().st_size > 0


def test_a_recording_that_is_still_being_saved_stops_before_anything_public_changes(
    run: Run, monkeypatch: pytest.MonkeyPatch, project: Path
) -> None:
    run("publish")
    before = (project / PUBLIC / "podcast.xml").read_bytes()
    recording = project / "episodes/001-hvorfor-politikere/hvorfor-politikere.mp3"
    whole = recording.read_bytes()
    recording.write_bytes(whole + whole[len(whole) // 2 :])
    put = FolderStore.put

    def saving(self: FolderStore, key: str, body: bytes | Path, **how: object) -> None:
        recording.write_bytes(whole[: len(whole) // 2])
        put(self, key, body, **how)  # type: ignore[arg-type]

    with monkeypatch.context() as busy:
        busy.setattr(FolderStore, "put", saving)
        ran = run("publish")
    assert (ran.code, "changed while it was being published" in ran.err) == (1, True)
    assert (project / PUBLIC / "podcast.xml").read_bytes() == before
    recording.write_bytes(whole)
    assert run("publish").code == 0
    assert (project / PUBLIC / "podcast.xml").read_bytes() == before


def test_an_interrupted_first_publication_forgets_no_carried_identity(
    run: Run, monkeypatch: pytest.MonkeyPatch, project: Path
) -> None:
    run("build", "--at", "2025-01-01")
    (project / "episodes/001-hvorfor-politikere").rename(project / "episodes/001-nyt-navn")
    put = FolderStore.put

    def dying(self: FolderStore, key: str, body: bytes | Path, **how: object) -> None:
        if key.startswith("media/"):
            raise KeyboardInterrupt
        put(self, key, body, **how)  # type: ignore[arg-type]

    with monkeypatch.context() as killed:
        killed.setattr(FolderStore, "put", dying)
        assert run("publish", "--ledger", "feeds/ledger.json").code == 1
    assert run("publish").code == 0
    feed = (project / PUBLIC / "podcast.xml").read_text()
    assert "657b8874-05e6-5520-973a-98730b577f69" in feed
    assert "Tue, 31 Dec 2024 23:00:00 +0000" in feed


def test_a_ledger_may_come_from_another_targets_revision_and_from_nothing_else(
    run: Run, project: Path
) -> None:
    run("publish", "--target", "old", "--at", "2025-01-01")
    state = project / "old/.publisher"
    (revision,) = (state / "revisions").glob("1-*.json")
    assert run("publish", "--target", "new", "--ledger", revision).code == 0
    assert "Tue, 31 Dec 2024 23:00:00 +0000" in (project / "new/podcast.xml").read_text()
    for wrong in (state / "head.json", project / "episodes/show.toml", project / "episodes"):
        ran = run("publish", "--target", "newer", "--ledger", wrong)
        assert (ran.code, (project / "newer").exists()) == (1, False)
    for url in (
        "http://[::1/x",
        "http://127.0.0.1:bad/x",
        "http://u:SECRET@127.0.0.1:9/x",
        "http://127.0.0.1:9/x?t=SECRET",
    ):
        ran = run("publish", "--target", "newer", "--ledger", url)
        assert (ran.code, "SECRET" in ran.err) == (1, False)


def test_the_memory_target_forgets(run: Run) -> None:
    assert json.loads(run("publish", "--target", "memory:", "--json").out)["revision"] == 1


@pytest.mark.parametrize("place", ["episodes", "episodes/public", "./episodes/../episodes/x"])
def test_what_is_published_never_lands_in_episodes(run: Run, place: str, project: Path) -> None:
    before = sorted((project / "episodes").rglob("*"))
    assert run("publish", "--target", place).code == 1
    assert run("build", "--out", place).code == 1
    assert sorted((project / "episodes").rglob("*")) == before


def test_problems_are_told_before_any_target_is_asked(run: Run, project: Path) -> None:
    edit(project / "episodes/show.toml", 'language = "da"', 'language = "dansk!"')
    ran = run("publish", "--target", "s3://nobody/nowhere", "--endpoint", "http://127.0.0.1:9")
    assert (ran.code, "APPLE-027" in ran.err, "cannot be reached" in ran.err) == (1, True, False)


def test_a_show_that_lost_its_guid_and_moved_is_told_the_published_one(run: Run, project: Path) -> None:
    run("publish")
    edit(project / "episodes/show.toml", "guid =", "# guid =")
    edit(project / "episodes/show.toml", "https://podcast.example.org/co-pi", "https://new.example.org")
    ran = run("publish")
    assert ran.code == 1
    assert 'write `guid = "a2a60e66-99d7-56f1-b9f4-13e5e2cec1cf"`' in ran.err


@pytest.mark.parametrize(
    "words",
    [
        ("publish", "--target", ""),
        ("publish", "--endpoint", " "),
        ("plan", "--at", ""),
        ("publish", "--nonsense"),
        ("publsh",),
    ],
)
def test_wrong_usage_is_exit_code_2(run: Run, words: tuple[str, ...]) -> None:
    assert run(*words).code == 2
