"""Every value of the maximal feed, and what three parsers of other people make of it.

podcastparser is gPodder's, feedparser everybody's, partytime Podcast Index's. A row is a value's XPath,
what was meant, and for each parser where it puts it; `Said` where it says the same in its own notation,
`Wrong` where it is known to misread it, `NOT_READ` where it has no place for it, `LAST` where it does not
know the tag and keeps the attributes, or else the text, of the last one only.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Said:
    """The same in the parser's own notation."""

    path: str
    values: tuple[str, ...]


@dataclass(frozen=True)
class Wrong:
    """Another value, by a fault of the parser: `why`."""

    path: str
    values: tuple[str, ...]
    why: str


NOT_READ = "not read"
LAST = "the last one"
ALIAS = NOT_READ
"""podcastparser 0.6 knows a few tags of Podcasting 2.0, but only by their namespace's first address."""

Reading = str | Said | Wrong


@dataclass(frozen=True)
class Row:
    """A value, or several of them in the order of the feed."""

    xpath: str
    meant: tuple[str, ...]
    podcastparser: Reading
    feedparser: Reading
    partytime: Reading


def row(
    xpath: str, meant: str | list[str], podcastparser: Reading, feedparser: Reading, partytime: Reading
) -> Row:
    """A row of the table."""
    values = (meant,) if isinstance(meant, str) else tuple(meant)
    return Row(xpath, values, podcastparser, feedparser, partytime)


def said(path: str, *values: str) -> Said:
    """The same as meant, written as `values`."""
    return Said(path, values)


def wrong(path: str, *values: str, why: str) -> Wrong:
    """Misread as `values`."""
    return Wrong(path, values, why)


BASE = "https://example.org/m%C3%A5l"
ALL = f"{BASE}/episodes/alt-paa-en-gang"
EVENT, ARTICLE = f"{BASE}/events/open-day.html", f"{BASE}/articles/about.html"
HUB = "https://hub.example.org/?a=1&b=2"
COVER = f"{BASE}/art/cover-3394307cbf94.png"
TITLE = "Mål & <midler> 🎙 עברית"
TITLES = [
    "Hos en anden vært",
    "Ekstra materiale & snak",
    "Smørrebrød & <kaffe> – “hjælp!” ☕ שלום",
    "Foråret kommer",
]
PAGES = [f"{BASE}/episodes/{name}.html" for name in ("hosted", "bonus", "alt-paa-en-gang", "trailer")]
TRAILER = f"{BASE}/media/trailer-a53009a41ef0.mp3"
MEDIA = [
    "https://example.net/lyd/%C3%B8.m4a?a=1&b=2",
    f"{BASE}/media/bonus-245ec70f44b7.mp3",
    f"{BASE}/media/alt-paa-en-gang-r1-cc8b77ce0e66.mp3",
    TRAILER,
]
TEXT = """\
<p>Det her er <strong>alt</strong> på én gang &amp; <em>lidt til</em> 🍞, a &lt; b.</p>
<p>نص عربي på sin egen linje.</p>
<p>%s</p>"""
PICTURE = f'<img src="{BASE}/assets/tegning-b73a76b3a7ec.png" alt="En tegning">'
CONTENTS = [
    "<p>Lyden ligger et andet sted.</p>",
    "<p>Kun musik.</p>",
    TEXT % PICTURE,
    "<p>En smagsprøve.</p>",
]
OTHER, REMOTE = "917393e3-1b1e-5cef-ace4-edaa54e1f810", "9b024349-ccf0-5f69-a609-6b82873eab3c"
SRI = "sha384-ExVqijgYHm15PqQqdXfW95x+Rs6C+d6E/ICxyQOeFevnxNLR/wtJNrNYTjIysUBo"

