"""Where pages stand besides those that tell of entries (`publisher.render.stream.keys`). They never move.

Each is spelled out, since a bucket serves no index documents.
"""

from __future__ import annotations

from publisher.model import Episode, Published, Topic

HOME = "index.html"
EPISODES = "episodes/index.html"
EVENTS = "events/index.html"
ARTICLES = "articles/index.html"
SUBSCRIBE = "subscribe.html"
ABOUT = "about.html"
SEARCH = "search.html"
MISSING = "404.html"


def topic_page(topic: Topic) -> str:
    """Give the key of the page of `topic`, which stands beside its feed."""
    return f"tags/{topic.slug}.html"


def embed_key(item: Published[Episode]) -> str:
    """Give the key of the page that others put into theirs."""
    return f"episodes/{item.slug}/embed.html"


def oembed_key(item: Published[Episode]) -> str:
    """Give the key of what tells others how to put that page into theirs."""
    return f"episodes/{item.slug}/oembed.json"
