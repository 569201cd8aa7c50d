"""Examples of every tag of the podcast namespace, right and wrong, as they are written below `podcast`."""

from __future__ import annotations

import json
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from publisher.model import Element
from publisher.read.fields import Fields
from publisher.read.podcasting import Elements
from publisher.read.yaml import parse

GUID = "917393e3-1b1e-5cef-ace4-edaa54e1f810"
RECIPIENT = {"type": "node", "address": "02d5c1bf", "split": "100", "name": "Åse & Co"}
RECIPIENT_XML = '<valueRecipient name="Åse &amp; Co" type="node" address="02d5c1bf" split="100"/>'
LIVE = {
    "status": "live",
    "start": "2026-09-26T07:30:00+02:00",
    "title": "Live & <direkte>",
    "guid": "e32b4890",
    "enclosure": {"url": "https://example.org/live.mp3", "type": "audio/mpeg", "length": "312"},
    "contentLink": {"href": "https://example.org/live", "text": "Lyt med"},
}
LIVE_XML = (
    '<liveItem status="live" start="2026-09-26T07:30:00+02:00">'
    "<title>Live &amp; &lt;direkte&gt;</title>"
    '<guid isPermaLink="false">e32b4890</guid>'
    '<enclosure url="https://example.org/live.mp3" type="audio/mpeg" length="312"/>'
    '<contentLink href="https://example.org/live">Lyt med</contentLink>'
    "</liveItem>"
)


class Right(NamedTuple):
    """What is written for `tag`, and the XML it becomes, without the prefix of the namespace."""

    tag: str
    written: Any
    xml: str


class Wrong(NamedTuple):
    """What is written for `tag`, and the code of the one problem with it, at the last key called `word`."""

    tag: str
    written: Any
    code: str
    word: str = ""
    severity: str = "error"


def elements(parent: str, keys: dict[str, Any]) -> tuple[Element, ...]:
    """What reading makes of `keys` in front matter or show.toml."""
    node, _ = parse(json.dumps(keys), "x")
    fields = Fields(node, "x", [])
    return Elements(
        fields=fields, parent=parent, zone=ZoneInfo("Europe/Copenhagen"), art=lambda _, __: None
    ).read()


SHOW = (
    Right("medium", "music", "<medium>music</medium>"),
    Right("locked", {"text": "no", "owner": "we@example.org"}, '<locked owner="we@example.org">no</locked>'),
    Right(
        "block", [{"id": "spotify", "text": "yes"}, "no"], '<block id="spotify">yes</block><block>no</block>'
    ),
    Right(
        "trailer",
        {
            "text": "Snart",
            "url": "https://example.org/t.mp3",
            "pubdate": "2026-01-31 06:00",
            "length": "12",
            "type": "audio/mpeg",
            "season": "4",
        },
        '<trailer url="https://example.org/t.mp3" pubdate="Sat, 31 Jan 2026 06:00:00 +0100" length="12" '
        'type="audio/mpeg" season="4">Snart</trailer>',
    ),
    Right(
        "updateFrequency",
        {"text": "Hver mandag", "rrule": "FREQ=WEEKLY;BYDAY=MO;COUNT=10", "dtstart": "2026-08-31"},
        '<updateFrequency dtstart="2026-08-31" rrule="FREQ=WEEKLY;BYDAY=MO;COUNT=10">Hver mandag'
        "</updateFrequency>",
    ),
    Right("podping", "true", '<podping usesPodping="true"/>'),
    Right(
        "value",
        {"type": "lightning", "method": "keysend", "suggested": "0.00000005000", "valueRecipient": RECIPIENT},
        f'<value type="lightning" method="keysend" suggested="0.00000005000">{RECIPIENT_XML}</value>',
    ),
    Right(
        "podroll",
        {"remoteItem": [GUID, {"feedGuid": GUID, "title": "Pod", "feedUrl": "https://example.org/f"}]},
        f'<podroll><remoteItem feedGuid="{GUID}"/>'
        f'<remoteItem feedGuid="{GUID}" feedUrl="https://example.org/f" title="Pod"/></podroll>',
    ),
    Right(
        "publisher",
        {"remoteItem": {"medium": "publisher", "feedGuid": GUID}},
        f'<publisher><remoteItem feedGuid="{GUID}" medium="publisher"/></publisher>',
    ),
    Right(
        "remoteItem",
        {"feedGuid": GUID, "itemGuid": "x", "medium": "music"},
        f'<remoteItem feedGuid="{GUID}" itemGuid="x" medium="music"/>',
    ),
    Right("liveItem", LIVE, LIVE_XML),
    Right(
        "liveItem",
        LIVE | {"end": "2026-09-26 09:30", "person": {"text": "Åse", "role": "guest"}},
        LIVE_XML.replace('">', '" end="2026-09-26T09:30:00+02:00">', 1).replace(
            "</liveItem>", '<person role="guest">Åse</person></liveItem>'
        ),
    ),
)