RSS = (
    row("channel/title", TITLE, "title", "feed.title", "title"),
    row("channel/link", "https://example.org/om?a=1&b=2", "link", "feed.link", "link"),
    row(
        "channel/description",
        "Æbler & pærer &lt;b>er ikke&lt;/b> ens: €5, “citat” og 🍏.\n\nنص عربي til sidst.",
        "description",
        "feed.subtitle",
        # It takes HTML for text, in one line.
        said("description", "Æbler & pærer <b>er ikke</b> ens: €5, “citat” og 🍏. نص عربي til sidst."),
    ),
    row(
        "channel/atom:link[@rel='self']/@href",
        f"{BASE}/podcast.xml",
        NOT_READ,
        "feed.links.1.href",
        "pubsub.self",
    ),
    row("channel/atom:link[@rel='hub']/@href", HUB, NOT_READ, "feed.links.3.href", "pubsub.hub"),
    row("channel/atom:link[1]/@rel", "self", NOT_READ, "feed.links.1.rel", said("pubsub.~", "self", "hub")),
    row("channel/atom:link[2]/@rel", "hub", NOT_READ, "feed.links.3.rel", said("pubsub.~", "self", "hub")),
    row("channel/atom:link/@type", "application/rss+xml", NOT_READ, "feed.links.1.type", NOT_READ),
    row("channel/copyright", "© 2026 Åse & Søn <alle>", NOT_READ, "feed.rights", "copyright"),
    row("channel/generator", "Publisher", "generator", "feed.generator", "generator"),
    # itunes:image stands for it too, and comes last.
    row("channel/image/url", COVER, NOT_READ, NOT_READ, "image.url"),
    row("channel/image/title", TITLE, NOT_READ, NOT_READ, "image.title"),
    row("channel/image/link", "https://example.org/om?a=1&b=2", NOT_READ, NOT_READ, "image.link"),
    row("channel/language", "da", "language", "feed.language", "language"),
    row(
        "channel/lastBuildDate",
        "Sun, 01 Mar 2026 12:00:00 +0000",
        NOT_READ,
        "feed.updated",
        said("lastBuildDate", "2026-03-01T12:00:00.000Z"),
    ),
    row("channel/item/title", TITLES, "episodes.*.title", "entries.*.title", "items.*.title"),
    row("channel/item/link", PAGES, "episodes.*.link", "entries.*.link", "items.*.link"),
    row(
        "channel/item/description",
        [
            "Lyden ligger et andet sted.",
            "Kun musik.",
            "Kort & godt: 3 &lt; 4, &amp;nbsp; og 🍞.",
            "En smagsprøve.",
        ],
        "episodes.*.description",
        "entries.*.summary",
        said(
            "items.*.description",
            "Lyden ligger et andet sted.",
            "Kun musik.",
            "Kort & godt: 3 < 4, &nbsp; og 🍞.",
            "En smagsprøve.",
        ),
    ),
    row(
        "channel/item/content:encoded",
        CONTENTS,
        "episodes.*.description_html",
        said(
            "entries.*.content.*.value",
            *CONTENTS[:2],
            TEXT % f'<img alt="En tegning" src="{BASE}/assets/tegning-b73a76b3a7ec.png" />',
            CONTENTS[3],
        ),
        wrong(
            "items.*.content",
            *CONTENTS[:2],
            TEXT.replace("&amp;", "&").replace("&lt;", "<") % PICTURE,
            CONTENTS[3],
            why="it takes the entities of HTML for those of XML",
        ),
    ),
    row(
        "channel/item/guid",
        [
            "e6faf333-c2ce-5765-97b1-855808b11474",
            "ecbf8c52-d72a-54fe-98cb-adba18294b21",
            "https://gammel.example.org/?p=1&q=æ",
            "ed4cff89-268c-5175-98da-6b6441e68a5e",
        ],
        "episodes.*.guid",
        "entries.*.id",
        "items.*.guid",
    ),
    row("channel/item/guid/@isPermaLink", ["false"] * 4, NOT_READ, "entries.*.guidislink", NOT_READ),
    row("channel/item/atom:link[1]/@rel", "related", NOT_READ, "entries.2.links.2.rel", NOT_READ),
    row("channel/item/atom:link[2]/@rel", "related", NOT_READ, "entries.2.links.3.rel", NOT_READ),
    row("channel/item/atom:link[1]/@href", EVENT, NOT_READ, "entries.2.links.2.href", NOT_READ),
    row("channel/item/atom:link[2]/@href", ARTICLE, NOT_READ, "entries.2.links.3.href", NOT_READ),
    row(
        "channel/item/atom:link[1]/@title",
        "Åbent hus & <kaffe>",
        NOT_READ,
        "entries.2.links.2.title",
        NOT_READ,
    ),
    row("channel/item/atom:link[2]/@title", "Om os & <jer>", NOT_READ, "entries.2.links.3.title", NOT_READ),
    row(
        "channel/item/enclosure/@url",
        MEDIA,
        "episodes.*.enclosures.*.url",
        "entries.*.enclosures.*.href",
        "items.*.enclosure.url",
    ),
    row(
        "channel/item/enclosure/@length",
        ["23456789", "125100", "1000800", "166800"],
        "episodes.*.enclosures.*.file_size",
        "entries.*.enclosures.*.length",
        "items.*.enclosure.length",
    ),
    row(
        "channel/item/enclosure/@type",
        ["audio/x-m4a", *["audio/mpeg"] * 3],
        "episodes.*.enclosures.*.mime_type",
        "entries.*.enclosures.*.type",
        "items.*.enclosure.type",
    ),
    row(
        "channel/item/pubDate",
        [
            "Sat, 14 Feb 2026 05:00:00 +0000",
            "Sat, 07 Feb 2026 05:00:00 +0000",
            "Sat, 31 Jan 2026 05:00:00 +0000",
            "Mon, 05 Jan 2026 05:00:00 +0000",
        ],
        said("episodes.*.published", "1771045200", "1770440400", "1769835600", "1767589200"),
        "entries.*.published",
        said(
            "items.*.pubDate",
            "2026-02-14T05:00:00.000Z",
            "2026-02-07T05:00:00.000Z",
            "2026-01-31T05:00:00.000Z",
            "2026-01-05T05:00:00.000Z",
        ),
    ),
)

