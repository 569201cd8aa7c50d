"""The keys that producers write for tags of the podcast namespace, in words of their own.

Whatever tag has no such key is written below `podcast`, in the words of the namespace.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A key that stands for `tag`.

    `words` are its own names of attributes, and what they mean; `bare` is what a word alone means;
    `given` is what goes without saying; `typed` keys are fields of Show and Episode, read elsewhere.
    """

    name: str
    tag: str
    words: tuple[tuple[str, str], ...] = ()
    bare: str = "text"
    given: tuple[tuple[str, str], ...] = ()
    children: tuple[Key, ...] = ()
    typed: bool = False

    def attribute(self, word: str) -> str:
        """The attribute that `word` stands for."""
        return dict(self.words).get(word, word)

    def word(self, attribute: str) -> str:
        """The word that stands for `attribute`."""
        return next((word for word, meant in self.words if meant == attribute), attribute)


_TYPED = (
    Key(name="guid", tag="guid", typed=True),
    Key(name="medium", tag="medium", typed=True),
    Key(name="locked", tag="locked", typed=True),
    Key(name="podping", tag="podping", bare="usesPodping", typed=True),
    Key(name="funding", tag="funding", words=(("title", "text"),), typed=True),
    Key(name="persons", tag="person", words=(("name", "text"),), typed=True),
    Key(name="license", tag="license", words=(("name", "text"),), typed=True),
    Key(name="season", tag="season", words=(("number", "text"),), typed=True),
    Key(name="episode", tag="episode", words=(("number", "text"),), typed=True),
)
_READ = (
    Key(name="block", tag="block", bare="id", given=(("text", "yes"),)),
    Key(name="allow", tag="block", bare="id", given=(("text", "no"),)),
    Key(name="location", tag="location", words=(("name", "text"),)),
    Key(name="txt", tag="txt"),
    Key(name="trailers", tag="trailer", words=(("title", "text"),)),
    Key(name="update_frequency", tag="updateFrequency"),
    Key(name="images", tag="image", words=(("url", "href"), ("aspect_ratio", "aspect-ratio")), bare="file"),
    Key(name="soundbites", tag="soundbite", words=(("title", "text"), ("start", "startTime"))),
    Key(
        name="alternate_enclosures",
        tag="alternateEnclosure",
        words=(("language", "lang"),),
        bare="url",
        children=(
            Key(name="url", tag="source", bare="uri"),
            Key(name="sources", tag="source", words=(("url", "uri"), ("type", "contentType")), bare="uri"),
            Key(name="integrity", tag="integrity", bare="value", given=(("type", "sri"),)),
        ),
    ),
    Key(name="content_links", tag="contentLink", words=(("title", "text"), ("url", "href")), bare="href"),
    Key(
        name="social",
        tag="socialInteract",
        words=(("account_id", "accountId"), ("account_url", "accountUrl")),
        bare="protocol",
    ),
    Key(name="chat", tag="chat", words=(("account_id", "accountId"),), bare="server"),
)

KEYS = {key.name: key for key in (*_TYPED, *_READ)}
"""Every such key by its name."""
GENERIC = "podcast"
"""The key below which every tag can be written by its own name."""


def read_keys() -> Iterator[Key]:
    """The keys that become elements as they are read."""
    yield from _READ


def key_at(path: str) -> Key | None:
    """The key that wrote what stands at `path`, such as `alternate_enclosures.0.sources.1`."""
    names = [name for name in path.split(".") if not name.isdigit()]
    key = KEYS.get(names[0])
    for name in names[1:]:
        key = next((child for child in key.children if child.name == name), None) if key else None
    return key
