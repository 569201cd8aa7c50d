"""Every rule of ../shared/standards.md, and who sees to it that a show keeps to it."""

from __future__ import annotations

CHECKED = """
APPLE-007 APPLE-009 APPLE-010 APPLE-020 APPLE-021 APPLE-023 APPLE-024 APPLE-025 APPLE-027 APPLE-028 APPLE-029
APPLE-031 APPLE-032 APPLE-035 APPLE-038 APPLE-060 APPLE-062 APPLE-063 APPLE-065 APPLE-068 APPLE-069 APPLE-070
APPLE-071 APPLE-075 APPLE-079
CH-001 CH-002 CH-003 CH-004 CH-005 CH-014
ICS-005 ICS-007 ICS-014 ICS-020 ICS-021 ICX-003
LD-001 LD-002
PAGE-008
PN-010 PN-011 PN-012 PN-013 PN-014 PN-015 PN-016 PN-017 PN-018 PN-019 PN-020 PN-021 PN-022 PN-023 PN-024
PN-025 PN-026 PN-027 PN-028 PN-029 PN-030 PN-031 PN-032 PN-033 PN-034 PN-035 PN-036 PN-037 PN-038 PN-039
PN-040 PN-041 PN-050 PN-051 PN-052 PN-053 PN-055
PSP-021
RSS-004 RSS-015
SPOT-004 SPOT-007 SPOT-008 SPOT-009
SRT-001 SRT-003 TR-010 TRJ-001 VTT-001 VTT-002 VTT-003 VTT-004
""".split()
"""Checked under its own code."""

CHECKED_AS = {
    "APPLE-006": "APPLE-028 READ-007",
    "APPLE-022": "SPOT-007",
    "APPLE-030": "READ-007 READ-018",
    "APPLE-033": "SPOT-008",
    "APPLE-034": "READ-007",
    "APPLE-036": "APPLE-060 RSS-015",
    "APPLE-061": "AUDIO-020 AUDIO-021",
    "APPLE-066": "ID-004 ID-007",
    "APPLE-072": "READ-007 READ-018",
    "APPLE-073": "READ-007",
    "APPLE-074": "READ-007",
    "APPLE-077": "TR-001 TR-003",
    "CAL-010": "ID-003 ID-004 ID-006",
    "CH-013": "CH-004",
    "ICS-015": "ID-007",
    "ICS-022": "READ-007",
    "ICS-023": "READ-007",
    "JF-003": "ID-004 ID-006 ID-007",
    "JF-009": "APPLE-023 APPLE-027",
    "PSP-003": "APPLE-007 READ-001",
    "PSP-011": "APPLE-020 APPLE-021 APPLE-023 APPLE-027 APPLE-028",
    "PSP-012": "APPLE-031 ID-009",
    "PSP-020": "APPLE-060 APPLE-063 AUDIO-021 ID-007",
    "PSP-022": "APPLE-035 READ-007",
    "PSP-023": "TR-001",
    "RSS-001": "APPLE-020 APPLE-021",
    "RSS-002": "APPLE-060",
    "RSS-008": "ID-007",
    "RSS-009": "RSS-004",
    "RSS-014": "READ-013",
    "RSS-016": "APPLE-027",
    "SPOT-001": "APPLE-009 APPLE-020 APPLE-023",
    "SPOT-005": "APPLE-023",
}
"""Checked under the code of a rule that says the same, or of the key that would break it."""