ITUNES = (
    # They take the title of RSS, which says the same.
    row("channel/itunes:title", TITLE, NOT_READ, "feed.itunes_title", NOT_READ),
    row(
        "channel/itunes:author",
        "Åse Ørsted & Søn",
        "itunes_author",
        wrong("feed.author", 'Bjørn "B" Ægir', why="the owner comes later, and takes the author's place"),
        "author",
    ),
    row("channel/itunes:type", "serial", "type", "feed.itunes_type", "itunesType"),
    row(
        "channel/itunes:explicit",
        "true",
        "explicit",
        wrong("feed.itunes_explicit", "None", why="it knows yes and clean, not true"),
        "explicit",
    ),
    row("channel/itunes:image/@href", COVER, "cover_url", "feed.image.href", "itunesImage"),
    row(
        "channel/itunes:owner/itunes:name",
        'Bjørn "B" Ægir',
        "itunes_owner.name",
        "feed.publisher_detail.name",
        "owner.name",
    ),
    row(
        "channel/itunes:owner/itunes:email",
        "ejer@example.org",
        "itunes_owner.email",
        "feed.publisher_detail.email",
        "owner.email",
    ),
    row(
        "channel//itunes:category/@text",
        ["Business", "Management", "Society & Culture", "Places & Travel", "True Crime"],
        "itunes_categories.*.*",
        "feed.tags.*.term",
        said(
            "itunesCategory.*", "Business > Management", "Society & Culture > Places & Travel", "True Crime"
        ),
    ),
    row("channel/itunes:complete", "Yes", NOT_READ, "feed.itunes_complete", said("itunesComplete", "true")),
    row(
        "channel/itunes:new-feed-url",
        "https://example.org/nyt/podcast.xml",
        "new_url",
        "feed.itunes_new-feed-url",
        "itunesNewFeedUrl",
    ),
    row("channel/item/itunes:title", TITLES, NOT_READ, "entries.*.itunes_title", NOT_READ),
    row(
        "channel/item/itunes:duration",
        ["1865", "8", "63", "10"],
        "episodes.*.total_time",
        "entries.*.itunes_duration",
        "items.*.duration",
    ),
    row(
        "channel/item/itunes:season",
        ["2"] * 4,
        "episodes.*.season",
        "entries.*.itunes_season",
        "items.*.itunesSeason",
    ),
    row(
        "channel/item/itunes:episode",
        ["8", "7"],
        "episodes.*.number",
        "entries.*.itunes_episode",
        "items.*.itunesEpisode",
    ),
    row(
        "channel/item/itunes:episodeType",
        ["full", "bonus", "full", "trailer"],
        "episodes.*.type",
        "entries.*.itunes_episodetype",
        "items.*.itunesEpisodeType",
    ),
    row(
        "channel/item/itunes:explicit",
        ["true", "false"],
        "episodes.*.explicit",
        wrong("entries.*.itunes_explicit", "None", "None", why="it knows yes and clean, not true"),
        wrong(
            "items.*.explicit", "false", "true", "false", "false", why="what is not said, it takes for false"
        ),
    ),
    row(
        "channel/item/itunes:image/@href",
        f"{BASE}/art/billede-70ce721df525.png",
        "episodes.*.episode_art_url",
        "entries.*.image.href",
        "items.*.itunesImage",
    ),
    row("channel/item/itunes:block", "Yes", NOT_READ, said("entries.*.itunes_block", "1"), NOT_READ),
)

