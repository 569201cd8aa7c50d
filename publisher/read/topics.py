"""`topics` of show.toml: the tags that have a feed of their own."""

from __future__ import annotations

from publisher.model import Place, Rule, Severity, Topic
from publisher.read.fields import VALUE, Fields
from publisher.read.slug import slug
from publisher.read.text import shown

TOPIC = Rule("TOPIC-001", Severity.ERROR, "Each topic has an address of its own")


def read_topics(fields: Fields) -> tuple[Topic, ...]:
    """The topics, in the order written; of two at one address, the second is a problem."""
    made: dict[str, Topic] = {}
    found = fields.each("topics", _topic, lambda tag, place: (Topic(tag=tag, slug=slug(tag)), place))
    for topic, place in found:
        other = made.setdefault(topic.slug, topic)
        if other is not topic:
            message = f"topics has {shown(topic.tag)}, whose feed would be that of {shown(other.tag)}"
            fix = f"remove one of them, and give what it is about the tag {shown(other.tag)}"
            fields.problems.append(TOPIC.at(place, message, fix))
    return tuple(made.values())


def _topic(fields: Fields) -> tuple[Topic, Place] | None:
    tag, title, description = fields.text("tag"), fields.text("title"), fields.text("description")
    fields.require(VALUE, "tag", fields.line("tag", "…"))
    if tag is None:
        return None
    return Topic(tag=tag, slug=slug(tag), title=title, description=description), fields.place
