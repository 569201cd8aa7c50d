"""What a page is made of, read strictly: no tag left open or closed twice, no attribute or id twice."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"br", "hr", "img", "input", "link", "meta", "path", "source", "wbr"}
LOADED = {"img": "src", "audio": "src", "source": "src", "script": "src", "iframe": "src", "object": "data"}
"""The elements that fetch something by themselves, and the attribute that says what."""

Attributes = dict[str, str | None]


class Outline(HTMLParser):
    """The tags of a document, and its text."""

    def __init__(self, document: bytes) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, Attributes]] = []
        self.text = ""
        self.feed(document.decode())
        self.close()
        assert not self.open
        ids = [attributes["id"] for _, attributes in self.tags if "id" in attributes]
        assert len(set(ids)) == len(ids), ids

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs)
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open[-1:] not in (["script"], ["style"]):
            self.text += data

    def all(self, tag: str, **attributes: str) -> list[Attributes]:
        """The attributes of each `tag` that has these; `class_` is one of its classes."""
        return [own for name, own in self.tags if name == tag and _has(own, attributes)]

    @property
    def words(self) -> str:
        """What is said, with single blanks."""
        return " ".join(self.text.split())

    @property
    def links(self) -> list[str]:
        """Where it leads, and what it shows."""
        links = [str(own[key]) for _, own in self.tags for key in ("href", "src", "action") if key in own]
        sets = [str(own["srcset"]).split(", ") for _, own in self.tags if "srcset" in own]
        return links + [one.split()[0] for each in sets for one in each]

    @property
    def loaded(self) -> list[str]:
        """What a browser fetches for it without being asked."""
        own = [str(each[LOADED[tag]]) for tag, each in self.tags if tag in LOADED and LOADED[tag] in each]
        fetched = ("stylesheet", "icon", "apple-touch-icon", "manifest", "preload")
        return own + [str(link["href"]) for link in self.all("link") if link["rel"] in fetched]


def _has(own: Attributes, wanted: dict[str, str]) -> bool:
    given = dict(wanted)
    name = given.pop("class_", None)
    return (name is None or name in str(own.get("class")).split()) and given.items() <= own.items()
