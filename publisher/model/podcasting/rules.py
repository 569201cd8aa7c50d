"""The rules of the Podcasting 2.0 namespace: one for each tag, and those between tags (standards PN-*)."""

from __future__ import annotations

from publisher.model.problem import Rule, Severity

_TAGS = "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/"
_SPEC = "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md"
_E, _W = Severity.ERROR, Severity.WARNING

TRANSCRIPT = Rule("PN-010", _E, "A transcript has an address and a known type", f"{_TAGS}transcript.md")
LOCKED = Rule("PN-011", _E, "Locked is yes or no", f"{_TAGS}locked.md")
FUNDING = Rule("PN-012", _E, "Funding has an address, and words for the link", f"{_TAGS}funding.md")
CHAPTERS = Rule("PN-013", _E, "Chapters have an address and their type", f"{_TAGS}chapters.md")
SOUNDBITE = Rule(
    "PN-014", _E, "A soundbite has a start and a duration inside the recording", f"{_TAGS}soundbite.md"
)
PERSON = Rule("PN-015", _E, "A person has a name, and a role of the taxonomy", f"{_TAGS}person.md")
LOCATION = Rule("PN-016", _W, "A location has a name, and codes that maps know", f"{_TAGS}location.md")
SEASON = Rule("PN-017", _E, "A season is a whole number", f"{_TAGS}season.md")
EPISODE = Rule("PN-018", _E, "An episode is a number", f"{_TAGS}episode.md")
TRAILER = Rule("PN-019", _E, "A trailer has a title, an address and a date", f"{_TAGS}trailer.md")
LICENSE = Rule("PN-020", _W, "A license is a known one, or has an address", f"{_TAGS}license.md")
ALTERNATE_ENCLOSURE = Rule(
    "PN-021", _E, "An alternate enclosure has a type and a source", f"{_TAGS}alternate-enclosure.md"
)
SOURCE = Rule("PN-022", _E, "A source has an address", f"{_TAGS}source.md")
INTEGRITY = Rule("PN-023", _E, "Integrity has a known type and a value", f"{_TAGS}integrity.md")
GUID = Rule("PN-024", _E, "A show's guid is a UUID", f"{_TAGS}guid.md")
VALUE = Rule("PN-025", _E, "Value has a type, a method and a recipient", f"{_TAGS}value.md")
VALUE_RECIPIENT = Rule(
    "PN-026", _E, "A recipient has a type, an address and a share", f"{_TAGS}value-recipient.md"
)
VALUE_TIME_SPLIT = Rule(
    "PN-027", _E, "A time split has a start, a duration and recipients", f"{_TAGS}value-time-split.md"
)
MEDIUM = Rule("PN-028", _E, "A medium is one that apps know", f"{_TAGS}medium.md")
LIVE_ITEM = Rule(
    "PN-029", _E, "A live item has a status, a start, an enclosure and a link", f"{_TAGS}live-item.md"
)
CONTENT_LINK = Rule("PN-030", _E, "A content link has an address", f"{_TAGS}content-link.md")
SOCIAL_INTERACT = Rule(
    "PN-031", _E, "A comment thread has a known protocol and an address", f"{_TAGS}social-interact.md"
)
BLOCK = Rule("PN-032", _E, "Block is yes or no, for a known service", f"{_TAGS}block.md")
TXT = Rule("PN-033", _W, "A txt says something, at most 4000 characters", f"{_TAGS}txt.md")
REMOTE_ITEM = Rule("PN-034", _E, "A remote item has the guid of its feed", f"{_TAGS}remote-item.md")
PODROLL = Rule("PN-035", _E, "A podroll names shows", f"{_TAGS}podroll.md")
UPDATE_FREQUENCY = Rule(
    "PN-036", _W, "A schedule has words, and a recurrence rule of RFC 5545", f"{_TAGS}update-frequency.md"
)
PODPING = Rule("PN-037", _W, "Podping says that it is used", f"{_TAGS}podping.md")
CHAT = Rule("PN-038", _E, "A chat has a server and a known protocol", f"{_TAGS}chat.md")
PUBLISHER = Rule("PN-039", _E, "A publisher is one feed of medium publisher", f"{_TAGS}publisher.md")
IMAGE = Rule("PN-040", _W, "An image has an address, and measures in pixels", f"{_TAGS}image.md")
IMAGES = Rule("PN-041", _W, "Images are written one by one: srcset is history", f"{_TAGS}image.md")

# What apps would like, of tags of which other breaches are errors.
TRANSCRIPT_ADVICE = Rule("PN-010", _W, "A transcript's address is https", f"{_TAGS}transcript.md")
FUNDING_ADVICE = Rule(
    "PN-012", _W, "Funding is https, and its words have at most 128 characters", f"{_TAGS}funding.md"
)
CHAPTERS_ADVICE = Rule("PN-013", _W, "The address of chapters is https", f"{_TAGS}chapters.md")
SOUNDBITE_ADVICE = Rule(
    "PN-014",
    _W,
    "A soundbite lasts from 15 to 120 seconds, and its title has at most 128 characters",
    f"{_TAGS}soundbite.md",
)
PERSON_ADVICE = Rule(
    "PN-015",
    _W,
    "A person's role and group are of the taxonomy, the name has at most 128 characters",
    f"{_TAGS}person.md",
)
SEASON_ADVICE = Rule("PN-017", _W, "A season's name has at most 128 characters", f"{_TAGS}season.md")
EPISODE_ADVICE = Rule(
    "PN-018", _W, "What is shown for an episode's number has at most 32 characters", f"{_TAGS}episode.md"
)
TRAILER_ADVICE = Rule(
    "PN-019", _W, "A trailer is https, and its title has at most 128 characters", f"{_TAGS}trailer.md"
)
ALTERNATE_ENCLOSURE_ADVICE = Rule(
    "PN-021",
    _W,
    "An alternate enclosure has a length, and a title of at most 32 characters",
    f"{_TAGS}alternate-enclosure.md",
)
SOCIAL_INTERACT_ADVICE = Rule(
    "PN-031", _W, "The address of an account is https", f"{_TAGS}social-interact.md"
)
REMOTE_ITEM_ADVICE = Rule("PN-034", _W, "The address of a remote feed is https", f"{_TAGS}remote-item.md")

SEASONS_AGREE = Rule("PN-050", _E, "podcast:season and itunes:season agree", f"{_TAGS}season.md")
EPISODES_AGREE = Rule("PN-051", _W, "podcast:episode and itunes:episode agree", f"{_TAGS}episode.md")
ONCE = Rule("PN-052", _E, "A tag that may stand once stands once", _SPEC)
PARENT = Rule("PN-053", _E, "A tag is one of the namespace, and where it belongs", _SPEC)
REMOTE_MEDIUM = Rule("PN-055", _W, "The medium of a remote item is one that apps know", f"{_TAGS}medium.md")
