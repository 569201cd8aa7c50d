"""The Podcasting 2.0 namespace as one table, which reading, checking and writing all go by.

https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md at c0ff5ca (2026-05-13).
Tags and attributes are written in the order of the table.
"""

from __future__ import annotations

from dataclasses import replace

from publisher.model.element import Element
from publisher.model.podcasting import demand, rules, taxonomy, value
from publisher.model.podcasting.tag import CHANNEL, ITEM, PREFIX, Tag, may, must

_SHOW, _EPISODE, _BOTH = (CHANNEL,), (ITEM,), (CHANNEL, ITEM)
_ROLE = replace(
    value.choice(*taxonomy.ROLES, any_case=True, warns=True),
    must="a role of podcasttaxonomy.com: apps will show a host",
    example="guest",
)
_GROUP = value.choice(*taxonomy.GROUPS, any_case=True, warns=True)
_MEDIUM = value.choice(*taxonomy.MEDIUMS)
_REMOTE = value.choice(*taxonomy.MEDIUMS, warns=True)

_TABLE = (
    Tag("guid", rules.GUID, _SHOW, (must("text", value.UUID),), single=True),
    Tag("medium", rules.MEDIUM, _SHOW, (must("text", _MEDIUM),), single=True),
    Tag("locked", rules.LOCKED, _SHOW, (may("owner", value.EMAIL), must("text", value.YES_NO)), single=True),
    Tag(
        "block", rules.BLOCK, _SHOW, (may("id", value.choice(*taxonomy.SERVICES)), must("text", value.YES_NO))
    ),
    Tag(
        "season",
        rules.SEASON,
        _EPISODE,
        (may("name", value.limit(128)), must("text", value.WHOLE)),
        single=True,
        advice=rules.SEASON_ADVICE,
    ),
    Tag(
        "episode",
        rules.EPISODE,
        _EPISODE,
        (may("display", value.limit(32)), must("text", value.DECIMAL)),
        single=True,
        advice=rules.EPISODE_ADVICE,
    ),
    Tag(
        "funding",
        rules.FUNDING,
        _BOTH,
        (must("url", *value.LINK), may("text", value.limit(128))),
        advice=rules.FUNDING_ADVICE,
    ),
    Tag(
        "person",
        rules.PERSON,
        _BOTH,
        (
            may("role", _ROLE),
            may("group", _GROUP),
            may("img", *value.LINK),
            may("href", *value.LINK),
            must("text", value.limit(128)),
        ),
        advice=rules.PERSON_ADVICE,
    ),
    Tag(
        "license",
        rules.LICENSE,
        _BOTH,
        (may("url", *value.LINK), must("text", value.limit(128))),
        single=True,
        demands=(demand.LICENSED,),
    ),
    Tag(
        "location",
        rules.LOCATION,
        _BOTH,
        (
            may("rel", value.choice("subject", "creator")),
            may("geo", value.GEO),
            may("osm", value.OSM),
            may("country", value.COUNTRY),
            must("text", value.limit(128)),
        ),
    ),
    Tag(
        "txt",
        rules.TXT,
        _BOTH,
        (may("purpose", value.limit(128)), must("text", value.limit(4000))),
        demands=(demand.DISCLOSED,),
    ),
    Tag(
        "trailer",
        rules.TRAILER,
        _SHOW,
        (
            must("url", *value.LINK),
            must("pubdate", value.MAIL_DATE),
            may("length", value.WHOLE),
            may("type", value.MEDIA_TYPE),
            may("season", value.WHOLE),
            must("text", value.limit(128)),
        ),
        advice=rules.TRAILER_ADVICE,
    ),
    Tag(
        "updateFrequency",
        rules.UPDATE_FREQUENCY,
        _SHOW,
        (
            may("complete", value.BOOLEAN),
            may("dtstart", value.DAY_OR_MOMENT),
            may("rrule", value.RECURRENCE),
            must("text", value.limit(128)),
        ),
        single=True,
        demands=(demand.SCHEDULED,),
    ),
    Tag("podping", rules.PODPING, _SHOW, (must("usesPodping", value.choice("true")),), single=True),
    Tag(
        "image",
        rules.IMAGE,
        _BOTH,
        (
            must("href", *value.LINK),
            may("alt"),
            may("aspect-ratio", value.RATIO),
            may("width", value.WHOLE),
            may("height", value.WHOLE),
            may("type", value.MEDIA_TYPE),
            may("purpose", value.limit(128)),
        ),
    ),
    Tag(
        "images",
        rules.IMAGES,
        _BOTH,
        (must("srcset", value.SRCSET),),
        single=True,
        demands=(demand.DEPRECATED,),
    ),
    Tag(
        "transcript",
        rules.TRANSCRIPT,
        _EPISODE,
        (
            must("url", *value.LINK),
            must("type", value.choice(*taxonomy.TRANSCRIPTS)),
            may("language", value.LANGUAGE),
            may("rel", value.choice("captions")),
        ),
        advice=rules.TRANSCRIPT_ADVICE,
    ),
    Tag(
        "chapters",
        rules.CHAPTERS,
        _EPISODE,
        (must("url", *value.LINK), must("type", value.choice("application/json+chapters"))),
        single=True,
        advice=rules.CHAPTERS_ADVICE,
    ),
    Tag(
        "soundbite",
        rules.SOUNDBITE,
        _EPISODE,
        (
            must("startTime", value.SECONDS),
            must("duration", value.SECONDS, value.DURATION, value.BITE),
            may("text", value.limit(128)),
        ),
        advice=rules.SOUNDBITE_ADVICE,
    ),
    Tag(
        "alternateEnclosure",
        rules.ALTERNATE_ENCLOSURE,
        _EPISODE,
        (
            must("type", value.MEDIA_TYPE),
            may("length", value.WHOLE),
            may("bitrate", value.DECIMAL),
            may("height", value.WHOLE),
            may("lang", value.LANGUAGE),
            may("title", value.limit(32)),
            may("rel", value.limit(32)),
            may("codecs", value.CODECS),
            may("default", value.BOOLEAN),
        ),
        demands=(demand.SOURCED, demand.MEASURED),
        advice=rules.ALTERNATE_ENCLOSURE_ADVICE,
    ),
    Tag(
        "source",
        rules.SOURCE,
        ("alternateEnclosure",),
        (must("uri", value.URI), may("contentType", value.MEDIA_TYPE)),
    ),
    Tag(
        "integrity",
        rules.INTEGRITY,
        ("alternateEnclosure",),
        (must("type", value.choice("sri", "pgp-signature")), must("value")),
        single=True,
        demands=(demand.SUBRESOURCE,),
    ),
    Tag("contentLink", rules.CONTENT_LINK, _EPISODE, (must("href", value.URI), may("text"))),
    Tag(
        "socialInteract",
        rules.SOCIAL_INTERACT,
        _BOTH,
        (
            must("protocol", value.choice(*taxonomy.SOCIAL)),
            may("uri", value.URI),
            may("accountId"),
            may("accountUrl", *value.LINK),
            may("priority", value.WHOLE),
        ),
        demands=(demand.THREADED,),
        advice=rules.SOCIAL_INTERACT_ADVICE,
    ),
    Tag(
        "chat",
        rules.CHAT,
        _BOTH,
        (
            must("server", value.SERVER),
            must("protocol", value.choice(*taxonomy.CHAT)),
            may("accountId"),
            may("space"),
        ),
        single=True,
    ),
    Tag(
        "value",
        rules.VALUE,
        _BOTH,
        (
            must("type", value.choice("lightning", "bitcoin")),
            must("method", value.choice("keysend", "lnaddress", "amp", "wallet")),
            may("suggested", value.DECIMAL),
        ),
        demands=(demand.PAID,),
    ),
    Tag(
        "valueRecipient",
        rules.VALUE_RECIPIENT,
        ("value", "valueTimeSplit"),
        (
            may("name"),
            must("type", value.choice("node", "lnaddress")),
            must("address"),
            may("customKey"),
            may("customValue"),
            must("split", value.WHOLE),
            may("fee", value.BOOLEAN),
        ),
    ),
    Tag(
        "valueTimeSplit",
        rules.VALUE_TIME_SPLIT,
        ("value",),
        (
            must("startTime", value.SECONDS),
            must("duration", value.SECONDS, value.DURATION),
            may("remoteStartTime", value.SECONDS),
            may("remotePercentage", value.PERCENT),
        ),
        demands=(demand.SPLIT,),
    ),
    Tag("podroll", rules.PODROLL, _SHOW, single=True, demands=(demand.RECOMMENDED,)),
    Tag("publisher", rules.PUBLISHER, _SHOW, single=True, demands=(demand.PUBLISHED,)),
    Tag(
        "remoteItem",
        rules.REMOTE_ITEM,
        (CHANNEL, "podroll", "valueTimeSplit", "publisher"),
        (
            must("feedGuid", value.UUID),
            may("feedUrl", *value.LINK),
            may("itemGuid"),
            may("medium", _REMOTE, rule=rules.REMOTE_MEDIUM),
            may("title"),
        ),
        advice=rules.REMOTE_ITEM_ADVICE,
    ),
    Tag(
        "liveItem",
        rules.LIVE_ITEM,
        _SHOW,
        (
            must("status", value.choice("pending", "live", "ended")),
            must("start", value.MOMENT),
            may("end", value.MOMENT),
        ),
        demands=demand.LIVE,
        plain=("title", "description", "link", "guid", "author", "pubDate", "enclosure", "category"),
    ),
)

TAGS = {tag.name: tag for tag in _TABLE}
"""Every tag by its name, without prefix."""


def tag_of(element: Element) -> Tag | None:
    """The tag that `element` is, if it is one of the namespace."""
    return TAGS.get(element.name.removeprefix(PREFIX)) if element.name.startswith(PREFIX) else None
