"""`[notify]` of show.toml: who is told, and that no secret is repeated."""

from __future__ import annotations

import pytest

from publisher.model import Notify, Podping, Problem, Purge, Webhook
from publisher.read.show import read_show
from tests.read.project import Project, spots

SECRET = "9f86d081884c7d659a2feaa0c55ad015"


def read(project: Project, *lines: str) -> tuple[Notify, tuple[Problem, ...]]:
    """What is read of these lines below [notify], and what is wrong with them."""
    path = project.root / "episodes/show.toml"
    with path.open("a", encoding="utf-8") as file:
        file.write("\n".join(("[notify]", *lines)) + "\n")
    show, problems = read_show(path, project.root)
    return show.notify, problems


def test_nobody_is_told_until_somebody_says_so(project: Project) -> None:
    show, problems = read_show(project.root / "episodes/show.toml", project.root)
    assert (show.notify, show.hub, problems) == (Notify(), None, ())
    assert Notify() == Notify(
        websub=True, podcast_index=False, podping=None, webhooks=(), purge=Purge(cloudfront=None, command=())
    )


def test_everybody_is_read(project: Project) -> None:
    notify, problems = read(
        project,
        "websub = false",
        "podcast_index = true",
        'podping = { token_env = "PODPING_TOKEN" }',
        'webhook = { url = "https://example.org/hook?a=1#x", secret_env = "HOOK_SECRET" }',
        'purge = { cloudfront = "E1ABCDEF2GHIJK", command = ["./purge", "-x", "a b", "-x", ""] }',
    )
    assert problems == ()
    assert notify == Notify(
        websub=False,
        podcast_index=True,
        podping=Podping(url="https://podping.cloud", token_env="PODPING_TOKEN"),
        webhooks=(Webhook(url="https://example.org/hook?a=1", secret_env="HOOK_SECRET"),),
        purge=Purge(cloudfront="E1ABCDEF2GHIJK", command=("./purge", "-x", "a b", "-x", "")),
    )


def test_there_may_be_several_webhooks_and_another_node(project: Project) -> None:
    notify, problems = read(
        project,
        'podping = { url = "https://podping.example.org", token_env = "T" }',
        'webhook = [{ url = "https://a.org", secret_env = "A" }, { url = "https://b.eu", secret_env = "B" }]',
        'purge = { command = "./purge.sh" }',
    )
    assert problems == ()
    assert [webhook.url for webhook in notify.webhooks] == ["https://a.org", "https://b.eu"]
    assert notify.podping == Podping(url="https://podping.example.org", token_env="T")
    assert notify.purge.command == ("./purge.sh",)


@pytest.mark.parametrize(
    ("line", "spot"),
    [
        ('websub = "perhaps"', "READ-007"),
        ('podcast_index = "id"', "READ-007"),
        ("podping = true", "READ-006"),
        ("podping = {}", "READ-007"),
        ('podping = { token = "x" }', "READ-005"),
        (f'podping = {{ token_env = "{SECRET}" }}', "READ-007"),
        ('podping = { url = "podping.cloud", token_env = "T" }', "READ-007"),
        ('webhook = "https://example.org"', "READ-006"),
        ('webhook = { url = "https://example.org" }', "READ-007"),
        ('webhook = { secret_env = "X" }', "READ-007"),
        ('webhook = { url = "https://example.org", secret = "x" }', "READ-005"),
        (f'webhook = {{ url = "https://example.org", secret_env = "{SECRET}" }}', "READ-007"),
        ('webhook = { url = "https://example.org", secret_env = "$HOOK" }', "READ-007"),
        (f'webhook = {{ url = "https://me:{SECRET}@example.org/", secret_env = "X" }}', "READ-007"),
        ('webhook = { url = "https://æ.dk", secret_env = "X" }', "READ-007"),
        ('webhook = { url = "file:///etc/passwd", secret_env = "X" }', "READ-007"),
        ('purge = "E1ABCDEF2GHIJK"', "READ-006"),
        ('purge = { cloudfront = "d111.cloudfront.net" }', "READ-007"),
        ('purge = { command = "./purge.sh --all" }', "READ-006"),
        ('purge = { command = [["x"]] }', "READ-006"),
        ("purge = { command = { run = 1 } }", "READ-006"),
        ('purge = { command = [""] }', "READ-007"),
        ('purge = { command = ["a\\u0000b"] }', "READ-007"),
        ('webhok = { url = "https://example.org", secret_env = "X" }', "READ-005"),
    ],
)
def test_one_mistake_is_one_problem_and_no_secret_is_repeated(project: Project, line: str, spot: str) -> None:
    _, problems = read(project, line)
    assert [found.partition(" ")[2] for found in spots(problems)] == [spot]
    assert SECRET not in str(problems)
    assert spots(problems)[0].startswith("12:1 ")


def test_an_empty_list_of_words_is_no_command(project: Project) -> None:
    assert read(project, "purge = { command = [] }") == (Notify(), ())
