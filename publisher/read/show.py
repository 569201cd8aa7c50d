"""show.toml into a Show."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from publisher.model import Asset, Funding, Problem, Publishing, Rule, Severity, Show
from publisher.read.asset import locate, read_picture
from publisher.read.fields import VALUE, Fields
from publisher.read.moment import zone
from publisher.read.text import read_text
from publisher.read.toml import parse

ZONE = Rule(
    "READ-009",
    Severity.ERROR,
    "A time zone is a name of the IANA database",
    "https://www.iana.org/time-zones",
)
FILE = Rule("READ-010", Severity.ERROR, "A file that is named exists and can be read")
PICTURE = Rule("READ-011", Severity.ERROR, "A picture is a picture by its bytes", "APPLE-023")


def read_show(path: Path, root: Path) -> tuple[Show, tuple[Problem, ...]]:
    """The show in the file at `path`, with what is wrong with it. `root` is the project."""
    file = path.relative_to(root).as_posix()
    text, unreadable = read_text(path, file)
    node, broken = parse(text, file)
    problems = [*unreadable, *broken]
    fields = Fields(node, file, problems)
    show = Show(
        title=fields.text("title") or "",
        description=fields.text("description") or "",
        base_url=_base_url(fields),
        language=fields.text("language") or "",
        timezone=read_zone(fields, "timezone", "UTC"),
        author=fields.text("author"),
        owner=fields.person("owner"),
        cover=picture(fields, "cover", path.parent, path.parent),
        categories=fields.texts("categories"),
        explicit=fields.flag("explicit") or False,
        type=fields.choice("type", "episodic", "serial"),
        copyright=fields.text("copyright"),
        license=fields.text("license"),
        guid=fields.text("guid"),
        locked=fields.flag("locked"),
        link=fields.url("link"),
        funding=fields.each("funding", _funding),
        persons=fields.people("persons"),
        retired=_retired(fields),
        publishing=_publishing(fields),
        origin=fields.origin,
    )
    fields.close()
    return show, tuple(problems)


def read_zone(fields: Fields, key: str, default: str) -> str:
    """A zone name that exists."""
    name = fields.text(key)
    if name is None or zone(name):
        return name or default
    fields.report(
        ZONE,
        key,
        f"is {name!r}, which is no time zone",
        f'write `{key} = "Europe/Copenhagen"` or another place',
    )
    return default


def picture(fields: Fields, key: str, folder: Path, within: Path) -> Asset | None:
    """The picture named at `key`, as art."""
    name = fields.text(key)
    if name is None:
        return None
    path = locate(folder, name, within)
    if path is None:
        fields.report(
            FILE, key, f"names {name}, which is not there", f"put the file beside {fields.origin.file}"
        )
        return None
    try:
        asset = read_picture(path, "art")
    except OSError as error:
        fields.report(
            FILE, key, f"names {name}, which cannot be read: {error.strerror}", "check its permissions"
        )
        return None
    if asset is None:
        fields.report(PICTURE, key, f"names {name}, which is no picture", "export it as JPEG or PNG")
    return asset


def _base_url(fields: Fields) -> str:
    url = (fields.url("base_url") or "").rstrip("/")
    parts = urlsplit(url)
    if parts.query or parts.fragment or not url.isascii():
        fields.report(
            VALUE,
            "base_url",
            "must be a plain address: ASCII, with no ? or #",
            'write "https://example.org/show"',
        )
        return ""
    return url


def _funding(fields: Fields) -> Funding | None:
    url, title = fields.url("url"), fields.text("title")
    if url is None or title is None:
        fields.report(VALUE, "url" if url is None else "title", "is missing", "write url and title")
        return None
    return Funding(url=url, title=title)


def _retired(fields: Fields) -> tuple[str, ...]:
    table = fields.table("identity")
    if table is None:
        return ()
    retired = table.texts("retired")
    table.close()
    return retired


def _publishing(fields: Fields) -> Publishing:
    table = fields.table("publish")
    if table is None:
        return Publishing()
    publishing = Publishing(
        target=table.text("target"), endpoint=table.url("endpoint"), region=table.text("region")
    )
    table.close()
    return publishing
