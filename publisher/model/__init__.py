"""The nouns of publishing, in the words of RSS, iTunes, Podcasting 2.0 and iCalendar.

Every stage takes and returns these values and nothing else. They are frozen; moments are aware
datetimes, durations timedeltas, lengths bytes, and keys are relative to `Show.base_url`.
"""

from publisher.model.element import Element
from publisher.model.identity import (
    Edition,
    Enclosure,
    EventFields,
    Ledger,
    LedgerEntry,
    Published,
    ShowRecord,
)
from publisher.model.picture import Picture
from publisher.model.problem import Ignore, Origin, Place, Problem, Rule, Severity
from publisher.model.public import PRIVATE
from publisher.model.show import (
    Article,
    Asset,
    Chapter,
    ChapterPlace,
    Cue,
    Elsewhere,
    Entry,
    Episode,
    Event,
    Funding,
    Online,
    Person,
    Publishing,
    Recording,
    Show,
    Site,
    Spotify,
    Tags,
    Transcript,
)
from publisher.model.target import (
    IMMUTABLE_FOLDERS,
    Artifact,
    Head,
    Plan,
    Report,
    Revision,
    StoredObject,
    Upload,
    is_immutable,
)

__all__ = [
    "IMMUTABLE_FOLDERS",
    "PRIVATE",
    "Article",
    "Artifact",
    "Asset",
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
    "EventFields",
    "Funding",
    "Head",
    "Ignore",
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
    "Report",
    "Revision",
    "Rule",
    "Severity",
    "Show",
    "ShowRecord",
    "Site",
    "Spotify",
    "StoredObject",
    "Tags",
    "Transcript",
    "Upload",
    "is_immutable",
]
