"""The lists that the Podcasting 2.0 namespace refers to, as of its commit c0ff5ca (2026-05-13).

https://github.com/Podcastindex-org/podcast-namespace: taxonomy-en.json, serviceslugs.txt,
socialprotocols.txt, docs/chatprotocols.txt, docs/examples/license/licenses.json, docs/tags/medium.md.
Countries are ISO 3166-1.
"""

from __future__ import annotations

GROUPS = {
    "Creative Direction": (
        "Director, Assistant Director, Executive Producer, Senior Producer, Producer, Associate Producer, "
        "Development Producer, Creative Director"
    ),
    "Cast": "Host, Co-Host, Guest Host, Guest, Voice Actor, Narrator, Announcer, Reporter",
    "Writing": (
        "Author, Editorial Director, Co-Writer, Writer, Songwriter, Guest Writer, Story Editor, "
        "Managing Editor, Script Editor, Script Coordinator, Researcher, Editor, Fact Checker, Translator, "
        "Transcriber, Logger"
    ),
    "Audio Production": (
        "Studio Coordinator, Technical Director, Technical Manager, Audio Engineer, "
        "Remote Recording Engineer, Post Production Engineer"
    ),
    "Audio Post-Production": (
        "Audio Editor, Sound Designer, Foley Artist, Composer, Theme Music, Music Production, "
        "Music Contributor"
    ),
    "Administration": (
        "Production Coordinator, Booking Coordinator, Production Assistant, Content Manager, "
        "Marketing Manager, Sales Representative, Sales Manager"
    ),
    "Visuals": "Graphic Designer, Cover Art Designer",
    "Community": "Social Media Manager",
    "Misc.": "Consultant, Intern",
    "Video Production": "Camera Operator, Lighting Designer, Camera Grip, Assistant Camera",
    "Video Post-Production": "Editor, Assistant Editor",
}
ROLES = tuple(dict.fromkeys(role for roles in GROUPS.values() for role in roles.split(", ")))

SERVICES = tuple(
    "acast amazon anchor apple audible audioboom backtracks bitcoin blubrry buzzsprout captivate castos "
    "castopod facebook fireside fyyd google gpodder hypercatcher kasts libsyn mastodon megafono megaphone "
    "omnystudio overcast paypal pinecast podbean podcastaddict podcastguru podcastindex podcasts podchaser "
    "podcloud podfriend podiant podigee podnews podomatic podserve podverse redcircle relay "
    "resonaterecordings rss shoutengine simplecast slack soundcloud spotify spreaker tiktok transistor "
    "twitter whooshkaa youtube zencast".split()
)
SOCIAL = ("disabled", "activitypub", "twitter", "lightning", "atproto", "hive", "matrix", "nostr")
CHAT = ("irc", "xmpp", "nostr", "matrix")
LICENSES = ("arr", "cc-by-4.0", "cc-by-nc-4.0", "cc-by-nc-nd-4.0", "pod-v4v-1.0")
TRANSCRIPTS = ("text/vtt", "application/x-subrip", "application/json", "text/html", "text/plain")

_MEDIUMS = ("podcast", "music", "video", "film", "audiobook", "newsletter", "blog", "publisher", "course")
LISTS = (*(f"{medium}L" for medium in _MEDIUMS), "mixed")
"""The mediums of a feed that points to other feeds and has no items."""
MEDIUMS = (*_MEDIUMS, *LISTS)

COUNTRIES = frozenset(
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV "
    "BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES "
    "ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE "
    "IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY "
    "MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU "
    "NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM "
    "SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE "
    "VG VI VN VU WF WS YE YT ZA ZM ZW".split()
)


def group_of(role: str) -> str | None:
    """The group that a role belongs to; None if it is the default one, or not known for certain."""
    groups = [name for name, roles in GROUPS.items() if role.casefold() in roles.casefold().split(", ")]
    return groups[0] if len(groups) == 1 and groups != ["Cast"] else None
