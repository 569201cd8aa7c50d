"""The nouns of publishing, in the words of RSS, iTunes, Podcasting 2.0 and iCalendar.

Every stage takes and returns these values and nothing else. They are frozen; moments are aware
datetimes, durations timedeltas, lengths bytes, and keys are relative to `Show.base_url`.
"""

from publisher.model.asset import Asset
from publisher.model.element import Element
from publisher.model.entry import Article, Entry, Episode
from publisher.model.event import Event, Instance, Online, Recurrence, Session
from publisher.model.finding import Finding
from publisher.model.identity import (
    Edition,
    Enclosure,
    EventChange,
    EventFields,
    EventState,
    Ledger,
    LedgerEntry,
    Published,
    Sequel,
    ShowRecord,
    Tombstone,
    Upcoming,
    over,
)
from publisher.model.look import Look, Platform, Rendition, Theme, Website
from publisher.model.news import PODCAST, ChangedEntry, ChangedFeed, News, Told
from publisher.model.notify import Notify, Podping, Purge, Webhook
from publisher.model.past import Past
from publisher.model.picture import Picture
from publisher.model.problem import Ignore, Origin, Place, Problem, Rule, Severity
from publisher.model.public import PRIVATE
from publisher.model.requirement import Requirement, State
from publisher.model.retired import Mark, Retired
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
    "PODCAST",
    "PRIVATE",
    "Article",
    "Artifact",
    "Asset",
    "Calendar",
    "ChangedEntry",
    "ChangedFeed",
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
    "Finding",
    "Funding",
    "Head",
    "Ignore",
    "Instance",
    "Ledger",
    "LedgerEntry",
    "Look",
    "Mark",
    "News",
    "Notify",
    "Online",
    "Origin",
    "Past",
    "Person",
    "Picture",
    "Place",
    "Plan",
    "Platform",
    "Podping",
    "Problem",
    "Published",
    "Publishing",
    "Purge",
    "Recording",
    "Recurrence",
    "Rendition",
    "Report",
    "Requirement",
    "Retired",
    "Revision",
    "Rule",
    "Sequel",
    "Session",
    "Severity",
    "Show",
    "ShowRecord",
    "Site",
    "Spotify",
    "State",
    "StoredObject",
    "Tags",
    "Theme",
    "Told",
    "Tombstone",
    "Topic",
    "Transcript",
    "Upcoming",
    "Upload",
    "Version",
    "Webhook",
    "Website",
    "is_immutable",
    "over",
    "threads",
]
