"""articles/index.html and articles/<slug>.html: what there is to read."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from publisher.model import Article, Artifact, Edition, Published
from publisher.render.site.cards import marks
from publisher.render.site.document import document
from publisher.render.site.frame import Frame
from publisher.render.site.keys import ARTICLES
from publisher.render.site.labels import tags, thread
from publisher.render.site.lists import list_pages
from publisher.render.site.people import faces
from publisher.render.site.prose import prose
from publisher.render.stream.keys import page
from publisher.render.wire.part import Part


def render(edition: Edition) -> Iterator[Artifact | Part]:
    """Make the list, in pages, and the page of each article."""
    frame = Frame(edition)
    if edition.articles:
        yield from list_pages(
            frame, ARTICLES, edition.articles, title=frame.w.text("Articles"), section=ARTICLES
        )
    for item in edition.articles:
        yield frame.part("article", partial(_article, frame, item), item)


def _article(frame: Frame, item: Published[Article]) -> tuple[Artifact, ...]:
    article = item.entry
    made = document(
        frame,
        page(item),
        "article",
        title=article.title,
        description=article.excerpt,
        section=ARTICLES,
        item=item,
        marks=tuple(marks(frame.w, item)),
        image=frame.gallery.image(article.image),
        text=prose(frame, article.html),
        people=faces(frame.edition, article.persons, frame.w),
        tags=tags(frame, article),
        thread=thread(frame, item),
    )
    return (made,)
