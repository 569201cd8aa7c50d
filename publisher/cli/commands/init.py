"""`publisher init`."""

from __future__ import annotations

import uuid
from pathlib import Path

import click

from publisher.cli.options import folder, folder_options, is_interactive
from publisher.errors import PublisherError

PLACEHOLDER = "https://example.org/show"
IGNORED = ("feeds/", ".publisher/")

SHOW = """\
# What listeners see of the whole show.
title = {title}
description = {description}
# The public address of what you publish: podcast.xml is right below it.
base_url = {base_url}
# A two-letter code, and where your clock hangs.
language = {language}
timezone = {timezone}
author = {author}
# Apple and Spotify write to this address to see that the show is yours.
owner = {{ name = {author}, email = {email} }}
# A square picture, 3000×3000. Replace it with your own.
cover = "cover.jpg"
# Apple's categories: https://podcasters.apple.com/support/1691-apple-podcasts-categories
categories = [{category}]
explicit = false
# Who the show is, wherever it moves. Never change it.
guid = {guid}

# Where `publisher publish` goes. Without it: the folder .publisher/public.
# [publish]
# target = "s3://bucket/prefix"
# endpoint = "https://s3.example.org"
# Where the record of it, .publisher/, is kept, so that it is not among what is served to the public.
# state = "s3://private-bucket/prefix"
"""


@click.command()
@click.argument(
    "place", required=False, metavar="[DIRECTORY]", type=click.Path(file_okay=False, path_type=Path)
)
@click.option("--title", help="The show's name.")
@click.option("--description", help="What listeners get, in a few sentences.")
@click.option("--base-url", help="The public address of what you publish, e.g. https://example.org/show.")
@click.option("--language", help="A code such as da or en.")
@click.option("--timezone", default="Europe/Copenhagen", show_default=True, help="Where your clock hangs.")
@click.option("--author", help="Who makes the show.")
@click.option("--email", help="Where directories can reach you.")
@click.option("--category", help="One of Apple's categories, e.g. Government.")
@folder_options
def init(place: Path | None, timezone: str, **said: str | None) -> int:
    """Start a show in this folder, or in DIRECTORY.

    \b
    Example:
      publisher init my-show --title "My show" --base-url https://example.org/my-show

    At a terminal it asks for what you leave out.
    """
    from publisher.prepare.cover import starter_cover
    from publisher.read.text import clean

    root = folder() / (place or "")
    home = root / "episodes"
    if (home / "show.toml").exists():
        raise PublisherError(f"there is a show in {root} already", fix="edit episodes/show.toml")
    answers = {key: clean(value) for key, value in _ask(said).items()}
    cover = starter_cover(answers["title"])
    text = _show_toml(answers, timezone, guid=_guid(said["base_url"], answers["base_url"]))
    try:
        home.mkdir(parents=True, exist_ok=True)
        if not (home / "cover.jpg").exists():
            (home / "cover.jpg").write_bytes(cover)
        _ignore(root / ".gitignore")
        (home / "show.toml").write_text(text, encoding="utf-8")
    except OSError as error:
        raise PublisherError(
            f"{home} cannot be written: {error.strerror}", fix="check its permissions"
        ) from error
    click.echo(
        f"{home / 'show.toml'} is yours to edit. Drop a recording into {home} and run: publisher publish"
    )
    return 0


def _ask(said: dict[str, str | None]) -> dict[str, str]:
    """What was said; else, at a terminal, what is answered; else what it starts with."""
    title = said["title"] or _prompt("Title", "My show")
    defaults = {
        "description": f"{title}: a podcast.",
        "base_url": PLACEHOLDER,
        "language": "en",
        "author": title,
        "email": "podcast@example.org",
        "category": "Government",
    }
    names = {"base_url": "Public address", "email": "E-mail", "category": "Apple category"}
    asked = {
        key: said[key] or _prompt(names.get(key, key.capitalize()), start) for key, start in defaults.items()
    }
    return {"title": title} | asked


def _prompt(name: str, start: str) -> str:
    if not is_interactive():
        return start
    answer: str = click.prompt(name, default=start, err=True)
    return answer


def _guid(said: str | None, base_url: str) -> str:
    """The podcast:guid of an address that was said; one of its own where that is still to come."""
    from publisher.settle import derived_show_guid

    if not base_url.startswith(("https://", "http://")):
        raise PublisherError(f"{base_url} is no web address", fix="say --base-url https://example.org/show")
    is_known = said or base_url != PLACEHOLDER
    return derived_show_guid(base_url.rstrip("/")) if is_known else str(uuid.uuid4())


def _show_toml(answers: dict[str, str], timezone: str, *, guid: str) -> str:
    base_url = answers["base_url"].rstrip("/")
    values = answers | {"base_url": base_url, "timezone": timezone, "guid": guid}
    return SHOW.format(**{key: _quoted(value) for key, value in values.items()})


def _quoted(text: str) -> str:
    """`text` as a TOML basic string."""
    import json

    return json.dumps(" ".join(text.split()), ensure_ascii=False).replace("\x7f", "\\u007f")


def _ignore(path: Path) -> None:
    """What is made from episodes/ need not be kept."""
    text = path.read_bytes() if path.is_file() else b""
    missing = [line.encode() for line in IGNORED if line.encode() not in text.splitlines()]
    if missing:
        lead = text if not text or text.endswith(b"\n") else text + b"\n"
        path.write_bytes(lead + b"\n".join(missing) + b"\n")