_PODCAST = "render/test_podcast_rss.py::test_podcast_xml_is_as_its_golden"
_NAMESPACES = "render/test_podcast_rss.py::test_namespaces_are_declared_on_the_root_and_exact"
_YES = "render/namespaces/test_itunes.py::test_only_yes_is_said_of_what_only_yes_changes"
_TYPES = "render/test_render.py::test_types_are_those_stores_must_serve"
_SERVED = "test_example.py::test_the_bucket_serves_what_the_feed_declares"
_DATES = "render/feed/test_rss.py::test_dates_are_in_utc"
_GUIDS = "render/test_podcast_rss.py::test_only_a_guid_that_is_the_page_is_a_permalink"
_CUT = "render/wire/test_wire.py::test_apples_limit_is_met"
_ANY_TEXT = "render/test_any_text.py::test_any_text_keeps_every_format_well_formed"
_STABLE = "settle/test_identity.py::test_nothing_changed_means_nothing_changes"
_ATOM = "render/test_atom.py::test_feed_atom_is_as_its_golden"
_ATOM_ONCE = "render/test_atom.py::test_required_elements_stand_once"
_ATOM_IDS = "render/test_atom.py::test_ids_are_absolute_and_each_its_own"
_ATOM_LINKS = "render/test_atom.py::test_every_entry_has_one_alternate_and_its_enclosure"
_JSON_FEED = "render/test_json_feed.py::test_the_feed_keeps_to_the_specification"
_FOUND = "render/site/test_head.py::test_every_page_leads_to_every_feed_under_another_title"
_LETTER = "render/test_calendar_ics.py::test_every_calendar_keeps_every_rule"
_ASKED = "render/calendar/test_vcalendar.py::test_clients_are_told_where_it_is_and_how_often_to_look"
_COLOURED = "render/calendar/test_vcalendar.py::test_it_has_the_cover_and_the_colour_of_the_show"
_HUB = "render/namespaces/test_history.py::test_only_what_people_subscribe_to_has_a_hub"
_LINES = "render/test_calendar_ics.py::test_lines_end_in_crlf_and_hold_at_most_75_octets"
_NOBODY = "render/test_calendar_ics.py::test_nobody_is_invited_and_nobody_is_busy"
_SEQUENCE = "settle/test_time.py::test_sequence_rises_with_what_the_calendar_shows_and_with_nothing_else"
_NAMESPACE = "render/namespaces/test_goldens.py::test_a_namespace_is_as_its_golden"
_HISTORY = "render/namespaces/test_history.py"
_NEW_FILE = "settle/test_identity.py::test_a_changed_recording_is_a_new_file_under_the_same_guid"

