"""`publisher retract`: by committed consent, everywhere at once, and honest about the rest."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from publisher.store.folder import FolderStore
from tests.channel import dead_ends
from tests.cli.conftest import Run, edit
from tests.cli.test_history import PUBLIC, publish_twice
from tests.cli.test_prune import wait
from tests.seaweed import Seaweed

GUID = "657b8874-05e6-5520-973a-98730b577f69"
SLUG = "001-hvorfor-politikere"
ITS = b"peger vejen, mens svaret"
"""Words of its own."""
LINE = f'retired = ["{GUID}"]'
BASE = "https://podcast.example.org/co-pi"
EVENT = "episodes/innovationscafe-politisk-ledelse/event.md"


def consent(project: Path, line: str = LINE) -> None:
    with (project / "episodes/show.toml").open("a", encoding="utf-8") as file:
        file.write(f"\n[identity]\n{line}\n")


def everything(project: Path, folder: str = ".publisher") -> dict[str, bytes]:
    home = project / folder
    return {str(path.relative_to(home)): path.read_bytes() for path in home.rglob("*") if path.is_file()}


def holding(project: Path, *words: bytes) -> set[str]:
    """Whatever still holds any of `words` in its name or inside."""
    return {
        name
        for name, data in everything(project).items()
        if any(word in data or word.decode() in name for word in words)
    }


def test_without_committed_consent_the_whole_line_is_quoted(run: Run, project: Path) -> None:
    publish_twice(run, project)
    before = everything(project, PUBLIC.as_posix())
    ran = run("retract", SLUG)
    assert ran.code == 1
    assert f"write `{LINE}` below `[identity]` in episodes/show.toml" in ran.err
    assert everything(project, PUBLIC.as_posix()) == before


@pytest.mark.parametrize("words", [SLUG, f"episodes/{SLUG}/", GUID])
def test_an_entry_is_known_by_slug_path_or_guid(run: Run, project: Path, words: str) -> None:
    run("publish")
    assert LINE in run("retract", words).err
    assert run("retract", "").code == 1


def test_a_folder_that_is_called_like_another_s_slug_is_meant_first(run: Run, project: Path) -> None:
    """A renamed folder keeps its slug, and the name is free for another one."""
    run("publish")
    episodes = project / "episodes"
    (episodes / SLUG).rename(episodes / "renamed")
    note = episodes / SLUG
    note.mkdir()
    (note / "article.md").write_text("---\ntitle: Note\nguid: note\nslug: note\n---\n")
    run("publish")
    assert 'retired = ["note"]' in run("retract", SLUG).err
    assert LINE in run("retract", "renamed").err


def test_what_was_never_published_is_told_with_what_is_near(run: Run, project: Path) -> None:
    run("publish")
    ran = run("retract", "01-hvorfor-politikere")
    assert (ran.code, f"did you mean {SLUG}?" in ran.err) == (1, True)
    assert "its slug or its guid" in run("retract", "zzz").err


def test_it_is_taken_out_everywhere_and_only_guid_and_slug_are_kept(run: Run, project: Path) -> None:
    publish_twice(run, project)
    consent(project)
    ran = run("retract", SLUG)
    assert ran.code == 0
    assert not holding(project, b"media/001-", ITS)
    assert not holding(project, b"Borgerne ejer det offentlige")
    where = holding(project, GUID.encode())
    assert {name.partition("/")[0] for name in where} == {"cache", "public"}
    assert all("/revisions/" in name for name in where)
    (record,) = (project / PUBLIC / ".publisher/revisions").iterdir()
    rows = json.loads(record.read_bytes())["ledger"]["entries"]
    (row,) = (row for row in rows if row["guid"] == GUID)
    assert set(row) == {
        "kind",
        "guid",
        "slug",
        "path",
        "published",
        "updated",
        "hash",
        "burnt",
        "retracted",
    }
    assert row["path"] == row["hash"] == ""
    assert dead_ends(FolderStore(project / PUBLIC), BASE) == []


def test_its_page_says_that_it_is_gone_and_not_what_it_was(run: Run, project: Path) -> None:
    run("publish")
    consent(project)
    run("retract", SLUG)
    page = (project / PUBLIC / f"episodes/{SLUG}.html").read_text()
    assert "noindex" in page
    assert "Hvorfor" not in page
    assert run("publish").code == 0
    assert (project / PUBLIC / f"episodes/{SLUG}.html").read_text() == page
    assert not (project / PUBLIC / f"episodes/{SLUG}").exists()


def test_there_is_no_way_back_and_a_publish_changes_nothing(run: Run, project: Path) -> None:
    publish_twice(run, project)
    consent(project)
    run("retract", SLUG)
    assert run("rollback").code == 1
    assert [row["revision"] for row in json.loads(run("history", "--json").out)["revisions"]] == [3]
    assert json.loads(run("publish", "--json").out)["uploaded"] == 0
    shutil.rmtree(project / f"episodes/{SLUG}")
    assert json.loads(run("publish", "--json").out)["uploaded"] == 0


def test_a_dry_run_shows_all_of_it_and_changes_nothing(run: Run, project: Path) -> None:
    publish_twice(run, project)
    consent(project)
    before = everything(project, PUBLIC.as_posix())
    ran = run("retract", SLUG, "--dry-run")
    assert ran.code == 0
    assert f"- media/{SLUG}-" in ran.out
    assert "would be deleted for good: 3 revisions" in ran.out
    plan = json.loads(run("retract", SLUG, "--dry-run", "--json").out)
    assert [key.rpartition("-")[0] for key in plan["delete"] if key.startswith("media/")] == [f"media/{SLUG}"]
    assert everything(project, PUBLIC.as_posix()) == before
    told = ran.out.partition("would be deleted for good: ")[2]
    assert run("retract", SLUG).out.partition("\ndeleted for good: ")[2] == told


def test_what_no_command_can_reach_is_listed(run: Run, project: Path) -> None:
    run("publish")
    consent(project)
    edit(project / EVENT, "- name: Anja Lund", f"- name: '[Anja]({BASE}/episodes/{SLUG}.html)'")
    out = run("retract", SLUG).out.partition("Out of reach:")[2]
    for words in (
        "what listeners have downloaded",
        "directories",
        "caches on the way",
        "history of your repository",
        "backups",
        f"the address episodes/{SLUG}.html: its words stay",
        "what leads there from events/innovationscafe-politisk-ledelse.html",
    ):
        assert words in out
    assert "the bucket" not in out


def test_old_recordings_of_others_stay_for_their_grace(run: Run, project: Path) -> None:
    """And every old one of its own goes."""
    run("publish")
    other = project / "episodes/002-innovationscafeen-opsamling/episode.md"
    mine = project / f"episodes/{SLUG}/episode.md"
    edit(other, "---\ntitle", "---\nremaster: 1\ntitle")
    edit(mine, "---\ntitle", "---\nremaster: 1\ntitle")
    for recording in (*other.parent.glob("*.m4a"), *mine.parent.glob("*.mp3")):
        recording.write_bytes(recording.read_bytes() + b"\0" * 16)
    assert run("publish").code == 0
    assert len(list((project / PUBLIC / "media").iterdir())) == 5
    consent(project)
    assert run("retract", SLUG).code == 0
    left = sorted(path.name[:3] for path in (project / PUBLIC / "media").iterdir())
    assert left == ["002", "002", "003"]
    marks = json.loads((project / PUBLIC / ".publisher/retired.json").read_text())["marks"]
    assert [mark["key"][:9] for mark in marks] == ["media/002"]
    wait(project, 365)
    run("prune")
    assert len(list((project / PUBLIC / "media").iterdir())) == 2


def test_files_that_would_be_published_as_new_are_refused(run: Run, project: Path) -> None:
    run("publish")
    consent(project)
    episodes = project / "episodes"
    (episodes / SLUG).rename(episodes / "renamed")
    ran = run("retract", SLUG)
    assert ran.code == 1
    assert "episodes/renamed is still there" in ran.err
    edit(episodes / "renamed/episode.md", "---\ntitle", f"---\nguid: {GUID}\ntitle")
    assert run("retract", SLUG).code == 0


def test_a_retraction_that_died_is_finished_by_saying_it_again(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish_twice(run, project)
    consent(project)
    delete = FolderStore.delete

    def dying(self: FolderStore, key: str) -> None:
        if key.startswith(".publisher/revisions/1-"):
            raise KeyboardInterrupt
        delete(self, key)

    with monkeypatch.context() as killed:
        killed.setattr(FolderStore, "delete", dying)
        assert run("retract", SLUG).code == 1
    assert any("/blobs/" in name for name in holding(project, ITS))
    assert run("retract", SLUG).code == 0
    assert not holding(project, ITS, b"media/001-")


def test_what_killed_runs_have_left_in_part_goes_too(run: Run, project: Path) -> None:
    publish_twice(run, project)
    consent(project)
    for folder in ("media", ".publisher/blobs"):
        (project / PUBLIC / folder / ".~0123456789abcdef").write_bytes(ITS)
    assert run("retract", SLUG).code == 0
    assert not holding(project, ITS)


def test_a_cache_that_cannot_be_deleted_is_told_of(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("publish")
    consent(project)
    monkeypatch.setattr(shutil, "rmtree", lambda *_, **__: None)
    assert ".publisher/cache on this machine, which cannot be deleted" in run("retract", SLUG).out


def test_a_future_event_is_out_of_the_calendar(run: Run, project: Path) -> None:
    run("publish", "--at", "2023-03-20 06:00")
    (row,) = (
        row
        for row in json.loads(next((project / PUBLIC / ".publisher/revisions").glob("1-*")).read_bytes())[
            "ledger"
        ]["entries"]
        if row["kind"] == "event"
    )
    consent(project, f'retired = ["{row["guid"]}"]')
    assert run("retract", row["slug"], "--at", "2023-03-21 06:00").code == 0
    assert b"VEVENT" not in (project / PUBLIC / "events.ics").read_bytes()
    assert not (project / PUBLIC / f"events/{row['slug']}.ics").exists()
    assert not holding(project, b"Frank E. Andersen")


def test_a_person_who_is_still_named_is_told_where(run: Run, project: Path) -> None:
    run("publish")
    before = everything(project, PUBLIC.as_posix())
    ran = run("retract", "--person", "frank e. andersen")
    assert ran.code == 1
    lines = (project / EVENT).read_text().splitlines()
    for number, line in enumerate(lines, 1):
        assert (f"  {EVENT}:{number}\n" in ran.err) is ("Frank E. Andersen" in line)
    assert everything(project, PUBLIC.as_posix()) == before


def test_a_person_is_out_of_everything_once_episodes_does_not_name_them(run: Run, project: Path) -> None:
    """Also of what was published before, and of the news of an event that named them."""
    run("publish", "--at", "2023-03-20 06:00")
    edit(project / EVENT, "registration:", "location: Hos Frank E. Andersen\nregistration:")
    run("publish", "--at", "2023-03-21 06:00")
    for path in (project / "episodes").rglob("*"):
        if path.suffix in (".md", ".vtt", ".json", ".toml"):
            text = path.read_text(encoding="utf-8")
            path.write_text(text.replace("Frank E. Andersen", "Nogen"), encoding="utf-8")
    run("publish", "--at", "2023-03-22 06:00")
    name = b"Frank E. Andersen"
    assert holding(project, name)
    ran = run("retract", "--person", "Frank E. Andersen", "--at", "2023-03-23 06:00")
    assert ran.code == 0
    assert not holding(project, name)
    assert "what is said in recordings and seen in pictures" in ran.out
    assert json.loads(run("publish", "--json", "--at", "2023-03-24 06:00").out)["uploaded"] == 0


def test_what_could_not_be_looked_into_is_said(run: Run, project: Path) -> None:
    run("publish")
    for path in (project / f"episodes/{SLUG}").glob("*.mp3"):
        path.unlink()
    out = run("retract", "--person", "Jane Doe").out
    assert "what is inside 1 recordings and pictures that are not on this machine" in out


def test_an_address_that_holds_a_person_s_name_stays_and_is_told(run: Run, project: Path) -> None:
    run("publish")
    out = run("retract", "--person", "Genbrug af", "--dry-run").out
    assert "the address articles/case-genbrug-af-loesninger.html: its words stay" in out


def test_nothing_is_taken_back_from_where_nothing_was_published(run: Run, project: Path) -> None:
    assert run("retract", SLUG).code == run("retract", "--person", "Jane Doe").code == 1
    assert run("retract", "--person", " ").code == 1
    assert not (project / PUBLIC).exists()


def test_from_a_bucket_to_a_bucket_and_back_and_out(
    run: Run, project: Path, seaweed: Seaweed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All of it on a real server."""
    for name, value in seaweed.environment.items():
        monkeypatch.setenv(name, value)
    bucket = seaweed.bucket()
    where = ("--target", f"s3://{bucket}/show", "--endpoint", seaweed.endpoint)
    assert run("publish", *where).code == 0
    edit(project / "episodes/case-genbrug-af-loesninger/article.md", "Klokken er", "Kl. er")
    assert run("publish", *where).code == 0
    assert run("rollback", *where).code == 0
    assert [row["rollback"] for row in json.loads(run("history", "--json", *where).out)["revisions"]] == [
        False,
        True,
        True,
    ]
    assert run("prune", "--keep", "1", *where).code == 0
    assert " deleted, " in run("prune", "--keep", "1", *where).out
    consent(project)
    ran = run("retract", SLUG, *where)
    assert (ran.code, "if the bucket keeps any" in ran.out) == (0, True)
    listed = seaweed.client.list_objects_v2(Bucket=bucket)["Contents"]
    keys = {one["Key"].removeprefix("show/") for one in listed}
    assert not any(key.startswith(f"media/{SLUG}") for key in keys)
    assert sum(key.startswith(".publisher/revisions/") for key in keys) == 1
    bodies = [seaweed.client.get_object(Bucket=bucket, Key=one["Key"])["Body"].read() for one in listed]
    assert not any(ITS in body for body in bodies)