SHOW = (
    row("channel/podcast:guid", "a2a60e66-99d7-56f1-b9f4-13e5e2cec1cf", NOT_READ, LAST, "guid"),
    row("channel/podcast:medium", "podcast", NOT_READ, LAST, "medium"),
    row("channel/podcast:locked", "yes", ALIAS, NOT_READ, said("locked", "true")),
    row("channel/podcast:locked/@owner", "ejer@example.org", NOT_READ, LAST, "podcastOwner"),
    row(
        "channel/podcast:block",
        ["yes", "yes", "no"],
        NOT_READ,
        NOT_READ,
        said("podcastBlockedPlatforms.*", "true", "true", "false"),
    ),
    row(
        "channel/podcast:block/@id",
        ["spotify", "amazon", "acast"],
        NOT_READ,
        LAST,
        "podcastBlockedPlatforms.~",
    ),
    row(
        "channel/podcast:funding",
        ["Støt os & bliv <glad> 💛", "Giv"],
        NOT_READ,
        NOT_READ,
        "podcastFunding.*.message",
    ),
    row(
        "channel/podcast:funding/@url",
        ["https://example.org/st%C3%B8t?a=1&b=2", "https://example.org/giv"],
        ALIAS,
        LAST,
        "podcastFunding.*.url",
    ),
    row("channel/podcast:person", "Åse Ørsted", NOT_READ, NOT_READ, "podcastPeople.*.name"),
    # Here and below, feedparser takes what is in a live item for the show's.
    row("channel/podcast:person/@role", "host", NOT_READ, NOT_READ, said("podcastPeople.*.role", "Host")),
    row(
        "channel/podcast:person/@img",
        "https://example.org/%C3%A5se.jpg",
        NOT_READ,
        NOT_READ,
        "podcastPeople.*.img",
    ),
    row(
        "channel/podcast:person/@href",
        "https://example.org/%C3%A5se",
        NOT_READ,
        NOT_READ,
        "podcastPeople.*.href",
    ),
    row("channel/podcast:license", "cc-by-4.0", NOT_READ, LAST, "license.identifier"),
    row(
        "channel/podcast:location",
        ["Århus & omegn", "Ærø"],
        NOT_READ,
        LAST,
        wrong("podcastLocation.name", "Århus & omegn", why="it knows one only"),
    ),
    row("channel/podcast:location/@rel", "creator", NOT_READ, NOT_READ, NOT_READ),
    row("channel/podcast:location/@geo", "geo:56.15674,10.21076", NOT_READ, NOT_READ, "podcastLocation.geo"),
    row("channel/podcast:location/@osm", "R1784663", NOT_READ, NOT_READ, "podcastLocation.osm"),
    row("channel/podcast:location/@country", "DK", NOT_READ, NOT_READ, NOT_READ),
    row(
        "channel/podcast:txt",
        ["naj3eEZaWVVY9a38uhX8FekACyhtqP4JN & <x>", "S6lpp-7ZCn8"],
        NOT_READ,
        NOT_READ,
        "podcastTxt.*.value",
    ),
    row("channel/podcast:txt/@purpose", "verify", NOT_READ, LAST, "podcastTxt.*.purpose"),
    row(
        "channel/podcast:trailer", ["Snart & <nu>", "Foråret kommer"], NOT_READ, NOT_READ, "trailers.*.title"
    ),
    row(
        "channel/podcast:trailer/@url",
        ["https://example.org/t.mp3", TRAILER],
        NOT_READ,
        LAST,
        "trailers.*.url",
    ),
    row(
        "channel/podcast:trailer/@pubdate",
        ["Sat, 31 Jan 2026 06:00:00 +0100", "Mon, 05 Jan 2026 05:00:00 +0000"],
        NOT_READ,
        LAST,
        said("trailers.*.pubdate", "2026-01-31T05:00:00.000Z", "2026-01-05T05:00:00.000Z"),
    ),
    row("channel/podcast:trailer/@length", ["1234", "166800"], NOT_READ, LAST, "trailers.*.length"),
    row("channel/podcast:trailer/@type", ["audio/mpeg"] * 2, NOT_READ, LAST, "trailers.*.type"),
    row("channel/podcast:trailer/@season", ["1", "2"], NOT_READ, LAST, "trailers.*.season"),
    row("channel/podcast:updateFrequency", "Hver mandag & torsdag", NOT_READ, NOT_READ, NOT_READ),
    row("channel/podcast:updateFrequency/@complete", "true", NOT_READ, LAST, NOT_READ),
    row("channel/podcast:updateFrequency/@dtstart", "2026-01-05", NOT_READ, LAST, NOT_READ),
    row("channel/podcast:updateFrequency/@rrule", "FREQ=WEEKLY;BYDAY=MO,TH", NOT_READ, LAST, NOT_READ),
    row("channel/podcast:podping/@usesPodping", "true", NOT_READ, LAST, NOT_READ),
    row(
        "channel/podcast:image/@href",
        [f"{BASE}/art/wide-4ed6299529e1.png", "https://example.org/billede.png"],
        NOT_READ,
        LAST,
        NOT_READ,
    ),
    row("channel/podcast:image/@alt", ["En tom stol & et <bord>", "Havet"], NOT_READ, LAST, NOT_READ),
    row("channel/podcast:image/@aspect-ratio", "16/9", NOT_READ, NOT_READ, NOT_READ),
    row("channel/podcast:image/@width", ["1600", "1200"], NOT_READ, LAST, NOT_READ),
    row("channel/podcast:image/@height", ["900", "675"], NOT_READ, LAST, NOT_READ),
    row("channel/podcast:image/@type", "image/png", NOT_READ, LAST, NOT_READ),
    row("channel/podcast:image/@purpose", "artwork social", NOT_READ, NOT_READ, NOT_READ),
    # partytime reads the threads of episodes only.
    row("channel/podcast:socialInteract/@protocol", "activitypub", NOT_READ, LAST, NOT_READ),
    row("channel/podcast:socialInteract/@uri", "https://example.org/@vi/1", NOT_READ, LAST, NOT_READ),
    row("channel/podcast:socialInteract/@accountId", "@vi", NOT_READ, LAST, NOT_READ),
    row("channel/podcast:socialInteract/@accountUrl", "https://example.org/@vi", NOT_READ, LAST, NOT_READ),
    row("channel/podcast:socialInteract/@priority", "1", NOT_READ, LAST, NOT_READ),
    row("channel/podcast:chat/@server", "irc.example.org", NOT_READ, LAST, "chat.server"),
    row("channel/podcast:chat/@protocol", "irc", NOT_READ, LAST, "chat.protocol"),
    row("channel/podcast:chat/@accountId", "@vi", NOT_READ, LAST, "chat.accountId"),
    row("channel/podcast:chat/@space", "#mål", NOT_READ, LAST, "chat.space"),
    row("channel/podcast:value/@type", "lightning", NOT_READ, LAST, "value.type"),
    row("channel/podcast:value/@method", "keysend", NOT_READ, LAST, "value.method"),
    row(
        "channel/podcast:value/@suggested", "0.00000005000", NOT_READ, LAST, said("value.suggested", "5e-08")
    ),
    row("channel/podcast:value/*/@name", ["Åse & Søn", "App"], NOT_READ, LAST, "value.recipients.*.name"),
    row("channel/podcast:value/*/@type", ["node", "node"], NOT_READ, LAST, "value.recipients.*.type"),
    row(
        "channel/podcast:value/*/@address",
        ["02d5c1bf8b940dc9", "03ae9f91a0cb8ff4"],
        NOT_READ,
        LAST,
        "value.recipients.*.address",
    ),
    row("channel/podcast:value/*/@customKey", "696969", NOT_READ, NOT_READ, "value.recipients.*.customKey"),
    row(
        "channel/podcast:value/*/@customValue", "vPmyQ", NOT_READ, NOT_READ, "value.recipients.*.customValue"
    ),
    row("channel/podcast:value/*/@split", ["99", "1"], NOT_READ, LAST, "value.recipients.*.split"),
    row(
        "channel/podcast:value/*/@fee",
        "true",
        NOT_READ,
        LAST,
        said("value.recipients.*.fee", "false", "true"),
    ),
    row(
        "channel/podcast:podroll/*/@feedGuid",
        [OTHER, "29cdca4a-32d8-56ba-b48b-09a011c5daa9"],
        NOT_READ,
        NOT_READ,
        "podroll.*.feedGuid",
    ),
    row(
        "channel/podcast:podroll/*/@feedUrl",
        "https://example.org/anden.xml",
        NOT_READ,
        NOT_READ,
        "podroll.*.feedUrl",
    ),
    row("channel/podcast:podroll/*/@title", "En anden & <flere>", NOT_READ, NOT_READ, "podroll.*.title"),
    row(
        "channel/podcast:publisher/*/@feedGuid",
        "003af0a0-6a45-55cf-b765-68e3d349551a",
        NOT_READ,
        NOT_READ,
        "podcastPublisher.feedGuid",
    ),
    row(
        "channel/podcast:publisher/*/@feedUrl",
        "https://example.org/forlag.xml",
        NOT_READ,
        NOT_READ,
        "podcastPublisher.feedUrl",
    ),
    # Without it, partytime sees no publisher.
    row(
        "channel/podcast:publisher/*/@medium",
        "publisher",
        NOT_READ,
        NOT_READ,
        said("podcastPublisher.~", "feedGuid", "feedUrl"),
    ),
    row("channel/podcast:remoteItem/@feedGuid", REMOTE, NOT_READ, LAST, "podcastRemoteItems.*.feedGuid"),
    row(
        "channel/podcast:remoteItem/@itemGuid",
        "https://example.org/?p=1&x=2",
        NOT_READ,
        LAST,
        "podcastRemoteItems.*.itemGuid",
    ),
    row("channel/podcast:remoteItem/@medium", "music", NOT_READ, LAST, "podcastRemoteItems.*.medium"),
    row("channel/podcast:liveItem/@status", "pending", NOT_READ, LAST, "podcastLiveItems.*.status"),
    row(
        "channel/podcast:liveItem/@start",
        "2026-09-26T19:30:00+02:00",
        NOT_READ,
        LAST,
        said("podcastLiveItems.*.start", "2026-09-26T17:30:00.000Z"),
    ),
    row(
        "channel/podcast:liveItem/@end",
        "2026-09-26T21:00:00+02:00",
        NOT_READ,
        LAST,
        said("podcastLiveItems.*.end", "2026-09-26T19:00:00.000Z"),
    ),
    row(
        "channel/podcast:liveItem/title",
        "Live & <direkte> 🔴",
        NOT_READ,
        NOT_READ,
        "podcastLiveItems.*.title",
    ),
    row("channel/podcast:liveItem/guid", "live-2026-09-26", NOT_READ, "feed.id", "podcastLiveItems.*.guid"),
    row("channel/podcast:liveItem/guid/@isPermaLink", "false", NOT_READ, "feed.guidislink", NOT_READ),
    row(
        "channel/podcast:liveItem/enclosure/@url",
        "https://example.org/live.mp3?a=1&b=2",
        NOT_READ,
        "feed.links.2.href",
        "podcastLiveItems.*.enclosure.url",
    ),
    row(
        "channel/podcast:liveItem/enclosure/@type",
        "audio/mpeg",
        NOT_READ,
        "feed.links.2.type",
        "podcastLiveItems.*.enclosure.type",
    ),
    row(
        "channel/podcast:liveItem/enclosure/@length",
        "312",
        NOT_READ,
        "feed.links.2.length",
        "podcastLiveItems.*.enclosure.length",
    ),
    row(
        "channel/podcast:liveItem/podcast:person",
        "Gæsten Ø",
        NOT_READ,
        NOT_READ,
        "podcastLiveItems.*.podcastPeople.*.name",
    ),
    row(
        "channel/podcast:liveItem/podcast:person/@role",
        "guest",
        NOT_READ,
        LAST,
        said("podcastLiveItems.*.podcastPeople.*.role", "Guest"),
    ),
    row(
        "channel/podcast:liveItem/podcast:contentLink",
        "Lyt med & <se>",
        NOT_READ,
        NOT_READ,
        "podcastLiveItems.*.contentLinks.*.title",
    ),
    row(
        "channel/podcast:liveItem/podcast:contentLink/@href",
        "https://example.org/live?x=1&y=2",
        NOT_READ,
        LAST,
        "podcastLiveItems.*.contentLinks.*.url",
    ),
)

