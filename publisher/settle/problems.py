"""The identity rules: what would break what subscribers have, in the producer's words."""

from __future__ import annotations

from collections.abc import Sequence

from publisher.model import Entry, Episode, LedgerEntry, Place, Problem, Rule, Severity, Show
from publisher.model.source import GUIDE, PODCAST_GUID

_SOURCE = "docs/identity.md"
SHOW_CHANGED = Rule("ID-001", Severity.ERROR, "A show keeps its guid for ever", PODCAST_GUID)
VANISHED = Rule("ID-002", Severity.ERROR, "What was published stays, unless you retire it", GUIDE)
RENAMED = Rule("ID-003", Severity.ERROR, "A renamed event or article says which one it was", "CAL-010")
GUID_CHANGED = Rule("ID-004", Severity.ERROR, "A published guid never changes", GUIDE)
WITHDRAWN = Rule("ID-005", Severity.ERROR, "A published entry does not become a draft or future again", GUIDE)
BURNT = Rule(
    "ID-006", Severity.ERROR, "A guid or slug that was taken from listeners is never used again", "JF-003"
)
TAKEN = Rule("ID-007", Severity.ERROR, "Every entry has a slug and a guid of its own", GUIDE)
NO_RECORDING = Rule("AUDIO-021", Severity.ERROR, "An episode that was never published has a recording", GUIDE)
SLUG_KEPT = Rule("ID-008", Severity.WARNING, "A published slug stays, whatever is written", _SOURCE)
KIND_CHANGED = Rule("ID-011", Severity.ERROR, "A published entry stays what it is", GUIDE)
OUTDATED = Rule("ID-012", Severity.WARNING, "Listeners get the newest recording", "SPOT-012")
RETIRED = Rule("ID-013", Severity.WARNING, "What is retired was published", _SOURCE)
NO_SHOW_GUID = Rule("ID-009", Severity.WARNING, "show.toml has the show's guid", PODCAST_GUID)


def show_changed(show: Show, published: str) -> Problem:
    """The guid in show.toml is not the published one."""
    return SHOW_CHANGED.at(
        show.origin.at("guid"),
        f"guid is {show.guid}, but listeners know this show as {published}: to them it would be another show",
        f'write `guid = "{published}"`, or publish to another target',
    )


def no_show_guid(show: Show, guid: str) -> Problem:
    """show.toml has no guid."""
    return NO_SHOW_GUID.at(
        show.origin.at("guid"),
        "the show has no guid, so moving it to another address would make it another show",
        f'write `guid = "{guid}"`',
    )


def vanished(row: LedgerEntry, show: Show, same: Entry | None, heirs: Sequence[Entry]) -> Problem:
    """A published entry is gone; `heirs` are new entries of its kind that it may have become.

    `same` is the one of them that is where it was.
    """
    place = Place(file=f"episodes/{row.path}")
    key = "uid" if row.kind == "event" else "guid"
    if same:
        return GUID_CHANGED.at(
            same.origin.at(key),
            f"{key} is {same.guid}, but subscribers know this {row.kind} as {row.guid}: "
            "they would get it twice",
            f"write `{key}: {row.guid}`",
        )
    if heirs:
        names = ", ".join(entry.path for entry in heirs[:3])
        return RENAMED.at(
            heirs[0].origin.at(key, "title"),
            f"the published {row.kind} {row.path} is gone and {names} is new: if it is the same one renamed, "
            "subscribers would get it twice and lose the old link",
            f"if it is the same, write `{key}: {row.guid}` into it; "
            f"if {row.path} shall go, {retire(row, show)}",
        )
    return VANISHED.at(
        place,
        f"the published {row.kind} {row.path} is gone: subscribers would lose it",
        f"put it back, or, if it shall go, {retire(row, show)}",
    )


def withdrawn(entry: Entry, row: LedgerEntry, show: Show, *, key: str) -> Problem:
    """A published entry is a draft or in the future."""
    state = "is a draft now" if key == "draft" else "is dated in the future now"
    fix = (
        "remove the draft line"
        if key == "draft"
        else f"write the date it had: `date: {row.published.isoformat()}`"
    )
    return WITHDRAWN.at(
        entry.origin.at(key),
        f"this {row.kind} was published on {row.published.date()} and {state}: subscribers would lose it",
        f"{fix}, or, if it shall go, {retire(row, show)}",
    )


def retire(row: LedgerEntry, show: Show) -> str:
    """The instruction to retire `row`, with the whole line to paste."""
    guids = ", ".join(f'"{guid}"' for guid in (*show.retired, row.guid))
    return f"write `retired = [{guids}]` below `[identity]` in {show.origin.file}"


def outdated(episode: Episode) -> Problem:
    """Listeners keep an older recording."""
    return OUTDATED.at(
        episode.origin.at("remaster", "audio"),
        "the recording is not on this machine, and may be a newer one: listeners keep what was published",
        "publish once where the recording is, fetch it here (git lfs pull), or mend its name in `audio:`",
    )


def unknown_retired(show: Show, guid: str) -> Problem:
    """A guid is retired that was never published."""
    return RETIRED.at(
        show.origin.at("identity.retired", "identity"),
        f"identity.retired names {guid[:100]}, which was never published here",
        "copy the guid from the feed, letter by letter, or remove it",
    )


def kind_changed(entry: Entry, row: LedgerEntry) -> Problem:
    """Something else lies where a published entry was."""
    return KIND_CHANGED.at(
        entry.origin.at("title"),
        f"{row.path} was published as {_a(row.kind)} and is {_a(entry.kind)} now: "
        f"subscribers would lose the {row.kind}",
        f"put {row.kind}.md back and write the {entry.kind} in a folder of its own",
    )


def _a(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def burnt(entry: Entry, row: LedgerEntry, *, key: str) -> Problem:
    """An entry wants the guid or slug of one that was taken from listeners."""
    value = row.guid if key != "slug" else row.slug
    fix = (
        f"give it another one: `{key}: {row.slug}-2`"
        if key == "slug"
        else "write another one, or remove the line"
    )
    return BURNT.at(
        entry.origin.at(key),
        f"the {key} {value} belonged to {_a(row.kind)} that was taken from listeners",
        fix,
    )


def expired(entry: Entry, row: LedgerEntry) -> Problem:
    """An episode that has expired is wanted back."""
    day = row.expired.date().isoformat() if row.expired else ""
    return BURNT.at(
        entry.origin.at("expires", "guid"),
        f"this episode expired on {day}: apps have dropped it, and do not take its guid again",
        f"put `expires: {day}` back, or publish it as a new one: "
        f"`slug: {row.slug}-2` and `guid: {row.slug}-2`",
    )


def taken(entry: Entry, other: str, *, key: str, value: str) -> Problem:
    """Two entries want the same slug or guid."""
    fix = (
        f"write `{key}: {value}-2` or another one"
        if key == "slug"
        else "write another one, or remove the line"
    )
    return TAKEN.at(entry.origin.at(key), f"the {key} {value} is also that of {other}", fix)


def no_recording(entry: Entry) -> Problem:
    """An episode that was never published has nothing to publish."""
    return NO_RECORDING.at(
        entry.origin.at("audio"),
        "there is no recording for this episode",
        "put its audio file beside it, or write `draft: true` until you have one",
    )


def slug_kept(entry: Entry, row: LedgerEntry) -> Problem:
    """A slug was written that is not the published one."""
    return SLUG_KEPT.at(
        entry.origin.at("slug"),
        f"slug is {entry.slug}, but its address is published as {row.slug} and stays so",
        f"write `slug: {row.slug}`, or remove the line",
    )