EPISODE = (
    Right("season", {"text": "3", "name": "Foråret"}, '<season name="Foråret">3</season>'),
    Right("episode", {"text": "315.5", "display": "Kap. 3"}, '<episode display="Kap. 3">315.5</episode>'),
    Right(
        "funding",
        {"url": "https://example.org/støt", "text": "Støt os!"},
        '<funding url="https://example.org/st%C3%B8t">Støt os!</funding>',
    ),
    Right(
        "person",
        {
            "text": "Åse",
            "role": "Cover Art Designer",
            "group": "visuals",
            "img": "https://example.org/å.jpg",
            "href": "https://example.org/",
        },
        '<person role="Cover Art Designer" group="visuals" img="https://example.org/%C3%A5.jpg" '
        'href="https://example.org/">Åse</person>',
    ),
    Right(
        "license",
        {"text": "my-license-v1", "url": "https://example.org/l.pdf"},
        '<license url="https://example.org/l.pdf">my-license-v1</license>',
    ),
    Right(
        "location",
        {
            "text": "Marlow",
            "rel": "creator",
            "geo": "geo:51.57,-0.77,20;u=350",
            "osm": "R3727240#12",
            "country": "GB",
        },
        '<location rel="creator" geo="geo:51.57,-0.77,20;u=350" osm="R3727240#12" country="GB">Marlow'
        "</location>",
    ),
    Right(
        "txt",
        ["naj3eE", {"purpose": "ai-content", "text": "true"}],
        '<txt>naj3eE</txt><txt purpose="ai-content">true</txt>',
    ),
    Right(
        "image",
        {
            "href": "https://example.org/i.png",
            "alt": "En tom stol",
            "aspect-ratio": "16/9",
            "width": "1200",
            "height": "675",
            "type": "image/png",
            "purpose": "artwork social",
        },
        '<image href="https://example.org/i.png" alt="En tom stol" aspect-ratio="16/9" width="1200" '
        'height="675" type="image/png" purpose="artwork social"/>',
    ),
    Right(
        "transcript",
        {
            "url": "https://example.org/t.vtt",
            "type": "text/vtt",
            "language": "da-DK",
            "rel": "captions",
        },
        '<transcript url="https://example.org/t.vtt" type="text/vtt" language="da-DK" rel="captions"/>',
    ),
    Right(
        "chapters",
        {"url": "https://example.org/c.json", "type": "application/json+chapters"},
        '<chapters url="https://example.org/c.json" type="application/json+chapters"/>',
    ),
    Right(
        "soundbite",
        {"startTime": "0:01", "duration": "15.5", "text": "Hør"},
        '<soundbite startTime="1" duration="15.5">Hør</soundbite>',
    ),
    Right(
        "alternateEnclosure",
        {
            "type": "video/mp4",
            "length": "7924786",
            "bitrate": "511276.52",
            "height": "720",
            "lang": "da",
            "title": "Video",
            "rel": "default",
            "codecs": "avc1.64001e, mp4a.40.2",
            "default": "false",
            "source": [
                "ipfs://QmX33F",
                {"uri": "https://example.org/f.torrent", "contentType": "application/x-bittorrent"},
            ],
            "integrity": {"type": "sri", "value": "sha384-ExVqijgYHm15PqQqdXfW95x+Rs6C"},
        },
        '<alternateEnclosure type="video/mp4" length="7924786" bitrate="511276.52" height="720" lang="da" '
        'title="Video" rel="default" codecs="avc1.64001e, mp4a.40.2" default="false">'
        '<source uri="ipfs://QmX33F"/>'
        '<source uri="https://example.org/f.torrent" contentType="application/x-bittorrent"/>'
        '<integrity type="sri" value="sha384-ExVqijgYHm15PqQqdXfW95x+Rs6C"/></alternateEnclosure>',
    ),
    Right(
        "contentLink",
        {"href": "https://example.org/watch?v=1&t=2", "text": "Se"},
        '<contentLink href="https://example.org/watch?v=1&amp;t=2">Se</contentLink>',
    ),
    Right(
        "socialInteract",
        [
            {
                "protocol": "activitypub",
                "uri": "https://example.org/@a/1",
                "accountId": "@a",
                "accountUrl": "https://example.org/@a",
                "priority": "1",
            },
        ],
        '<socialInteract protocol="activitypub" uri="https://example.org/@a/1" accountId="@a" '
        'accountUrl="https://example.org/@a" priority="1"/>',
    ),
    Right("socialInteract", "disabled", '<socialInteract protocol="disabled"/>'),
    Right(
        "chat",
        {"server": "irc.example.org", "protocol": "irc", "accountId": "@a", "space": "#pod"},
        '<chat server="irc.example.org" protocol="irc" accountId="@a" space="#pod"/>',
    ),
    Right(
        "value",
        {
            "type": "lightning",
            "method": "lnaddress",
            "valueRecipient": [RECIPIENT | {"customKey": "696969", "customValue": "k", "fee": "true"}],
            "valueTimeSplit": [
                {
                    "startTime": "1:00",
                    "duration": "237",
                    "remoteStartTime": "174",
                    "remotePercentage": "95",
                    "remoteItem": {"itemGuid": "x#1", "feedGuid": GUID, "medium": "music"},
                },
                {"startTime": "330", "duration": "53.5", "valueRecipient": RECIPIENT},
            ],
        },
        '<value type="lightning" method="lnaddress">'
        '<valueRecipient name="Åse &amp; Co" type="node" address="02d5c1bf" customKey="696969" '
        'customValue="k" split="100" fee="true"/>'
        '<valueTimeSplit startTime="60" duration="237" remoteStartTime="174" remotePercentage="95">'
        f'<remoteItem feedGuid="{GUID}" itemGuid="x#1" medium="music"/></valueTimeSplit>'
        f'<valueTimeSplit startTime="330" duration="53.5">{RECIPIENT_XML}</valueTimeSplit></value>',
    ),
)

