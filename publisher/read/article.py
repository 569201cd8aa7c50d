"""article.md into an Article."""

from __future__ import annotations

from publisher.model import Article
from publisher.read.source import Source


def read_article(source: Source) -> Article:
    """The article at `source`; a case or an analysis is an article with that tag."""
    return Article(updated=source.fields.moment("updated", source.zone), **source.common("authors"))