WRITTEN = {
    "APPLE-001": _NAMESPACES,
    "APPLE-002": "render/feed/test_rss.py::test_documents_declare_utf_8_and_end_their_last_line",
    "APPLE-004": _SERVED,
    "APPLE-005": "render/wire/test_fit.py::test_addresses_become_ascii_once",
    "APPLE-007": "read/test_fields.py::test_text_is_what_was_written_without_what_feeds_cannot_carry",
    "APPLE-008": _NAMESPACES,
    "APPLE-021": _CUT,
    "APPLE-022": "render/feed/test_rss.py::test_text_is_text_to_readers_that_take_it_for_html",
    "APPLE-026": "read/test_asset.py::test_an_asset_is_named_by_its_bytes",
    "APPLE-028": "render/namespaces/test_itunes.py::test_categories_are_nested_in_their_own_parents",
    "APPLE-030": (
        "render/namespaces/test_itunes.py::"
        "test_a_show_says_whether_it_is_explicit_whatever_else_it_leaves_out"
    ),
    "APPLE-037": _YES,
    "APPLE-039": "render/namespaces/test_podcast.py::test_what_a_show_says_by_name_is_written",
    "APPLE-061": _PODCAST,
    "APPLE-064": _SERVED,
    "APPLE-067": _DATES,
    "APPLE-068": (
        "settle/test_time.py::test_undated_entries_of_one_day_are_a_second_apart_in_the_order_of_their_paths"
    ),
    "APPLE-069": _CUT,
    "APPLE-070": "render/namespaces/test_itunes.py::test_durations_are_whole_seconds",
    "APPLE-076": _YES,
    "APPLE-077": "render/namespaces/test_podcast.py::test_each_file_of_each_transcript_is_named",
    "APPLE-078": "render/test_chapters.py::test_chapters_are_as_their_golden",
    "ATOM-001": _ATOM_ONCE,
    "ATOM-002": _ATOM_ONCE,
    "ATOM-003": _ATOM,
    "ATOM-004": _ATOM_IDS,
    "ATOM-005": _ATOM_IDS,
    "ATOM-006": _ATOM,
    "ATOM-007": "render/namespaces/test_atom.py::test_links_that_feedgen_left_bare_are_completed",
    "ATOM-008": _ATOM_LINKS,
    "ATOM-009": _ATOM,
    "ATOM-010": _ATOM_LINKS,
    "ATOM-011": _ATOM,
    "ATOM-012": "render/test_atom.py::test_updated_is_the_newest_change",
    "ATOM-013": _TYPES,
    "ATOM-014": _ATOM,
    "CAL-001": _LINES,
    "CAL-002": _SEQUENCE,
    "CAL-004": _LETTER,
    "CAL-005": "render/calendar/test_vtimezone.py::test_where_the_law_stays_there_are_two_rules",
    "CAL-006": "render/calendar/test_second_opinions.py::test_single_events_are_when_they_are",
    "CAL-008": _COLOURED,
    "CAL-011": _LETTER,
    "CH-006": _TYPES,
    "CH-010": _NAMESPACE,
    "DISC-001": _FOUND,
    "EV-001": "render/namespaces/test_ev.py::test_the_offset_is_that_of_the_place",
    "EV-002": "render/namespaces/test_ev.py::test_what_is_not_known_is_not_said",
    "ICS-001": _LINES,
    "ICS-002": _LINES,
    "ICS-003": "render/wire/test_fit.py::test_characters_no_format_can_carry_are_left_out",
    "ICS-004": "render/calendar/test_vcalendar.py::test_a_calendar_without_events_has_the_zone_of_the_show",
    "ICS-006": _LETTER,
    "ICS-008": _LETTER,
    "ICS-009": _LETTER,
    "ICS-010": _LETTER,
    "ICS-011": _LETTER,
    "ICS-012": _LETTER,
    "ICS-013": "render/test_calendar_ics.py::test_the_name_of_the_calendar_is_escaped",
    "ICS-016": _SEQUENCE,
    "ICS-017": _STABLE,
    "ICS-018": "settle/test_time.py::test_a_vanished_event_with_consent_is_cancelled_until_it_is_past",
    "ICS-019": "render/calendar/test_vevent.py::test_what_is_off_says_so_in_its_title",
    "ICS-020": _LETTER,
    "ICS-021": _LETTER,
    "ICS-022": "render/calendar/test_value.py::test_a_place_on_earth_is_two_plain_numbers",
    "ICS-024": _NOBODY,
    "ICS-025": _LETTER,
    "ICS-026": _LETTER,
    "ICS-027": _TYPES,
    "ICS-028": _LETTER,
    "ICS-029": _NOBODY,
    "ICS-030": "render/calendar/test_vcalendar.py::test_the_calendar_is_called_as_the_show",
    "ICX-001": _ASKED,
    "ICX-002": _ASKED,
    "ICX-003": _COLOURED,
    "ICX-004": "render/calendar/test_vevent.py::test_a_picture_is_a_badge",
    "ICX-005": "render/calendar/test_vevent.py::test_the_way_in_is_a_conference",
    "ICX-006": "render/calendar/test_vcalendar.py::test_the_calendar_is_called_as_the_show",
    "ICX-007": "render/calendar/test_vcalendar.py::test_it_is_as_new_as_its_newest_event",
    "ICX-010": "render/calendar/test_vevent.py::test_html_stands_beside_the_description",
    "JF-001": _JSON_FEED,
    "JF-002": _JSON_FEED,
    "JF-004": _JSON_FEED,
    "JF-005": _JSON_FEED,
    "JF-006": _JSON_FEED,
    "JF-007": _JSON_FEED,
    "JF-008": "render/test_long_feeds.py::test_readers_find_every_entry_once_from_what_they_subscribe_to",
    "JF-010": _JSON_FEED,
    "JF-011": "render/test_json_feed.py::test_a_hub_is_named_where_there_is_one",
    "JF-012": _TYPES,
    "JF-013": _FOUND,
    "PAGE-002": f"{_HISTORY}::test_every_episode_is_reached_from_what_people_subscribe_to",
    "PAGE-003": "render/stream/test_archive.py::test_an_archive_never_changes_when_an_item_is_added",
    "PAGE-005": f"{_HISTORY}::test_an_archive_says_that_it_is_one_and_of_what",
    "PAGE-006": f"{_HISTORY}::test_every_episode_is_reached_from_what_people_subscribe_to",
    "PAGE-007": f"{_HISTORY}::test_every_episode_is_reached_from_what_people_subscribe_to",
    "PN-054": "publish/test_publish.py::test_at_no_moment_does_anything_public_name_what_is_not_there",
    "PSP-001": _NAMESPACES,
    "PSP-002": _NAMESPACES,
    "PSP-010": _PODCAST,
    "RSS-002": "render/feed/test_rss.py::test_there_is_always_a_description",
    "RSS-003": _DATES,
    "RSS-005": _PODCAST,
    "RSS-006": _GUIDS,
    "RSS-007": _GUIDS,
    "RSS-010": _PODCAST,
    "RSS-011": _PODCAST,
    "RSS-012": "render/test_content_rss.py::test_makers_are_named_and_their_addresses_kept",
    "RSS-013": "render/feed/test_rss.py::test_there_is_always_a_description",
    "RSS-014": "read/test_markdown.py::test_no_text_makes_html_that_acts_or_leads_astray",
    "RSS-018": "test_any_text.py::test_nothing_that_is_typed_breaks_a_feed",
    "RSS-019": _STABLE,
    "RSS-020": _TYPES,
    "RSS-021": "render/stream/test_stream.py::test_the_stream_is_newest_first",
    "S3-001": "store/test_s3.py::test_listeners_get_type_cache_and_bytes",
    "S3-002": "test_plan.py::test_each_difference_has_its_reason",
    "S3-003": _SERVED,
    "S3-004": _NEW_FILE,
    "S3-005": "store/test_s3.py::test_players_can_seek_in_a_recording",
    "S3-006": "store/test_conformance.py::test_head_tells_what_put_was_told",
    "S3-010": "store/test_s3.py::test_nothing_is_sent_that_servers_stumble_over",
    "S3-011": "publish/test_publish.py::test_what_others_point_at_is_written_first_and_podcast_xml_last",
    "S3-012": "store/test_s3.py::test_nothing_is_sent_that_servers_stumble_over",
    "S3-013": _SERVED,
    "S3-014": "render/stream/test_keys.py::test_keys_are_those_of_the_contract",
    "S3-015": "render/test_pages.py::test_every_link_is_absolute_ascii_and_spelled_out",
    "SPOT-002": _SERVED,
    "SPOT-010": _NAMESPACE,
    "SPOT-012": _NEW_FILE,
    "SRT-002": "render/test_transcript_srt.py::test_a_name_comes_where_the_speaker_changes",
    "TR-011": _TYPES,
    "TRH-001": "render/test_transcript_html.py::test_turns_have_who_when_and_what",
    "VTT-005": "render/test_transcript_vtt.py::test_it_is_as_its_golden",
    "VTT-006": "render/spoken/test_captions.py::test_no_line_is_too_long_and_no_letter_lost",
    "WS-001": _HUB,
    "WS-002": _HUB,
    "WS-003": _FOUND,
}
"""Guaranteed by how we write it, and shown by this test, whatever a producer does."""

