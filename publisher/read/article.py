"""article.md into an Article."""

from __future__ import annotations

from publisher.model import Article
from publisher.read.source import Source


def read_article(source: Source) -> Article:
    """The article at `source`; a case or an analysis is an article with that tag."""
    fields = source.fields
    return Article(
        updated=fields.moment("updated", source.zone),
        event=fields.text("event"),
        recording=fields.text("recording"),
        **source.common("authors"),
    )
