"""An article (schema.org/Article)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publisher.model import Article, Published
from publisher.render.site.structured.people import persons, sender
from publisher.render.site.structured.show import part_of
from publisher.render.site.structured.thing import Thing, moment, thing
from publisher.render.site.structured.thread import thread
from publisher.render.stream.keys import page

if TYPE_CHECKING:
    from publisher.render.site.frame import Frame


def written(frame: Frame, item: Published[Article]) -> Thing:
    """Tell of `item`."""
    edition, show, article = frame.edition, frame.edition.show, item.entry
    publisher = sender(show.author, show.persons, show.link)
    picture = article.image or show.cover
    return thing(
        "Article",
        headline=article.title,
        url=edition.url(page(item)),
        mainEntityOfPage=edition.url(page(item)),
        description=article.excerpt,
        datePublished=moment(item.published, show.timezone),
        dateModified=moment(article.updated or max(item.updated, item.published), show.timezone),
        inLanguage=show.language,
        image=edition.url(picture.key) if picture else None,
        author=persons(edition, article.persons) or publisher,
        publisher=publisher,
        isPartOf=part_of(edition),
        keywords=list(article.tags),
        **thread(frame, item),
    )
