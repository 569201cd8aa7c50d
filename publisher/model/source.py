"""Where the rules are written down."""

from __future__ import annotations

GUIDE = "https://help.apple.com/itc/podcasts_connect/#/itcb54353390"
REQUIREMENTS = "https://podcasters.apple.com/support/823-podcast-requirements"
ARTWORK = "https://podcasters.apple.com/support/896-artwork-requirements"
AUDIO = "https://podcasters.apple.com/support/893-audio-requirements"
CATEGORIES = "https://podcasters.apple.com/support/1691-apple-podcasts-categories"
SPOTIFY = "https://support.spotify.com/us/creators/"
SPOTIFY_DELIVERY = "Spotify Podcast Delivery Specification 1.6"
PSP1 = "https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification"
RSS = "https://www.rssboard.org/rss-specification"
RSS_PROFILE = "https://www.rssboard.org/rss-profile"
RFC5005 = "https://www.rfc-editor.org/rfc/rfc5005#section-3"
RFC5545 = "https://www.rfc-editor.org/rfc/rfc5545"
GOOGLE_EVENT = "https://developers.google.com/search/docs/appearance/structured-data/event"
PODCAST_GUID = "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/guid.md"
