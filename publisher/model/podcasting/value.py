"""What the values of the Podcasting 2.0 namespace must be: small named rules, a sentence each.

The forms are those of RFC 5322 and RFC 5545 dates, RFC 5545 §3.3.10 recurrence, RFC 5870 geo URIs,
RFC 6381 codecs, BCP 47 languages, ISO 3166-1 countries and W3C subresource integrity.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from publisher.model.podcasting.taxonomy import COUNTRIES


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A rule of a value, which `must` be so.

    `example` is a value that is right, `known` the list of all that are, if there is one; `fix` is what
    to do where an example does not help. A breach of a rule that `warns` is a warning whatever the tag;
    one that is `kept` is written all the same.
    """

    must: str
    holds: Callable[[str], bool]
    example: str = ""
    fix: str = ""
    known: tuple[str, ...] = ()
    warns: bool = False
    kept: bool = False


def choice(*known: str, any_case: bool = False, warns: bool = False) -> Value:
    """One of `known`."""
    must = f"one of {', '.join(known)}" if len(known) < 12 else "one that apps know"
    folded = frozenset(one.casefold() for one in known)
    return Value(
        must=must if len(known) > 1 else known[0],
        holds=(lambda text: text.casefold() in folded) if any_case else (lambda text: text in known),
        example=known[0],
        known=known,
        warns=warns,
    )


def limit(most: int) -> Value:
    """At most `most` characters, after which apps may cut."""
    return Value(
        must=f"at most {most} characters long",
        holds=lambda text: len(text) <= most,
        fix="write it shorter: apps may cut it",
        warns=True,
        kept=True,
    )


def _form(must: str, pattern: str, example: str) -> Value:
    form = re.compile(pattern, re.ASCII)
    return Value(must=must, holds=lambda text: bool(form.fullmatch(text)), example=example)


def _is_url(text: str, *schemes: str) -> bool:
    try:
        parts = urlsplit(text)
        known = not schemes or (parts.scheme in schemes and bool(parts.hostname) and parts.port != 0)
    except ValueError:
        return False
    return known and bool(re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"\\]+", text))


def _is_mail_date(text: str) -> bool:
    day = re.match(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), ", text)
    try:
        return day is not None and parsedate_to_datetime(text).strftime("%a") == day[1]
    except (ValueError, TypeError, OverflowError):
        return False


def _is_moment(text: str) -> bool:
    try:
        return bool(re.match(r"\d{4}-\d\d-\d\dT", text)) and datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False


def _is_day(text: str) -> bool:
    try:
        return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", text)) and bool(datetime.fromisoformat(text))
    except ValueError:
        return False


def _is_geo(text: str) -> bool:
    number = r"(-?\d+(?:\.\d+)?)"
    match = re.fullmatch(rf"geo:{number},{number}(?:,{number})?(?:;[\w-]+(?:=[^;\s]+)?)*", text, re.ASCII)
    return match is not None and abs(float(match[1])) <= 90 and abs(float(match[2])) <= 180


_DAYS = "(?:MO|TU|WE|TH|FR|SA|SU)"
_RULE = {
    "FREQ": "(?:SECOND|MINUTE|HOUR|DAI|WEEK|MONTH|YEAR)LY",
    # The namespace's own examples write UNTIL as ISO 8601 has it.
    "UNTIL": r"\d{8}(?:T\d{6}Z?)?|\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:\.\d+)?Z?)?",
    "COUNT": "[1-9][0-9]*",
    "INTERVAL": "[1-9][0-9]*",
    "BYDAY": rf"(?:[+-]?\d{{1,2}})?{_DAYS}(?:,(?:[+-]?\d{{1,2}})?{_DAYS})*",
    "WKST": _DAYS,
} | {f"BY{part}": r"[+-]?\d{1,3}(?:,[+-]?\d{1,3})*" for part in (
    "SECOND", "MINUTE", "HOUR", "MONTHDAY", "YEARDAY", "WEEKNO", "MONTH", "SETPOS"
)}  # fmt: skip