NAMED = "{'name': 'Foråret & <lyset>'}"
VALUE = "channel/item/podcast:value"
VALUES = "items.2.value"
ALTERNATE = "channel/item/podcast:alternateEnclosure"
ALTERNATES = "items.*.alternativeEnclosures"
KINDS = (
    ("vtt", "text/vtt"),
    ("srt", "application/x-subrip"),
    ("json", "application/json"),
    ("html", "text/html"),
)

EPISODES = (
    # partytime names the first episode of a season as any of them does.
    row(
        "channel/item/podcast:season",
        ["2"] * 4,
        NOT_READ,
        wrong("entries.*.podcast_season", *["2", "2", NAMED, "2"], why="it has attributes or text, not both"),
        "items.*.podcastSeason.number",
    ),
    row(
        "channel/item/podcast:season/@name",
        "Foråret & <lyset>",
        NOT_READ,
        "entries.*.podcast_season.name",
        said("items.*.podcastSeason.name", *["Foråret & <lyset>"] * 2),
    ),
    row(
        "channel/item/podcast:episode",
        ["8", "7.5", "7"],
        NOT_READ,
        wrong(
            "entries.*.podcast_episode",
            "8",
            "{'display': 'Mellem 7 og 8'}",
            "{'display': 'Kap. 7 & ½'}",
            why="it has attributes or text, not both",
        ),
        "items.*.podcastEpisode.number",
    ),
    row(
        "channel/item/podcast:episode/@display",
        ["Mellem 7 og 8", "Kap. 7 & ½"],
        NOT_READ,
        "entries.*.podcast_episode.display",
        "items.*.podcastEpisode.display",
    ),
    # partytime reads the funding of shows only.
    row("channel/item/podcast:funding", "Giv & <få>", NOT_READ, NOT_READ, NOT_READ),
    row("channel/item/podcast:funding/@url", "https://example.org/denne?a=1&b=2", NOT_READ, LAST, NOT_READ),
    row(
        "channel/item/podcast:person",
        ["Åse Ørsted", "Åse Ørsted", "Søren Å. & <gæst>", "Lydmanden"],
        ALIAS,
        wrong("entries.1.podcast_person", "Åse Ørsted", why="it keeps the last one's text or attributes"),
        "items.*.podcastPeople.*.name",
    ),
    row(
        "channel/item/podcast:person/@role",
        ["host", "guest", "audio editor"],
        ALIAS,
        LAST,
        said("items.*.podcastPeople.*.role", "Host", "Host", "Guest", "Audio Editor"),
    ),
    row(
        "channel/item/podcast:person/@group",
        ["cast", "Audio Post-Production"],
        ALIAS,
        LAST,
        said("items.*.podcastPeople.*.group", "Cast", "Cast", "Cast", "Audio Post-Production"),
    ),
    row(
        "channel/item/podcast:person/@img",
        ["https://example.org/%C3%A5se.jpg", "https://example.org/s%C3%B8ren.jpg"],
        ALIAS,
        NOT_READ,
        "items.*.podcastPeople.*.img",
    ),
    row(
        "channel/item/podcast:person/@href",
        ["https://example.org/%C3%A5se", "https://example.org/s%C3%B8ren"],
        ALIAS,
        NOT_READ,
        "items.*.podcastPeople.*.href",
    ),
    row("channel/item/podcast:license", "vores-egen-1", NOT_READ, NOT_READ, "items.*.license.identifier"),
    row(
        "channel/item/podcast:license/@url",
        "https://example.org/vilk%C3%A5r.html",
        NOT_READ,
        LAST,
        "items.*.license.url",
    ),
    row(
        "channel/item/podcast:location",
        "Café Ørsted & <bar>",
        NOT_READ,
        NOT_READ,
        "items.*.podcastLocation.name",
    ),
    row("channel/item/podcast:location/@rel", "subject", NOT_READ, LAST, NOT_READ),
    row(
        "channel/item/podcast:location/@geo",
        "geo:55.67594,12.56553",
        NOT_READ,
        LAST,
        "items.*.podcastLocation.geo",
    ),
    row("channel/item/podcast:location/@osm", "W1234", NOT_READ, LAST, "items.*.podcastLocation.osm"),
    row("channel/item/podcast:location/@country", "DK", NOT_READ, LAST, NOT_READ),
    row(
        "channel/item/podcast:txt",
        ["Helt almindelig & <tekst>", "true"],
        NOT_READ,
        NOT_READ,
        wrong(
            "items.*.podcastTxt.*.value",
            "Helt almindelig & <tekst>",
            "",
            why="it loses what is a truth to it",
        ),
    ),
    row("channel/item/podcast:txt/@purpose", "ai-content", NOT_READ, LAST, "items.*.podcastTxt.*.purpose"),
    row("channel/item/podcast:image/@href", f"{BASE}/art/bred-4ed6299529e1.png", NOT_READ, LAST, NOT_READ),
    row("channel/item/podcast:image/@alt", "Brød & <smør>", NOT_READ, LAST, NOT_READ),
    row("channel/item/podcast:image/@aspect-ratio", "16/9", NOT_READ, LAST, NOT_READ),
    row("channel/item/podcast:image/@width", "1600", NOT_READ, LAST, NOT_READ),
    row("channel/item/podcast:image/@height", "900", NOT_READ, LAST, NOT_READ),
    row("channel/item/podcast:image/@purpose", "social", NOT_READ, LAST, NOT_READ),
    row(
        "channel/item/podcast:soundbite",
        "Hør & <lyt>",
        NOT_READ,
        NOT_READ,
        "items.*.podcastSoundbites.*.title",
    ),
    row(
        "channel/item/podcast:soundbite/@startTime",
        "10.5",
        NOT_READ,
        LAST,
        "items.*.podcastSoundbites.*.startTime",
    ),
    row(
        "channel/item/podcast:soundbite/@duration",
        "15.5",
        NOT_READ,
        LAST,
        "items.*.podcastSoundbites.*.duration",
    ),
    row(f"{ALTERNATE}/@type", ["video/mp4", "audio/opus"], NOT_READ, LAST, f"{ALTERNATES}.*.type"),
    row(f"{ALTERNATE}/@length", ["7924786", "1234"], NOT_READ, LAST, f"{ALTERNATES}.*.length"),
    row(f"{ALTERNATE}/@bitrate", "511276.52", NOT_READ, NOT_READ, f"{ALTERNATES}.*.bitrate"),
    row(f"{ALTERNATE}/@height", "720", NOT_READ, NOT_READ, f"{ALTERNATES}.*.height"),
    row(f"{ALTERNATE}/@lang", "da", NOT_READ, NOT_READ, f"{ALTERNATES}.*.lang"),
    row(f"{ALTERNATE}/@title", "Video & <billede>", NOT_READ, NOT_READ, f"{ALTERNATES}.*.title"),
    row(f"{ALTERNATE}/@rel", "video", NOT_READ, NOT_READ, f"{ALTERNATES}.*.rel"),
    row(f"{ALTERNATE}/@codecs", "avc1.64001e, mp4a.40.2", NOT_READ, NOT_READ, f"{ALTERNATES}.*.codecs"),
    row(
        f"{ALTERNATE}/@default",
        "false",
        NOT_READ,
        NOT_READ,
        said(f"{ALTERNATES}.*.default", "false", "false"),
    ),
    row(
        f"{ALTERNATE}/podcast:source/@uri",
        ["https://example.org/film.mp4?a=1&b=2", "ipfs://QmX33F", "https://example.org/lyd.opus"],
        NOT_READ,
        LAST,
        f"{ALTERNATES}.*.source.*.uri",
    ),
    row(
        f"{ALTERNATE}/podcast:source/@contentType",
        "video/mp4",
        NOT_READ,
        NOT_READ,
        # Where there is none, it is that of the enclosure.
        said(f"{ALTERNATES}.*.source.*.contentType", "video/mp4", "video/mp4", "audio/opus"),
    ),
    row(f"{ALTERNATE}/podcast:integrity/@type", "sri", NOT_READ, LAST, f"{ALTERNATES}.*.integrity.type"),
    row(f"{ALTERNATE}/podcast:integrity/@value", SRI, NOT_READ, LAST, f"{ALTERNATES}.*.integrity.value"),
    row("channel/item/podcast:contentLink", "Se & <læs>", NOT_READ, NOT_READ, NOT_READ),
    row("channel/item/podcast:contentLink/@href", "https://example.org/se?v=1&t=2", NOT_READ, LAST, NOT_READ),
    row(
        "channel/item/podcast:socialInteract/@protocol",
        ["activitypub", "nostr"],
        NOT_READ,
        LAST,
        "items.*.podcastSocialInteraction.*.platform",
    ),
    row(
        "channel/item/podcast:socialInteract/@uri",
        ["https://example.org/@vi/2", "https://example.org/b/2"],
        NOT_READ,
        LAST,
        "items.*.podcastSocialInteraction.*.url",
    ),
    row(
        "channel/item/podcast:socialInteract/@accountId",
        "@vi",
        NOT_READ,
        NOT_READ,
        said("items.*.podcastSocialInteraction.*.id", "@vi", ""),
    ),
    row(
        "channel/item/podcast:socialInteract/@accountUrl",
        "https://example.org/@vi",
        NOT_READ,
        NOT_READ,
        "items.*.podcastSocialInteraction.*.profileUrl",
    ),
    row(
        "channel/item/podcast:socialInteract/@priority",
        ["1", "2"],
        NOT_READ,
        LAST,
        "items.*.podcastSocialInteraction.*.priority",
    ),
    row("channel/item/podcast:chat/@server", "chat.example.org", NOT_READ, LAST, "items.*.chat.server"),
    row("channel/item/podcast:chat/@protocol", "xmpp", NOT_READ, LAST, "items.*.chat.protocol"),
    row("channel/item/podcast:chat/@accountId", "@os", NOT_READ, LAST, "items.*.chat.accountId"),
    row("channel/item/podcast:chat/@space", "rum", NOT_READ, LAST, "items.*.chat.space"),
    row(f"{VALUE}/@type", "lightning", NOT_READ, LAST, f"{VALUES}.type"),
    row(f"{VALUE}/@method", "lnaddress", NOT_READ, LAST, f"{VALUES}.method"),
    row(f"{VALUE}/podcast:valueRecipient/@name", "Åse & Søn", NOT_READ, LAST, f"{VALUES}.recipients.*.name"),
    row(f"{VALUE}/podcast:valueRecipient/@type", "lnaddress", NOT_READ, LAST, f"{VALUES}.recipients.*.type"),
    row(
        f"{VALUE}/podcast:valueRecipient/@address",
        "vi@example.org",
        NOT_READ,
        LAST,
        f"{VALUES}.recipients.*.address",
    ),
    row(f"{VALUE}/podcast:valueRecipient/@split", "100", NOT_READ, LAST, f"{VALUES}.recipients.*.split"),
    row(
        f"{VALUE}/podcast:valueTimeSplit/@startTime",
        "30",
        NOT_READ,
        LAST,
        f"{VALUES}.valueTimeSplits.*.startTime",
    ),
    row(
        f"{VALUE}/podcast:valueTimeSplit/@duration",
        "20",
        NOT_READ,
        LAST,
        f"{VALUES}.valueTimeSplits.*.duration",
    ),
    row(
        f"{VALUE}/podcast:valueTimeSplit/@remoteStartTime",
        "174",
        NOT_READ,
        LAST,
        f"{VALUES}.valueTimeSplits.*.remoteStartTime",
    ),
    row(
        f"{VALUE}/podcast:valueTimeSplit/@remotePercentage",
        "95",
        NOT_READ,
        LAST,
        f"{VALUES}.valueTimeSplits.*.remotePercentage",
    ),
    row(
        f"{VALUE}/*/podcast:remoteItem/@feedGuid",
        OTHER,
        NOT_READ,
        LAST,
        f"{VALUES}.valueTimeSplits.*.remoteItem.feedGuid",
    ),
    row(
        f"{VALUE}/*/podcast:remoteItem/@itemGuid",
        "sang#1",
        NOT_READ,
        LAST,
        f"{VALUES}.valueTimeSplits.*.remoteItem.itemGuid",
    ),
    row(
        f"{VALUE}/*/podcast:remoteItem/@medium",
        "music",
        NOT_READ,
        LAST,
        f"{VALUES}.valueTimeSplits.*.remoteItem.medium",
    ),
    row(
        "channel/item/podcast:transcript/@url",
        [f"{ALL}/transcript{language}.{kind}" for language in ("", ".en") for kind, _ in KINDS],
        ALIAS,
        LAST,
        "items.*.podcastTranscripts.*.url",
    ),
    row(
        "channel/item/podcast:transcript/@type",
        [type for _, type in KINDS] * 2,
        NOT_READ,
        LAST,
        # Podcast Index's name for application/x-subrip.
        said(
            "items.*.podcastTranscripts.*.type",
            *["text/vtt", "application/srt", "application/json", "text/html"] * 2,
        ),
    ),
    row(
        "channel/item/podcast:transcript/@language",
        ["da"] * 4 + ["en"] * 4,
        NOT_READ,
        LAST,
        "items.*.podcastTranscripts.*.language",
    ),
    row(
        "channel/item/podcast:transcript/@rel",
        ["captions"] * 6,
        NOT_READ,
        NOT_READ,
        "items.*.podcastTranscripts.*.rel",
    ),
    row(
        "channel/item/podcast:chapters/@url",
        [f"{BASE}/episodes/bonus/chapters.json", f"{ALL}/chapters.json"],
        ALIAS,
        "entries.*.podcast_chapters.url",
        "items.*.podcastChapters.url",
    ),
    row(
        "channel/item/podcast:chapters/@type",
        ["application/json+chapters"] * 2,
        NOT_READ,
        "entries.*.podcast_chapters.type",
        "items.*.podcastChapters.type",
    ),
)