LONG = "æ" * 129
SHOW_BREACHES = (
    Wrong("guid", GUID, "PN-052"),
    Wrong("medium", "podcats", "PN-028"),
    Wrong("medium", "podcastL", "PN-028"),
    Wrong("locked", "maybe", "PN-011"),
    Wrong("locked", {"text": "yes", "owner": "nobody"}, "PN-011", "owner"),
    Wrong("locked", ["yes", "no"], "PN-052"),
    Wrong("block", {"text": "yes", "id": "spotfy"}, "PN-032", "id"),
    Wrong("block", {"id": "spotify"}, "PN-032"),
    Wrong(
        "trailer", {"url": "https://example.org/t.mp3", "text": "Snart", "pubdate": "x"}, "PN-019", "pubdate"
    ),
    Wrong("trailer", {"url": "https://example.org/t.mp3", "pubdate": "2026-01-31"}, "PN-019"),
    Wrong("updateFrequency", {"text": "Tit", "rrule": "FREQ=OFTEN"}, "PN-036", "rrule", "warning"),
    Wrong("updateFrequency", {"text": "Tit", "rrule": "FREQ=DAILY;COUNT=3"}, "PN-036", "", "warning"),
    Wrong(
        "updateFrequency",
        {"text": "Tit", "rrule": "FREQ=DAILY;UNTIL=20261231T000000Z", "dtstart": "2026-01-01"},
        "PN-036",
        "",
        "warning",
    ),
    Wrong("updateFrequency", {"text": "Tit", "complete": "perhaps"}, "PN-036", "complete", "warning"),
    Wrong("podping", "no", "PN-037", "", "warning"),
    Wrong("podroll", {"remoteItem": []}, "PN-035"),
    Wrong("podroll", {"remoteItem": "x"}, "PN-034", "remoteItem"),
    Wrong("remoteItem", {"feedGuid": GUID, "medium": "musik"}, "PN-055", "medium", "warning"),
    Wrong("publisher", {"remoteItem": {"feedGuid": GUID}}, "PN-039"),
    Wrong("liveItem", LIVE | {"status": "alive"}, "PN-029", "status"),
    Wrong("liveItem", LIVE | {"start": "soon"}, "PN-029", "start"),
    Wrong("liveItem", {k: v for k, v in LIVE.items() if k != "contentLink"}, "PN-029"),
    Wrong("liveItem", {k: v for k, v in LIVE.items() if k != "enclosure"}, "PN-029"),
    Wrong("liveItem", LIVE | {"podroll": {"remoteItem": GUID}}, "PN-053", "podroll"),
    Wrong("soundbite", {"startTime": "1", "duration": "20"}, "PN-053"),
    Wrong("persn", "Åse", "PN-053"),
)
EPISODE_BREACHES = (
    Wrong("transcript", {"url": "https://example.org/t", "type": "text/srt"}, "PN-010", "type"),
    Wrong("transcript", {"type": "text/vtt"}, "PN-010"),
    Wrong("funding", {"text": "Støt"}, "PN-012"),
    Wrong("funding", {"url": "example.org"}, "PN-012", "url"),
    Wrong("funding", {"url": "http://example.org/"}, "PN-012", "url", "warning"),
    Wrong("funding", {"url": "https://example.org/", "text": LONG}, "PN-012", "text", "warning"),
    Wrong("chapters", {"url": "https://example.org/c", "type": "application/json"}, "PN-013", "type"),
    Wrong("soundbite", {"startTime": "x", "duration": "20"}, "PN-014", "startTime"),
    Wrong("soundbite", {"startTime": "0", "duration": "0"}, "PN-014", "duration"),
    Wrong("soundbite", {"startTime": "0", "duration": "2"}, "PN-014", "duration", "warning"),
    Wrong("soundbite", {"startTime": "0", "duration": "119", "text": "langt"}, "PN-014"),
    Wrong("person", {"text": "Åse", "role": "hest"}, "PN-015", "role", "warning"),
    Wrong("person", {"text": "Åse", "group": "heste"}, "PN-015", "group", "warning"),
    Wrong("person", {"role": "guest"}, "PN-015"),
    Wrong("person", {"text": "Åse", "rol": "guest"}, "PN-015", "rol"),
    Wrong("location", {"text": "Byen", "country": "UK"}, "PN-016", "country", "warning"),
    Wrong("location", {"text": "Byen", "geo": "geo:97.74,30.26"}, "PN-016", "geo", "warning"),
    Wrong("location", {"text": "Byen", "osm": "113314"}, "PN-016", "osm", "warning"),
    Wrong("location", {"rel": "creator"}, "PN-016", "", "warning"),
    Wrong("season", "two", "PN-017"),
    Wrong("season", {"text": "2", "name": LONG}, "PN-017", "name", "warning"),
    Wrong("episode", "3b", "PN-018"),
    Wrong("license", "ours", "PN-020", "", "warning"),
    Wrong("alternateEnclosure", {"type": "video/mp4", "length": "9"}, "PN-021"),
    Wrong("alternateEnclosure", {"type": "video/mp4", "source": "https://e.dk/"}, "PN-021", "", "warning"),
    Wrong("alternateEnclosure", {"type": "video", "source": "https://example.org/"}, "PN-021", "type"),
    Wrong(
        "alternateEnclosure",
        {"type": "video/mp4", "length": "9", "source": {"contentType": "a/b"}},
        "PN-022",
        "source",
    ),
    Wrong(
        "alternateEnclosure",
        {
            "type": "video/mp4",
            "length": "9",
            "source": "https://e.dk/",
            "integrity": {"type": "md5", "value": "x"},
        },
        "PN-023",
        "type",
    ),
    Wrong(
        "alternateEnclosure",
        {
            "type": "video/mp4",
            "length": "9",
            "source": "https://e.dk/",
            "integrity": {"type": "sri", "value": "x"},
        },
        "PN-023",
        "integrity",
    ),
    Wrong("value", {"type": "lightning", "method": "keysend"}, "PN-025"),
    Wrong("value", {"type": "gold", "method": "keysend", "valueRecipient": RECIPIENT}, "PN-025", "type"),
    Wrong(
        "value",
        {"type": "lightning", "method": "keysend", "valueRecipient": RECIPIENT | {"split": "half"}},
        "PN-026",
        "split",
    ),
    Wrong(
        "value",
        {
            "type": "lightning",
            "method": "keysend",
            "valueRecipient": RECIPIENT,
            "valueTimeSplit": {
                "startTime": "0",
                "duration": "9",
                "remoteItem": GUID,
                "valueRecipient": RECIPIENT,
            },
        },
        "PN-027",
        "valueTimeSplit",
    ),
    Wrong(
        "value",
        {
            "type": "lightning",
            "method": "keysend",
            "valueRecipient": RECIPIENT,
            "valueTimeSplit": {
                "startTime": "0",
                "duration": "9",
                "remotePercentage": "101",
                "remoteItem": GUID,
            },
        },
        "PN-027",
        "remotePercentage",
    ),
    Wrong("contentLink", "Se her", "PN-030"),
    Wrong("socialInteract", {"protocol": "smoke", "uri": "https://e.dk/"}, "PN-031", "protocol"),
    Wrong("socialInteract", {"protocol": "matrix"}, "PN-031"),
    Wrong("socialInteract", {"protocol": "disabled", "uri": "https://e.dk/"}, "PN-031"),
    Wrong("txt", {"text": "maybe", "purpose": "ai-content"}, "PN-033", "", "warning"),
    Wrong("txt", "æ" * 4001, "PN-033", "", "warning"),
    Wrong("chat", {"server": "nowhere", "protocol": "irc"}, "PN-038", "server"),
    Wrong("chat", {"server": "irc.example.org", "protocol": "icq"}, "PN-038", "protocol"),
    Wrong("image", {"href": "https://e.dk/i.png", "width": "wide"}, "PN-040", "width", "warning"),
    Wrong(
        "image", {"href": "https://e.dk/i.png", "aspect-ratio": "16:9"}, "PN-040", "aspect-ratio", "warning"
    ),
    Wrong("images", {"srcset": "https://e.dk/i.png 300w"}, "PN-041", "", "warning"),
    Wrong("podroll", {"remoteItem": GUID}, "PN-053"),
    Wrong("source", "https://e.dk/", "PN-053"),
)