def _is_recurrence(text: str) -> bool:
    parts = [part.partition("=")[::2] for part in text.split(";")]
    names = [name for name, _ in parts]
    return (
        "FREQ" in names
        and len(names) == len(set(names))
        and not {"COUNT", "UNTIL"} <= set(names)
        and all(re.fullmatch(_RULE.get(name, "(?!)"), value, re.ASCII) for name, value in parts)
    )


def _is_srcset(text: str) -> bool:
    sources = [source.split() for source in text.split(",")]
    return all(
        len(one) == 2 and _is_url(one[0], "http", "https") and one[1][:-1].isdigit() for one in sources
    )


URL = Value(
    must="a web address", holds=lambda text: _is_url(text, "http", "https"), example="https://example.org/"
)
HTTPS = Value(
    must="an https address",
    holds=lambda text: not text.startswith("http:"),
    fix="write https, if that works in your browser",
    warns=True,
    kept=True,
)
LINK = (URL, HTTPS)
URI = Value(must="an address", holds=_is_url, example="https://example.org/")
EMAIL = _form("an e-mail address", r"[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\"]+", "name@example.org")
SERVER = _form("the name of a server", r"(?:[A-Za-z0-9_-]+\.)+[A-Za-z0-9-]{2,}", "chat.example.org")
UUID = _form(
    "a UUID", "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", "917393e3-1b1e-5cef-ace4-edaa54e1f810"
)
YES_NO = choice("yes", "no")
BOOLEAN = choice("true", "false")
WHOLE = _form("a whole number", r"\d+", "1")
DECIMAL = _form("a number", r"\d+(?:\.\d+)?", "1")
SECONDS = _form("a time in the recording", r"\d+(?:\.\d+)?", "1:30")
DURATION = Value(
    must="longer than nothing",
    holds=lambda text: not re.fullmatch(r"[0.]+", text),
    example="30",
)
BITE = Value(
    must="from 15 to 120 seconds long",
    holds=lambda text: not DECIMAL.holds(text) or 15 <= float(text) <= 120,
    fix="choose a stretch that apps like",
    warns=True,
    kept=True,
)
PERCENT = _form("from 0 to 100", r"\d\d?(?:\.\d+)?|100", "95")
MEDIA_TYPE = _form("a media type", r"[\w.+-]+/[\w.+-]+(?:\s*;.*)?", "audio/mpeg")
LANGUAGE = _form("a language code", "[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*", "da")
CODECS = _form("codecs as in RFC 6381", r"[\w.+-]+(?:\s*,\s*[\w.+-]+)*", "mp4a.40.2")
COUNTRY = Value(
    must="a country's two letters, as in ISO 3166: GB, not UK",
    holds=lambda text: text in COUNTRIES,
    example="DK",
)
GEO = Value(must="geo:latitude,longitude", holds=_is_geo, example="geo:55.6761,12.5683")
OSM = _form("N, W or R and a number of OpenStreetMap's", r"[NWR]\d+(?:#\d+)?", "R2192363")
RATIO = _form("width/height", r"[1-9]\d*(?:\.\d+)?\s?/\s?[1-9]\d*(?:\.\d+)?", "16/9")
RECURRENCE = Value(must="a recurrence rule", holds=_is_recurrence, example="FREQ=WEEKLY")
MOMENT = Value(must="a day and a time", holds=_is_moment, example="2026-01-31 06:00")
DAY_OR_MOMENT = Value(
    must="a day, or a day and a time",
    holds=lambda text: _is_day(text) or _is_moment(text),
    example="2026-01-31",
)
MAIL_DATE = Value(must="a day and a time", holds=_is_mail_date, example="2026-01-31 06:00")
SRCSET = Value(
    must="addresses with their widths",
    holds=_is_srcset,
    example="https://example.org/a.jpg 1500w, https://example.org/b.jpg 300w",
)