CHAPTERS = "entries.*.psc_chapters.chapters"
OTHERS = (
    row(
        "channel/item/psc:chapters/@version",
        ["1.2"] * 2,
        NOT_READ,
        "entries.*.psc_chapters.version",
        NOT_READ,
    ),
    row(
        "channel/item/psc:chapters/*/@start",
        ["00:00:00.000", "00:00:05.000", "00:00:00.000", "00:00:20.000"],
        said("episodes.*.chapters.*.start", "0", "5", "0", "20"),
        f"{CHAPTERS}.*.start",
        NOT_READ,
    ),
    row(
        "channel/item/psc:chapters/*/@title",
        ["Musik", "Snak", "Start & <goddag>", "Æblet 🍎"],
        "episodes.*.chapters.*.title",
        f"{CHAPTERS}.*.title",
        NOT_READ,
    ),
    row(
        "channel/item/psc:chapters/*/@href",
        ["https://example.org/musik", "https://example.org/kapitel?a=1&b=2"],
        "episodes.*.chapters.*.href",
        f"{CHAPTERS}.*.href",
        NOT_READ,
    ),
    row(
        "channel/item/psc:chapters/*/@image",
        "https://example.org/kapitel.jpg",
        "episodes.*.chapters.*.image",
        f"{CHAPTERS}.*.image",
        NOT_READ,
    ),
    row("channel/spotify:limit/@recentCount", "12", NOT_READ, "feed.spotify_limit.recentcount", NOT_READ),
    row("channel/spotify:countryOfOrigin", "dk se no", NOT_READ, "feed.spotify_countryoforigin", NOT_READ),
    row(
        "channel/media:restriction",
        "dk se no",
        NOT_READ,
        said("feed.media_restriction.content.*", "dk", "se", "no"),
        NOT_READ,
    ),
    row(
        "channel/media:restriction/@relationship",
        "allow",
        NOT_READ,
        "feed.media_restriction.relationship",
        NOT_READ,
    ),
    row("channel/media:restriction/@type", "country", NOT_READ, "feed.media_restriction.type", NOT_READ),
    row("channel/sy:updatePeriod", "weekly", NOT_READ, "feed.sy_updateperiod", NOT_READ),
    row("channel/item/media:rating", "nonadult", NOT_READ, "entries.*.media_rating.content", NOT_READ),
    row("channel/item/media:credit", "Åse & <Ø>", NOT_READ, "entries.*.media_credit.*.content", NOT_READ),
    row("channel/item/media:credit/@role", "producer", NOT_READ, "entries.*.media_credit.*.role", NOT_READ),
    row(
        "channel/item/media:credit/@scheme", "urn:ebu", NOT_READ, "entries.*.media_credit.*.scheme", NOT_READ
    ),
)

TABLE = (*RSS, *ITUNES, *SHOW, *EPISODES, *OTHERS)
