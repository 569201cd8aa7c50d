"""Changes of an event as news: what was, what is now, and a title that says so (EV-001, CAL-002)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from operator import attrgetter

from publisher.model import Edition, Event, EventChange, EventState, Instance, Published, Recurrence
from publisher.render.stream.happening import OFF, Line, paragraph, when
from publisher.render.stream.news import News, Told, announced, thread_html, titled, to_tell
from publisher.render.words import Words, words

NOWHERE = "–"


def happenings(edition: Edition) -> tuple[Told, ...]:
    """Tell the events in the calendar that are news, each once and once for each change, newest first."""
    told = [one for item in edition.calendar if not item.quiet for one in _told(edition, item)]
    return tuple(sorted(told, key=attrgetter("published"), reverse=True))


def _told(edition: Edition, item: Published[Event]) -> Iterator[Told]:
    """The latest comes first, so that it does among equal moments too."""
    for number in range(len(item.changes), 0, -1):
        moment = item.changes[number - 1].moment
        yield Told(
            item=item,
            guid=f"{item.guid}#{number}",
            published=moment,
            updated=moment,
            tell=partial(_change, edition, item, number),
        )
    yield to_tell(item, partial(announced, edition, item))


def _change(edition: Edition, item: Published[Event], number: int) -> News:
    w = words(edition.show.language)
    change = item.changes[number - 1]
    told = list(_lines(change, w))
    return News(
        item=item,
        guid=f"{item.guid}#{number}",
        title=_title(change, change.after.title.strip() or item.entry.title, w),
        summary=" · ".join(line.as_text() for line in told),
        html=paragraph([line.as_html() for line in told]) + thread_html(edition, item, w),
        published=change.moment,
        updated=change.moment,
        state=change.after,
    )


def _title(change: EventChange, title: str, w: Words) -> str:
    """Say what is new: that it is off or on again, else the new time and place."""
    before, after, what = change.before, change.after, change.what
    if (instance := _single(change)) is not None:
        return _of_instance(instance, after, title, w)
    if "time" in what and _clock(before) != _clock(after):
        title = f"{title} – {when(after, w)}"
    if before.status != after.status and (
        said := _of_status(before.status, after.status, "time" in what, title, w)
    ):
        return said
    return _of_time_and_place(change, title, w)


def _single(change: EventChange) -> Instance | None:
    """Give the one time of a series that is off or elsewhere now, if nothing else is new of the event."""
    was, now = change.before.recurrence or Recurrence(), change.after.recurrence or Recurrence()
    news = [one for one in now.changed if one not in was.changed]
    if len(news) != 1 or change.after != replace(change.before, title=change.after.title, recurrence=now):
        return None
    if now != replace(was, changed=now.changed, last=now.last):
        return None
    (one,) = news
    return one if one.status in OFF or (one.location and not one.start) else None


def _of_instance(instance: Instance, series: EventState, title: str, w: Words) -> str:
    """Say which time of a series is off, or is elsewhere."""
    dated = f"{title} – {when(series, w, instance.original)}"
    if instance.status in OFF:
        return titled(dated, instance.status or "", w)
    return w.text("New place: {title}", title=f"{dated} – {instance.location}")


def _of_status(before: str, after: str, is_moved: bool, title: str, w: Words) -> str | None:
    """Say the new status, but of what was postponed only its new time."""
    if after == "cancelled":
        return w.text("Cancelled: {title}", title=title)
    if after == "postponed":
        return w.text("Postponed: {title}", title=title)
    if before in OFF:
        is_put_off = before == "postponed" and is_moved
        return None if is_put_off else w.text("Taking place after all: {title}", title=title)
    if after == "tentative":
        return w.text("Not certain yet: {title}", title=title)
    return w.text("Now certain: {title}", title=title)


def _of_time_and_place(change: EventChange, title: str, w: Words) -> str:
    if "time" in change.what and "place" in change.what:
        return w.text("New time and place: {title}", title=title)
    if "place" in change.what:
        place = change.after.place
        return w.text("New place: {title}", title=f"{title} – {place}" if place else title)
    if _clock(change.before) == _clock(change.after):
        return w.text("New times: {title}", title=title)
    return w.text("New time: {title}", title=title)


def _lines(change: EventChange, w: Words) -> Iterator[Line]:
    """Say what was and what is now, and of what stays the same the time and the place."""
    before, after = change.before, change.after
    if before.status != after.status:
        yield Line(w.text("Status"), f"{_status(before.status, w)} → {_status(after.status, w)}")
    was, now = when(before, w), when(after, w)
    yield Line(w.text("When"), now if was == now else f"{was} → {now}")
    yield from (Line(None, text) for text in _times(before, after, w))
    if before.place != after.place:
        yield Line(w.text("Where"), f"{before.place or NOWHERE} → {after.place or NOWHERE}")
    elif after.place:
        yield Line(w.text("Where"), after.place)


def _times(before: EventState, after: EventState, w: Words) -> Iterator[str]:
    """Say which times of a series are gone, new or moved."""
    old, new = before.recurrence or Recurrence(), after.recurrence or Recurrence()
    for start in new.excluded:
        if start not in old.excluded:
            yield w.text("Cancelled: {title}", title=when(after, w, start))
    for start in new.added:
        if start not in old.added:
            yield w.text("New time: {title}", title=when(after, w, start))
    for instance in new.changed:
        if instance not in old.changed:
            yield _instance(instance, after, w)


def _instance(instance: Instance, series: EventState, w: Words) -> str:
    original = when(series, w, instance.original)
    if instance.status in OFF:
        return titled(original, instance.status, w)
    start = instance.start or instance.original
    now = (
        w.span(start, instance.end, series.timezone, series.all_day)
        if instance.end
        else when(series, w, start)
    )
    moved = original if now == original else f"{original} → {now}"
    return " · ".join(filter(None, (moved, instance.location)))


def _clock(told: EventState) -> tuple[object, ...]:
    return (told.start, told.end, told.all_day)


def _status(status: str, w: Words) -> str:
    if status == "cancelled":
        return w.text("cancelled")
    if status == "postponed":
        return w.text("postponed")
    return w.text("not certain yet") if status == "tentative" else w.text("confirmed")
