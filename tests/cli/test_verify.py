"""`publisher verify`: a real bucket as the public gets it, a folder in place, and a feed by itself."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from publisher.cli.findings import heard_as_text
from publisher.model import Finding, Severity
from publisher.verify.public import Heard
from tests.cli.conftest import Run, edit
from tests.seaweed import Seaweed
from tests.verify.host import Handler, Page, serve

PUBLIC = Path(".publisher/public")
OLD = "https://podcast.example.org/co-pi"


@dataclass(frozen=True)
class Show:
    """A show in a bucket, and the command that publishes it there."""

    run: Run
    project: Path
    server: Seaweed
    bucket: str

    def publish(self, *words: str) -> None:
        ran = self.run("publish", "--yes", *self.words, *words)
        assert ran.code == 0, ran.err

    def verify(self, *words: str) -> tuple[int, dict[str, str]]:
        """The exit code, and what is wrong or worth a warning, by key or address."""
        ran = self.run("verify", "--json", "--wait", "0", *self.words, *words)
        found = json.loads(ran.out)["findings"]
        return ran.code, {one["key"] or one["url"]: one["what"] for one in found}

    def spoil(self, key: str, body: bytes, **headers: str) -> None:
        self.server.client.put_object(Bucket=self.bucket, Key=f"show/{key}", Body=body, **headers)  # type: ignore[arg-type]

    @property
    def words(self) -> tuple[str, ...]:
        return ("--target", f"s3://{self.bucket}/show", "--endpoint", self.server.endpoint)


@pytest.fixture
def show(run: Run, project: Path, seaweed: Seaweed, monkeypatch: pytest.MonkeyPatch) -> Show:
    """The example, set up and published where its base_url says."""
    for name in [name for name in os.environ if name.startswith("AWS_")]:
        monkeypatch.delenv(name)
    for name, value in seaweed.environment.items():
        monkeypatch.setenv(name, value)
    made = Show(run, project, seaweed, seaweed.bucket(public=False))
    edit(project / "episodes/show.toml", OLD, f"{seaweed.endpoint}/{made.bucket}/show")
    assert run("setup", "--yes", *made.words).code == 0
    made.publish("--at", "2026-01-01")
    return made


def test_what_was_published_is_what_the_public_gets(show: Show) -> None:
    assert show.verify() == (0, {})
    ran = show.run("verify", "--all", *show.words)
    assert ran.code == 0
    known = json.loads(show.run("verify", "--all", "--json", *show.words).out)
    assert known["asked"] == known["known"] > 20
    assert ran.out == (
        f"{show.server.endpoint}/{show.bucket}/show: revision 1, "
        f"{known['asked']} of {known['known']} files asked for, 0 wrong, 0 warnings\n"
    )


def test_everything_that_is_otherwise_is_found(show: Show) -> None:
    media = next(key for key in keys(show) if key.startswith("media/"))
    transcript = next(key for key in keys(show) if key.endswith("transcript.vtt"))
    show.spoil("podcast.xml", b"<rss/>", ContentType="text/plain")
    show.spoil(media, b"short", ContentType="audio/mpeg")
    show.server.client.delete_object(Bucket=show.bucket, Key=f"show/{transcript}")
    code, found = show.verify()
    assert code == 3
    assert set(found) == {"podcast.xml", media, transcript}
    assert "it is not there" in found[transcript]


def keys(show: Show) -> list[str]:
    pages = show.server.client.list_objects_v2(Bucket=show.bucket, Prefix="show/")
    return [one["Key"].removeprefix("show/") for one in pages["Contents"]]


def test_a_record_that_everybody_can_read_is_wrong(show: Show) -> None:
    allow = {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject"}
    statement = {**allow, "Resource": f"arn:aws:s3:::{show.bucket}/*"}
    policy = {"Version": "2012-10-17", "Statement": [statement]}
    show.server.client.put_bucket_policy(Bucket=show.bucket, Policy=json.dumps(policy))
    code, found = show.verify()
    assert code == 3
    assert [key.rpartition("/")[0] for key in found] == [".publisher", ".publisher/revisions"]
    assert set(found.values()) == {"everybody can read it"}
    assert show.verify("--public") == (3, {".publisher/head.json": "everybody can read it"})


def test_players_in_browsers_that_are_kept_out_are_told_of(show: Show) -> None:
    """They need transcripts and chapters; of feeds and recordings it is a warning."""
    rule = {"AllowedOrigins": ["https://admin.example"], "AllowedMethods": ["PUT"]}
    show.server.client.put_bucket_cors(Bucket=show.bucket, CORSConfiguration={"CORSRules": [rule]})  # type: ignore[list-item]
    ran = show.run("verify", *show.words)
    assert ran.code == 3
    assert "WRONG    episodes/" in ran.out
    assert "warning  events.ics and " in ran.out
    assert ran.out.count("Access-Control-Allow-Origin is missing") == 2


def test_a_cache_in_front_that_lags_is_waited_for(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    """And by its bytes, which an earlier revision had, it is known to be the old one."""
    waited: list[float] = []
    monkeypatch.setattr("publisher.cli.heard.time.sleep", waited.append)
    feed = show.server.client.get_object(Bucket=show.bucket, Key="show/podcast.xml")["Body"].read()
    edit(show.project / "episodes/show.toml", "Retning – politisk ledelse", "Retningen – politisk ledelse")
    show.publish("--at", "2026-01-02")
    show.spoil("podcast.xml", feed, ContentType="application/rss+xml; charset=utf-8")
    ran = show.run("verify", "--wait", "20", *show.words)
    assert ran.code == 3
    assert "WRONG  podcast.xml  it is still the old one" in ran.out
    assert "→ Purge the CDN" in ran.out
    assert sum(waited) == 20
    assert "a cache still gives out what was there before" in ran.err


def test_without_credentials_the_feed_itself_is_asked(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in show.server.environment:
        monkeypatch.delenv(name)
    assert show.run("verify", "--public").code == 0
    assert show.run("verify", "--public", "--all").out.count("the feed, ") == 1
    show.spoil(
        next(key for key in keys(show) if key.startswith("media/")), b"short", ContentType="audio/mpeg"
    )
    ran = show.run("verify", "--public")
    assert (ran.code, "bytes long, not" in ran.out) == (3, True)


def test_media_elsewhere_can_only_be_warned_of(show: Show) -> None:
    with serve() as host:
        folder = show.project / "episodes/hosted"
        folder.mkdir()
        (folder / "episode.md").write_text(
            "---\ntitle: Hos andre\nguid: hosted\ndate: 2025-12-01\nsummary: Om andre.\n"
            f"audio: {{url: '{host.url}/a.mp3', length: 1000, type: audio/mpeg, duration: '1:00'}}\n---\n"
        )
        edit(show.project / "episodes/show.toml", '"required"', '"encouraged"')
        show.publish("--at", "2026-01-02")
        assert show.verify() == (0, {f"{host.url}/a.mp3": "it is not there, or not for everybody (404)"})
        host.pages["/a.mp3"] = Page(b"x" * 1000, "audio/mpeg")
        assert show.verify() == (0, {})


def test_an_address_that_leads_elsewhere_is_wrong(show: Show) -> None:
    def page(handler: Handler) -> None:
        handler.give(Page(b"<h1>Welcome</h1>", "text/html"))

    with serve() as host:
        for key in ("podcast.xml", "index.html"):
            host.instead[f"/{key}"] = page
        edit(
            show.project / "episodes/show.toml",
            f"{show.server.endpoint}/{show.bucket}/show",
            host.url,
        )
        code, found = show.verify()
    assert code == 3
    assert found["podcast.xml"] == "it is not what was published"
    assert "404" in found["feed.xml"]


def test_a_folder_is_read_in_place(run: Run, project: Path) -> None:
    run("publish")
    assert run("verify").code == 0
    (project / PUBLIC / "feed.xml").write_bytes(b"")
    (project / PUBLIC / "index.html").unlink()
    ran = run("verify")
    assert ran.code == 3
    assert "WRONG  feed.xml    its size is 0, not" in ran.out
    assert "WRONG  index.html  it is not there" in ran.out


def test_where_nothing_was_published_nothing_can_be_verified(run: Run) -> None:
    for target in ("memory:", "nowhere"):
        ran = run("verify", "--target", target)
        assert (ran.code, "nothing was published" in ran.err) == (1, True)


def test_a_show_without_an_address_cannot_be_heard(run: Run, project: Path) -> None:
    edit(project / "episodes/show.toml", "base_url =", "# base_url =")
    ran = run("verify", "--public")
    assert (ran.code, "base_url" in ran.err) == (1, True)


@pytest.mark.parametrize("words", [("--wait", "-1"), ("--wait", "soon"), ("--target", "")])
def test_wrong_usage_is_exit_code_2(run: Run, words: tuple[str, ...]) -> None:
    assert run("verify", *words).code == 2


def test_those_that_have_the_same_to_say_share_a_line() -> None:
    many = tuple(
        Finding(key=f"media/{n}.mp3", url="", what="no", fix="Do.", severity=Severity.WARNING)
        for n in range(300)
    )
    text = heard_as_text("https://example.org", 7, Heard(findings=many, asked=300, known=300))
    assert text == (
        "warning  media/0.mp3 and 299 more  no\n"
        "         → Do.\n"
        "https://example.org: revision 7, 300 of 300 files asked for, 0 wrong, 300 warnings"
    )


def test_how_long_the_certificate_is_valid_is_told() -> None:
    text = heard_as_text("https://example.org", None, Heard(asked=1, known=2, days=58))
    assert text == (
        "https://example.org: the feed, 1 of 2 files asked for, 0 wrong, 0 warnings, "
        "certificate valid for 58 more days"
    )


def test_an_unfinished_publish_is_told(run: Run, project: Path, show: Show) -> None:
    head = json.loads(
        show.server.client.get_object(Bucket=show.bucket, Key="show/.publisher/head.json")["Body"].read()
    )
    busy = {**head, "state": "busy", "touching": ["feed.xml"]}
    show.spoil(".publisher/head.json", json.dumps(busy).encode())
    show.spoil("feed.xml", b"half")
    shutil.rmtree(project / ".publisher", ignore_errors=True)
    ran = show.run("verify", "--wait", "0", *show.words)
    assert (ran.code, "1 files that it may be changing" in ran.err) == (0, True)


def test_what_the_target_has_lost_the_next_publish_sends_again(show: Show) -> None:
    lost = ["podcast.xml", next(key for key in listed(show) if key.startswith("media/"))]
    for key in lost:
        show.server.client.delete_object(Bucket=show.bucket, Key=f"show/{key}")
    ran = show.run("verify", "--wait", "0", *show.words)
    assert ran.code == 3
    assert f"s3://{show.bucket}/show has 2 files otherwise than they were published" in ran.err
    assert "the next publish sends them" in ran.err
    again = json.loads(show.run("publish", "--yes", "--json", *show.words).out)
    assert again["uploaded"] == 2
    assert set(lost) <= set(listed(show))
    assert show.verify() == (0, {})


def listed(show: Show) -> list[str]:
    found = show.server.client.list_objects_v2(Bucket=show.bucket, Prefix="show/")
    return [one["Key"].removeprefix("show/") for one in found["Contents"]]


def test_what_a_folder_has_lost_the_next_publish_writes_again(run: Run, project: Path) -> None:
    run("publish")
    shutil.rmtree(project / PUBLIC / "media")
    (project / PUBLIC / "podcast.xml").unlink()
    ran = run("verify")
    assert (ran.code, "the next publish sends them" in ran.err) == (3, True)
    assert run("publish").code == 0
    assert run("verify").code == 0
