"""show.toml into a Show."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from posixpath import normpath
from zoneinfo import ZoneInfo

from publisher.model import Asset, Ignore, Problem, Publishing, Rule, Severity, Show, Spotify
from publisher.model.source import GUIDE
from publisher.read.asset import locate, why_not
from publisher.read.calendar import read_calendar
from publisher.read.fields import VALUE, Fields
from publisher.read.foreign import read_namespaces
from publisher.read.ignore import read_ignore
from publisher.read.moment import zone
from publisher.read.notify import read_notify
from publisher.read.picture import PictureError, read_art
from publisher.read.shared import read_shared
from publisher.read.text import read_text, shown
from publisher.read.toml import parse
from publisher.read.topics import read_topics
from publisher.read.website import read_website

ZONE = Rule(
    "READ-009",
    Severity.ERROR,
    "A time zone is a name of the IANA database",
    "https://www.iana.org/time-zones",
)
FILE = Rule("READ-010", Severity.ERROR, "A file that is named exists and can be read")
PICTURE = Rule("READ-011", Severity.ERROR, "A picture is a picture by its bytes", GUIDE)


def read_show(path: Path, root: Path) -> tuple[Show, tuple[Problem, ...]]:
    """The show in the file at `path`, with what is wrong with it. `root` is the project."""
    file = path.relative_to(root).as_posix()
    text, unreadable = read_text(path, file)
    node, broken = parse(text, file)
    problems = [*unreadable, *broken]
    fields = Fields(node, file, problems, complete=not problems)
    timezone, home = read_zone(fields, "timezone", "UTC"), path.parent
    page_size, hub = _feeds(fields)
    shared, assets = read_shared(
        fields, "channel", ZoneInfo(timezone), lambda inside, key: picture(inside, key, home, home)
    )
    base_url = _base_url(fields)
    show = Show(
        title=fields.text("title") or "",
        description=fields.text("description") or "",
        base_url=base_url,
        language=fields.text("language") or "",
        timezone=timezone,
        author=fields.text("author"),
        owner=fields.person("owner"),
        cover=picture(fields, "cover", home, home),
        categories=fields.texts("categories"),
        explicit=fields.flag("explicit") or False,
        type=fields.choice("type", "episodic", "serial"),
        copyright=fields.text("copyright"),
        guid=fields.text("guid"),
        locked=fields.flag("locked"),
        link=fields.url("link"),
        medium=fields.text("medium") or "podcast",
        persons=fields.people("persons"),
        accessibility=fields.choice("accessibility", "encouraged", "required"),
        complete=fields.flag("complete") or False,
        new_feed_url=fields.url("new_feed_url"),
        podping=fields.flag("podping") or False,
        spotify=_spotify(fields),
        namespaces=read_namespaces(fields),
        assets=assets,
        site=read_website(fields, home, root, base_url),
        calendar=read_calendar(fields),
        topics=read_topics(fields),
        hub=hub,
        page_size=page_size,
        retired=_retired(fields),
        ignore=_ignore(fields),
        publishing=_publishing(fields),
        notify=read_notify(fields),
        origin=fields.origin,
        **shared,
    )
    fields.close()
    return show, tuple(problems)


def read_zone(fields: Fields, key: str, default: str) -> str:
    """A zone name that exists."""
    name = fields.text(key)
    if name is None or zone(name):
        return name or default
    fix = f"{fields.line(key, 'Europe/Copenhagen')} or another place"
    fields.report(ZONE, key, f"is {shown(name)}, which is no time zone", fix)
    return default


def picture(fields: Fields, key: str, folder: Path, within: Path) -> Asset | None:
    """The picture named at `key`, as art."""
    name = fields.text(key)
    if name is None:
        return None
    path = locate(folder, name, within)
    if path is None:
        why, fix = why_not(folder, name, within)
        fields.report(FILE, key, f"names {shown(name)}, {why}", fix)
        return None
    try:
        asset = read_art(path)
    except PictureError as error:
        fix = "export it again as JPEG or PNG, and put that file in its place"
        fields.report(PICTURE, key, f"names {shown(name)}, {error}", fix)
        return None
    except OSError as error:
        message = f"names {shown(name)}, which cannot be read: {error.strerror}"
        fields.report(FILE, key, message, "check its permissions")
        return None
    if asset is None:
        message = f"names {shown(name)}, which is no JPEG, PNG, GIF or WebP, whatever its name says"
        fields.report(PICTURE, key, message, "export it as JPEG or PNG")
    return asset


def _base_url(fields: Fields) -> str:
    url = (fields.url("base_url") or "").rstrip("/")
    if not url.isascii():
        fix = "write it as your browser's address bar does when you copy from it"
        fields.report(VALUE, "base_url", "has letters that an address cannot have", fix)
        return ""
    if re.search(r"[?#]", url):
        fix = fields.line("base_url", re.split(r"[?#]", url)[0].rstrip("/"))
        fields.report(VALUE, "base_url", "must end before ? or #", fix)
    if "@" in url.partition("//")[2].partition("/")[0]:
        fix = "leave out the name and the password: it is the address that everybody is given"
        fields.report(VALUE, "base_url", "has a user name in it", fix)
        return ""
    return url


def _spotify(fields: Fields) -> Spotify:
    table = fields.table("spotify")
    if table is None:
        return Spotify()
    spotify = Spotify(limit=table.whole("limit", least=1), countries=table.texts("countries"))
    table.close()
    return spotify


def _feeds(fields: Fields) -> tuple[int | None, str | None]:
    """How many items are in an archive of a feed, and the address of the hub."""
    table = fields.table("feeds")
    if table is None:
        return None, None
    found = table.whole("page_size", least=10), table.url("hub")
    table.close()
    return found


def _retired(fields: Fields) -> tuple[str, ...]:
    table = fields.table("identity")
    if table is None:
        return ()
    retired = table.texts("retired")
    table.close()
    return retired


def _ignore(fields: Fields) -> tuple[Ignore, ...]:
    table = fields.table("check")
    if table is None:
        return ()
    ignore = read_ignore(table)
    table.close()
    return ignore


def _publishing(fields: Fields) -> Publishing:
    table = fields.table("publish")
    if table is None:
        return Publishing()
    publishing = Publishing(
        target=table.text("target"),
        endpoint=table.url("endpoint"),
        region=table.text("region"),
        state=_state(table),
    )
    table.close()
    return publishing


def _state(fields: Fields) -> str | None:
    """Where the record of a target is kept: there must be one, and that must be another place."""
    state, target = fields.text("state"), fields.text("target")
    if state is None:
        return None
    if target is None:
        fix = f"{fields.line('target', 's3://bucket/prefix')}: state is where the record of a target is kept"
        fields.require(VALUE, "target", fix)
    elif _place(state).is_relative_to(_place(target)):
        fix = (
            f"{fields.line('state', 's3://private-bucket/prefix')}, a place that nobody serves to the public"
        )
        fields.report(VALUE, "state", f"is {shown(state)}, which is in the target itself", fix)
    return state


def _place(target: str) -> PurePosixPath:
    """Where a target is, to be compared with another one: of two folders, too, one may be in the other."""
    return PurePosixPath(normpath(PurePosixPath("/project", target)))
