"""The nouns of publishing, in the words of RSS, iTunes, Podcasting 2.0 and iCalendar.

Every stage takes and returns these values and nothing else. They are frozen; moments are aware
datetimes, durations timedeltas, lengths bytes, and keys are relative to `Show.base_url`.
"""

from publisher.model.asset import Asset
from publisher.model.element import Element
from publisher.model.entry import Article, Entry, Episode
from publisher.model.event import Event, Instance, Online, Recurrence, Session
from publisher.model.identity import (
    Edition,
    Enclosure,
    EventChange,
    EventFields,
    EventState,
    Ledger,
    LedgerEntry,
    Published,
    ShowRecord,
    Upcoming,
    over,
)
from publisher.model.picture import Picture
from publisher.model.problem import Ignore, Origin, Place, Problem, Rule, Severity
from publisher.model.public import PRIVATE
from publisher.model.show import Calendar, Funding, Person, Publishing, Show, Spotify, Topic
from publisher.model.site import Site
from publisher.model.sound import Chapter, ChapterPlace, Cue, Elsewhere, Recording, Tags, Transcript
from publisher.model.target import (
    IMMUTABLE_FOLDERS,
    Artifact,
    Head,
    Plan,
    Report,
    Revision,
    StoredObject,
    Upload,
    Version,
    is_immutable,
)
from publisher.model.thread import threads

__all__ = [
    "IMMUTABLE_FOLDERS",
    "PRIVATE",
    "Article",
    "Artifact",
    "Asset",
    "Calendar",
    "Chapter",
    "ChapterPlace",
    "Cue",
    "Edition",
    "Element",
    "Elsewhere",
    "Enclosure",
    "Entry",
    "Episode",
    "Event",
    "EventChange",
    "EventFields",
    "EventState",
    "Funding",
    "Head",
    "Ignore",
    "Instance",
    "Ledger",
    "LedgerEntry",
    "Online",
    "Origin",
    "Person",
    "Picture",
    "Place",
    "Plan",
    "Problem",
    "Published",
    "Publishing",
    "Recording",
    "Recurrence",
    "Report",
    "Revision",
    "Rule",
    "Session",
    "Severity",
    "Show",
    "ShowRecord",
    "Site",
    "Spotify",
    "StoredObject",
    "Tags",
    "Topic",
    "Transcript",
    "Upcoming",
    "Upload",
    "Version",
    "is_immutable",
    "over",
    "threads",
]