_NO_LD = "no page has JSON-LD yet: it comes with the pages' own issue"
_OPTIONAL = "optional, and not written"
_SERVER = "the server's, and told in the docs of setting it up"
_CLIENT = "what clients do, not what we do"

NOT_OURS = {
    "APPLE-003": "whether a target is public, only asking it tells",
    "APPLE-040": "standards contradict each other: neither is flagged",
    "APPLE-041": "dropped by Apple, and written by nobody but who carries it in `extra`",
    "CAL-003": _CLIENT,
    "CAL-007": _CLIENT,
    "CAL-009": _SERVER,
    "CH-011": "we write no tags into recordings",
    "CH-012": "we write no tags into recordings",
    "ICX-008": "about what other people's parsers let pass",
    "ICX-009": _OPTIONAL,
    "JF-014": _OPTIONAL,
    "LD-003": _NO_LD,
    "LD-004": _NO_LD,
    "LD-005": _NO_LD,
    "LD-006": _NO_LD,
    "LD-007": _NO_LD,
    "LD-008": _NO_LD,
    "LD-009": _NO_LD,
    "PAGE-001": "long feeds are archived, not paged",
    "PAGE-004": "no feed says that it is complete in the sense of RFC 5005",
    "PSP-013": "optional: what a producer writes of it is checked as APPLE-034 and PN-012",
    "RSS-017": _OPTIONAL,
    "RSS-022": _OPTIONAL,
    "S3-007": _SERVER,
    "S3-008": "comes with publishing from several machines",
    "S3-009": _SERVER,
    "S3-016": _SERVER,
    "S3-017": _SERVER,
    "SPOT-003": "Spotify transcodes what is no MP3; nobody loses anything",
    "SPOT-006": "how long a title is, is its writer's; 255 characters are checked as APPLE-007",
    "SPOT-011": "no show is limited to countries or times",
    "WS-004": "a hub is named where the producer names one; telling it of news is the host's",
}
"""No producer and no writer of ours can break it, or not yet."""
